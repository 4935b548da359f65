"""What a person says of a file: which columns are what, and which kinds its words mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kithmap.basics.errors import BadInputError
from kithmap.bringing_in.model import Coordinates, Json, Row
from kithmap.bringing_in.shapes import shape_of
from kithmap.bringing_in.wkt import from_wkt
from kithmap.shared_map.model import MEETING_PLACE

OF_KIND = "kind:"
"""Before the key of a kind of asset, so that no kind can be taken for what follows."""

AS_MEETING_PLACE = MEETING_PLACE
LEAVE_OUT = "leave_out"


class Where(StrEnum):
    """Where a file says where its places are."""

    SHAPES = "shapes"
    """In shapes beside the cells."""
    NUMBERS = "numbers"
    """In two columns of numbers."""
    WKT = "wkt"
    """In a column of well-known text."""


@dataclass(frozen=True, slots=True)
class Choices:
    """How a file is to be read.

    Attributes:
        title: the place of the column that titles come from.
        where: where positions stand.
        x: of two numbers, the place of the column of longitudes or eastings.
        y: the place of the column of latitudes or northings.
        wkt: the place of the column of shapes.
        coordinates: in what the numbers are.
        note: the place of the column that notes come from; None takes none.
        kind: the place of the column that says what kind each is; None where all are of one.
        one_kind: that one: `OF_KIND` and a key, or `AS_MEETING_PLACE`.
        kinds: what each word in the column of kinds means: as for one, or `LEAVE_OUT`.
        as_points: whether lines and outlines become points.
    """

    title: int
    where: Where = Where.SHAPES
    x: int = 0
    y: int = 0
    wkt: int = 0
    coordinates: Coordinates = Coordinates.DEGREES
    note: int | None = None
    kind: int | None = None
    one_kind: str = ""
    kinds: Mapping[str, str] = field(default_factory=dict)
    as_points: bool = False


def shape_in(row: Row, choices: Choices) -> Json:
    """Return where a row says that it is, in the file's own numbers.

    Raises:
        BadInputError: if it says nothing that can be read.
    """
    match choices.where:
        case Where.SHAPES:
            if row.shape is None:
                raise BadInputError("It has no place on the map.")
            return row.shape
        case Where.WKT:
            return from_wkt(row.cells[choices.wkt])
        case Where.NUMBERS:
            return shape_of("Point", [number_in(row.cells[place]) for place in (choices.x, choices.y)])


def number_in(cell: str) -> float:
    """Return the number in a cell; a comma may stand in it for the point.

    Raises:
        BadInputError: if there is none.
    """
    text = cell.strip().replace("\u2212", "-")
    if not text:
        raise BadInputError("It has no place on the map.")
    if text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    try:
        return float(text.replace("_", "x"))
    except ValueError:
        raise BadInputError(f"“{cell[:20]}” is no number.") from None
