"""Fixing the rule before the room opens, and who is checked in to rate."""

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from kithmap.agreement.items import (
    ATTENDANCE,
    RULES,
    ItemState,
    attendance_id,
    state_of,
    thresholds_as_fields,
)
from kithmap.agreement.model import Thresholds
from kithmap.agreement.operations.finding import require_agreeing
from kithmap.basics.actors import CONTRIBUTING, LEADING, Actor, Role
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked, Id, Operation
from kithmap.basics.records import Audience, Changes, Put, Record, Remove, View
from kithmap.workshop.model import Life, life_of
from kithmap.workshop.rules import workshop_of

Percent = Annotated[int, Field(ge=1, le=100)]
Group = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]

LEAST = 5
"""People: fewer could be told apart in the counts, so an area may raise it and never lower it."""


class Numbers(BaseModel):
    """The numbers of the rule."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    quorum: Percent = 60
    least: Annotated[int, Field(ge=LEAST, le=1000)] = LEAST
    unclear: Percent = 20
    support: Percent = 75
    parked: Percent = 50
    group_floor: Percent = 50
    group_least: Annotated[int, Field(ge=LEAST, le=1000)] = LEAST
    high: Percent = 70
    low: Percent = 15


class FixRules(Operation):
    """Say by which numbers the room decides, and which groups are looked at by themselves. Before it opens only."""

    kind: ClassVar[str] = "agreement.fix_rules"
    roles: ClassVar[frozenset[Role]] = LEADING

    numbers: Numbers = Numbers()
    groups: Annotated[list[Group], Field(max_length=12)] = Field(default=[])

    def decide(self, view: View, asked: Asked) -> Changes:  # noqa: ARG002
        """Put the rule for everyone to see."""
        if life_of(workshop_of(view)) is not Life.DRAFT:
            raise Refused(
                Reason.ALREADY_THERE, "The rule was fixed when the workshop opened, and stays as it is."
            )
        if self.numbers.parked > self.numbers.support:
            raise Refused(
                Reason.BAD_FIELDS, "Parking begins at a lower share than agreeing. Please change one."
            )
        if len({group.casefold() for group in self.groups}) < len(self.groups):
            raise Refused(Reason.BAD_FIELDS, "Two groups have the same name.")
        numbers = thresholds_as_fields(Thresholds(**self.numbers.model_dump()))
        fields: dict[str, Any] = {"thresholds": numbers, "groups": self.groups}
        return (Put(Record(RULES, RULES, None, Audience.EVERYONE, fields)),)


class CheckIn(Operation):
    """Say that one is here to agree, with the groups that one belongs to. Those who do not rate are not counted."""

    kind: ClassVar[str] = "attendance.check_in"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    person: Id | None = Field(
        default=None, description="somebody without a phone, checked in by those who lead"
    )
    groups: Annotated[list[Group], Field(max_length=12)] = Field(default=[])
    rates: bool = Field(
        default=True, description="false for staff of the host authority, who propose and explain"
    )

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put the person's attendance; the same again changes nothing."""
        require_agreeing(view, asked.actor)
        person = who(self.person, asked.actor)
        known = known_groups(view)
        if not set(self.groups) <= known:
            raise Refused(Reason.BAD_FIELDS, "Please choose from the groups that are shown.")
        require_no_rating(view)
        groups = sorted(set(self.groups))
        source = "phone" if self.person is None else "facilitator"
        fields = {"person": person, "groups": groups, "rates": self.rates, "source": source}
        record = Record(ATTENDANCE, attendance_id(person), person, Audience.AUTHOR, fields)
        before = view.get(record.id)
        return () if before is not None and before.fields == fields else (Put(record),)


class CheckOut(Operation):
    """Say that one leaves: whoever has gone is not waited for."""

    kind: ClassVar[str] = "attendance.check_out"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    person: Id | None = None

    def decide(self, view: View, asked: Asked) -> Changes:
        """Remove the person's attendance."""
        require_agreeing(view, asked.actor)
        record = attendance_id(who(self.person, asked.actor, anybody=True))
        require_no_rating(view)
        return () if view.get(record) is None else (Remove(record),)


def who(person: str | None, actor: Actor, *, anybody: bool = False) -> str:
    """Return whom an attendance is of.

    Raises:
        Refused: to participants for others, and to those who lead for themselves: it is their room, not their vote.
    """
    if not actor.leads:
        if person is not None and person != actor.person:
            raise Refused(Reason.NOT_ALLOWED, "Only the facilitator can do this for somebody else.")
        return actor.person
    if person is None and not anybody:
        raise Refused(Reason.NOT_ALLOWED, "Those who lead the room do not rate. Please say who is here.")
    return person or actor.person


def known_groups(view: View) -> set[str]:
    """Return the groups that this workshop looks at."""
    rules = view.get(RULES)
    return set() if rules is None else set(rules.fields["groups"])


def require_no_rating(view: View) -> None:
    """Keep who counts as it is while a rating is open: a quorum that moves under it could be played with.

    Raises:
        Refused: while one is open.
    """
    if any(state_of(item) in {ItemState.RATING, ItemState.REVEALED} for item in view.of_kind("item")):
        raise Refused(
            Reason.WRONG_STAGE,
            "A rating is open. You are counted from the next one on; please wait a moment.",
        )
