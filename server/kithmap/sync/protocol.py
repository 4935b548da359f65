"""The messages between a page and the server: two closed lists, one version. TypeScript types are made from these."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from kithmap.basics.actors import Role
from kithmap.basics.errors import BadInputError, Reason

PROTOCOL_VERSION = 1
MOST_OPERATIONS = 100
"""Operations in one message: an evening's worth of a phone without network."""

Id = Annotated[str, Field(min_length=1, max_length=80)]


class Message(BaseModel):
    """What every message shares."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


class WireRecord(Message):
    """A record as a browser holds it."""

    kind: str
    id: str
    author: str | None
    audience: Literal["everyone", "author", "leading", "own", "screen"]
    version: int
    fields: dict[str, Any]
    stands_on: list[str] = Field(default_factory=list)


class WirePut(Message):
    """The record is now as given."""

    put: WireRecord


class WireRemove(Message):
    """The record is gone, or is no longer for this person."""

    remove: str


WireChange = WirePut | WireRemove


class View(Message):
    """What a facilitator's map shows, which the projector follows."""

    lon: float = Field(ge=-180, le=180)
    lat: float = Field(ge=-90, le=90)
    zoom: float = Field(ge=0, le=24)


class Present(Message):
    """One person who is here."""

    person: str
    name: str
    state: Literal["active", "idle"]


# From the page.


class Hello(Message):
    """The first message of a connection."""

    type: Literal["hello"]
    protocol: int
    after: int | None = Field(ge=0, description="the last number this page has, or null for none")


class SubmittedOperation(Message):
    """One operation, under an id of the page's making."""

    id: str = Field(pattern=r"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")
    kind: str = Field(max_length=60)
    payload: dict[str, Any]
    device_time: str | None = Field(
        default=None,
        max_length=40,
        description="the phone's own clock; kept nowhere, orders nothing",
    )


class Submit(Message):
    """Operations to accept. With ``together`` none is accepted unless all are."""

    type: Literal["submit"]
    operations: list[SubmittedOperation] = Field(min_length=1, max_length=MOST_OPERATIONS)
    together: bool = False


class Fetch(Message):
    """Numbers are missing: what follows this one?"""

    type: Literal["fetch"]
    after: int = Field(ge=0)


class PresenceUpdate(Message):
    """Where this page is. Not history: throttled, lossy, never stored."""

    type: Literal["presence"]
    state: Literal["active", "idle"] = "active"
    view: View | None = None
    spotlight: str | None = Field(default=None, max_length=80)


class Ping(Message):
    """Is the line alive?"""

    type: Literal["ping"]


ClientMessage = Hello | Submit | Fetch | PresenceUpdate | Ping

# From the server.


class Welcome(Message):
    """Who this session is, and how the room stands."""

    type: Literal["welcome"] = "welcome"
    protocol: int = PROTOCOL_VERSION
    session: str
    person: str
    role: Role
    number: int


class CatchUp(Message):
    """What brings a page up to ``number``: changes over what it has, or over the snapshot named.

    Attributes:
        after: the number that the changes start from, when no snapshot is named.
        snapshot: the number of the snapshot to fetch and start from, or null.
    """

    type: Literal["catch_up"] = "catch_up"
    after: int
    snapshot: int | None
    number: int
    changes: list[WireChange]


class EntryMessage(Message):
    """The next entry. Someone who may see none of it still receives its number."""

    type: Literal["entry"] = "entry"
    number: int
    operation: str | None = None
    kind: str | None = None
    person: str | None = None
    at: str | None = None
    changes: list[WireChange] = Field(default_factory=list)


class AlreadyMessage(Message):
    """The operation was accepted before, under this number."""

    type: Literal["already"] = "already"
    operation: str
    number: int


class RefusedMessage(Message):
    """The operation was not accepted."""

    type: Literal["refused"] = "refused"
    operation: str
    reason: Reason
    message: str


class PresenceMessage(Message):
    """Who is here, and where the room is looking."""

    type: Literal["presence"] = "presence"
    count: int
    people: list[Present] = Field(default_factory=list)
    view: View | None = None
    spotlight: str | None = None


class News(Message):
    """The answer to a page that polls: it is no message of a line, but holds two.

    Attributes:
        catch_up: what follows the number that the page has.
        presence: who is here, or null where that is as it was told before.
        edition: of that, to be named in the next request.
    """

    catch_up: CatchUp
    presence: PresenceMessage | None
    edition: int


class Pong(Message):
    """The line is alive."""

    type: Literal["pong"] = "pong"


class ClosingMessage(Message):
    """The connection closes after this, and why."""

    type: Literal["closing"] = "closing"
    reason: str


ServerMessage = (
    Welcome
    | CatchUp
    | EntryMessage
    | AlreadyMessage
    | RefusedMessage
    | PresenceMessage
    | Pong
    | ClosingMessage
)

_CLIENT: TypeAdapter[ClientMessage] = TypeAdapter(Annotated[ClientMessage, Field(discriminator="type")])
SERVER: TypeAdapter[ServerMessage] = TypeAdapter(Annotated[ServerMessage, Field(discriminator="type")])


def decode(text: str | bytes) -> ClientMessage:
    """Read a page's message.

    Raises:
        BadInputError: if it is none of the closed list, whole and exact.
    """
    try:
        return _CLIENT.validate_json(text)
    except ValidationError:
        raise BadInputError("The server does not understand this page. Please load it again.") from None


def encode(message: ServerMessage) -> bytes:
    """Write a server's message as JSON, UTF-8."""
    return message.model_dump_json().encode()
