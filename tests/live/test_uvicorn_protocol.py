"""uvicorn's protocol with its line laid open: that it stays legal whatever is written between its own frames."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from starlette.types import Receive, Scope, Send
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from kithmap.live.frames import text_frame
from kithmap.live.outbox import LINE, MOST_WAITING
from kithmap.live.uvicorn_protocol import OpenLineProtocol
from tests.support.served import served

pytestmark = pytest.mark.anyio


class Straight:
    """An application that writes to its line as the test says."""

    def __init__(self) -> None:
        self.line: OpenLineProtocol | None = None
        self.heard: list[Any] = []
        self.over = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one line to its end."""
        if scope["type"] != "websocket":
            return
        self.line = scope["extensions"][LINE]
        await receive()
        await send({"type": "websocket.accept"})
        while (event := await receive())["type"] != "websocket.disconnect":
            self.heard.append(event)
        self.heard.append(event)
        self.over.set()


def say(app: Straight, text: str) -> bool:
    assert app.line is not None
    return app.line.write(text_frame(text.encode()), MOST_WAITING)


async def test_pings_of_both_sides_go_between_frames_that_are_written_straight() -> None:
    app = Straight()
    async with served(app, ws_ping_interval=0.01, ws_ping_timeout=5, lifespan="off") as port:
        async with connect(f"ws://127.0.0.1:{port}/", max_queue=None) as browser:
            await browser.send("here")
            while not app.heard:  # noqa: ASYNC110 - the server's own time
                await asyncio.sleep(0.001)
            for count in range(200):
                say(app, f"{count}")
                if count % 10 == 0:
                    await (await browser.ping())
            assert [await browser.recv() for _ in range(200)] == [f"{count}" for count in range(200)]
        assert app.line is not None
        assert app.line.last_ping_rtt > 0


async def test_after_the_other_side_closed_nothing_is_written() -> None:
    app = Straight()
    async with served(app, lifespan="off") as port:
        async with connect(f"ws://127.0.0.1:{port}/") as browser:
            await browser.send("here")
        await app.over.wait()
        assert say(app, "too late")
        assert app.line is not None
        app.line.goodbye(b"", 4000, "too late")


async def test_a_goodbye_is_the_last_thing_said_and_carries_code_and_reason() -> None:
    app = Straight()
    async with served(app, lifespan="off") as port, connect(f"ws://127.0.0.1:{port}/") as browser:
        await browser.send("here")
        while app.line is None or not app.heard:  # noqa: ASYNC110 - the server's own time
            await asyncio.sleep(0.001)
        app.line.goodbye(text_frame(b"goodbye"), 4003, "removed")
        say(app, "after all")
        app.line.goodbye(b"", 4004, "again")
        assert await browser.recv() == "goodbye"
        with pytest.raises(ConnectionClosed):
            await browser.recv()
        assert (browser.close_code, browser.close_reason) == (4003, "removed")
        await app.over.wait()
        assert app.heard[-1]["code"] == 4003


async def test_more_than_may_wait_is_not_written() -> None:
    app = Straight()
    async with (
        served(app, lifespan="off") as port,
        connect(f"ws://127.0.0.1:{port}/", max_queue=1, close_timeout=0.1) as browser,
    ):
        await browser.send("here")
        while app.line is None or not app.heard:  # noqa: ASYNC110 - the server's own time
            await asyncio.sleep(0.001)
        written = 0
        while say(app, "x" * 60_000):
            written += 1
            assert written < 10_000
        assert app.line.transport.get_write_buffer_size() <= MOST_WAITING + 70_000
        app.line.goodbye(b"", 4005, "too_slow")
        assert app.line.close_timer is not None


async def arrived(app: Straight, browser: ClientConnection) -> OpenLineProtocol:
    await browser.send("here")
    while app.line is None or not app.heard:  # noqa: ASYNC110 - the server's own time
        await asyncio.sleep(0.001)
    return app.line


class Ends:
    """Counts how often it was said that care is needed again."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> None:
        self.count += 1


async def test_what_is_written_straight_arrives_between_other_frames() -> None:
    app, ends = Straight(), Ends()
    async with served(app, lifespan="off") as port, connect(f"ws://127.0.0.1:{port}/") as browser:
        line = await arrived(app, browser)
        write = line.straight(ends)
        assert write is not None
        for count in range(20):
            write(text_frame(f"{count}".encode()))
            say(app, "between")
        heard = [await browser.recv() for _ in range(40)]
        assert heard == [word for count in range(20) for word in (f"{count}", "between")]
        assert ends.count == 0


async def test_straight_writing_is_over_once_the_other_side_closes() -> None:
    app, ends = Straight(), Ends()
    async with served(app, lifespan="off") as port:
        async with connect(f"ws://127.0.0.1:{port}/") as browser:
            line = await arrived(app, browser)
            assert line.straight(ends) is not None
        await app.over.wait()
        assert ends.count == 1
        assert line.straight(ends) is None


async def something_comes_that_is_no_frame(_line: OpenLineProtocol, browser: ClientConnection) -> None:
    browser.transport.write(b"\xff\xff\xff")


async def this_side_closes(line: OpenLineProtocol, _browser: ClientConnection) -> None:
    line.goodbye(b"", 4003, "removed")


@pytest.mark.parametrize("happens", [something_comes_that_is_no_frame, this_side_closes])
async def test_straight_writing_is_over_once_either_side_ends_the_line(
    happens: Callable[[OpenLineProtocol, ClientConnection], Awaitable[None]],
) -> None:
    app, ends = Straight(), Ends()
    async with served(app, lifespan="off") as port, connect(f"ws://127.0.0.1:{port}/") as browser:
        line = await arrived(app, browser)
        assert line.straight(ends) is not None
        await happens(line, browser)
        await app.over.wait()
        assert ends.count == 1
        assert line.straight(ends) is None


async def test_straight_writing_is_over_while_a_phone_does_not_keep_up() -> None:
    app, ends = Straight(), Ends()
    async with (
        served(app, lifespan="off") as port,
        connect(f"ws://127.0.0.1:{port}/", max_queue=1, close_timeout=0.1) as browser,
    ):
        line = await arrived(app, browser)
        write = line.straight(ends)
        assert write is not None
        written = 0
        while not ends.count:
            write(text_frame(b"x" * 60_000))
            written += 1
            assert written < 1_000
        assert line.transport.get_write_buffer_size() <= 140_000
        assert line.straight(ends) is None
        for _ in range(written):
            await browser.recv()
        async with asyncio.timeout(20):
            while line.straight(ends) is None:  # noqa: ASYNC110 - the server's own time
                await asyncio.sleep(0.001)
        assert ends.count == 1


async def test_11_a_phone_that_looks_open_and_is_dead_is_dropped() -> None:
    app, ends = Straight(), Ends()
    async with served(app, ws_ping_interval=0.02, ws_ping_timeout=0.02, lifespan="off") as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(
            b"GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        )
        while app.line is None:  # noqa: ASYNC110 - the server's own time
            await asyncio.sleep(0.001)
        assert app.line.straight(ends) is not None
        # It reads, and answers no ping.
        async with asyncio.timeout(20):
            while await reader.read(1000):
                pass
            await app.over.wait()
        assert ends.count == 1
        writer.close()
