"""What the log holds of agreeing: items and their states, registers, who is checked in; and reading them."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from enum import StrEnum
from typing import Any

from kithmap.agreement.model import THRESHOLDS, Choice, Rating, Thresholds
from kithmap.basics.records import Record, View

ITEM = "item"
QUESTION = "question"
REWORDING = "rewording"
RATING = "rating"
ANSWERS = "answers"
STATEMENT = "minority_statement"
ATTENDANCE = "attendance"
RULES = "agreement_rules"
TABLE = "table"
"""Record kinds. Of the last two there is one record each, whose id is the kind."""

MOST_REWORDINGS = 3
CLARIFYING_MINUTES = 5
INTEGRATING_MINUTES = 10


class ItemType(StrEnum):
    """What an item is."""

    TERM = "term"
    INDICATOR = "indicator"


class ItemState(StrEnum):
    """Where an item stands."""

    DRAFT = "draft"
    CLARIFYING = "clarifying"
    REWORDED = "reworded"
    INTEGRATING = "integrating"
    RATING = "rating"
    REVEALED = "revealed"
    ADOPTED = "adopted"
    ADOPTED_WITH_DISSENT = "adopted_with_dissent"
    PARKED = "parked"
    NOT_ADOPTED = "not_adopted"
    WISH_LIST = "wish_list"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"


TALKED_OF = frozenset({ItemState.CLARIFYING, ItemState.REWORDED, ItemState.INTEGRATING})
"""States in which people ask, and suggest other words."""

DECIDED = frozenset(
    {
        ItemState.ADOPTED,
        ItemState.ADOPTED_WITH_DISSENT,
        ItemState.PARKED,
        ItemState.NOT_ADOPTED,
        ItemState.WISH_LIST,
    }
)

OVER = frozenset({ItemState.MERGED, ItemState.WITHDRAWN})
"""States of items that are no longer anybody's business, kept for the record."""


def state_of(item: Record) -> ItemState:
    """Return where an item stands."""
    return ItemState(item.fields["state"])


def revision_of(item: Record) -> int:
    """Return the number of an item's present wording: 0 as proposed, then one for each rewording."""
    number: int = item.fields["wordings"][-1]["number"]
    return number


def rating_id(item: str, revision: int, person: str) -> str:
    """Return the id of a person's register on a revision: one, so that a change of mind replaces."""
    return f"rating:{item}:{revision}:{person}"


def attendance_id(person: str) -> str:
    """Return the id of the record that a person is checked in."""
    return f"attendance:{person}"


def answers_id(item: str) -> str:
    """Return the id of the record that counts an item's answers."""
    return f"answers:{item}"


def thresholds_of(view: View) -> Thresholds:
    """Return the numbers of this workshop's rule."""
    rules = view.get(RULES)
    if rules is None:
        return THRESHOLDS
    known = {each.name for each in fields(Thresholds)}
    return Thresholds(**{name: value for name, value in rules.fields["thresholds"].items() if name in known})


def thresholds_as_fields(thresholds: Thresholds) -> dict[str, int]:
    """Return the numbers as they stand in a record."""
    return asdict(thresholds)


def who_may_rate(view: View) -> dict[str, frozenset[str]]:
    """Return the people checked in who may rate, with the groups they declared."""
    return {
        record.fields["person"]: frozenset(record.fields["groups"])
        for record in view.of_kind(ATTENDANCE)
        if record.fields["rates"]
    }


def may_rate(view: View, person: str) -> bool:
    """Tell whether a person is checked in to rate, however many are."""
    record = view.get(attendance_id(person))
    return record is not None and record.kind == ATTENDANCE and bool(record.fields["rates"])


def registers(view: View, item: Record) -> list[Record]:
    """Return the registers on an item's present wording, in the order of their ids."""
    revision = revision_of(item)
    found = (
        record
        for record in view.standing_on(item.id)
        if record.kind == RATING and record.fields["revision"] == revision
    )
    return sorted(found, key=lambda record: record.id)


def as_ratings(records: Iterable[Record], groups: Mapping[str, frozenset[str]]) -> list[Rating]:
    """Return registers as the rule takes them."""
    return [_as_rating(record, groups) for record in records]


def _as_rating(record: Record, groups: Mapping[str, frozenset[str]]) -> Rating:
    written: Mapping[str, Any] = record.fields
    person: str = written["person"]
    return Rating(
        person,
        Choice(written["choice"]),
        groups.get(person, frozenset()),
        written["matters"],
        written["fair"],
    )
