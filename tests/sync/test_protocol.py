import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError
from kithmap.sync.protocol import SERVER, EntryMessage, Hello, Ping, WireRemove, decode, encode


def test_a_message_of_the_list_is_read() -> None:
    assert decode('{"type":"hello","protocol":1,"after":null}') == Hello(type="hello", protocol=1, after=None)
    assert decode(b'{"type":"ping"}') == Ping(type="ping")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"type":"hallo"}',
        '{"type":"ping","extra":1}',
        '{"type":"hello","protocol":"1","after":null}',
        '{"type":"hello","protocol":1,"after":-1}',
        '{"type":"submit","operations":[]}',
        '{"type":"submit","operations":[{"id":"x","kind":"a.b","payload":{}}]}',
        '{"type":"presence","view":{"lon":999,"lat":0,"zoom":1}}',
        '{"type":"fetch","after":1e400}',
        "[" * 100_000,
    ],
)
def test_anything_else_is_refused_whole(text: str) -> None:
    with pytest.raises(BadInputError, match="load it again"):
        decode(text)


@given(noise=st.binary(max_size=200))
def test_noise_is_refused_and_never_anything_worse(noise: bytes) -> None:
    with pytest.raises(BadInputError):
        decode(noise)


def test_more_operations_than_a_message_may_hold_are_refused() -> None:
    operation = {"id": "01900000-0000-7000-8000-000000000000", "kind": "a.b", "payload": {}}
    with pytest.raises(BadInputError):
        decode(orjson.dumps({"type": "submit", "operations": [operation] * 101}))


def test_what_the_server_writes_reads_back() -> None:
    message = EntryMessage(number=3, changes=[WireRemove(remove="a")])
    assert SERVER.validate_json(encode(message)) == message
