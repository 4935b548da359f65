"""The grid of lettered and numbered squares over an area, the same on every paper and in the console.

It depends on the workshop's boundary alone, so that a card that says B4 means the same ground whatever was printed. Positions
within are Web Mercator's unit coordinates: x from 0 to 1 eastwards, y southwards (EPSG:3857; OGC 17-083r4, annex E).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kithmap.basics.geometry import positions

EARTH_CIRCUMFERENCE = 40_075_016.686
"""Metres around the equator of WGS 84."""

SIDES = (25, 50, 100, 200, 250, 500, 1_000, 2_000, 2_500, 5_000, 10_000)
"""Metres that a square's side may have: lengths that people can think in."""

MOST_SQUARES = 16
"""Along the longer side: as many as an A4 sheet shows large enough to point at (some 12 mm each)."""

Unit = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Grid:
    """Squares over an area: columns are lettered from the west, rows numbered from the north.

    Attributes:
        left: western edge, in unit coordinates.
        top: northern edge, in unit coordinates.
        side: of a square, in unit coordinates.
        metres: of a square's side on the ground, at the middle of the area.
        columns: how many squares from west to east.
        rows: how many squares from north to south.
    """

    left: float
    top: float
    side: float
    metres: int
    columns: int
    rows: int

    @property
    def width(self) -> float:
        """From edge to edge, in unit coordinates."""
        return self.columns * self.side

    @property
    def height(self) -> float:
        """From edge to edge, in unit coordinates."""
        return self.rows * self.side

    def name(self, column: int, row: int) -> str:
        """Return what a square is called, from its numbers counted from 0."""
        return f"{letter(column)}{row + 1}"


def letter(column: int) -> str:
    """Return the letter of a column, counted from 0."""
    return chr(ord("A") + column)


def to_unit(longitude: float, latitude: float) -> Unit:
    """Project a position in degrees to unit coordinates."""
    y = 0.5 - math.asinh(math.tan(math.radians(latitude))) / (2.0 * math.pi)
    return longitude / 360.0 + 0.5, y


def metres_per_unit(y: float) -> float:
    """Return how many metres on the ground one unit stands for, at a height y of the projection."""
    latitude = math.atan(math.sinh(math.pi * (1.0 - 2.0 * y)))
    return EARTH_CIRCUMFERENCE * math.cos(latitude)


def grid_of(boundary: Mapping[str, Any]) -> Grid:
    """Lay the grid over an area.

    Args:
        boundary: the area's GeoJSON polygon or multipolygon, in degrees.

    Returns:
        Squares that cover the boundary's bounds and stand around their middle.
    """
    corners = [to_unit(*position) for position in positions(boundary)]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    top, bottom = min(y for _, y in corners), max(y for _, y in corners)
    scale = metres_per_unit((top + bottom) / 2)
    across = max(right - left, bottom - top) * scale
    metres = next((side for side in SIDES if across <= side * MOST_SQUARES), SIDES[-1])
    side = metres / scale
    columns, rows = (max(1, math.ceil(length / side - 1e-9)) for length in (right - left, bottom - top))
    return Grid(
        left=(left + right - columns * side) / 2,
        top=(top + bottom - rows * side) / 2,
        side=side,
        metres=metres,
        columns=columns,
        rows=rows,
    )
