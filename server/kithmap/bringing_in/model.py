"""What a file of places holds, before anything of it is on a map."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Json = dict[str, Any]
Position = tuple[float, float]

MOST_MEGABYTES = 10
MOST_BYTES = MOST_MEGABYTES * 1_000_000
"""Of a file: some 30,000 places with their words."""

MOST_ROWS = 10_000
"""Of a file that are read at all."""

MOST_PLACES = 2_000
"""That are brought in at once: as many as a map of a town can show."""

MOST_COLUMNS = 100
MOST_LETTERS = 2_000
"""Of one cell that are kept; a note has 1,000 at most."""

MOST_ALL_LETTERS = 8_000_000
"""Of all cells together."""

MOST_CORNERS = 50_000
"""Of one shape that is looked at: a country's coast has as many. It is made simpler before it comes onto the map."""

MOST_ALL_CORNERS = 200_000
"""Of all shapes together: some 20 MB while they are looked at."""

MOST_TABLES = 20
"""Layers of a file that are read."""


class Coordinates(StrEnum):
    """In what the numbers of a file are."""

    DEGREES = "degrees"
    """Longitude and latitude on WGS 84."""
    SWAPPED = "swapped"
    """Latitude and longitude on WGS 84."""
    BRITISH_GRID = "british_grid"
    """Easting and northing in metres on the British National Grid, EPSG:27700."""
    WEB_MERCATOR = "web_mercator"
    """Metres on the map of web pages, EPSG:3857."""


@dataclass(frozen=True, slots=True)
class Left:
    """What was left out of a file, and why.

    Attributes:
        row: the line of a table, or the place's number in another file, from one; 0 for the file as a whole.
        says: why, in plain words.
    """

    row: int
    says: str


@dataclass(frozen=True, slots=True)
class Row:
    """One thing of a file.

    Attributes:
        number: as of `Left`.
        cells: a text for each column.
        shape: GeoJSON of any of the six plain types with the file's own numbers, without heights; None where the cells say where
            it is.
    """

    number: int
    cells: tuple[str, ...]
    shape: Json | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The things of one layer of a file, all with the same columns.

    Attributes:
        name: of the layer; empty where a file has but one.
        columns: their names.
        rows: what can be looked at.
        left: what cannot.
        coordinates: in what the shapes are, where the file says so.
        notes: what was done to the words so that they can be shown.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    left: tuple[Left, ...] = ()
    coordinates: Coordinates | None = None
    notes: tuple[str, ...] = ()

    @property
    def has_shapes(self) -> bool:
        """Whether where things are stands in shapes, and not in cells."""
        return any(row.shape is not None for row in self.rows)


@dataclass(frozen=True, slots=True)
class Ground:
    """What places come onto.

    Attributes:
        boundary: of the workshop's area, GeoJSON polygon or multipolygon.
        kinds: what each kind of asset is called, by its key, in order.
    """

    boundary: Mapping[str, Any]
    kinds: Mapping[str, str] = field(default_factory=dict)
