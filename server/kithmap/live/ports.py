"""What the host needs of others, as arguments."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from starlette.requests import HTTPConnection

from kithmap.sync.audience import Viewer
from kithmap.sync.effects import CloseReason
from kithmap.sync.log import Batch

Write = Callable[[bytes], object]
"""Writes whole frames."""

Authenticate = Callable[[HTTPConnection, str], Awaitable[Viewer]]
"""Tells who asks for a workshop, by its id. Raises a ``KithmapError`` if nobody who may."""


class Outbox(Protocol):
    """Where one session's frames go. Nothing here waits for the phone."""

    def write(self, frames: bytes) -> None:
        """Send whole frames, in order; a phone that reads too slowly is closed instead."""

    def straight(self, ended: Callable[[], None]) -> Write | None:
        """Return what writes without asking anything, for a line that needs no care at present; None for any other.

        Args:
            ended: is called when care is needed again: the line closes, or the phone does not keep up. What was returned must
                not be called after that. A later call of this method puts another in its place.
        """

    def close(self, reason: CloseReason) -> None:
        """Say why, and close. Later writes do nothing."""


class LogWriter(Protocol):
    """The one door to the log for appending; commits are shared by all that arrive while the last one ran."""

    async def append(self, batch: Batch) -> bool:
        """Store a batch durably; False if another process was first.

        Raises:
            UnavailableError: if the database failed.
        """
