"""Cards to write on: how many, with which numbers, and what stands on them besides."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

CARDS_ON_A_PAGE = 4
"""Of A4: each is as large as a hand (A6)."""

MOST_PAGES = 50
LAST_NUMBER = 9999
"""The highest number that a card may have, as ``asset.place`` takes it."""


class Card(StrEnum):
    """What a card is for."""

    PLACES = "places"
    CONNECTIONS = "connections"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of asset to tick.

    Attributes:
        key: its code.
        label: the area's own words, or empty where it is one of the six in our words.
    """

    key: str
    label: str


def numbers(first: int, pages: int) -> tuple[tuple[int, ...], ...]:
    """Return the numbers of the cards, page by page; none is above ``LAST_NUMBER``."""
    last = min(first + pages * CARDS_ON_A_PAGE - 1, LAST_NUMBER)
    return tuple(
        tuple(range(start, min(start + CARDS_ON_A_PAGE, last + 1)))
        for start in range(first, last + 1, CARDS_ON_A_PAGE)
    )


def kinds_of(workshop: Mapping[str, Any]) -> tuple[Kind, ...]:
    """Return the kinds of asset that a workshop's record lists; those in our own words without a label."""
    return tuple(
        Kind(key=kind["key"], label="" if kind["key"] == kind["matches"] else kind["label"])
        for kind in workshop["asset_kinds"]
    )
