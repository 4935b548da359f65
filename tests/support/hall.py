"""A hall without sockets: phones, lines that hold what is under way until a test lets it arrive, hosts on one log.

Nothing here waits or draws lots: a test decides what happens next.
"""

import gzip
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson

from kithmap.basics.actors import Role
from kithmap.basics.ids import uuid7
from kithmap.basics.records import Record
from kithmap.shared_map.masking import Mask
from kithmap.state import WorkshopRules
from kithmap.storage.oplog.memory import MemoryLog
from kithmap.sync.allowance import Limits
from kithmap.sync.audience import Viewer, for_viewer
from kithmap.sync.content import Content
from kithmap.sync.effects import Broadcast, CloseSession, Effect, Persist, Send
from kithmap.sync.entry import record_to_json
from kithmap.sync.log import Batch, OperationLog
from kithmap.sync.protocol import (
    PROTOCOL_VERSION,
    SERVER,
    AlreadyMessage,
    CatchUp,
    ClientMessage,
    EntryMessage,
    Fetch,
    Hello,
    RefusedMessage,
    ServerMessage,
    Submit,
    SubmittedOperation,
    Welcome,
    WirePut,
    decode,
    encode,
)
from kithmap.sync.room import Room
from kithmap.sync.rules import Rules

WORKSHOP = "01900000-0000-7000-8000-00000000aaaa"
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
MASK = Mask(b"a secret of 32 bytes, for tests.", WORKSHOP)
BOUNDARY = {"type": "Polygon", "coordinates": [[[-1, 52], [0, 52], [0, 53], [-1, 53], [-1, 52]]]}
Json = dict[str, Any]


def made_id(count: int) -> str:
    """Return an id that sorts by ``count``."""
    return uuid7(count, count.to_bytes(10, "big"))


def load(log: OperationLog) -> tuple[Content, dict[str, int]]:
    """Read a workshop from zero."""
    content = Content()
    for entry in log.entries(WORKSHOP, 0):
        content.apply(entry)
    return content, log.operation_numbers(WORKSHOP)


class Host:
    """One server process's room on a log."""

    def __init__(self, log: OperationLog, rules: Rules | None = None, limits: Limits | None = None) -> None:
        self.log = log
        self.rules = rules or WorkshopRules()
        self.limits = limits or Limits(burst=10_000, rate=10_000)
        self.now = NOON
        self.count = 0
        self.start()

    def start(self) -> None:
        """Begin, or begin again after a crash: only what is stored is known."""
        content, operations = load(self.log)
        self.room = Room(WORKSHOP, self.rules, content, operations, self.limits)
        self.lines: dict[str, Line] = {}
        self.storing: Persist | None = None

    def connect(self, phone: "Phone") -> "Line":
        """Open a line for a phone."""
        self.count += 1
        line = Line(self, f"session-{self.count}", phone)
        self.lines[line.session] = line
        return line

    def hear(self, line: "Line", message: ClientMessage) -> None:
        """Take one message from a line."""
        self.now += timedelta(milliseconds=1)
        self.run(self.room.receive(line.session, line.phone.viewer, message, self.now))

    def commit(self, *, fails: bool = False) -> None:
        """Let the commit that is under way end."""
        if self.storing is None:
            return
        persist, self.storing = self.storing, None
        if fails:
            self.run(self.room.not_stored())
        elif self.log.append([Batch(WORKSHOP, persist.entries)])[0]:
            self.run(self.room.stored())
        else:
            self.run(self.room.overtaken(self.log.entries(WORKSHOP, self.room.content.number)))

    def crash(self, *, after_commit: bool) -> None:
        """Stop at the worst moment: before the commit is stored, or after it and before anyone is told."""
        if after_commit and self.storing is not None:
            self.log.append([Batch(WORKSHOP, self.storing.entries)])
        for line in list(self.lines.values()):
            line.drop()
        self.start()

    def look(self) -> None:
        """Be woken: take in what other processes stored."""
        if not self.room.busy:
            self.run(self.room.follow(self.log.entries(WORKSHOP, self.room.content.number)))

    def run(self, effects: Iterable[Effect]) -> None:
        """Do what the room asks."""
        for effect in effects:
            match effect:
                case Persist():
                    assert self.storing is None
                    self.storing = effect
                case Send(session=session, message=message):
                    if session in self.lines:
                        self.lines[session].down.append(encode(message))
                case Broadcast():
                    for session, viewer in self.room.sessions.items():
                        self.lines[session].down.append(encode(for_viewer(effect, viewer)))
                case CloseSession(session=session):
                    self.lines[session].drop()

    def settle(self) -> None:
        """Let commits and messages arrive until nothing is under way."""
        while self.storing is not None or any(line.up or line.down for line in self.lines.values()):
            self.commit()
            for line in list(self.lines.values()):
                while line.up:
                    line.arrive_up()
                while line.down:
                    line.arrive_down()


@dataclass
class Line:
    """One connection: two queues that a test empties by hand."""

    host: Host
    session: str
    phone: "Phone"
    up: deque[bytes] = field(default_factory=deque)
    down: deque[bytes] = field(default_factory=deque)

    def send(self, message: ClientMessage) -> None:
        """Put a phone's message under way."""
        self.up.append(message.model_dump_json().encode())

    def arrive_up(self) -> None:
        """Let the next message reach the server."""
        self.host.hear(self, decode(self.up.popleft()))

    def arrive_down(self) -> None:
        """Let the next message reach the phone."""
        self.phone.hear(SERVER.validate_json(self.down.popleft()))

    def drop(self) -> None:
        """Lose the connection and all that is under way on it."""
        self.up.clear()
        self.down.clear()
        if self.host.lines.pop(self.session, None) is not None:
            self.host.room.leave(self.session)
        if self.phone.line is self:
            self.phone.line = None


class Phone:
    """A page as the rules of the engine expect it: one fold, pending operations sent until answered."""

    def __init__(self, number: int, role: Role = Role.PARTICIPANT) -> None:
        self.viewer = Viewer(made_id(900_000 + number), role, name=f"Name {number}", alias=f"Alias {number}")
        self.line: Line | None = None
        self.records: dict[str, Json] = {}
        self.number: int | None = None
        self.pending: dict[str, SubmittedOperation] = {}
        self.refused: dict[str, RefusedMessage] = {}
        self.accepted: dict[str, int] = {}
        self.heard: list[ServerMessage] = []
        self._made = number * 100_000

    @property
    def person(self) -> str:
        return self.viewer.person

    def connect(self, host: Host) -> None:
        """Open a line and say hello; once caught up, what is pending is sent again."""
        self.line = host.connect(self)
        self.line.send(Hello(type="hello", protocol=PROTOCOL_VERSION, after=self.number))

    def new_id(self) -> str:
        """Return a fresh id."""
        self._made += 1
        return made_id(self._made)

    def ask(self, kind: str, **payload: Any) -> str:
        """Want something: keep it as pending, and send it if there is a line."""
        operation = SubmittedOperation(id=self.new_id(), kind=kind, payload=payload)
        self.pending[operation.id] = operation
        if self.line is not None:
            self.line.send(Submit(type="submit", operations=[operation]))
        return operation.id

    def hear(self, message: ServerMessage) -> None:
        """Take one message of the server."""
        self.heard.append(message)
        match message:
            case CatchUp():
                self._catch_up(message)
            case EntryMessage():
                self._follow(message)
            case AlreadyMessage():
                self._accept(message.operation, message.number)
            case RefusedMessage():
                self.pending.pop(message.operation, None)
                self.refused[message.operation] = message
            case Welcome():
                pass
            case _:
                pass

    def _catch_up(self, message: CatchUp) -> None:
        assert self.line is not None
        if message.snapshot is not None:
            body = self.line.host.room.snapshot(message.snapshot)
            if body is None:
                self.line.send(Hello(type="hello", protocol=PROTOCOL_VERSION, after=None))
                return
            base = orjson.loads(gzip.decompress(body))
            assert base["number"] == message.snapshot
            self.records = {record["id"]: record for record in base["records"]}
        elif message.after != self.number:
            return
        self._fold(message.changes)
        self.number = message.number
        if self.pending:
            self.line.send(Submit(type="submit", operations=list(self.pending.values())))

    def _follow(self, message: EntryMessage) -> None:
        if message.operation is not None:
            self._accept(message.operation, message.number)
        if self.number is None or message.number <= self.number:
            return
        if message.number > self.number + 1:
            assert self.line is not None
            self.line.send(Fetch(type="fetch", after=self.number))
            return
        self._fold(message.changes)
        self.number = message.number

    def _accept(self, operation: str, number: int) -> None:
        if self.pending.pop(operation, None) is not None:
            self.accepted[operation] = number

    def _fold(self, changes: Iterable[Any]) -> None:
        for change in changes:
            if isinstance(change, WirePut):
                self.records[change.put.id] = change.put.model_dump()
            else:
                self.records.pop(change.remove, None)


def projected(content: Content, viewer: Viewer) -> dict[str, Json]:
    """Return what a fresh load shows a viewer."""
    return {record.id: as_wire(record) for record in content if viewer.sees(record)}


def as_wire(record: Record) -> Json:
    """Return a record as a phone keeps it."""
    return {"stands_on": [], **record_to_json(record)}


def normal(records: dict[str, Json]) -> dict[str, Json]:
    """Return a phone's records in one form, wherever they came from."""
    return {record_id: {"stands_on": [], **record} for record_id, record in records.items()}


class Hall:
    """One workshop with its log, a host, and a facilitator who began it."""

    def __init__(self, *, blind: bool = False, stage: str = "places", opened: bool = True) -> None:
        self.log = self.new_log()
        self.host = Host(self.log)
        self.facilitator = Phone(1, Role.FACILITATOR)
        self.facilitator.connect(self.host)
        self.do(self.facilitator, "workshop.begin", **begin(blind=blind))
        if opened:
            self.do(self.facilitator, "workshop.open")
            self.do(self.facilitator, "workshop.move_to_stage", stage=stage)

    def new_log(self) -> MemoryLog:
        """Return the log to begin with."""
        return MemoryLog()

    def join(self, number: int, role: Role = Role.PARTICIPANT) -> Phone:
        """Bring in one more phone."""
        phone = Phone(number, role)
        phone.connect(self.host)
        self.host.settle()
        return phone

    def do(self, phone: Phone, kind: str, **payload: Any) -> str:
        """Ask for something and let everything arrive."""
        operation = phone.ask(kind, **payload)
        self.host.settle()
        return operation

    def place(self, phone: Phone, title: str = "Fern Hall", **more: Any) -> str:
        """Place an asset; returns its id."""
        place = phone.new_id()
        self.do(phone, "asset.place", **asset(place, title, **more))
        return place


def begin(*, blind: bool = False) -> Json:
    """Return the payload that sets a workshop up."""
    return {
        "title": "Fernside, spring",
        "area": made_id(77),
        "area_name": "Fernside",
        "boundary": BOUNDARY,
        "blind": blind,
    }


def point(lon: float = -0.5, lat: float = 52.5) -> Json:
    """Return a point."""
    return {"type": "Point", "coordinates": [lon, lat]}


def asset(place: str, title: str = "Fern Hall", **more: Any) -> Json:
    """Return the payload that places an asset."""
    return {"place": place, "title": title, "asset_kind": "physical_place", "geometry": point(), **more}


def photo(photo_id: str, **more: Any) -> Json:
    """Return a photo as the payload that gives it to a place has it."""
    return {"id": photo_id, "alt": "A red door", "width": 1200, "height": 900, **more}


def connection(connection_id: str, start: str, end: str, **more: Any) -> Json:
    """Return the payload that draws a connection."""
    return {
        "connection": connection_id,
        "start": start,
        "end": end,
        "how": {"mode": "in_person", "frequency": "weekly", "strength": "steady"},
        "where": "no_fixed_place",
        "why": ["support"],
        **more,
    }


def agrees(hall: Hall, *phones: Phone) -> None:
    """Assert that phones show what a fresh load would."""
    content, _ = load(hall.log)
    for phone in phones:
        assert normal(phone.records) == projected(content, phone.viewer)
        assert phone.number == content.number
