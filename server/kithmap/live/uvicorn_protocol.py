"""uvicorn's WebSocket protocol with its line laid open: whole frames go straight to the transport.

This is the fastest way that was measured: the protocol's own ``send`` frames each message for each phone anew and takes
twice the processor time. Writing past it stays legal, because the protocol, too, hands the transport whole frames only,
and nothing is written after a closing frame, whoever sent it.
"""

from collections.abc import Callable
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame

from kithmap.live.heartbeat import GOODBYE_WITHIN, PING_EVERY, PONG_WITHIN
from kithmap.live.outbox import LINE, closing
from kithmap.live.ports import Write
from kithmap.sync.effects import CloseReason

MOST_RECEIVED = 1024 * 1024
"""Bytes of one message beyond which the protocol itself gives up (1009); the socket refuses politely well before."""


class OpenLineProtocol(WebSocketsSansIOProtocol):
    """The protocol as :class:`kithmap.live.outbox.Line`."""

    _straight_ended: Callable[[], None] | None = None

    async def run_asgi(self) -> None:
        """Hand the line to the application with the scope."""
        extensions: dict[str, Any] = self.scope["extensions"]
        extensions[LINE] = self
        try:
            await super().run_asgi()
        finally:
            del extensions[LINE]

    def connection_lost(self, exc: Exception | None) -> None:
        """Let go of the line, and undo the circle in which the parser holds itself, so that its memory is free at once."""
        self._end_straight()
        super().connection_lost(exc)
        self.conn.parser.close()

    @property
    def _closing(self) -> bool:
        return self.close_sent or self.transport.is_closing()

    def write(self, frames: bytes, most: int) -> bool:
        """Write whole frames, if the line is open; False, and nothing is written, if more than ``most`` bytes wait."""
        transport = self.transport
        if self.close_sent or transport.is_closing():
            return True
        if transport.get_write_buffer_size() > most:
            return False
        transport.write(frames)
        return True

    def straight(self, ended: Callable[[], None]) -> Write | None:
        """Return the transport's own ``write``, until the line begins to close or more waits than the transport likes (64 KiB)."""
        if self._closing or not self.writable.is_set():
            return None
        self._straight_ended = ended
        return self.transport.write

    def _end_straight(self) -> None:
        ended, self._straight_ended = self._straight_ended, None
        if ended is not None:
            ended()

    def pause_writing(self) -> None:
        """Hear that the phone does not keep up."""
        super().pause_writing()
        self._end_straight()

    def handle_close(self, event: Frame) -> None:
        """Hear that the other side closes."""
        self._end_straight()
        super().handle_close(event)

    def handle_parser_exception(self) -> None:
        """Close, because what came is no WebSocket frame."""
        self._end_straight()
        super().handle_parser_exception()

    def goodbye(self, frames: bytes, code: int, reason: str) -> None:
        """Write last frames and a closing one; cut the line if the other side has not closed it soon after."""
        if self._closing:
            return
        self._last_words(frames, code, reason)
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code, "reason": reason})
        if self.read_paused:
            self.read_paused = False
            self.transport.resume_reading()
        # `close` would wait for a phone that reads nothing until the network gives up: a quarter of an hour.
        self.close_timer = self.loop.call_later(GOODBYE_WITHIN, self.transport.abort)

    def _last_words(self, frames: bytes, code: int, reason: str) -> None:
        self._end_straight()
        self.conn.send_close(code, reason)
        self.transport.write(frames + b"".join(self.conn.data_to_send()))
        self.close_sent = True

    def keepalive_timeout(self) -> None:
        """Cut the line of a phone that is gone; what waits for it would wait for ever."""
        self._end_straight()
        super().keepalive_timeout()
        self.loop.call_later(GOODBYE_WITHIN, self.transport.abort)

    def shutdown(self) -> None:
        """Tell the page that the server stops, so that it comes back by itself."""
        self._end_straight()
        if self.handshake_complete and not self._closing:
            reason = CloseReason.SERVER_STOPPING
            self.transport.write(closing(reason))
            self.queue.put_nowait(
                {"type": "websocket.disconnect", "code": reason.code, "reason": reason.value}
            )
            self._last_words(b"", reason.code, reason.value)
        super().shutdown()


def server_options() -> dict[str, Any]:
    """Return what ``uvicorn.Config`` needs for the live host.

    Compression is off: for each line of its own it would take three times the processor time and memory; the one long
    message, the snapshot, travels compressed over HTTP.
    """
    return {
        "ws": OpenLineProtocol,
        "ws_max_size": MOST_RECEIVED,
        "ws_ping_interval": PING_EVERY,
        "ws_ping_timeout": PONG_WITHIN,
        "ws_per_message_deflate": False,
        "timeout_graceful_shutdown": 10,
    }
