import ipaddress
import socket

import pytest

from kithmap.cli.serving import LOOPBACK, CannotListenError, _address, _listen, _public, own_address
from kithmap.settings import ServerSettings, Settings


def test_by_default_only_this_machine_is_let_in() -> None:
    with _listen(lan=False, port=0) as line:
        assert line.getsockname()[0] == LOOPBACK
        assert _address(line, lan=False) == f"http://127.0.0.1:{line.getsockname()[1]}"


def test_a_port_that_is_taken_is_said() -> None:
    with _listen(lan=False, port=0) as line:
        port = line.getsockname()[1]
        with pytest.raises(CannotListenError, match=f"--port {port + 1}"):
            _listen(lan=False, port=port)


def test_the_address_on_the_network_is_one() -> None:
    assert ipaddress.ip_address(own_address()).version == 4


def test_without_a_network_the_address_is_this_machine_s(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_network(self: socket.socket, address: object) -> None:
        raise OSError("unreachable")

    monkeypatch.setattr(socket.socket, "connect", no_network)
    assert own_address() == LOOPBACK


def test_links_carry_the_network_s_address_unless_another_was_set() -> None:
    own = Settings(server=ServerSettings(public_address="https://map.example.org"))
    assert _public(own, "http://10.0.0.2:8000", lan=True) is own
    plain = Settings(server=ServerSettings(public_address=""))
    assert _public(plain, "http://10.0.0.2:8000", lan=True).server.public_address == "http://10.0.0.2:8000"
    assert _public(plain, "http://127.0.0.1:8000", lan=False) is plain
