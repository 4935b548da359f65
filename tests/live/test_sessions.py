"""Who is in a room and where their frames go."""

from collections.abc import Callable

from kithmap.basics.actors import Role
from kithmap.live.ports import Write
from kithmap.live.sessions import Sessions
from kithmap.sync.audience import Viewer
from kithmap.sync.effects import Broadcast, CloseReason
from kithmap.sync.protocol import EntryMessage

ANNA = Viewer("anna", Role.PARTICIPANT)


class Kept:
    """An outbox that keeps what it is given."""

    def __init__(self) -> None:
        self.frames: list[bytes] = []
        self.reason: CloseReason | None = None

    def write(self, frames: bytes) -> None:
        self.frames.append(frames)

    def straight(self, ended: Callable[[], None]) -> Write | None:
        return None

    def close(self, reason: CloseReason) -> None:
        self.reason = reason


def test_a_session_id_is_never_used_again() -> None:
    sessions = Sessions()
    ids = set()
    for _ in range(100):
        session = sessions.enter(ANNA, Kept())
        ids.add(session)
        sessions.leave(session)
    assert len(ids) == 100
    assert len(sessions) == 0
    assert sessions.of_person("anna") == []


def test_two_tabs_of_one_person_are_two_sessions() -> None:
    sessions = Sessions()
    first, second = sessions.enter(ANNA, Kept()), sessions.enter(ANNA, Kept())
    assert sessions.of_person("anna") == sessions.everyone() == [first, second]
    sessions.leave(first)
    assert sessions.of_person("anna") == [second]
    assert sessions.viewer(first) is None
    assert sessions.leave(first) is None


def test_only_those_who_said_hello_hear_what_is_told_to_all() -> None:
    sessions, here, silent = Sessions(), Kept(), Kept()
    session = sessions.enter(ANNA, here)
    sessions.enter(ANNA, silent)
    message = EntryMessage(number=1)
    sessions.tell([Broadcast(others=message, leading=message)], {session: ANNA, "gone": ANNA})
    assert len(here.frames) == 1
    assert silent.frames == []


def test_who_is_closed_is_told_why_and_forgotten() -> None:
    sessions, outbox = Sessions(), Kept()
    session = sessions.enter(ANNA, outbox)
    sessions.become(session, Viewer("anna", Role.FACILITATOR))
    viewer = sessions.viewer(session)
    assert viewer is not None
    assert viewer.role is Role.FACILITATOR
    sessions.close(session, CloseReason.REMOVED)
    sessions.close(session, CloseReason.TOO_SLOW)
    assert outbox.reason is CloseReason.REMOVED
    assert len(sessions) == 0
