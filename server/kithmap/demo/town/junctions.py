"""Where streets meet: ends are drawn up to the street they run into, crossings get a shared point."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import hypot

from shapely import LineString, Point, STRtree, get_coordinates
from shapely.geometry.base import BaseGeometry

from kithmap.demo.town.plan import XY, Street

END_REACH = 14.0
"""An end this near another street, in metres, is meant to meet it."""
SAME_JUNCTION = 7.0
"""Crossings nearer than this, in metres, are one junction."""
CROWDED = 4.0
"""A bend this near a junction, in metres, is left out."""


def draw_up_ends(streets: Sequence[Street]) -> list[Street]:
    """Move each end that stops just short of (or just past) another street onto it.

    Args:
        streets: as drawn.

    Returns:
        The same streets in the same order.
    """
    lines = [street.line for street in streets]
    tree = STRtree(lines)
    drawn = []
    for number, street in enumerate(streets):
        spots = [(x, y) for x, y in street.line.coords]
        for end in (0, -1):
            spots[end] = _nearest(spots[end], number, tree, lines)
        drawn.append(replace(street, line=LineString(spots)))
    return drawn


def _nearest(end: XY, number: int, tree: STRtree, lines: Sequence[LineString]) -> XY:
    point = Point(end)
    found = [int(i) for i in tree.query(point, predicate="dwithin", distance=END_REACH) if int(i) != number]
    if not found:
        return end
    other = lines[min(found, key=lambda i: (lines[i].distance(point), i))]
    met = other.interpolate(other.project(point))
    return met.x, met.y


def share_crossings(streets: Sequence[Street]) -> list[Street]:
    """Give streets that cross or touch a shared point there, so that the network joins up.

    Args:
        streets: with their ends drawn up.

    Returns:
        The same streets in the same order, with the junction points in their lines.
    """
    lines = [street.line for street in streets]
    met = _meetings(lines)
    canonical = _merge(sorted({spot for spots in met.values() for spot in spots}))
    return [
        replace(street, line=_with_junctions(street.line, {canonical[spot] for spot in met[number]}))
        for number, street in enumerate(streets)
    ]


def _meetings(lines: Sequence[LineString]) -> dict[int, set[XY]]:
    met: dict[int, set[XY]] = defaultdict(set)
    firsts, seconds = STRtree(lines).query(lines, predicate="dwithin", distance=0.01)
    for first, second in zip(firsts.tolist(), seconds.tolist(), strict=True):
        if first >= second:
            continue
        for spot in _touching(lines[first], lines[second]):
            met[first].add(spot)
            met[second].add(spot)
    return met


def _touching(first: LineString, second: LineString) -> Iterable[XY]:
    shared: BaseGeometry = first.intersection(second)
    for x, y in get_coordinates(shared).tolist():
        yield round(x, 3), round(y, 3)
    for one, other in ((first, second), (second, first)):
        for x, y in (one.coords[0], one.coords[-1]):
            if other.distance(Point(x, y)) < 0.01:
                yield round(x, 3), round(y, 3)


def _merge(spots: Sequence[XY]) -> dict[XY, XY]:
    kept: list[XY] = []
    canonical: dict[XY, XY] = {}
    cells: dict[tuple[int, int], list[XY]] = defaultdict(list)
    for spot in spots:
        column, row = int(spot[0] // SAME_JUNCTION), int(spot[1] // SAME_JUNCTION)
        near = [k for i in (-1, 0, 1) for j in (-1, 0, 1) for k in cells[column + i, row + j]]
        close = [k for k in near if hypot(k[0] - spot[0], k[1] - spot[1]) < SAME_JUNCTION]
        canonical[spot] = min(close) if close else spot
        if not close:
            kept.append(spot)
            cells[column, row].append(spot)
    return canonical


def _with_junctions(line: LineString, junctions: Iterable[XY]) -> LineString:
    placed = sorted((line.project(Point(spot)), spot) for spot in junctions)
    if not placed:
        return line
    bends = [(line.project(Point(spot)), (spot[0], spot[1])) for spot in line.coords]
    bends[-1] = (line.length, bends[-1][1])
    free = [
        (along, spot)
        for along, spot in bends
        if all(hypot(spot[0] - j[0], spot[1] - j[1]) >= CROWDED for _, j in placed)
    ]
    spots = [spot for _, spot in sorted(free + placed)]
    distinct = [spot for i, spot in enumerate(spots) if i == 0 or spot != spots[i - 1]]
    return LineString(distinct) if len(distinct) > 1 else line


def largest_network(streets: Sequence[Street]) -> list[Street]:
    """Keep only the streets that can be reached from the first one.

    Args:
        streets: with shared crossings.

    Returns:
        Those in the same network as the first, in order.
    """
    at: dict[XY, list[int]] = defaultdict(list)
    for number, street in enumerate(streets):
        for x, y in street.line.coords:
            at[x, y].append(number)
    reached, waiting = {0}, [0]
    while waiting:
        for x, y in streets[waiting.pop()].line.coords:
            for number in at[x, y]:
                if number not in reached:
                    reached.add(number)
                    waiting.append(number)
    return [street for number, street in enumerate(streets) if number in reached]
