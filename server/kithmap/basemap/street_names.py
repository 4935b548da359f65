"""Names along streets and rivers: where a stretch is long and straight enough, right way up, repeated on long ones."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kithmap.basemap.collision import Box
from kithmap.basemap.lettering import LETTERING, lettered, text_width
from kithmap.basemap.model import Kind
from kithmap.basemap.names import Curved, PlacedName, Point, Straight

STRAIGHT_WITHIN = 1.6
"""Pixels by which a stretch may bulge and still be lettered in a straight line."""

SHARPEST_BEND = 10.0
MOST_BENDING = 100.0
"""Degrees that a base line may turn within half a type size, and in all: beyond that letters fall apart."""

BENDS_ALIKE = 15.0
"""Degrees of turning in all that make no difference between two places for a name."""

SMOOTHED_OVER = 4
"""Points, half a type size apart, on either side of a point of a base line that it is averaged with."""

SLACK = 1.12
"""How much longer than its name a curved base line is made: letters that do not fit on their line are not drawn."""

SHIFTS = (0.0, 0.18, -0.18, 0.34, -0.34)
"""Where a name is tried within its part of the street, in lengths of that part from the middle."""

BASE_DROP = 0.34
"""From the middle of small letters down to their base, in type sizes."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A line with the distance of each of its points from the start."""

    points: tuple[Point, ...]
    along: tuple[float, ...]

    @property
    def length(self) -> float:
        return self.along[-1]

    def at(self, distance: float) -> Point:
        after = min(max(bisect_right(self.along, distance), 1), len(self.along) - 1)
        (x, y), (to_x, to_y) = self.points[after - 1], self.points[after]
        span = self.along[after] - self.along[after - 1]
        share = 0.0 if span == 0 else (distance - self.along[after - 1]) / span
        return x + (to_x - x) * share, y + (to_y - y) * share

    def part(self, start: float, end: float) -> "_Stretch":
        inner = self.points[bisect_right(self.along, start) : bisect_left(self.along, end)]
        return _measured([self.at(start), *inner, self.at(end)])


def along_line(kind: Kind, name: str, points: Sequence[Point]) -> Iterator[list[PlacedName]]:
    """Offer places for a name along a line given in pixels of a zoom.

    Yields one list for each time the name should be written (long streets say their name again and again); each holds the
    possible places, best first. A line too short for the name yields nothing.
    """
    text = lettered(kind, name)
    needed = text_width(kind, text)
    line = _measured(points)
    if line.length < needed + LETTERING[kind].size:
        return
    times = max(1, int(line.length // (LETTERING[kind].repeat * 1.3)))
    slot = line.length / times
    for time in range(times):
        middles = ((time + 0.5 + shift) * slot for shift in SHIFTS)
        places = (_place(kind, text, needed, line, middle) for middle in middles)
        offers = [place for place in places if place is not None]
        # The straighter a name stands the better it reads; differences below some degrees are not seen.
        yield [place for _, place in sorted(offers, key=lambda offer: round(offer[0] / BENDS_ALIKE))]


def _place(
    kind: Kind, text: str, needed: float, line: _Stretch, middle: float
) -> tuple[float, PlacedName] | None:
    """Return the name around a point of the line, with how much the line turns there, or None where it cannot stand."""
    half = needed / 2
    reach = min(half * SLACK, middle, line.length - middle)
    if reach < half:
        return None
    size = LETTERING[kind].size
    base = _left_to_right(_smooth(line.part(middle - reach, middle + reach), size))
    bends = _bends(base.points)
    if base.length < needed or max(bends, default=0.0) > SHARPEST_BEND or sum(bends) > MOST_BENDING:
        return None
    under = base.part((base.length - needed) / 2, (base.length + needed) / 2)
    boxes = _boxes(under, size)
    if _bulge(under.points) <= STRAIGHT_WITHIN:
        return 0.0, PlacedName(kind, (text,), _straight(under.points, size), boxes)
    return sum(bends), PlacedName(kind, (text,), Curved(_dropped(base.points, size * BASE_DROP)), boxes)


def _measured(points: Sequence[Point]) -> _Stretch:
    along = [0.0]
    for one, other in pairwise(points):
        along.append(along[-1] + math.dist(one, other))
    return _Stretch(tuple(points), tuple(along))


def _left_to_right(stretch: _Stretch) -> _Stretch:
    """Turn a stretch so that a name on it stands right way up; one straight up and down is read upwards."""
    (left, top), (right, bottom) = stretch.points[0], stretch.points[-1]
    backwards = right < left if abs(right - left) > 1 else bottom > top
    return _measured(stretch.points[::-1]) if backwards else stretch


def _smooth(stretch: _Stretch, size: float) -> _Stretch:
    """Round a stretch off, as a hand letters past a corner: the mean of the street over about three letters.

    The points of the result lie half a type size apart.
    """
    count = max(2, round(stretch.length / (size / 2)))
    evenly = [stretch.at(stretch.length * step / count) for step in range(count + 1)]
    smooth = [
        _mean(evenly[max(0, at - _reach(at, count)) : at + _reach(at, count) + 1]) for at in range(count + 1)
    ]
    return _measured(smooth)


def _reach(at: int, count: int) -> int:
    """Return how many neighbours on either side are averaged: fewer towards the ends, so that these stay in place."""
    return min(SMOOTHED_OVER, at, count - at)


def _mean(points: Sequence[Point]) -> Point:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _bends(points: Sequence[Point]) -> list[float]:
    return [
        _turn(before, here, after)
        for before, here, after in zip(points, points[1:], points[2:], strict=False)
    ]


def _turn(before: Point, here: Point, after: Point) -> float:
    """Return by how many degrees a line changes its direction at a point, 0 to 180."""
    coming = math.atan2(here[1] - before[1], here[0] - before[0])
    going = math.atan2(after[1] - here[1], after[0] - here[0])
    return abs(math.degrees(math.remainder(going - coming, math.tau)))


def _bulge(points: Sequence[Point]) -> float:
    """Return the largest distance of a line's points from the straight line between its ends."""
    (x, y), (to_x, to_y) = points[0], points[-1]
    chord = math.hypot(to_x - x, to_y - y)
    if chord == 0:
        return math.inf
    return max(abs((to_x - x) * (y - down) - (x - across) * (to_y - y)) / chord for across, down in points)


def _straight(points: Sequence[Point], size: float) -> Straight:
    (x, y), (to_x, to_y) = points[0], points[-1]
    turn = math.atan2(to_y - y, to_x - x)
    drop = size * BASE_DROP
    return Straight(
        (x + to_x) / 2 - math.sin(turn) * drop, (y + to_y) / 2 + math.cos(turn) * drop, math.degrees(turn)
    )


def _boxes(stretch: _Stretch, size: float) -> tuple[Box, ...]:
    """Cover the letters on a stretch with upright squares, close enough together to leave no gap."""
    half = size * 0.62
    count = max(1, math.ceil(stretch.length / size))
    middles = (stretch.at(stretch.length * (step + 0.5) / count) for step in range(count))
    return tuple((x - half, y - half, x + half, y + half) for x, y in middles)


def _dropped(points: Sequence[Point], drop: float) -> tuple[Point, ...]:
    """Move a line that runs left to right down by a distance, square to itself."""
    before = (points[0], *points[:-1])
    after = (*points[1:], points[-1])
    moved = []
    for (x, y), (from_x, from_y), (to_x, to_y) in zip(points, before, after, strict=True):
        step = math.hypot(to_x - from_x, to_y - from_y) or 1.0
        moved.append((x - (to_y - from_y) / step * drop, y + (to_x - from_x) / step * drop))
    return tuple(moved)
