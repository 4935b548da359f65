"""Whether a request comes from a page of this very server."""

import pytest
from starlette.requests import HTTPConnection

from kithmap.live.origin import same_origin


def asked(**headers: str) -> HTTPConnection:
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    return HTTPConnection({"type": "websocket", "headers": raw})


@pytest.mark.parametrize(
    "origin", ["http://192.168.4.1:8000", "https://192.168.4.1:8000", "HTTP://192.168.4.1:8000"]
)
def test_a_page_of_this_host_may_ask(origin: str) -> None:
    assert same_origin(asked(host="192.168.4.1:8000", origin=origin))


@pytest.mark.parametrize(
    "origin",
    [
        "http://192.168.4.1",
        "http://192.168.4.1:8001",
        "http://evil.example",
        "null",
        "",
        "http://",
        "http://[",
        "x",
    ],
)
def test_a_page_of_another_host_may_not(origin: str) -> None:
    assert not same_origin(asked(host="192.168.4.1:8000", origin=origin))


def test_a_program_that_is_no_browser_states_no_origin() -> None:
    assert same_origin(asked(host="kithmap.example"))


def test_a_request_without_a_host_is_of_no_origin() -> None:
    assert not same_origin(asked(origin="http://kithmap.example"))
    assert not same_origin(asked(origin="null"))
