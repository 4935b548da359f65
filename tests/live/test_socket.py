"""The WebSocket of a workshop, on a real server."""

import asyncio
import socket

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidStatus

from kithmap.basics.errors import UnavailableError
from kithmap.live.hub import Hub
from kithmap.live.socket import MESSAGES, MOST_CHARACTERS
from kithmap.storage.oplog.memory import MemoryLog
from kithmap.storage.writer import Writer
from kithmap.sync.effects import CloseReason
from kithmap.sync.log import Snapshot
from tests.support.live_app import Door, live_app
from tests.support.notes import NoteRules, made_id, on, put, submit
from tests.support.phones import phone
from tests.support.served import served

pytestmark = pytest.mark.anyio


@pytest.fixture
def hub(log: MemoryLog, writer: Writer) -> Hub:
    return Hub(log, writer, NoteRules())


async def test_what_one_phone_writes_the_other_reads_once_it_is_stored(hub: Hub, log: MemoryLog) -> None:
    async with served(live_app(hub)) as port, phone(port, "anna") as anna, phone(port, "bashir") as bashir:
        await anna.hello()
        await bashir.hello()
        (answer,) = await anna.answered(submit(put(1, "The hall")))
        assert answer["number"] == 1
        await bashir.until(lambda: bashir.number == 1)
        assert anna.titles == bashir.titles == {"note-1": "The hall"}
        assert [entry.number for entry in log.entries("hall", 0)] == [1]


async def test_what_only_its_author_may_see_reaches_nobody_else(hub: Hub) -> None:
    async with (
        served(live_app(hub)) as port,
        phone(port, "anna") as anna,
        phone(port, "bashir") as bashir,
        phone(port, "carys", "facilitator") as carys,
    ):
        for each in (anna, bashir, carys):
            await each.hello()
        await anna.answered(submit(put(1, "A secret", audience="author"), put(2)))
        await anna.answered(submit(on("note.hide", 3, "note-2")))
        await bashir.until(lambda: bashir.number == 3)
        await carys.until(lambda: carys.number == 3)
        assert anna.titles == carys.titles == {"note-1": "A secret", "note-2": "A note"}
        assert bashir.titles == {}
        assert "A secret" not in str(bashir.messages)


async def test_a_page_that_comes_back_receives_what_it_missed(hub: Hub) -> None:
    async with served(live_app(hub)) as port, phone(port, "anna") as anna:
        await anna.hello()
        await anna.answered(submit(put(1), put(2)))
        async with phone(port, "bashir") as bashir:
            await bashir.hello()
            assert bashir.titles.keys() == {"note-1", "note-2"}
        await anna.answered(submit(put(3), on("note.remove", 4, "note-1")))
        async with phone(port, "bashir") as back:
            back.records, back.number = bashir.records, bashir.number
            await back.hello(bashir.number)
            assert back.records == anna.records
            assert back.messages[-1]["snapshot"] is None


async def test_14_who_joins_during_a_burst_misses_nothing(hub: Hub) -> None:
    async with served(live_app(hub)) as port, phone(port, "anna", "facilitator") as anna:
        await anna.hello()
        writing = asyncio.create_task(anna.answered(submit(*(put(count) for count in range(1, 101)))))
        for tab in range(5):
            async with phone(port, f"late-{tab}") as late:
                await late.hello()
                await anna.send(submit(put(200 + tab)))
                while len(late.records) < 101 + tab:
                    await late.take_next()
        await writing


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("no JSON", CloseReason.NOT_UNDERSTOOD),
        ('{"type":"sing"}', CloseReason.NOT_UNDERSTOOD),
        ('{"type":"ping","more":1}', CloseReason.NOT_UNDERSTOOD),
        ("[" * 100_000, CloseReason.NOT_UNDERSTOOD),
        (b'{"type":"ping"}', CloseReason.NOT_UNDERSTOOD),
        ('{"type":"hello","protocol":0,"after":null}', CloseReason.PAGE_TOO_OLD),
        ("x" * (MOST_CHARACTERS + 1), CloseReason.TOO_LARGE),
    ],
)
async def test_what_cannot_be_taken_in_closes_the_line_and_says_why(
    hub: Hub, text: str | bytes, reason: CloseReason
) -> None:
    async with served(live_app(hub)) as port, phone(port, "anna") as anna, phone(port, "bashir") as bashir:
        await anna.line.send(text)
        assert await anna.until_closed() == reason.code
        assert anna.closing == reason.value
        await bashir.hello()
        assert (await bashir.answered(submit(put(1))))[0]["type"] == "entry"


async def test_a_page_that_sends_without_end_is_closed(hub: Hub) -> None:
    async with served(live_app(hub)) as port, phone(port, "anna") as anna:
        for _ in range(int(MESSAGES.burst) + 200):
            await anna.line.send('{"type":"ping"}')
        assert await anna.until_closed() == CloseReason.TOO_FAST.code


async def test_a_page_of_another_site_is_refused_before_the_line_opens(hub: Hub) -> None:
    async with served(live_app(hub)) as port:
        with pytest.raises(InvalidStatus) as refused:
            async with phone(port, "anna", origin="http://evil.example"):
                pass
        assert refused.value.response.status_code == 403
        async with phone(port, "anna", origin=f"http://127.0.0.1:{port}") as anna:
            await anna.hello()


async def close_code(line: ClientConnection) -> int:
    async with asyncio.timeout(20):
        await line.wait_closed()
    assert line.close_code is not None
    return line.close_code


async def test_10_a_pass_that_is_refused_while_coming_back_and_then_works(hub: Hub) -> None:
    door = Door()
    async with served(live_app(hub, door)) as port:
        async with connect(f"ws://127.0.0.1:{port}/live/hall") as nobody:
            assert await close_code(nobody) == CloseReason.SIGNED_OUT.code
        door.removed.add("anna")
        async with phone(port, "anna") as anna:
            assert await anna.until_closed() == CloseReason.REMOVED.code
        door.removed.clear()
        async with phone(port, "anna") as anna:
            await anna.hello()
        door.closed.add("hall")
        async with phone(port, "anna") as anna:
            assert await anna.until_closed() == CloseReason.NOT_FOUND.code


async def test_16_a_role_taken_away_in_the_middle_of_an_edit_closes_the_line(hub: Hub) -> None:
    async with served(live_app(hub)) as port, phone(port, "anna") as anna, phone(port, "bashir") as bashir:
        await anna.hello()
        await bashir.hello()
        await anna.answered(submit(put(1)))
        hub.change_role("hall", "anna", None)
        await anna.line.send(submit(put(2)).model_dump_json())
        assert await anna.until_closed() == CloseReason.REMOVED.code
        await bashir.answered(submit(put(3)))
        assert bashir.titles.keys() == {"note-1", "note-3"}


async def test_a_log_that_does_not_answer_is_said_to_be_trouble(hub: Hub, log: MemoryLog) -> None:
    def fail(workshop: str) -> Snapshot | None:
        raise UnavailableError("The database does not answer.")

    log.snapshot = fail  # type: ignore[method-assign]
    async with served(live_app(hub)) as port, phone(port, "anna") as anna:
        assert await anna.until_closed() == CloseReason.SERVER_TROUBLE.code


async def test_a_server_that_stops_tells_its_pages(hub: Hub) -> None:
    async with served(live_app(hub)) as port:
        line = await connect(f"ws://127.0.0.1:{port}/live/hall?person=anna")
    assert await close_code(line) == CloseReason.SERVER_STOPPING.code
    assert await line.recv() == '{"type":"closing","reason":"server_stopping"}'


async def test_29_sixty_phones_join_at_once(hub: Hub) -> None:
    async with served(live_app(hub)) as port:

        async def join(count: int) -> int:
            async with phone(port, f"person-{count}") as each:
                await each.hello()
                await each.answered(submit(put(count)))
                await each.until(lambda: each.number == 60)
                return len(each.records)

        assert set(await asyncio.gather(*(join(count) for count in range(1, 61)))) == {60}


async def stuck_phone(port: int) -> asyncio.StreamWriter:
    """Open a line and say hello, and then read nothing more."""
    small = socket.socket()
    small.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    small.setblocking(False)  # noqa: FBT003 - the standard library's own way
    await asyncio.get_running_loop().sock_connect(small, ("127.0.0.1", port))
    reader, writer = await asyncio.open_connection(sock=small, limit=2048)
    writer.write(
        b"GET /live/hall?person=wall&role=projector HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
        b"Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    await reader.readuntil(b"\r\n\r\n")
    hello = b'{"type":"hello","protocol":1,"after":null}'
    # A browser's frames are masked; a mask of zeros leaves them readable.
    writer.write(bytes((0x81, 0x80 | len(hello), 0, 0, 0, 0)) + hello)
    return writer


async def test_23_a_phone_that_reads_nothing_is_dropped_and_nobody_else_waits(hub: Hub) -> None:
    async with asyncio.timeout(30), served(live_app(hub)) as port:
        writer = await stuck_phone(port)
        room = (await hub.open("hall")).room
        async with phone(port, "anna", "facilitator") as anna:
            await anna.hello()
            while len(room.sessions) < 2:  # noqa: ASYNC110 - the server's own time
                await asyncio.sleep(0.005)
            for count in range(1, 400):
                await anna.answered(submit(put(count, "long " * 10_000, note="note")))
                if len(room.sessions) == 1:
                    break
            assert len(room.sessions) == 1
            assert anna.number is not None
            assert anna.number < 399
            async with phone(port, "wall", "projector") as wall:
                await wall.hello()
                assert wall.records == anna.records
        writer.transport.abort()


def test_any_other_server_of_the_standard_works_too(hub: Hub) -> None:
    with TestClient(live_app(hub)) as client, client.websocket_connect("/live/hall?person=anna") as line:
        line.send_json({"type": "hello", "protocol": 1, "after": 0})
        assert [line.receive_json()["type"] for _ in range(2)] == ["welcome", "catch_up"]
        line.send_text(submit(put(1)).model_dump_json())
        told = line.receive_json()
        while told["type"] == "presence":
            told = line.receive_json()
        assert (told["type"], told["operation"]) == ("entry", made_id(1))
        line.send_bytes(b"x")
        while told["type"] != "closing":
            told = line.receive_json()
        with pytest.raises(WebSocketDisconnect) as closed:
            line.receive_json()
        assert closed.value.code == CloseReason.NOT_UNDERSTOOD.code
