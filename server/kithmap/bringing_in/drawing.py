"""Places that would come in, as they lie on a picture of the area.

Source: Web Mercator, as basemaps are drawn (EPSG:3857).
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kithmap.basics.geometry import positions
from kithmap.bringing_in.model import Position

Bounds = tuple[float, float, float, float]

WIDTH = 1000
"""Of the picture, in its own units."""

MARGIN = 0.05
"""Around the boundary, as a share of its size."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture of a part of the world.

    Attributes:
        bounds: west, south, east, north in degrees.
        width: in the picture's own units.
        height: in the same.
    """

    bounds: Bounds
    width: int
    height: int

    def place(self, position: Position) -> Position:
        """Return where a position lies in the picture."""
        west, south, east, north = self.bounds
        top, bottom = _height(north), _height(south)
        x = (position[0] - west) / (east - west) * self.width
        y = (top - _height(position[1])) / (top - bottom) * self.height
        return x, y

    def shows(self, position: Position) -> bool:
        """Tell whether a position lies in the picture."""
        west, south, east, north = self.bounds
        return west <= position[0] <= east and south <= position[1] <= north


@dataclass(frozen=True, slots=True)
class Mark:
    """One place in the picture.

    Attributes:
        row: of the file.
        x: from the left.
        y: from the top.
        path: of a line or outline, the ``d`` of an SVG path; else empty.
        state: ``in``, ``outside`` or ``twin``.
    """

    row: int
    x: float
    y: float
    path: str
    state: str


def frame_around(boundary: Mapping[str, Any]) -> Frame:
    """Return a picture that holds a boundary, for an area without a basemap."""
    corners = list(positions(boundary))
    west, east = min(x for x, _ in corners), max(x for x, _ in corners)
    south, north = min(y for _, y in corners), max(y for _, y in corners)
    wide, high = (east - west) * MARGIN, (north - south) * MARGIN
    bounds = (west - wide, south - high, east + wide, north + high)
    across = math.radians(bounds[2] - bounds[0])
    tall = _height(bounds[3]) - _height(bounds[1])
    return Frame(bounds, WIDTH, max(1, round(WIDTH * tall / across)))


def marks(frame: Frame, places: Iterable[tuple[int, Mapping[str, Any], str]]) -> tuple[list[Mark], int]:
    """Return where places lie in a picture, and how many lie beyond it.

    Args:
        frame: the picture.
        places: row, geometry and state of each.
    """
    found: list[Mark] = []
    beyond = 0
    for row, geometry, state in places:
        corners = list(positions(geometry))
        if not any(map(frame.shows, corners)):
            beyond += 1
            continue
        xs, ys = zip(*map(frame.place, corners), strict=True)
        x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        found.append(Mark(row, round(x, 1), round(y, 1), _path(geometry["type"], xs, ys), state))
    return found, beyond


def _path(kind: str, xs: tuple[float, ...], ys: tuple[float, ...]) -> str:
    if kind == "Point":
        return ""
    line = "L".join(f"{x:.1f} {y:.1f}" for x, y in zip(xs, ys, strict=True))
    return f"M{line}{'Z' if kind == 'Polygon' else ''}"


def _height(lat: float) -> float:
    """Return the height of a latitude on the Mercator map, in radians."""
    return math.asinh(math.tan(math.radians(lat)))
