"""What a room asks its host to do. Values, so that a test reads them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kithmap.sync.entry import Entry
from kithmap.sync.protocol import ServerMessage


class CloseReason(StrEnum):
    """Why a connection is closed: a closed list, which the page puts into words."""

    PAGE_TOO_OLD = "page_too_old"
    NOT_UNDERSTOOD = "not_understood"
    SIGNED_OUT = "signed_out"
    REMOVED = "removed"
    NOT_FOUND = "not_found"
    TOO_SLOW = "too_slow"
    TOO_FAST = "too_fast"
    TOO_LARGE = "too_large"
    REPLACED = "replaced"
    SERVER_STOPPING = "server_stopping"
    SERVER_TROUBLE = "server_trouble"

    @property
    def code(self) -> int:
        """The WebSocket close code: 4000 and the reason's place in this list (RFC 6455, section 7.4.2)."""
        return 4000 + list(CloseReason).index(self)


@dataclass(frozen=True, slots=True)
class Persist:
    """Store these entries; then tell the room ``stored``, ``overtaken`` or ``not_stored``."""

    workshop: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Send:
    """Send one message to one session."""

    session: str
    message: ServerMessage


@dataclass(frozen=True, slots=True)
class Broadcast:
    """Send one message to every session, in the form that its viewer may see.

    Attributes:
        others: for everyone not named below.
        leading: for those who lead the room.
        persons: for particular people who see more than others.
    """

    others: ServerMessage
    leading: ServerMessage
    persons: Mapping[str, ServerMessage] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CloseSession:
    """Close one session, telling it why."""

    session: str
    reason: CloseReason


Effect = Persist | Send | Broadcast | CloseSession
