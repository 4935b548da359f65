"""Proposing terms and indicators."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from kithmap.agreement.items import ITEM, OVER, TABLE, ItemState, ItemType, state_of
from kithmap.agreement.operations.finding import (
    Label,
    Meaning,
    Words,
    find_item,
    require_agreeing,
)
from kithmap.basics.actors import CONTRIBUTING, LEADING, Role
from kithmap.basics.clock import iso
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked, Id, Operation
from kithmap.basics.records import Audience, Changes, Put, Record, Remove, View

Examples = Annotated[list[Id], Field(max_length=3)]
ConceptKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,79}$")]
Records = {"asset", "meeting_place", "connection"}

ON_ITS_WAY = (
    "The room has taken this up already, so it can no longer be changed here. Please suggest other words."
)


class Licence(BaseModel):
    """By what right an indicator's wording may be used."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    rights: Literal["ours", "shipped", "slot"] = "ours"
    held: bool = Field(default=True, description="whether the area has the right to use the wording")
    source: Words = ""


class ProposeItem(Operation):
    """Bring a term or an indicator before the room, with one's own words for what it means."""

    kind: ClassVar[str] = "item.propose"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    item: Id
    type: ItemType
    label: Label
    meaning: Meaning
    examples: Examples = Field(default=[], description="places on the map that show it")
    concept: ConceptKey | None = Field(default=None, description="of a glossary that it comes from")
    licence: Licence = Licence()

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put the item as a draft."""
        require_agreeing(view, asked.actor)
        if view.get(self.item) is not None or view.removed(self.item) is not None:
            raise Refused(Reason.ALREADY_THERE, "This is on the list already.")
        fields: dict[str, Any] = {
            "type": self.type.value,
            "state": ItemState.DRAFT.value,
            "wordings": [wording(0, self.label, self.meaning, asked, None)],
            "examples": examples(view, self.examples, asked),
            "concept": self.concept,
            "licence": self.licence.model_dump(mode="json"),
            "since": iso(asked.at),
            "minutes": None,
            "integrated": False,
            "result": None,
            "minority": [],
            "merged_into": None,
        }
        return (Put(Record(ITEM, self.item, asked.actor.person, Audience.EVERYONE, fields)),)


class EditItem(Operation):
    """Change what one proposed, until the room takes it up."""

    kind: ClassVar[str] = "item.edit"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    item: Id
    label: Label | None = None
    meaning: Meaning | None = None
    examples: Examples | None = None

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put the draft with what was given."""
        item = own_draft(view, self.item, asked)
        before = item.fields["wordings"][0]
        words = wording(0, self.label or before["label"], self.meaning or before["meaning"], asked, None)
        shown = item.fields["examples"] if self.examples is None else examples(view, self.examples, asked)
        return (Put(item.with_fields(wordings=[words], examples=shown)),)


class WithdrawItem(Operation):
    """Take back what one proposed, until the room takes it up."""

    kind: ClassVar[str] = "item.withdraw"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    item: Id

    def decide(self, view: View, asked: Asked) -> Changes:
        """Keep it for the record as withdrawn."""
        return (Put(own_draft(view, self.item, asked).with_fields(state=ItemState.WITHDRAWN.value)),)


class MergeItems(Operation):
    """Treat several proposals as one; the originals are kept."""

    kind: ClassVar[str] = "item.merge"
    roles: ClassVar[frozenset[Role]] = LEADING

    keep: Id
    others: Annotated[list[Id], Field(min_length=1, max_length=20)]

    def decide(self, view: View, asked: Asked) -> Changes:  # noqa: ARG002
        """Put the others as merged, and their examples to the one that is kept."""
        open_states = set(ItemState) - OVER - {ItemState.RATING, ItemState.REVEALED}
        kept = find_item(view, self.keep, open_states, "This can no longer take others in.")
        ids = sorted(set(self.others))
        if self.keep in ids:
            raise Refused(Reason.BAD_FIELDS, "Please choose the others, and one to keep.")
        others = [find_item(view, each, {ItemState.DRAFT}, ON_ITS_WAY) for each in ids]
        if any(other.fields["type"] != kept.fields["type"] for other in others):
            raise Refused(Reason.BAD_FIELDS, "A term and an indicator cannot be made one.")
        shown = [*kept.fields["examples"], *(place for other in others for place in other.fields["examples"])]
        together = list(dict.fromkeys(shown))[:3]
        merged = [
            Put(other.with_fields(state=ItemState.MERGED.value, merged_into=self.keep)) for other in others
        ]
        table = view.get(TABLE)
        cleared = () if table is None or table.fields["item"] not in ids else (Remove(TABLE),)
        return (Put(kept.with_fields(examples=together)), *merged, *cleared)


def wording(number: int, label: str, meaning: str, asked: Asked, source: str | None) -> dict[str, Any]:
    """Return one wording as it stands in an item."""
    return {"number": number, "label": label, "meaning": meaning, "at": iso(asked.at), "from": source}


def examples(view: View, given: list[str], asked: Asked) -> list[str]:
    """Return places that show what is meant.

    Raises:
        Refused: if one is not on the map that this person sees.
    """
    for place in given:
        record = view.get(place)
        seen = record is not None and record.seen_by(asked.actor.person, asked.actor.role)
        if record is None or not seen or record.kind not in Records:
            raise Refused(Reason.NOT_FOUND, "One of the example places is no longer on the map.")
        # What the room does not see must not be pointed at in front of it.
        if record.audience is not Audience.EVERYONE:
            raise Refused(
                Reason.NOT_ALLOWED, "The room does not see this place yet, so it cannot be an example."
            )
    return list(dict.fromkeys(given))


def own_draft(view: View, item_id: str, asked: Asked) -> Record:
    """Return a draft that this person may change.

    Raises:
        Refused: if it is no draft any more, or somebody else's.
    """
    require_agreeing(view, asked.actor)
    item = find_item(view, item_id, {ItemState.DRAFT}, ON_ITS_WAY)
    if not asked.actor.leads and item.author != asked.actor.person:
        raise Refused(
            Reason.NOT_YOURS, "Someone else proposed this. Only they or the facilitator can change it."
        )
    return item


def is_over(item: Record) -> bool:
    """Tell whether an item is kept for the record only."""
    return state_of(item) in OVER
