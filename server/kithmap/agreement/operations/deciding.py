"""Applying the rule, and what those who did not agree want to be known."""

from typing import Annotated, Any, ClassVar

from pydantic import Field, StringConstraints

from kithmap.agreement.items import (
    INTEGRATING_MINUTES,
    RATING,
    STATEMENT,
    ItemState,
    rating_id,
    revision_of,
)
from kithmap.agreement.model import SUPPORTING, Choice, Outcome
from kithmap.agreement.operations.finding import find_item, require_agreeing, require_revision
from kithmap.basics.actors import LEADING, Role
from kithmap.basics.clock import iso
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked, Id, Operation
from kithmap.basics.quotes import is_taken_back
from kithmap.basics.records import Audience, Changes, Put, Record, View

Statement = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]

FOLLOWS = {
    Outcome.ADOPTED: ItemState.ADOPTED,
    Outcome.ADOPTED_WITH_DISSENT: ItemState.ADOPTED_WITH_DISSENT,
    Outcome.PARKED: ItemState.PARKED,
    Outcome.NOT_ADOPTED: ItemState.NOT_ADOPTED,
    Outcome.TOO_FEW: ItemState.CLARIFYING,
    Outcome.REWORD: ItemState.CLARIFYING,
    Outcome.INTEGRATE: ItemState.INTEGRATING,
}
"""Where an item goes by what the rule made of its rating."""

HIDDEN = "Hidden for somebody's safety."
"""What stands in the place of a statement that was hidden: that there was one is never hidden."""


class DecideItem(Operation):
    """Let the outcome stand. Nobody chooses it: the rule did."""

    kind: ClassVar[str] = "item.decide"
    roles: ClassVar[frozenset[Role]] = LEADING

    item: Id
    revision: int = Field(ge=0)
    room: Annotated[str, StringConstraints(max_length=200)] = Field(
        default="", description="how like the area the room was, as a stamp on the decision"
    )

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put the item where its outcome leads; without a licence that is the wish list at best."""
        item = find_item(view, self.item, {ItemState.REVEALED}, "There is no result to decide on.")
        require_revision(item, self.revision)
        state = FOLLOWS[Outcome(item.fields["result"]["outcome"])]
        licence = item.fields["licence"]
        adopted = state in {ItemState.ADOPTED, ItemState.ADOPTED_WITH_DISSENT}
        if adopted and licence["rights"] == "slot" and not licence["held"]:
            state = ItemState.WISH_LIST
        minutes = INTEGRATING_MINUTES if state is ItemState.INTEGRATING else None
        decided = {**item.fields["result"], "room": self.room}
        return (
            Put(item.with_fields(state=state.value, since=iso(asked.at), minutes=minutes, result=decided)),
        )


class StateMinority(Operation):
    """Say, beside a decision, what those who did not agree want to be known. It stands without a name."""

    kind: ClassVar[str] = "minority.state"
    roles: ClassVar[frozenset[Role]] = frozenset({Role.PARTICIPANT}) | LEADING

    item: Id
    statement: Id
    text: Statement
    person: Id | None = Field(default=None, description="whose it is, where those who lead write it down")

    def decide(self, view: View, asked: Asked) -> Changes:
        """Add the statement to the item's."""
        require_agreeing(view, asked.actor)
        states = {
            ItemState.REVEALED,
            ItemState.ADOPTED,
            ItemState.ADOPTED_WITH_DISSENT,
            ItemState.PARKED,
            ItemState.NOT_ADOPTED,
            ItemState.WISH_LIST,
        }
        item = find_item(view, self.item, states, "A statement stands beside a result. Please wait for it.")
        person = asked.actor.person if not asked.actor.leads else self.person
        if person is None or not _dissents(view, item, person):
            raise Refused(
                Reason.NOT_ALLOWED,
                "This is for those who are against it or cannot accept it. Everybody else was counted.",
            )
        known: list[dict[str, Any]] = item.fields["minority"]
        if any(each["id"] == self.statement for each in known) or view.get(self.statement) is not None:
            raise Refused(Reason.ALREADY_THERE, "This statement is there already.")
        told = {"id": self.statement, "text": self.text, "hidden": False}
        # By their ids, which say nothing of who wrote them or when.
        together = sorted([*known, told], key=lambda each: each["id"][::-1])
        # By it the statement is found where its author takes back what they said.
        mine = Record(STATEMENT, self.statement, person, Audience.OWN, {"item": item.id}, (item.id,))
        return (Put(item.with_fields(minority=together)), Put(mine))


class HideStatement(Operation):
    """Hide a minority statement because it could harm somebody. That there was one stays."""

    kind: ClassVar[str] = "minority.hide"
    roles: ClassVar[frozenset[Role]] = LEADING

    item: Id
    statement: Id

    def decide(self, view: View, asked: Asked) -> Changes:  # noqa: ARG002
        """Put a mark in the place of its words."""
        item = find_item(view, self.item, set(ItemState), "")
        known: list[dict[str, Any]] = item.fields["minority"]
        if all(each["id"] != self.statement or is_taken_back(each) for each in known):
            raise Refused(Reason.NOT_FOUND, "There is no such statement.")
        hidden = [
            {**each, "text": HIDDEN, "hidden": True} if each["id"] == self.statement else each
            for each in known
        ]
        return (Put(item.with_fields(minority=hidden)),)


def _dissents(view: View, item: Record, person: str) -> bool:
    register = view.get(rating_id(item.id, revision_of(item), person))
    if register is None or register.kind != RATING:
        return False
    return Choice(register.fields["choice"]) not in SUPPORTING | {Choice.SKIP, Choice.NOT_CLEAR}
