"""Asking what is meant, and finding better words."""

from dataclasses import replace
from typing import ClassVar

from pydantic import Field

from kithmap.agreement.items import (
    CLARIFYING_MINUTES,
    MOST_REWORDINGS,
    QUESTION,
    REWORDING,
    TABLE,
    TALKED_OF,
    ItemState,
    revision_of,
    state_of,
)
from kithmap.agreement.operations.finding import (
    Label,
    Meaning,
    Words,
    find_item,
    require_agreeing,
    require_revision,
)
from kithmap.agreement.operations.proposing import wording
from kithmap.basics.actors import CONTRIBUTING, LEADING, Role
from kithmap.basics.clock import iso
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked, Id, Operation
from kithmap.basics.records import Audience, Changes, Put, Record, View

NOT_NOW = "The room is not talking about this one now. What you wrote is kept; please wait until it comes up."


class TakeUp(Operation):
    """Put one item before the room."""

    kind: ClassVar[str] = "item.take_up"
    roles: ClassVar[frozenset[Role]] = LEADING

    item: Id
    minutes: int = Field(default=CLARIFYING_MINUTES, ge=1, le=120)

    def decide(self, view: View, asked: Asked) -> Changes:
        """Let the room ask about it; one that is decided is shown as it stands."""
        open_states = set(ItemState) - {ItemState.MERGED, ItemState.WITHDRAWN}
        item = find_item(view, self.item, open_states, "This is not for the room any more.")
        busy = view.get(TABLE)
        before = view.get(busy.fields["item"]) if busy is not None else None
        if before is not None and before.id != item.id and state_of(before) is ItemState.RATING:
            raise Refused(Reason.WRONG_STAGE, "A rating is open. Please close it first.")
        table = Put(Record(TABLE, TABLE, None, Audience.EVERYONE, {"item": item.id}))
        begins = state_of(item) in {ItemState.DRAFT, ItemState.PARKED, ItemState.NOT_ADOPTED}
        if not begins:
            return (table,)
        clarifying = item.with_fields(
            state=ItemState.CLARIFYING.value, since=iso(asked.at), minutes=self.minutes, integrated=False
        )
        # From here on it is the room's: what becomes of it does not hang on whoever proposed it.
        return (Put(replace(clarifying, author=None)), table)


class AskQuestion(Operation):
    """Say that one does not understand, with or without saying what."""

    kind: ClassVar[str] = "question.ask"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    question: Id
    item: Id
    text: Words = ""

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put the question for everyone, without a name."""
        require_agreeing(view, asked.actor)
        item = find_item(view, self.item, TALKED_OF, NOT_NOW)
        require_new(view, self.question)
        fields = {"item": item.id, "revision": revision_of(item), "text": self.text, "answer": None}
        record = Record(QUESTION, self.question, asked.actor.person, Audience.EVERYONE, fields, (item.id,))
        return (Put(record),)


class AnswerQuestion(Operation):
    """Note what was said to a question."""

    kind: ClassVar[str] = "question.answer"
    roles: ClassVar[frozenset[Role]] = LEADING

    question: Id
    text: Words

    def decide(self, view: View, asked: Asked) -> Changes:  # noqa: ARG002
        """Put the answer beside the question."""
        question = view.get(self.question)
        if question is None or question.kind != QUESTION:
            raise Refused(Reason.NOT_FOUND, "This question is no longer there.")
        return (Put(question.with_fields(answer=self.text)),)


class SuggestRewording(Operation):
    """Suggest other words for what is before the room."""

    kind: ClassVar[str] = "rewording.suggest"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    rewording: Id
    item: Id
    revision: int = Field(ge=0, description="the wording that it is meant to better")
    label: Label
    meaning: Meaning

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put the suggestion beside the wording."""
        require_agreeing(view, asked.actor)
        item = find_item(view, self.item, TALKED_OF, NOT_NOW)
        require_revision(item, self.revision)
        require_new(view, self.rewording)
        fields = {
            "item": item.id,
            "revision": self.revision,
            "label": self.label,
            "meaning": self.meaning,
            "accepted": None,
        }
        record = Record(REWORDING, self.rewording, asked.actor.person, Audience.EVERYONE, fields, (item.id,))
        return (Put(record),)


class AcceptRewording(Operation):
    """Make a suggestion the wording: a new revision, three at the most."""

    kind: ClassVar[str] = "rewording.accept"
    roles: ClassVar[frozenset[Role]] = LEADING

    rewording: Id
    revision: int = Field(ge=0, description="the wording that it takes the place of")

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put the item with the new wording, the earlier ones kept."""
        suggestion = open_suggestion(view, self.rewording)
        item = find_item(view, suggestion.fields["item"], TALKED_OF, NOT_NOW)
        require_revision(item, self.revision)
        number = self.revision + 1
        if number > MOST_REWORDINGS:
            raise Refused(
                Reason.TOO_MUCH,
                "This was reworded three times. Please rate it as it is, or park it for another day.",
            )
        words = wording(
            number, suggestion.fields["label"], suggestion.fields["meaning"], asked, suggestion.id
        )
        stays = ItemState.INTEGRATING if state_of(item) is ItemState.INTEGRATING else ItemState.REWORDED
        reworded = item.with_fields(wordings=[*item.fields["wordings"], words], state=stays.value)
        return (Put(reworded), Put(suggestion.with_fields(accepted=True)))


class DeclineRewording(Operation):
    """Leave the words as they are."""

    kind: ClassVar[str] = "rewording.decline"
    roles: ClassVar[frozenset[Role]] = LEADING

    rewording: Id

    def decide(self, view: View, asked: Asked) -> Changes:  # noqa: ARG002
        """Keep the suggestion, marked as not taken."""
        return (Put(open_suggestion(view, self.rewording).with_fields(accepted=False)),)


def open_suggestion(view: View, rewording: str) -> Record:
    """Return a suggestion that nobody has decided on.

    Raises:
        Refused: if there is none.
    """
    suggestion = view.get(rewording)
    if suggestion is None or suggestion.kind != REWORDING:
        raise Refused(Reason.NOT_FOUND, "This suggestion is no longer there.")
    if suggestion.fields["accepted"] is not None:
        raise Refused(Reason.CHANGED_SINCE, "This suggestion was decided on already.")
    return suggestion


def require_new(view: View, record_id: str) -> None:
    """Take an id once.

    Raises:
        Refused: if it is taken.
    """
    if view.get(record_id) is not None or view.removed(record_id) is not None:
        raise Refused(Reason.ALREADY_THERE, "This is there already.")
