"""One workshop, live: takes messages and times, gives effects.

Invariants: at most one ``Persist`` is under way; the confirmed content holds stored entries only; nothing is told of an entry
before the host says it is stored; every operation is answered once to each session that asked it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kithmap.basics.actors import LEADING, Role
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.records import Put
from kithmap.sync.allowance import Allowance, Limits
from kithmap.sync.audience import Touched, Viewer, broadcast, for_viewer
from kithmap.sync.catch_up import Base, Recent, changes_since, from_snapshot, is_fresh
from kithmap.sync.content import Content
from kithmap.sync.decision import Decision, Waiting, refusal
from kithmap.sync.effects import (
    Broadcast,
    CloseReason,
    CloseSession,
    Effect,
    Persist,
    Send,
)
from kithmap.sync.entry import Entry, taken_back_by
from kithmap.sync.presence import Presence
from kithmap.sync.protocol import (
    PROTOCOL_VERSION,
    CatchUp,
    ClientMessage,
    Fetch,
    Hello,
    Ping,
    Pong,
    PresenceMessage,
    PresenceUpdate,
    RefusedMessage,
    Submit,
    Welcome,
)
from kithmap.sync.rules import Rules


@dataclass(frozen=True, slots=True)
class Flight:
    """What is being stored.

    Attributes:
        entries: what is being stored.
        asked_by: who asked, by operation id.
        groups: all that was decided with them, to be decided again if another process was first.
        answers: what is said of operations that became no entry. They were decided against entries that are not stored yet,
            so nobody is told before those are.
    """

    entries: tuple[Entry, ...]
    asked_by: Mapping[str, list[Waiting]]
    groups: tuple[Waiting, ...]
    answers: tuple[Send, ...]


class Room:
    """The engine of one open workshop."""

    def __init__(
        self,
        workshop: str,
        rules: Rules,
        content: Content,
        operations: Mapping[str, int],
        limits: Limits | None = None,
    ) -> None:
        """Begin from what is stored.

        Args:
            workshop: the workshop's id.
            rules: the features' rules.
            content: the records after the last stored entry.
            operations: the number of every stored operation id.
            limits: what one person may ask.
        """
        self.workshop = workshop
        self.content = content
        self.sessions: dict[str, Viewer] = {}
        self._rules = rules
        self._operations = dict(operations)
        self._limits = limits or Limits()
        self._allowances: dict[str, Allowance] = {}
        self._waiting: list[Waiting] = []
        self._flight: Flight | None = None
        self._recent = Recent(content.number)
        self._bases: list[Base] = []
        self._presence = Presence()

    # Sessions.

    def receive(self, session: str, viewer: Viewer, message: ClientMessage, now: datetime) -> list[Effect]:
        """Take one message of a session. The first of a live session is ``hello``; a plain request may submit without."""
        match message:
            case Hello():
                return self._greet(session, viewer, message)
            case Submit():
                return self._submit(session, viewer, message, now)
            case Fetch():
                return [Send(session, self.catch_up(viewer, message.after))]
            case PresenceUpdate():
                self._presence.update(session, viewer, message)
                return self.tick(now)
            case Ping():
                return [Send(session, Pong())]

    def _greet(self, session: str, viewer: Viewer, hello: Hello) -> list[Effect]:
        if hello.protocol != PROTOCOL_VERSION:
            return [CloseSession(session, CloseReason.PAGE_TOO_OLD)]
        self.sessions[session] = viewer
        self._presence.came(session)
        welcome = Welcome(
            session=session,
            person=viewer.person,
            role=viewer.role,
            number=self.content.number,
        )
        return [
            Send(session, welcome),
            Send(session, self.catch_up(viewer, hello.after)),
        ]

    def leave(self, session: str) -> None:
        """A session's connection is gone."""
        self.sessions.pop(session, None)
        self._presence.went(session)

    def change_role(self, person: str, viewer: Viewer | None) -> list[Effect]:
        """Give a person's sessions another role, or none: they are closed at once.

        A session whose role changed is told its new role and starts again from what that role may see. What the person asked
        and what is not decided yet, or is decided again, is decided by the new role; who is removed may do no more than the
        projector.
        """
        self._ask_as(viewer or Viewer(person, Role.PROJECTOR))
        self._presence.forget_person(person)
        effects: list[Effect] = []
        for session, before in list(self.sessions.items()):
            if before.person != person:
                continue
            if viewer is None:
                effects.append(CloseSession(session, CloseReason.REMOVED))
                self.leave(session)
            else:
                effects += self._greet(
                    session,
                    viewer,
                    Hello(type="hello", protocol=PROTOCOL_VERSION, after=None),
                )
        return effects

    def _ask_as(self, viewer: Viewer) -> None:
        def asked_now(groups: Iterable[Waiting]) -> Iterable[Waiting]:
            return (
                replace(group, viewer=viewer) if group.viewer.person == viewer.person else group
                for group in groups
            )

        self._waiting = list(asked_now(self._waiting))
        if self._flight is not None:
            self._flight = replace(self._flight, groups=tuple(asked_now(self._flight.groups)))

    def present(self, viewer: Viewer) -> PresenceMessage:
        """Return who is here, as this viewer may know."""
        return self._presence.seen_by(viewer, self.sessions)

    def polled(self, page: str, viewer: Viewer, update: PresenceUpdate | None, now: datetime) -> list[Effect]:
        """Hear of a page that has no session and asks again and again, and perhaps where it is."""
        name = f"{viewer.person} {page}"
        self._presence.polled(name, viewer, now)
        if update is not None:
            self._presence.update(name, viewer, update)
        return self.tick(now)

    def presence_edition(self, viewer: Viewer) -> int:
        """Return a number that changes whenever there is something new to tell this viewer of who is here."""
        return self._presence.edition(viewer)

    @property
    def news(self) -> tuple[int, int]:
        """What changes with every entry and every telling of presence."""
        return self.content.number, self._presence.told_count

    def tick(self, now: datetime) -> list[Effect]:
        """Tell presence if it is time."""
        self._presence.expire(now)
        return [*self._presence.tell(self.sessions, now)] if self._presence.due(now) else []

    # Catching up.

    def catch_up(self, viewer: Viewer, after: int | None) -> CatchUp:
        """Return what a page that has ``after`` needs; a number from beyond the log's end starts from the beginning."""
        if after is not None and after <= self.content.number:
            changes = changes_since(self.content, self._recent, after, viewer)
            if changes is not None:
                return CatchUp(
                    after=after,
                    snapshot=None,
                    number=self.content.number,
                    changes=changes,
                )
        return from_snapshot(self.content, self._recent, self._fresh_base(), viewer)

    def snapshot(self, number: int) -> bytes | None:
        """Return the gzipped snapshot of this number, if a page was told of it lately."""
        usable = (base for base in self._bases if base.number == number and number >= self.content.narrowed)
        return next((base.body for base in usable), None)

    def _fresh_base(self) -> Base:
        if not self._bases or not is_fresh(self._bases[-1], self.content, self._recent):
            # The one before stays for pages that were told of it and have not fetched it yet.
            self._bases = [*self._bases[-1:], Base(self.content)]
        return self._bases[-1]

    # Operations.

    def _submit(self, session: str, viewer: Viewer, message: Submit, now: datetime) -> list[Effect]:
        if not self._allowed(viewer, len(message.operations), now):
            words = "That was a lot at once. Your changes are kept on this device and will be sent again in a moment."
            return [refusal(session, each.id, Refused(Reason.TOO_FAST, words)) for each in message.operations]
        self._waiting.append(Waiting(session, viewer, tuple(message.operations), message.together, now))
        return self._take_off()

    def _allowed(self, viewer: Viewer, count: int, now: datetime) -> bool:
        if viewer.role in LEADING:
            return True
        allowance = self._allowances.setdefault(
            viewer.person, Allowance(self._limits, self._limits.burst, now)
        )
        return allowance.take(count, now)

    def _take_off(self) -> list[Effect]:
        """Decide all that waits, unless a commit is under way: then it shares the next one."""
        if self._flight is not None or not self._waiting:
            return []
        groups, self._waiting = self._waiting, []
        decision = Decision(self._rules, self.content, self.content.number, self._operations)
        for group in groups:
            decision.add(group)
        if decision.entries:
            self._flight = Flight(
                tuple(decision.entries), decision.asked_by, tuple(groups), tuple(decision.answers)
            )
            return [Persist(self.workshop, self._flight.entries)]
        return list(decision.answers)

    def stored(self) -> list[Effect]:
        """The entries under way are stored: tell them, and decide what came meanwhile."""
        flight = self._land()
        effects: list[Effect] = []
        for entry in flight.entries:
            told = self._advance(entry)
            effects.append(told)
            effects += [
                Send(asker.session, for_viewer(told, asker.viewer))
                for asker in flight.asked_by[entry.operation]
                if asker.session not in self.sessions
            ]
        return [*effects, *flight.answers, *self._take_off()]

    def overtaken(self, newer: Sequence[Entry]) -> list[Effect]:
        """Another process stored entries first: take them in, and decide again what was under way.

        Args:
            newer: the stored entries after the content's number, in order.
        """
        flight = self._land()
        effects = self.follow(newer)
        self._waiting = [*flight.groups, *self._waiting]
        return effects + self._take_off()

    def not_stored(self) -> list[Effect]:
        """The entries under way could not be stored: say so to those who asked, and go on."""
        flight = self._land()
        words = "The server could not save this just now. It is kept on this device and will be sent again."
        refused = Refused(Reason.NOT_STORED, words)
        answers = [
            refusal(asker.session, entry.operation, refused)
            for entry in flight.entries
            for asker in flight.asked_by[entry.operation]
        ]
        others = [
            refusal(each.session, each.message.operation, refused)
            if isinstance(each.message, RefusedMessage)
            else each
            for each in flight.answers
        ]
        return [*answers, *others, *self._take_off()]

    def follow(self, newer: Sequence[Entry]) -> list[Effect]:
        """Take in entries that another process stored, and tell them. Those already known are passed over."""
        return [self._advance(entry) for entry in newer if entry.number > self.content.number]

    @property
    def busy(self) -> bool:
        """Whether a commit is under way; ``follow`` must wait for its outcome."""
        return self._flight is not None

    def _land(self) -> Flight:
        if self._flight is None:
            raise ValueError("nothing is being stored")
        flight, self._flight = self._flight, None
        return flight

    def _advance(self, entry: Entry) -> Broadcast:
        touched = [
            Touched(
                change,
                self.content.get(change.record.id if isinstance(change, Put) else change.id),
            )
            for change in entry.changes
        ]
        told = broadcast(entry, touched)
        self.content.apply(entry)
        self._operations[entry.operation] = entry.number
        self._recent.remember(entry, touched)
        if taken_back := taken_back_by(entry):
            self._recent.erase(taken_back)
            self._bases.clear()
        return told
