"""How much may be sent, and how often guessed."""

import ipaddress
from collections import OrderedDict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kithmap.basics.errors import TooLargeError, TooManyError

MEGABYTE = 1_000_000
MOST_BYTES = MEGABYTE
"""Of an ordinary request: a hundred operations of an evening offline are some 100 kB."""

MOST_KEYS = 10_000
"""Addresses that one window remembers: some 5 MB at worst. Beyond them the one that was quiet longest is forgotten."""

TOO_LARGE = "That is too large: {limit} MB is the most that can be sent here. Nothing was changed. Please send less at once."


@dataclass(slots=True)
class SlidingWindow:
    """Counts what happened to each key during the time just past.

    Attributes:
        most: how many times are allowed within the span.
        span: the length of the window.
        most_keys: how many keys are remembered.
    """

    most: int
    span: timedelta
    most_keys: int = MOST_KEYS
    _moments: OrderedDict[str, deque[datetime]] = field(default_factory=OrderedDict)

    def wait(self, key: str, now: datetime) -> timedelta | None:
        """Return how long the key must wait, or None if it need not."""
        moments = self._moments.get(key)
        while moments and now - moments[0] >= self.span:
            moments.popleft()
        if not moments:
            self._moments.pop(key, None)
            return None
        return self.span - (now - moments[0]) if len(moments) >= self.most else None

    def count(self, key: str, now: datetime) -> None:
        """Count one more for the key."""
        moments = self._moments.setdefault(key, deque(maxlen=self.most))
        moments.append(now)
        self._moments.move_to_end(key)
        while len(self._moments) > self.most_keys:
            self._moments.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Guessing:
    """Limits wrong guesses at codes and passwords: by address, and by what is guessed at.

    A whole hall shares one address on the guest network, so that only wrong guesses count, and sixty of them are allowed.
    With fifteen million codes that leaves one address a chance of 1 in 1,700 to find one open workshop in a whole day.
    """

    by_address: SlidingWindow = field(default_factory=lambda: SlidingWindow(60, timedelta(minutes=10)))
    by_target: SlidingWindow = field(default_factory=lambda: SlidingWindow(300, timedelta(minutes=10)))

    def check(self, address: str, target: str, now: datetime) -> None:
        """Let a guess be made.

        Raises:
            TooManyError: if too many were wrong lately.
        """
        waits = (self.by_address.wait(address, now), self.by_target.wait(target, now))
        longest = max((wait for wait in waits if wait is not None), default=None)
        if longest is not None:
            minutes = -(-int(longest.total_seconds()) // 60) or 1
            words = f"There were too many wrong tries. Please wait {minutes} min, or ask the facilitator for the QR code."
            raise TooManyError(words, retry_after=int(longest.total_seconds()) + 1)

    def wrong(self, address: str, target: str, now: datetime) -> None:
        """Count a wrong guess."""
        self.by_address.count(address, now)
        self.by_target.count(target, now)


def address_of(connection: HTTPConnection) -> str:
    """Return where a request comes from, as far as it can be told apart: of IPv6 the /64 that one household has."""
    host = connection.client.host if connection.client is not None else ""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.IPv6Network((address, 64), strict=False).network_address)
    return host


class BodyLimit:
    """Refuses bodies over the limit of their address, whether they say their length or not.

    Args:
        app: the application below.
        larger: limits in bytes by the beginnings and ends of paths, as (beginning, end): the upload routes. An end with a
            slash behind it means whatever is right below that.
    """

    def __init__(self, app: ASGIApp, larger: Mapping[tuple[str, str], int] | None = None) -> None:
        """Wrap an application."""
        self._app = app
        self._larger: Sequence[tuple[tuple[str, str], int]] = tuple((larger or {}).items())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on while it keeps within its limit."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = self._limit_of(scope["path"])
        said = Headers(scope=scope).get("content-length", "0")
        if not said.isdigit() or int(said) > limit:
            await _refusal(limit)(scope, receive, send)
            return
        taken = 0
        begun = False

        async def receive_within() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > limit:
                raise _over(limit)
            return message

        async def send_on(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive_within, send_on)
        except TooLargeError:
            if begun:
                raise
            await _refusal(limit)(scope, receive, send)

    def _limit_of(self, path: str) -> int:
        above = path[: path.rfind("/") + 1]
        fitting = (
            limit
            for (start, end), limit in self._larger
            if path.startswith(start) and (above if end.endswith("/") else path).endswith(end)
        )
        return next(fitting, MOST_BYTES)


def _over(limit: int) -> TooLargeError:
    return TooLargeError(TOO_LARGE.format(limit=limit // MEGABYTE))


def _refusal(limit: int) -> Response:
    error = _over(limit)
    # The rest of the body is not read, so that the connection cannot be used again.
    return JSONResponse({"code": error.code, "message": error.message}, 413, {"Connection": "close"})
