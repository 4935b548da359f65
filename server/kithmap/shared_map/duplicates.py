"""Which places may be the same: near each other and alike in name.

Titles are compared by their trigrams (Dice's coefficient, after Kondrak 2005), without case, accents, punctuation and articles:
it forgives a slip of the thumb and another order of words, and needs no list of a language's words. The nearer two places are, the
less alike their names need to be. A grid of squares as wide as the largest distance keeps a thousand places from being compared
each with each.
"""

import math
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Any

from kithmap.basics.geometry import positions
from kithmap.basics.records import Record
from kithmap.shared_map.masking import middle
from kithmap.shared_map.withheld import Withheld, reasons

METRES_PER_DEGREE = 111_320.0
"""Along a meridian, and along the equator."""

ARTICLES = frozenset({"the", "a", "an"})
SHARE_OF_AREA = 0.02
"""Places farther apart than this share of the area's diagonal are not the same: a village is looked at more closely than a county."""
NEAREST, FARTHEST = 40.0, 300.0
"""Limits of that distance, in metres: what a thumb misses by, and what no two people would call the same spot."""
ALIKE_HERE, ALIKE_THERE = 0.4, 0.75
"""How alike two titles must be on the same spot, and at the largest distance."""
OTHER_KIND = 0.1
"""How much more alike they must be where one is an asset of another kind, or a meeting place."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places that may be the same.

    Attributes:
        one: the id of the place that came first.
        other: the id of the other one.
        metres: how far apart their middles are.
        likeness: of their titles, from 0 to 1.
    """

    one: str
    other: str
    metres: float
    likeness: float


@dataclass(frozen=True, slots=True)
class _Spot:
    id: str
    east: float
    north: float
    kind: str
    grams: frozenset[str]


def duplicates(
    places: Iterable[Record], boundary: Mapping[str, Any], apart: Collection[tuple[str, str]] = ()
) -> list[Pair]:
    """Return the places that may be the same, the likeliest first.

    Args:
        places: of one workshop. Those that were joined already or put aside are left out.
        boundary: of its area, which sets the scale.
        apart: pairs of ids, in order, that somebody said are not the same.
    """
    reach = reach_of(boundary)
    spots = sorted((_spot(place, boundary) for place in places if _counts(place)), key=lambda spot: spot.id)
    unlike = set(apart)
    found = [
        pair
        for one, other in _neighbours(spots, reach)
        if (one.id, other.id) not in unlike and (pair := _pair(one, other, reach)) is not None
    ]
    return sorted(found, key=lambda pair: (pair.metres / reach - pair.likeness, pair.one, pair.other))


def reach_of(boundary: Mapping[str, Any]) -> float:
    """Return the largest distance between two places that may be the same, in metres."""
    corners = [_metres(position, boundary) for position in positions(boundary)]
    wide = max(east for east, _ in corners) - min(east for east, _ in corners)
    high = max(north for _, north in corners) - min(north for _, north in corners)
    return min(FARTHEST, max(NEAREST, SHARE_OF_AREA * math.hypot(wide, high)))


def likeness(one: str, other: str) -> float:
    """Return how alike two titles are: 1 for the same words, 0 where they share no three letters."""
    return _dice(trigrams(one), trigrams(other))


@lru_cache(maxsize=4096)
def trigrams(title: str) -> frozenset[str]:
    """Return the threes of letters of a title's words, with the edges of the words."""
    decomposed = unicodedata.normalize("NFKD", title.casefold())
    letters = "".join(
        each if each.isalnum() else " " for each in decomposed if not unicodedata.combining(each)
    )
    words = [word for word in letters.split() if word not in ARTICLES] or letters.split()
    return frozenset(
        padded[start : start + 3]
        for word in words
        for padded in (f"  {word} ",)
        for start in range(len(padded) - 2)
    )


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _counts(place: Record) -> bool:
    return bool(place.fields) and not {Withheld.MERGED, Withheld.SET_ASIDE} & set(reasons(place.fields))


def _spot(place: Record, boundary: Mapping[str, Any]) -> _Spot:
    east, north = _metres(middle(place.fields["geometry"]), boundary)
    kind = place.fields.get("asset_kind", place.kind)
    return _Spot(place.id, east, north, kind, trigrams(place.fields["title"]))


def _metres(position: tuple[float, float], boundary: Mapping[str, Any]) -> tuple[float, float]:
    """Return a position in metres east and north, flat around the area's own latitude."""
    _, latitude = next(positions(boundary))
    return (
        position[0] * METRES_PER_DEGREE * math.cos(math.radians(latitude)),
        position[1] * METRES_PER_DEGREE,
    )


def _neighbours(spots: list[_Spot], reach: float) -> Iterator[tuple[_Spot, _Spot]]:
    """Yield each two spots that may be within reach once, the one that came first before the other."""
    cells: defaultdict[tuple[int, int], list[_Spot]] = defaultdict(list)
    for spot in spots:
        cells[math.floor(spot.east / reach), math.floor(spot.north / reach)].append(spot)
    for (column, row), here in cells.items():
        yield from combinations(here, 2)
        for beside in ((column + 1, row - 1), (column + 1, row), (column + 1, row + 1), (column, row + 1)):
            for one in here:
                for other in cells.get(beside, ()):
                    yield (one, other) if one.id < other.id else (other, one)


def _pair(one: _Spot, other: _Spot, reach: float) -> Pair | None:
    metres = math.hypot(one.east - other.east, one.north - other.north)
    if metres > reach:
        return None
    needed = ALIKE_HERE + (ALIKE_THERE - ALIKE_HERE) * metres / reach
    alike = _dice(one.grams, other.grams)
    if alike < needed + (0 if one.kind == other.kind else OTHER_KIND):
        return None
    return Pair(one.id, other.id, round(metres, 1), round(alike, 3))
