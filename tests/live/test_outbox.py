"""A bounded outbox for each phone."""

import asyncio
from collections.abc import Callable
from typing import Any

import orjson
import pytest

from kithmap.live.frames import frame, texts
from kithmap.live.outbox import LINE, AsgiOutbox, TransportOutbox, closing, outbox_for
from kithmap.live.ports import Write
from kithmap.sync.effects import CloseReason
from kithmap.sync.protocol import EntryMessage, Pong

pytestmark = pytest.mark.anyio
PONG = frame(Pong())


class Wire:
    """A line whose other side reads when the test says so."""

    def __init__(self) -> None:
        self.sent = b""
        self.waits = 0
        self.ended: tuple[int, str] | None = None

    def write(self, frames: bytes, most: int) -> bool:
        """Take frames."""
        if self.waits > most:
            return False
        if self.ended is None:
            self.sent += frames
            self.waits += len(frames)
        return True

    def straight(self, ended: Callable[[], None]) -> Write | None:
        """Take frames straight while nothing waits."""
        self.ends = ended
        return None if self.waits else self.take

    def take(self, frames: bytes) -> None:
        """Take frames."""
        self.sent += frames

    def goodbye(self, frames: bytes, code: int, reason: str) -> None:
        """End."""
        if self.ended is None:
            self.sent += frames
            self.ended = (code, reason)


class Browser:
    """An ASGI server's `send` that blocks when the test says so."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []
        self.free = asyncio.Event()
        self.free.set()
        self.gone = False

    async def send(self, event: Any) -> None:
        """Take an event."""
        await self.free.wait()
        if self.gone:
            raise OSError
        self.events.append(event)

    async def until(self, fact: Callable[[], bool]) -> None:
        async with asyncio.timeout(20):
            while not fact():  # noqa: ASYNC110 - the sender's task has no event
                await asyncio.sleep(0)


def test_the_transport_receives_the_very_bytes() -> None:
    wire = Wire()
    TransportOutbox(wire).write(PONG + PONG)
    assert wire.sent == PONG + PONG


async def test_only_a_line_of_the_transport_can_be_written_to_straight() -> None:
    wire = Wire()
    outbox = TransportOutbox(wire)
    write = outbox.straight(lambda: None)
    assert write is not None
    write(PONG)
    assert wire.sent == PONG
    outbox.write(PONG)
    assert outbox.straight(lambda: None) is None
    slow = AsgiOutbox(Browser().send)
    assert slow.straight(lambda: None) is None
    await slow.end()


def test_a_phone_that_lets_too_much_wait_is_closed_and_told_why() -> None:
    wire = Wire()
    outbox = TransportOutbox(wire, most=2 * len(PONG))
    for _ in range(5):
        outbox.write(PONG)
    assert wire.ended == (CloseReason.TOO_SLOW.code, "too_slow")
    assert wire.sent == 3 * PONG + closing(CloseReason.TOO_SLOW)


def test_the_last_message_says_why_for_pages_that_cannot_read_codes() -> None:
    (text,) = texts(closing(CloseReason.REMOVED))
    assert orjson.loads(text) == {"type": "closing", "reason": "removed"}


async def test_through_asgi_messages_go_out_one_by_one_and_in_order() -> None:
    browser = Browser()
    outbox = AsgiOutbox(browser.send)
    outbox.write(frame(EntryMessage(number=1)) + frame(EntryMessage(number=2)))
    outbox.write(PONG)
    outbox.close(CloseReason.SIGNED_OUT)
    outbox.close(CloseReason.TOO_SLOW)
    outbox.write(PONG)
    await outbox.end()
    kinds = [orjson.loads(event["text"])["type"] for event in browser.events[:-1]]
    assert kinds == ["entry", "entry", "pong", "closing"]
    assert browser.events[-1] == {
        "type": "websocket.close",
        "code": CloseReason.SIGNED_OUT.code,
        "reason": "signed_out",
    }


async def test_through_asgi_too_slow_a_phone_is_closed_without_what_waited() -> None:
    browser = Browser()
    outbox = AsgiOutbox(browser.send, most=3 * len(PONG))
    outbox.write(PONG)
    await browser.until(lambda: len(browser.events) == 1)
    browser.free.clear()
    for _ in range(20):
        outbox.write(PONG)
        await asyncio.sleep(0)
    browser.free.set()
    await outbox.end()
    assert len(browser.events) < 8
    assert browser.events[-1]["reason"] == "too_slow"


async def test_a_line_that_is_gone_ends_the_sending_quietly() -> None:
    browser = Browser()
    outbox = AsgiOutbox(browser.send)
    browser.gone = True
    outbox.write(PONG)
    outbox.close(CloseReason.REMOVED)
    await outbox.end()
    assert browser.events == []


async def test_the_end_of_a_line_ends_its_task() -> None:
    before = len(asyncio.all_tasks())
    outbox = AsgiOutbox(Browser().send)
    await outbox.end()
    assert len(asyncio.all_tasks()) == before


async def test_the_fastest_way_out_is_taken() -> None:
    browser = Browser()
    assert isinstance(outbox_for({"extensions": {LINE: Wire()}}, browser.send), TransportOutbox)
    slow = outbox_for({}, browser.send)
    assert isinstance(slow, AsgiOutbox)
    await slow.end()
