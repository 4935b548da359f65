"""A bounded outbox for each phone: nobody waits for a slow one. It is closed, and catches up when it comes back.

Two ways out: straight to the transport, where the server lets us (one call for each phone, the same bytes for all), and
through ASGI for any other server.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from typing import Protocol

from starlette.types import Scope, Send

from kithmap.live.frames import frame, texts
from kithmap.live.heartbeat import GOODBYE_WITHIN
from kithmap.live.ports import Outbox, Write
from kithmap.sync.effects import CloseReason
from kithmap.sync.protocol import ClosingMessage

logger = logging.getLogger(__name__)

MOST_WAITING = 1_000_000
"""Bytes that may wait for one phone beyond what the network holds: some 3,000 edits, which a fresh start brings sooner."""

LINE = "kithmap.line"
"""The name of the line among the ASGI scope's extensions."""


class Line(Protocol):
    """A WebSocket line of a server that lets us write whole frames straight to its transport."""

    def write(self, frames: bytes, most: int) -> bool:
        """Write whole frames, if the line is open; False, and nothing is written, if more than ``most`` bytes wait."""

    def straight(self, ended: Callable[[], None]) -> Write | None:
        """Return what writes to it without asking; see :meth:`kithmap.live.ports.Outbox.straight`."""

    def goodbye(self, frames: bytes, code: int, reason: str) -> None:
        """Write last frames and a closing one; soon after, the line is cut."""


def closing(reason: CloseReason) -> bytes:
    """Return the message that tells a page why its line closes: some browsers and proxies lose the code."""
    return frame(ClosingMessage(reason=reason.value))


class TransportOutbox:
    """Writes straight to the transport."""

    def __init__(self, line: Line, most: int = MOST_WAITING) -> None:
        """Write to this line while at most so many bytes wait."""
        self._line = line
        self._most = most

    def write(self, frames: bytes) -> None:
        """Send whole frames; too slow a phone is closed instead."""
        if not self._line.write(frames, self._most):
            self.close(CloseReason.TOO_SLOW)

    def straight(self, ended: Callable[[], None]) -> Write | None:
        """Return the transport's own way of writing, while little waits there: far less than may."""
        return self._line.straight(ended)

    def close(self, reason: CloseReason) -> None:
        """Say why, and close."""
        self._line.goodbye(closing(reason), reason.code, reason.value)


class AsgiOutbox:
    """Sends through ASGI, one message at a time, in a task that ends with the line."""

    def __init__(self, send: Send, most: int = MOST_WAITING) -> None:
        """Send with this while at most so many bytes wait."""
        self._send = send
        self._most = most
        self._frames: deque[bytes] = deque()
        self._size = 0
        self._reason: CloseReason | None = None
        self._more = asyncio.Event()
        self._sending = asyncio.create_task(self._run())

    def write(self, frames: bytes) -> None:
        """Send whole frames; too slow a phone is closed instead."""
        if self._reason is not None:
            return
        if self._size > self._most:
            self._forget()
            self.close(CloseReason.TOO_SLOW)
            return
        self._frames.append(frames)
        self._size += len(frames)
        self._more.set()

    def straight(self, ended: Callable[[], None]) -> Write | None:  # noqa: ARG002 - the port's
        """There is no way past the queue."""
        return None

    def close(self, reason: CloseReason) -> None:
        """Say why, and close."""
        if self._reason is None:
            self._reason = reason
            self._frames.append(closing(reason))
            self._more.set()

    async def end(self) -> None:
        """The line is over: wait for the last words, if there are any."""
        if self._reason is None:
            self._sending.cancel()
        await asyncio.wait([self._sending], timeout=GOODBYE_WITHIN)

    def _forget(self) -> None:
        self._frames.clear()
        self._size = 0

    async def _run(self) -> None:
        try:
            while await self._more.wait():
                self._more.clear()
                await self._send_waiting()
                if self._reason is not None:
                    await self._send(
                        {"type": "websocket.close", "code": self._reason.code, "reason": self._reason.value}
                    )
                    return
        except Exception:  # noqa: BLE001 - each server has its own exception for a line that is gone
            logger.debug("a line was gone before its last frames")

    async def _send_waiting(self) -> None:
        while self._frames:
            frames = self._frames.popleft()
            self._size -= len(frames)
            for text in texts(frames):
                await self._send({"type": "websocket.send", "text": text})


def outbox_for(scope: Scope, send: Send) -> Outbox:
    """Return the fastest outbox that the server allows."""
    line = scope.get("extensions", {}).get(LINE)
    return AsgiOutbox(send) if line is None else TransportOutbox(line)
