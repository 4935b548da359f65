"""Shapes as files hold them: read strictly, heights dropped, counted while they are read."""

from collections.abc import Iterator
from typing import Any

from kithmap.basics.errors import BadInputError
from kithmap.bringing_in.model import MOST_CORNERS, Json, Position

DEPTH = {
    "Point": 0,
    "MultiPoint": 1,
    "LineString": 1,
    "MultiLineString": 2,
    "Polygon": 2,
    "MultiPolygon": 3,
}
"""How many lists stand around a position."""

FARTHEST = 1e8
"""Metres or degrees: no coordinate of any kind is larger."""


def shape_of(kind: Any, coordinates: Any) -> Json:
    """Return a shape of one of the six plain types of GeoJSON, its positions without heights.

    Raises:
        BadInputError: saying what is wrong with it.
    """
    if not isinstance(kind, str) or kind not in DEPTH:
        called = kind[:30] if isinstance(kind, str) else "nothing that is known"
        raise BadInputError(f"It is neither a point nor a line nor an outline ({called}).")
    counted = _Counted()
    read = counted.read(coordinates, DEPTH[kind])
    if not counted.corners:
        raise BadInputError("Its shape is empty.")
    return {"type": kind, "coordinates": read}


class _Counted:
    def __init__(self) -> None:
        self.corners = 0

    def read(self, value: Any, depth: int) -> Any:
        if depth == 0:
            self.corners += 1
            if self.corners > MOST_CORNERS:
                raise too_many_corners()
            return position_of(value)
        if not isinstance(value, list | tuple):
            raise BadInputError("Its shape cannot be read.")
        if len(value) > MOST_CORNERS:
            raise too_many_corners()
        return [self.read(each, depth - 1) for each in value]


def too_many_corners() -> BadInputError:
    """Return the refusal of a shape that nobody could draw."""
    return BadInputError(f"Its shape has more than {MOST_CORNERS} corners. Please simplify it first.")


def position_of(value: Any) -> Position:
    """Return a position's first two numbers.

    Raises:
        BadInputError: if they are none.
    """
    if not isinstance(value, list | tuple) or len(value) < 2:  # noqa: PLR2004 - a position has two numbers
        raise BadInputError("Its shape cannot be read.")
    first, second = value[0], value[1]
    for number in (first, second):
        if isinstance(number, bool) or not isinstance(number, int | float):
            raise BadInputError("Its shape cannot be read.")
        # Not a number is not below anything either.
        if not abs(number) <= FARTHEST:
            raise BadInputError("One of its numbers is no place on earth.")
    return (float(first), float(second))


def corners(shape: Json) -> Iterator[Position]:
    """Go through all positions of a shape."""

    def walk(part: Any, depth: int) -> Iterator[Position]:
        if depth == 0:
            yield part
        else:
            for inner in part:
                yield from walk(inner, depth - 1)

    yield from walk(shape["coordinates"], DEPTH[shape["type"]])


def count(shape: Json) -> int:
    """Return how many positions a shape has."""
    return sum(1 for _ in corners(shape))
