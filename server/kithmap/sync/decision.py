"""One batch of operations being decided: what becomes an entry, and what is answered otherwise."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kithmap.basics.actors import Actor
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked
from kithmap.basics.records import Changes, View
from kithmap.sync.audience import Viewer
from kithmap.sync.content import Draft
from kithmap.sync.effects import Send
from kithmap.sync.entry import Entry, versioned
from kithmap.sync.protocol import AlreadyMessage, RefusedMessage, SubmittedOperation
from kithmap.sync.rules import Rules

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Operations that came together from one session and wait to be decided."""

    session: str
    viewer: Viewer
    operations: tuple[SubmittedOperation, ...]
    together: bool
    at: datetime


class Decision:
    """One batch being decided against a view: the accepted entries, and answers to the rest."""

    def __init__(self, rules: Rules, view: View, number: int, known: Mapping[str, int]) -> None:
        """Begin with nothing decided.

        Args:
            rules: the features' rules.
            view: the records to decide against; not changed.
            number: the number after which the entries follow.
            known: the numbers of the operations that are already stored.
        """
        self.entries: list[Entry] = []
        self.asked_by: dict[str, list[Waiting]] = {}
        self.answers: list[Send] = []
        self._rules = rules
        self._number = number
        self._known = known
        self._draft = Draft(view)

    def add(self, group: Waiting) -> None:
        """Decide one group; with ``together`` none of it stands unless all does."""
        if not group.together:
            for operation in group.operations:
                self._add_one(group, operation)
            return
        trial = Decision(self._rules, self._draft, self._number + len(self.entries), self._known)
        for operation in group.operations:
            if operation.id not in self.asked_by:
                trial._add_one(group, operation)
        refused = [answer.message for answer in trial.answers if isinstance(answer.message, RefusedMessage)]
        if refused:
            self.answers += _all_refused(group, refused)
        else:
            self._ask_along(group)
            self._take(trial)

    def _ask_along(self, group: Waiting) -> None:
        """Let one entry answer all who sent its operation before it was stored."""
        for operation in group.operations:
            askers = self.asked_by.get(operation.id, [group])
            if all(asker.session != group.session for asker in askers):
                askers.append(group)

    def _take(self, trial: "Decision") -> None:
        self.answers += trial.answers
        self.asked_by |= trial.asked_by
        for entry in trial.entries:
            self.entries.append(entry)
            self._draft.take(entry.changes, entry.number)

    def _add_one(self, group: Waiting, operation: SubmittedOperation) -> None:
        known = self._known.get(operation.id)
        if known is not None:
            self.answers.append(Send(group.session, AlreadyMessage(operation=operation.id, number=known)))
            return
        if operation.id in self.asked_by:
            self._ask_along(replace(group, operations=(operation,)))
            return
        asked = Asked(operation.id, Actor(group.viewer.person, group.viewer.role), group.at)
        try:
            changes = self._decide(operation, asked)
        except Refused as refused:
            self.answers.append(refusal(group.session, operation.id, refused))
            return
        self._accept(group, operation, asked, changes)

    def _accept(
        self,
        group: Waiting,
        operation: SubmittedOperation,
        asked: Asked,
        changes: Changes,
    ) -> None:
        number = self._number + len(self.entries) + 1
        changes = versioned(changes, number)
        self._draft.take(changes, number)
        self.asked_by[operation.id] = [group]
        self.entries.append(
            Entry(
                number=number,
                operation=operation.id,
                kind=operation.kind,
                person=asked.actor.person,
                role=asked.actor.role,
                at=asked.at,
                payload=dict(operation.payload),
                changes=changes,
            )
        )

    def _decide(self, operation: SubmittedOperation, asked: Asked) -> Changes:
        try:
            return self._rules.decide(self._draft, operation.kind, operation.payload, asked)
        except Refused:
            raise
        except Exception:
            # A fault in one rule must not end the room for forty people; the log line names the kind and nobody's words.
            logger.exception("the rule for %s failed", operation.kind)
            words = (
                "The server could not work this out. It is kept on this device. Please tell the facilitator."
            )
            raise Refused(Reason.FAULT, words) from None


def refusal(session: str, operation: str, refused: Refused) -> Send:
    """Return the answer that an operation was refused."""
    return Send(
        session,
        RefusedMessage(operation=operation, reason=refused.reason, message=refused.message),
    )


def _all_refused(group: Waiting, refused: Iterable[RefusedMessage]) -> list[Send]:
    by_id = {message.operation: message for message in refused}
    words = "This belongs together with something that could not be done, so it was left as it was."
    others = Refused(Reason.WITH_OTHERS, words)
    return [
        Send(group.session, by_id[each.id]) if each.id in by_id else refusal(group.session, each.id, others)
        for each in group.operations
    ]
