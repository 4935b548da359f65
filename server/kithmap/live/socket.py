"""The WebSocket of a workshop: ``/live/{workshop}``. Turns texts into messages; everything else is the hub's."""

from starlette.requests import HTTPConnection
from starlette.routing import WebSocketRoute
from starlette.types import Message, Receive, Scope, Send

from kithmap.basics.actors import LEADING
from kithmap.basics.clock import Clock, system_clock
from kithmap.basics.errors import (
    BadInputError,
    GoneError,
    KithmapError,
    NotAllowedError,
    NotFoundError,
    NotSignedInError,
    TooManyError,
)
from kithmap.live.hub import Hub, Session
from kithmap.live.origin import same_origin
from kithmap.live.outbox import AsgiOutbox, outbox_for
from kithmap.live.ports import Authenticate, Outbox
from kithmap.sync.allowance import Allowance, Limits
from kithmap.sync.effects import CloseReason
from kithmap.sync.protocol import decode

MOST_CHARACTERS = 256 * 1024
"""Of one message: a hundred operations, or one area with some ten thousand corners."""

MESSAGES = Limits(burst=300, rate=30)
"""Of one socket, of any kind: a view that follows a finger sends ten a second."""

LEADING_MESSAGES = Limits(burst=5_000, rate=500)
"""Of those who run the room: they import, and answer for it."""

_REASONS: dict[type[KithmapError], CloseReason] = {
    NotSignedInError: CloseReason.SIGNED_OUT,
    NotAllowedError: CloseReason.REMOVED,
    NotFoundError: CloseReason.NOT_FOUND,
    GoneError: CloseReason.NOT_FOUND,
    TooManyError: CloseReason.TOO_FAST,
}


class _Closed(Exception):  # noqa: N818 - ends a conversation, and is no error
    """The conversation is over."""

    def __init__(self, reason: CloseReason) -> None:
        self.reason = reason


class LiveSocket:
    """The endpoint, as a plain ASGI application: nothing between a frame and the hub but decoding."""

    def __init__(self, hub: Hub, authenticate: Authenticate, clock: Clock = system_clock) -> None:
        """Serve this hub.

        Args:
            hub: the open workshops.
            authenticate: tells who asks.
            clock: tells the time.
        """
        self._hub = hub
        self._authenticate = authenticate
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one line from its first frame to its last."""
        connection = HTTPConnection(scope)
        await receive()
        if not same_origin(connection):
            await send({"type": "websocket.close", "code": CloseReason.REMOVED.code})
            return
        # The line is opened before anybody is known: a browser tells its page nothing of a refused handshake, so the
        # page could not know a lost network from a lost place.
        await send({"type": "websocket.accept"})
        outbox = outbox_for(scope, send)
        try:
            await self._converse(connection, receive, outbox)
        except _Closed as closed:
            outbox.close(closed.reason)
        finally:
            if isinstance(outbox, AsgiOutbox):
                await outbox.end()

    async def _converse(self, connection: HTTPConnection, receive: Receive, outbox: Outbox) -> None:
        workshop = connection.path_params["workshop"]
        try:
            viewer = await self._authenticate(connection, workshop)
            session = await self._hub.connect(workshop, viewer, outbox)
        except KithmapError as error:
            raise _Closed(_REASONS.get(type(error), CloseReason.SERVER_TROUBLE)) from None
        limits = LEADING_MESSAGES if viewer.role in LEADING else MESSAGES
        try:
            await self._listen(session, receive, Allowance(limits, limits.burst, self._clock()))
        finally:
            self._hub.disconnect(session)

    async def _listen(self, session: Session, receive: Receive, allowance: Allowance) -> None:
        while (event := await receive())["type"] != "websocket.disconnect":
            if not allowance.take(1, self._clock()):
                raise _Closed(CloseReason.TOO_FAST)
            try:
                self._hub.receive(session, decode(_text(event)))
            except BadInputError:
                raise _Closed(CloseReason.NOT_UNDERSTOOD) from None


def _text(event: Message) -> str:
    text: str | None = event.get("text")
    if text is None:
        raise _Closed(CloseReason.NOT_UNDERSTOOD)
    if len(text) > MOST_CHARACTERS:
        raise _Closed(CloseReason.TOO_LARGE)
    return text


def live_route(hub: Hub, authenticate: Authenticate) -> WebSocketRoute:
    """Return the route of the live socket."""
    return WebSocketRoute("/live/{workshop}", LiveSocket(hub, authenticate), name="live")
