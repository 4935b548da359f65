"""How streets fill a district: they sprout from the ones there are, bend a little, and join or end in a close.

The method is the usual one for drawing invented towns (after Parish and Mueller, "Procedural modeling of cities",
2001), cut down: every street starts square to its parent, walks in short steps, and stops at the edge of the district,
at a street it may join, or where another runs too near.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import atan2, cos, degrees, floor, hypot, pi, radians, sin
from random import Random

from shapely import LineString, contains_xy, prepare
from shapely.geometry.base import BaseGeometry

from kithmap.demo.town.curves import thinned
from kithmap.demo.town.plan import XY

STEP = 10.0
"""Metres walked at a time."""
CELL = 52.0
"""Side of a cell of the index of drawn streets, metres."""
JOIN_REACH = 46.0
"""A street this near and ahead, in metres, may be run into."""


@dataclass(frozen=True, slots=True)
class GrowthStyle:
    """The manner in which streets fill a district.

    Args:
        spacing: metres between side streets, and so the depth of two rows of houses with gardens.
        reach: shortest and longest street, metres.
        bend: how far a street may turn in ten metres, degrees.
        joins: share of streets that may run into another; the rest end in a close.
        generations: how often side streets have side streets.
    """

    spacing: float
    reach: tuple[float, float]
    bend: float
    joins: float
    generations: int = 3


STYLES = {
    "old": GrowthStyle(74, (36, 170), 5.0, 0.95, 1),
    "villas": GrowthStyle(82, (60, 420), 1.2, 0.95),
    "suburb": GrowthStyle(80, (70, 420), 2.2, 0.85),
    "council": GrowthStyle(76, (60, 330), 2.6, 0.85),
    "estate": GrowthStyle(62, (42, 150), 3.5, 0.25, 3),
    "modern": GrowthStyle(60, (36, 190), 4.5, 0.35, 4),
    "village": GrowthStyle(90, (50, 200), 4.0, 0.5, 2),
    "works": GrowthStyle(130, (90, 330), 0.6, 0.4, 2),
}


class StreetIndex:
    """Where streets have been drawn, as points every few metres in a grid of cells."""

    def __init__(self) -> None:
        """Start empty."""
        self._cells: dict[tuple[int, int], list[tuple[float, float, int]]] = defaultdict(list)

    def add(self, line: LineString, number: int) -> None:
        """Remember a street by its number."""
        count = max(1, int(line.length / (STEP / 2)))
        for i in range(count + 1):
            spot = line.interpolate(i / count, normalized=True)
            self._cells[self._cell(spot.x, spot.y)].append((spot.x, spot.y, number))

    @staticmethod
    def _cell(x: float, y: float) -> tuple[int, int]:
        return floor(x / CELL), floor(y / CELL)

    def near(self, spot: XY, radius: float) -> Iterator[tuple[float, XY, int]]:
        """List drawn points within a radius of at most one cell: distance, point, number of the street."""
        column, row = self._cell(*spot)
        for i in range(column - 1, column + 2):
            for j in range(row - 1, row + 2):
                for x, y, number in self._cells.get((i, j), ()):
                    away = hypot(x - spot[0], y - spot[1])
                    if away <= radius:
                        yield away, (x, y), number


@dataclass(frozen=True, slots=True)
class _Sprout:
    start: XY
    heading: float
    parent: int
    generation: int


def grow(
    region: BaseGeometry, existing: Sequence[LineString], style: GrowthStyle, rng: Random
) -> list[LineString]:
    """Fill a region with streets.

    Args:
        region: where streets may run, metres.
        existing: streets already there; new ones start from those and join them.
        style: the manner of the district.
        rng: the source of chance.

    Returns:
        The new streets, each starting on an existing or earlier one.
    """
    prepare(region)
    index = StreetIndex()
    lines = list(existing)
    for number, line in enumerate(lines):
        index.add(line, number)
    waiting = deque(s for number, line in enumerate(lines) for s in _sprouts(line, number, 0, style, rng))
    first_new = len(lines)
    while waiting:
        sprout = waiting.popleft()
        walked = _walk(sprout, region, index, style, rng)
        if walked is None:
            continue
        index.add(walked, len(lines))
        if sprout.generation + 1 < style.generations:
            waiting.extend(_sprouts(walked, len(lines), sprout.generation + 1, style, rng))
        lines.append(walked)
    return lines[first_new:]


def _sprouts(
    line: LineString, number: int, generation: int, style: GrowthStyle, rng: Random
) -> Iterable[_Sprout]:
    along = style.spacing * rng.uniform(0.45, 0.75)
    while along < line.length - style.spacing * 0.4:
        at, ahead = line.interpolate(along), line.interpolate(along + 1)
        towards = atan2(ahead.y - at.y, ahead.x - at.x)
        sides = [-pi / 2, pi / 2]
        rng.shuffle(sides)
        for side, shift in zip(sides, (0.0, style.spacing * 0.5), strict=True):
            start = line.interpolate(min(along + shift, line.length))
            yield _Sprout(
                (start.x, start.y), towards + side + radians(rng.uniform(-7, 7)), number, generation
            )
        along += style.spacing * rng.uniform(0.92, 1.25)


def _walk(
    sprout: _Sprout, region: BaseGeometry, index: StreetIndex, style: GrowthStyle, rng: Random
) -> LineString | None:
    if any(
        number != sprout.parent for _, _, number in index.near(sprout.start, min(CELL, style.spacing * 0.5))
    ):
        return None
    reach, may_join = rng.uniform(*style.reach), rng.random() < style.joins
    spots, heading, drift = [sprout.start], sprout.heading, rng.uniform(-style.bend, style.bend)
    joined = False
    while len(spots) * STEP < reach + STEP:
        spot = (spots[-1][0] + STEP * cos(heading), spots[-1][1] + STEP * sin(heading))
        if not contains_xy(region, *spot):
            break
        others = _others(index, spot, sprout, len(spots), style)
        target = _ahead(spots[-1], heading, others) if may_join else None
        if target is not None and len(spots) > 2:
            spots.append(target)
            joined = True
            break
        if others and min(others)[0] < style.spacing * 0.45:
            break
        spots.append(spot)
        heading += radians(drift + rng.uniform(-style.bend, style.bend) * 0.4)
        drift = drift if rng.random() > 0.12 else -drift
    line = LineString(spots) if len(spots) > 1 else None
    if line is None or line.length < style.reach[0] or (not joined and line.length > 4 * style.spacing):
        return None
    return thinned(spots)


def _others(
    index: StreetIndex, spot: XY, sprout: _Sprout, walked: int, style: GrowthStyle
) -> list[tuple[float, XY, int]]:
    leaving = walked * STEP < style.spacing * 0.75
    near = index.near(spot, min(CELL, max(JOIN_REACH, style.spacing * 0.55)))
    return [found for found in near if not (leaving and found[2] == sprout.parent)]


def _ahead(last: XY, heading: float, others: Sequence[tuple[float, XY, int]]) -> XY | None:
    best: tuple[float, XY] | None = None
    for _, spot, _ in others:
        turn = atan2(spot[1] - last[1], spot[0] - last[0]) - heading
        away = hypot(spot[0] - last[0], spot[1] - last[1])
        if abs(degrees(atan2(sin(turn), cos(turn)))) < 42 and (best is None or away < best[0]):
            best = (away, spot)
    return best[1] if best is not None and best[0] < JOIN_REACH else None
