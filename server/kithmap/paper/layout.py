"""How an area's map lies on a sheet of paper: sizes and the scale. All lengths on paper are millimetres."""

import math
from dataclasses import dataclass
from enum import StrEnum

from kithmap.paper.grid import Grid, metres_per_unit

EDGE = 8.0
"""Left free on every side: printers cannot print closer to the edge."""

HEAD = 27.0
FOOT = 13.0
"""Kept above the map for the title and the way in, and below it for the scale and the credit."""

GUTTER = 7.0
"""Around the map, for the letters and numbers."""

LONGEST_BAR = 60.0
CLEARLY = 1.1
STEPS = (1, 2, 5)


class Paper(StrEnum):
    """Sizes of paper (ISO 216)."""

    A3 = "a3"
    A4 = "a4"


class Turn(StrEnum):
    """How the sheet is held."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


SIZES = {Paper.A4: (210.0, 297.0), Paper.A3: (297.0, 420.0)}


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A length on paper and what it stands for on the ground."""

    millimetres: float
    metres: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the map lies on the part of a sheet that is for it.

    Attributes:
        width: of the map with its letters and numbers.
        height: of the map with its letters and numbers.
        scale: millimetres on paper for one unit of the projection.
        metres_per_millimetre: of the ground, at the middle of the area.
    """

    width: float
    height: float
    scale: float
    metres_per_millimetre: float

    @property
    def bar(self) -> ScaleBar:
        """The longest round length of at most ``LONGEST_BAR`` millimetres."""
        longest = LONGEST_BAR * self.metres_per_millimetre
        power = 10.0 ** math.floor(math.log10(longest))
        metres = max(step * power for step in STEPS if step * power <= longest)
        return ScaleBar(metres / self.metres_per_millimetre, round(metres))


def room_for_map(paper: Paper, turn: Turn) -> tuple[float, float]:
    """Return width and height of the part of a sheet that the map may fill, letters and numbers included."""
    width, height = sheet_size(paper, turn)
    return width - 2 * EDGE, height - 2 * EDGE - HEAD - FOOT


def sheet_size(paper: Paper, turn: Turn) -> tuple[float, float]:
    """Return width and height of a sheet as it is held."""
    width, height = SIZES[paper]
    return (height, width) if turn is Turn.LANDSCAPE else (width, height)


def better_turn(grid: Grid) -> Turn:
    """Return how to lay a sheet on the table: lying, unless the area is clearly larger on a standing one."""
    standing, lying = (lay_out(grid, Paper.A3, turn).scale for turn in (Turn.PORTRAIT, Turn.LANDSCAPE))
    return Turn.PORTRAIT if standing > CLEARLY * lying else Turn.LANDSCAPE


def lay_out(grid: Grid, paper: Paper, turn: Turn) -> Layout:
    """Make the grid as large as the sheet allows."""
    width, height = room_for_map(paper, turn)
    scale = min((width - 2 * GUTTER) / grid.width, (height - 2 * GUTTER) / grid.height)
    middle = grid.top + grid.height / 2
    return Layout(
        width=grid.width * scale + 2 * GUTTER,
        height=grid.height * scale + 2 * GUTTER,
        scale=scale,
        metres_per_millimetre=metres_per_unit(middle) / scale,
    )
