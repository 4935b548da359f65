"""The hall: those who are told the same, prepared. Nobody may notice that it is there."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.actors import Role
from kithmap.live.bundle import Told
from kithmap.live.frames import frame
from kithmap.live.hall import Hall
from kithmap.live.ports import Write
from kithmap.live.sessions import Sessions
from kithmap.sync.audience import NOBODY, Viewer, for_viewer
from kithmap.sync.effects import Broadcast, CloseReason, Send
from kithmap.sync.protocol import EntryMessage

PEOPLE = ("anna", "bashir", "carys", "dilys", "wall")
ROLES = (Role.PARTICIPANT, Role.PARTICIPANT, Role.PARTICIPANT, Role.FACILITATOR, Role.PROJECTOR)


class Line:
    """An outbox that takes frames straight while it keeps up."""

    def __init__(self, *, straight: bool = True) -> None:
        self.got = b""
        self.keeps_up = straight
        self.asked = 0
        self.ended: Callable[[], None] | None = None

    def write(self, frames: bytes) -> None:
        self.asked += 1
        self.got += frames

    def straight(self, ended: Callable[[], None]) -> Write | None:
        self.ended = ended
        return self._take if self.keeps_up else None

    def _take(self, frames: bytes) -> None:
        assert self.keeps_up, "written straight after it was said to be over"
        self.got += frames

    def falls_behind(self) -> None:
        self.keeps_up = False
        if self.ended is not None:
            self.ended()

    def close(self, reason: CloseReason) -> None:
        self.got += reason.value.encode()
        self.falls_behind()


class Model:
    """The sessions of a room, and beside them what each should have received, one message at a time."""

    def __init__(self) -> None:
        self.sessions = Sessions()
        self.greeted: dict[str, Viewer] = {}
        self.lines: dict[str, Line] = {}
        self.expected: dict[str, bytes] = {}
        self.count = 0

    def enter(self, person: int, role: int, *, straight: bool) -> None:
        viewer = Viewer(PEOPLE[person], ROLES[role])
        line = Line(straight=straight)
        session = self.sessions.enter(viewer, line)
        self.greeted[session] = viewer
        self.lines[session] = line
        self.expected[session] = b""

    def _one(self, which: int) -> str | None:
        sessions = list(self.greeted)
        return sessions[which % len(sessions)] if sessions else None

    def leave(self, which: int, *, closed: bool) -> None:
        if (session := self._one(which)) is None:
            return
        if closed:
            self.sessions.close(session, CloseReason.REMOVED)
            self.expected[session] += b"removed"
        else:
            self.sessions.leave(session)
        del self.greeted[session]

    def become(self, which: int, role: int) -> None:
        if (session := self._one(which)) is not None:
            viewer = Viewer(self.greeted[session].person, ROLES[role])
            self.sessions.become(session, viewer)
            self.greeted[session] = viewer

    def fall_behind(self, which: int) -> None:
        if (session := self._one(which)) is not None:
            self.lines[session].falls_behind()

    def tell(self, named: list[tuple[int, ...]], to: list[int]) -> None:
        told: list[Told] = []
        for people in named:
            self.count += 1
            names = [*PEOPLE, NOBODY]
            own = {names[person]: self._message(names[person]) for person in people}
            told.append(Broadcast(self._message("all"), self._message("leading"), own))
        for which in to:
            if (session := self._one(which)) is not None:
                self.count += 1
                told.insert(which % (len(told) + 1), Send(session, self._message("one")))
        self.sessions.tell(told, self.greeted)
        for each in told:
            for session, viewer in self.greeted.items():
                if isinstance(each, Broadcast):
                    self.expected[session] += frame(for_viewer(each, viewer))
                elif each.session == session:
                    self.expected[session] += frame(each.message)

    def _message(self, words: str) -> EntryMessage:
        return EntryMessage(number=self.count, person=words)


WHICH = st.integers(0, 20)
STEPS = st.one_of(
    st.builds(
        lambda person, role, straight: lambda room: room.enter(person, role, straight=straight),
        st.integers(0, 4),
        st.integers(0, 4),
        st.booleans(),
    ),
    st.builds(lambda which, closed: lambda room: room.leave(which, closed=closed), WHICH, st.booleans()),
    st.builds(lambda which, role: lambda room: room.become(which, role), WHICH, st.integers(0, 4)),
    st.builds(lambda which: lambda room: room.fall_behind(which), WHICH),
    st.builds(
        lambda named, to: lambda room: room.tell(named, to),
        st.lists(st.lists(st.integers(0, 5), max_size=2).map(tuple), max_size=3),
        st.lists(WHICH, max_size=2),
    ),
)


@given(st.lists(STEPS, max_size=60))
def test_each_session_receives_what_it_would_one_by_one_whoever_comes_goes_changes_or_falls_behind(
    steps: list[Callable[[Model], None]],
) -> None:
    room = Model()
    for person in range(4):
        room.enter(person, person, straight=True)
    for step in steps:
        step(room)
    room.tell([()], [])
    assert {session: line.got for session, line in room.lines.items()} == room.expected


def test_of_a_hall_that_is_told_the_same_no_line_is_asked_anything() -> None:
    room = Model()
    for person in range(3):
        room.enter(person, 0, straight=True)
    room.enter(3, 3, straight=True)
    room.tell([()], [])
    asked = [line.asked for line in room.lines.values()]
    assert asked == [0, 0, 0, 1]


def test_a_hall_is_prepared_anew_when_somebody_greets_and_not_before() -> None:
    lines = {"s1": Line(), "s2": Line()}
    greeted = {"s1": Viewer("anna", Role.PARTICIPANT)}
    hall = Hall(greeted, lines)
    assert hall.holds(greeted)
    greeted["s2"] = Viewer("bashir", Role.PARTICIPANT)
    assert not hall.holds(greeted)
    assert len(Hall(greeted, lines)) == 2
