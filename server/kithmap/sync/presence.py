"""Who is here and where the room is looking. Not history: throttled, lossy, and never stored."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from kithmap.basics.actors import LEADING, Role
from kithmap.sync.audience import Viewer, for_viewer
from kithmap.sync.effects import Broadcast, Send
from kithmap.sync.protocol import PresenceMessage, PresenceUpdate, Present, View

State = Literal["active", "idle"]

EVERY = timedelta(seconds=1)
"""Between two tellings of who is here: a room of 300 joining costs one telling a second, not 300."""

VIEW_EVERY = timedelta(milliseconds=100)
"""Between two tellings of the facilitator's view: ten a second look like following."""

MOST_SINGLY = 32
"""Newcomers who are told one by one: beyond them, one message for all is less work."""


@dataclass(slots=True)
class Presence:
    """The presence of one room."""

    states: dict[str, State] = field(default_factory=dict)
    view: View | None = None
    spotlight: str | None = None
    changed: bool = False
    moved: bool = False
    told_at: datetime | None = None
    last: Broadcast | None = None
    newcomers: set[str] = field(default_factory=set)
    """Sessions that were told nothing yet."""

    def came(self, session: str) -> None:
        """Count a session in."""
        self.states[session] = "active"
        self.newcomers.add(session)
        self.changed = True

    def went(self, session: str) -> None:
        """Count a session out."""
        self.newcomers.discard(session)
        if self.states.pop(session, None) is not None:
            self.changed = True

    def update(self, session: str, viewer: Viewer, message: PresenceUpdate) -> None:
        """Take in where a page is; only those who lead the room move its view and spotlight."""
        if self.states.get(session) != message.state:
            self.states[session] = message.state
            self.changed = True
        if viewer.role in LEADING:
            self.moved = self.moved or (message.view, message.spotlight) != (
                self.view,
                self.spotlight,
            )
            self.view, self.spotlight = message.view or self.view, message.spotlight

    def due(self, now: datetime) -> bool:
        """Tell whether it is time to tell."""
        wait = VIEW_EVERY if self.moved else EVERY
        return (self.changed or self.moved) and (self.told_at is None or now - self.told_at >= wait)

    def tell(self, sessions: Mapping[str, Viewer], now: datetime) -> list[Broadcast | Send]:
        """Return who is here, and count it as told.

        Hundreds of phones know a number only: while it stays as it is, they are left in peace.
        """
        told, before, newcomers = self.seen(sessions), self.last, self.newcomers
        self.changed = self.moved = False
        self.told_at, self.last, self.newcomers = now, told, set()
        if before is None or told.others != before.others or len(newcomers) > MOST_SINGLY:
            return [told]
        return [
            Send(session, message)
            for session, viewer in sessions.items()
            if (message := for_viewer(told, viewer)) is not told.others or session in newcomers
        ]

    def seen(self, sessions: Mapping[str, Viewer]) -> Broadcast:
        """Return who is here, for each kind of viewer: a count for all, names for those who lead, aliases on the wall."""
        people = self._people(sessions)
        count = len(people)
        others = PresenceMessage(count=count, spotlight=self.spotlight)
        leading = self._message(people, count, lambda viewer: viewer.name or viewer.alias)
        wall = self._message(people, count, lambda viewer: viewer.alias)
        walls = {viewer.person: wall for viewer in sessions.values() if viewer.role is Role.PROJECTOR}
        return Broadcast(others=others, leading=leading, persons=walls)

    def _people(self, sessions: Mapping[str, Viewer]) -> dict[str, tuple[Viewer, State]]:
        people: dict[str, tuple[Viewer, State]] = {}
        for session, viewer in sessions.items():
            state = self.states.get(session, "active")
            if viewer.role is Role.PARTICIPANT and (viewer.person not in people or state == "active"):
                people[viewer.person] = (viewer, state)
        return people

    def _message(
        self,
        people: Mapping[str, tuple[Viewer, State]],
        count: int,
        name: Callable[[Viewer], str],
    ) -> PresenceMessage:
        here = [
            Present(person=viewer.person, name=name(viewer), state=state)
            for viewer, state in _ordered(people)
        ]
        return PresenceMessage(count=count, people=here, view=self.view, spotlight=self.spotlight)


def _ordered(
    people: Mapping[str, tuple[Viewer, State]],
) -> Iterable[tuple[Viewer, State]]:
    return [people[person] for person in sorted(people)]
