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

GONE_AFTER = timedelta(seconds=30)
"""Since the last request of a page that polls: a request is held for 20 seconds, and the next follows within two."""

MOST_POLLING = 4
"""Pages of one person that poll: beyond them the one heard least lately is forgotten."""


KINDS_OF_VIEWER = (Role.PARTICIPANT, Role.FACILITATOR, Role.PROJECTOR)
"""One of each that is told something else."""


@dataclass(frozen=True, slots=True)
class Polling:
    """A page that has no line and asks again and again."""

    viewer: Viewer
    heard_at: datetime


@dataclass(slots=True)
class Presence:
    """The presence of one room.

    Attributes:
        states: how each page is, by its session, or by its name where it polls.
        polling: the pages that poll, by name.
        told_count: how often any of it was told anew.
        count_told_count: how often what everyone may know was: a count and the spotlight.
    """

    states: dict[str, State] = field(default_factory=dict)
    view: View | None = None
    spotlight: str | None = None
    changed: bool = False
    moved: bool = False
    told_at: datetime | None = None
    last: Broadcast | None = None
    newcomers: set[str] = field(default_factory=set)
    """Sessions that were told nothing yet."""
    polling: dict[str, Polling] = field(default_factory=dict)
    told_count: int = 0
    count_told_count: int = 0

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

    def polled(self, page: str, viewer: Viewer, now: datetime) -> None:
        """Hear of a page that polls: it is here, and counts as gone when it is not heard of any more.

        Args:
            page: its name, which no session and no page of another person has.
            viewer: whose page it is.
            now: the time.
        """
        known = self.polling.pop(page, None)
        if known is None:
            self._make_room_for(viewer.person)
            self.states[page] = "active"
        # Taken out and put in anew: so the one heard least lately stands first.
        self.polling[page] = Polling(viewer, now)
        self.changed = self.changed or known is None or known.viewer != viewer

    def _make_room_for(self, person: str) -> None:
        theirs = [page for page, polling in self.polling.items() if polling.viewer.person == person]
        if len(theirs) >= MOST_POLLING:
            self._forget(theirs[:1])

    def expire(self, now: datetime) -> None:
        """Count out the pages that poll no more."""
        self._forget([page for page, each in self.polling.items() if now - each.heard_at > GONE_AFTER])

    def forget_person(self, person: str) -> None:
        """Count out a person's pages that poll: in another role they come again."""
        self._forget([page for page, each in self.polling.items() if each.viewer.person == person])

    def _forget(self, pages: Iterable[str]) -> None:
        for page in pages:
            del self.polling[page]
            self.went(page)

    def edition(self, viewer: Viewer) -> int:
        """Return a number that changes whenever this viewer is to be told anew."""
        knows_more = viewer.role in LEADING or viewer.role is Role.PROJECTOR
        return self.told_count if knows_more else self.count_told_count

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
        self.told_count += 1
        self.count_told_count += before is None or told.others != before.others
        if before is None or told.others != before.others or len(newcomers) > MOST_SINGLY:
            return [told]
        return [
            Send(session, message)
            for session, viewer in sessions.items()
            if (message := for_viewer(told, viewer)) is not told.others or session in newcomers
        ]

    def seen_by(self, viewer: Viewer, sessions: Mapping[str, Viewer]) -> PresenceMessage:
        """Return who is here, as one viewer may know: a count; for those who lead names, for the wall aliases."""
        people = self._people(self._everyone(sessions))
        if viewer.role in LEADING:
            return self._message(people, lambda each: each.name or each.alias)
        if viewer.role is Role.PROJECTOR:
            return self._message(people, lambda each: each.alias)
        return PresenceMessage(count=len(people), spotlight=self.spotlight)

    def seen(self, sessions: Mapping[str, Viewer]) -> Broadcast:
        """Return the same for each kind of viewer."""
        everyone = self._everyone(sessions)
        others, leading, wall = (self.seen_by(Viewer("", role), sessions) for role in KINDS_OF_VIEWER)
        walls = {viewer.person: wall for viewer in everyone.values() if viewer.role is Role.PROJECTOR}
        return Broadcast(others=others, leading=leading, persons=walls)

    def _everyone(self, sessions: Mapping[str, Viewer]) -> Mapping[str, Viewer]:
        return {**sessions, **{page: each.viewer for page, each in self.polling.items()}}

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
        name: Callable[[Viewer], str],
    ) -> PresenceMessage:
        here = [
            Present(person=viewer.person, name=name(viewer), state=state)
            for viewer, state in _ordered(people)
        ]
        return PresenceMessage(count=len(here), people=here, view=self.view, spotlight=self.spotlight)


def _ordered(
    people: Mapping[str, tuple[Viewer, State]],
) -> Iterable[tuple[Viewer, State]]:
    return [people[person] for person in sorted(people)]
