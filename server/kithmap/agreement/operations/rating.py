"""Rating a wording, blind, until it is closed and shown."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from kithmap.agreement.arithmetic import arithmetic
from kithmap.agreement.items import (
    ANSWERS,
    RATING,
    TABLE,
    ItemState,
    answers_id,
    as_ratings,
    may_rate,
    rating_id,
    registers,
    revision_of,
    state_of,
    thresholds_of,
    who_may_rate,
)
from kithmap.agreement.model import Choice, Tally
from kithmap.agreement.operations.finding import (
    Words,
    find_item,
    is_indicator,
    require_agreeing,
    require_revision,
)
from kithmap.agreement.tally import needed_answers, tally
from kithmap.basics.actors import LEADING, Role
from kithmap.basics.clock import iso
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked, Id, Operation
from kithmap.basics.quotes import is_taken_back
from kithmap.basics.records import Audience, Changes, Put, Record, View

Mark = Annotated[int, Field(ge=1, le=9)]

RATED = frozenset({ItemState.CLARIFYING, ItemState.REWORDED, ItemState.INTEGRATING})
CLOSED = "This rating is closed. Please tell the facilitator, who can still count yours."


class OpenRating(Operation):
    """Let everybody who is checked in say what they think of the wording, each for themselves."""

    kind: ClassVar[str] = "rating.open"
    roles: ClassVar[frozenset[Role]] = LEADING

    item: Id
    revision: int = Field(ge=0)
    minutes: int | None = Field(default=3, ge=1, le=60)

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put the item as being rated, and its count of answers for the hall."""
        item = find_item(view, self.item, RATED, "This is not ready to be rated.")
        require_revision(item, self.revision)
        table = view.get(TABLE)
        if table is None or table.fields["item"] != item.id:
            raise Refused(Reason.WRONG_STAGE, "Please put this before the room first.")
        integrated = item.fields["integrated"] or state_of(item) is ItemState.INTEGRATING
        opened = item.with_fields(
            state=ItemState.RATING.value,
            since=iso(asked.at),
            minutes=self.minutes,
            integrated=integrated,
            result=None,
        )
        return (Put(opened), Put(count(view, opened, len(registers(view, item)))))


class _Register(Operation):
    item: Id
    revision: int = Field(ge=0)
    choice: Choice
    reason: Words = ""
    matters: Mark | None = None
    fair: Mark | None = None

    def _register(self, view: View, item: Record, person: str, source: str, *, late: bool) -> Record:
        require_revision(item, self.revision)
        if self.choice is Choice.CANNOT_ACCEPT and not self.reason:
            raise Refused(
                Reason.BAD_FIELDS,
                "Please say why you cannot accept it, so that the room can look for other words.",
            )
        if not is_indicator(item) and (self.matters, self.fair) != (None, None):
            raise Refused(Reason.BAD_FIELDS, "These two questions are asked of indicators only.")
        fields: dict[str, Any] = {
            "person": person,
            "revision": self.revision,
            "choice": self.choice.value,
            "reason": self.reason,
            "matters": self.matters,
            "fair": self.fair,
            "source": source,
            "late": late,
        }
        which = rating_id(item.id, self.revision, person)
        before = view.get(which)
        if before is not None and (before.fields["reason"] or before.fields.get("gave_reason")):
            # It may have been read out: where its author takes back what they said, it is looked for.
            fields["gave_reason"] = True
        return Record(RATING, which, person, Audience.OWN, fields, (item.id,))


class GiveRating(_Register):
    """Say what one thinks of the wording. It can be changed until the rating is closed."""

    kind: ClassVar[str] = "rating.give"
    roles: ClassVar[frozenset[Role]] = frozenset({Role.PARTICIPANT})

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put the person's register, one for each revision, and count it where it is new."""
        require_agreeing(view, asked.actor)
        item = find_item(view, self.item, {ItemState.RATING}, CLOSED)
        person = asked.actor.person
        if not may_rate(view, person):
            raise Refused(Reason.NOT_ALLOWED, "You are not checked in to rate. Please tell the facilitator.")
        return _counted(view, item, self._register(view, item, person, "phone", late=False))


class EnterRating(_Register):
    """Enter the rating of somebody who wrote it on paper, or came too late; marked as such."""

    kind: ClassVar[str] = "rating.enter"
    roles: ClassVar[frozenset[Role]] = LEADING

    person: Id
    source: Literal["paper", "facilitator"] = "paper"

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put the register; where the rating is closed and not decided, work it out again."""
        states = {ItemState.RATING, ItemState.REVEALED}
        item = find_item(view, self.item, states, "This is decided already.")
        if not may_rate(view, self.person):
            raise Refused(
                Reason.NOT_FOUND, "This person is not checked in. Please check them in before a rating."
            )
        late = state_of(item) is ItemState.REVEALED
        register = self._register(view, item, self.person, self.source, late=late)
        if not late:
            return _counted(view, item, register)
        found = {record.id: record for record in registers(view, item)} | {register.id: register}
        return (Put(register), Put(item.with_fields(result=result(view, item, list(found.values()), asked))))


class CloseRating(Operation):
    """End the rating and show what the room said: the counts, the reasons without names, and what the rule makes of it."""

    kind: ClassVar[str] = "rating.close"
    roles: ClassVar[frozenset[Role]] = LEADING

    item: Id
    revision: int = Field(ge=0)

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put the item with its result."""
        item = find_item(view, self.item, {ItemState.RATING}, "This rating is closed already.")
        require_revision(item, self.revision)
        shown = result(view, item, registers(view, item), asked)
        return (
            Put(
                item.with_fields(
                    state=ItemState.REVEALED.value, since=iso(asked.at), minutes=None, result=shown
                )
            ),
        )


def _counted(view: View, item: Record, register: Record) -> Changes:
    """Put a register; a first one counts up what the hall sees.

    Who may rate stays while a rating is open: going through all of them for each answer would make a full hall wait.
    """
    if view.get(register.id) is not None:
        return (Put(register),)
    known = view.get(answers_id(item.id))
    if known is None:
        return (Put(register), Put(count(view, item, 1)))
    return (Put(register), Put(known.with_fields(answered=known.fields["answered"] + 1)))


def count(view: View, item: Record, answered: int) -> Record:
    """Return the record by which the hall sees how many have answered, and nothing else."""
    here = len(who_may_rate(view))
    fields = {
        "item": item.id,
        "revision": revision_of(item),
        "answered": answered,
        "may_rate": here,
        "needed": needed_answers(here, thresholds_of(view)),
    }
    return Record(ANSWERS, answers_id(item.id), None, Audience.SCREEN, fields, (item.id,))


def result(view: View, item: Record, given: list[Record], asked: Asked) -> dict[str, Any]:
    """Return what the room said, as it is shown and kept: no register can be told from it."""
    groups = who_may_rate(view)
    found = tally(
        as_ratings(given, groups),
        list(groups),
        integrated=item.fields["integrated"],
        thresholds=thresholds_of(view),
    )
    counting = [record for record in given if record.fields["person"] in groups]
    return {
        "revision": revision_of(item),
        "outcome": found.outcome.value,
        "counts": {choice.value: number for choice, number in found.counts.items()},
        "checks": checks_as_fields(found),
        "sentence": arithmetic(found),
        "may_rate": len(groups),
        "reasons": [*_reasons(counting), *_taken_back(item)],
        "paper": sum(record.fields["source"] != "phone" for record in counting),
        "late": sum(record.fields["late"] for record in counting),
        "at": iso(asked.at),
    }


def checks_as_fields(found: Tally) -> list[dict[str, Any]]:
    """Return the arithmetic as it stands in a record."""
    return [
        {
            "name": check.name,
            "passed": check.passed,
            "count": check.share.count,
            "of": check.share.of,
            "needed": check.needed,
            "group": check.group,
        }
        for check in found.checks
    ]


def _reasons(given: list[Record]) -> list[dict[str, str]]:
    """Return the reasons by choice and then by their words: in no order that tells who gave them."""
    order = list(Choice)
    said = {(record.fields["choice"], record.fields["reason"]) for record in given if record.fields["reason"]}
    return [
        {"choice": choice, "text": text}
        for choice, text in sorted(
            said, key=lambda each: (order.index(Choice(each[0])), each[1].casefold(), each[1])
        )
    ]


def _taken_back(item: Record) -> list[dict[str, Any]]:
    """Return the marks of reasons that somebody took back since the result was shown."""
    shown = item.fields["result"]
    return [] if shown is None else [reason for reason in shown["reasons"] if is_taken_back(reason)]
