"""Why something on the map is not shown to everyone, read from its own fields."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any


class Withheld(StrEnum):
    """A reason for which only its author and those who lead see a place, a connection or a mark. The weightiest first."""

    MERGED = "merged"
    """It was joined with another place, which stands for both."""
    SET_ASIDE = "set_aside"
    """Those who lead, or somebody's alarm, put it aside."""
    RETURNED = "returned"
    """Those who lead gave it back to its author to be corrected."""
    WAITING = "waiting"
    """It was placed in a moderated round and nobody who leads has looked at it."""
    FACILITATORS = "facilitators"
    """Its author gave it to those who lead alone."""
    HELD_BACK = "held_back"
    """It was placed blind and not shown yet."""


class Review(StrEnum):
    """How far something that was placed in a moderated round has come. What was placed directly has none."""

    WAITING = "waiting"
    RETURNED = "returned"
    APPROVED = "approved"


class ReturnReason(StrEnum):
    """Why those who lead give something back to its author. The page has a sentence for each, and what to do."""

    SPOT = "spot"
    """It stands in the wrong spot."""
    UNCLEAR = "unclear"
    """Its words are not clear."""
    HOME = "home"
    """It looks like somebody's home."""
    PERSON = "person"
    """It names a person, or one can tell who is meant."""
    OUTSIDE = "outside"
    """It lies outside the area."""
    OTHER = "other"
    """Told in own words."""


class Cause(StrEnum):
    """What put something aside."""

    FACILITATOR = "facilitator"
    ALARM = "alarm"
    PERSON = "person"
    """All that its author had added was put aside together."""


UNFIT = frozenset({Withheld.MERGED, Withheld.SET_ASIDE, Withheld.RETURNED, Withheld.WAITING})
"""Reasons for which something stands in no export: nobody has said that it belongs on the map as it is."""


def reasons(fields: Mapping[str, Any]) -> list[Withheld]:
    """Return every reason why something is not for everyone, the weightiest first; empty if it is.

    What a connection or a mark stands on may hide it besides.
    """
    # A record whose author withdrew says nothing any more, in a log that is replayed.
    placed = fields.get("placed", {"blind": False})
    review = review_of(fields)
    holds = {
        Withheld.MERGED: "merged" in fields,
        Withheld.SET_ASIDE: "aside" in fields,
        Withheld.RETURNED: review is Review.RETURNED,
        Withheld.WAITING: review is Review.WAITING,
        Withheld.FACILITATORS: fields.get("visibility") == "facilitators",
        Withheld.HELD_BACK: bool(placed["blind"]) and not placed["revealed"],
    }
    return [reason for reason in Withheld if holds[reason]]


def review_of(fields: Mapping[str, Any]) -> Review | None:
    """Return how far the review of something has come; None where nobody has to look at it."""
    review = fields.get("review")
    return None if review is None else Review(review["state"])


def merged_into(fields: Mapping[str, Any]) -> str | None:
    """Return the id of the place that something was joined with, or None."""
    merged = fields.get("merged")
    return None if merged is None else str(merged["into"])


def without(fields: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """Return fields without some of them."""
    return {name: value for name, value in fields.items() if name not in names}
