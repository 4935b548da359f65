"""A shape of a file as a place of a workshop can have it: one point, line or ring, of no more corners than people draw."""

import math
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from kithmap.basics.errors import BadInputError
from kithmap.basics.geometry import MOST_CORNERS, Geometry, to_json
from kithmap.basics.operations import sentence
from kithmap.basics.words import said
from kithmap.bringing_in.coordinates import MOST_LONGITUDE, to_degrees
from kithmap.bringing_in.model import Coordinates, Json, Position
from kithmap.bringing_in.shapes import corners

TOLERANCES_M = (1, 2, 5, 10)
"""How far a line may come to lie from where it was, in metres: the least that leaves few enough corners is taken."""

METRES_A_DEGREE = 111_320.0

Line = Sequence[Position]


def fitted(shape: Json, given: Coordinates, *, as_point: bool) -> tuple[Json, tuple[str, ...]]:
    """Return a shape in longitude and latitude as a place has it, and what was done to it.

    Args:
        shape: GeoJSON of one of the six plain types, in the file's own numbers.
        given: in what those are.
        as_point: whether lines and outlines become a point in their middle.

    Raises:
        BadInputError: saying why it cannot be a place.
    """
    if as_point and shape["type"] != "Point":
        return _checked("Point", to_degrees(middle(shape), given)), ()
    kind, line, notes = _single(shape)
    if kind == "Point":
        return _checked(kind, to_degrees(line[0], given)), notes
    simpler, tolerance = _few(kind, line, given)
    if tolerance:
        before, after = len(line), len(simpler)
        notes = (*notes, said(f"Drawn with {after} corners instead of {before}, within {tolerance} m."))
    degrees = [to_degrees(each, given) for each in simpler]
    if max(lon for lon, _ in degrees) - min(lon for lon, _ in degrees) > MOST_LONGITUDE:
        raise BadInputError("It crosses the line on which the days change, where nothing can be drawn.")
    return _checked(kind, [degrees] if kind == "Polygon" else degrees), notes


def middle(shape: Json) -> Position:
    """Return a position in the middle of a shape: inside an outline, halfway along a line.

    Raises:
        BadInputError: if it has none.
    """
    import shapely  # noqa: PLC0415 - 20 MB that nothing else here needs
    from shapely.geometry import shape as shape_in  # noqa: PLC0415

    try:
        found = shape_in(shape)
        parts = list(getattr(found, "geoms", [found]))
        largest = max(parts, key=lambda part: (part.area, part.length))
        inside = largest.interpolate(0.5, normalized=True) if largest.geom_type == "LineString" else None
        point = inside or largest.representative_point()
    except (shapely.errors.ShapelyError, ValueError):
        raise BadInputError("Its shape encloses nothing.") from None
    if point.is_empty:
        raise BadInputError("Its shape encloses nothing.")
    return (point.x, point.y)


def _single(shape: Json) -> tuple[str, Line, tuple[str, ...]]:
    """Return the one line that a shape is made of."""
    kind, coordinates = shape["type"], shape["coordinates"]
    if kind.startswith("Multi"):
        if len(coordinates) != 1:
            count = len(coordinates)
            raise BadInputError(
                f"It is made of {count} parts; a place has one. Bring lines and outlines in as points, or split it before."
            )
        kind, coordinates = kind.removeprefix("Multi"), coordinates[0]
    match kind:
        case "Point":
            return kind, [coordinates], ()
        case "Polygon":
            notes = (said("Holes in it were left out."),) if len(coordinates) > 1 else ()
            return kind, _closed(coordinates[0]), notes
        case _:
            return kind, coordinates, ()


def _closed(ring: Line) -> Line:
    return ring if not ring or tuple(ring[0]) == tuple(ring[-1]) else [*ring, ring[0]]


def _few(kind: str, line: Line, given: Coordinates) -> tuple[Line, int]:
    """Return a line with few enough corners, and by how many metres it may be off; 0 where it is as it was."""
    if len(line) <= MOST_CORNERS:
        return line, 0
    import shapely  # noqa: PLC0415 - as above

    x, y = _metres_a_unit(line[0], given)
    scaled = [(first * x, second * y) for first, second in line]
    whole = shapely.Polygon(scaled) if kind == "Polygon" else shapely.LineString(scaled)
    for tolerance in TOLERANCES_M:
        left = shapely.get_coordinates(whole.simplify(tolerance, preserve_topology=True)).tolist()
        if 0 < len(left) <= MOST_CORNERS:
            return [(first / x, second / y) for first, second in left], tolerance
    raise BadInputError(
        f"It has {len(line)} corners; {MOST_CORNERS} at most can be drawn. Please simplify it, or bring it in as a point."
    )


def _metres_a_unit(position: Position, given: Coordinates) -> tuple[float, float]:
    """Return how many metres one unit is along each of a file's two numbers, around a position."""
    _, lat = to_degrees(position, given)
    shrink = math.cos(math.radians(lat))
    match given:
        case Coordinates.DEGREES:
            return METRES_A_DEGREE * shrink, METRES_A_DEGREE
        case Coordinates.SWAPPED:
            return METRES_A_DEGREE, METRES_A_DEGREE * shrink
        case Coordinates.BRITISH_GRID:
            return 1.0, 1.0
        case Coordinates.WEB_MERCATOR:
            return shrink, shrink


@lru_cache(maxsize=1)
def _reader() -> Callable[[Any], Any]:
    return TypeAdapter[Any](Geometry).validate_python


def _checked(kind: str, coordinates: Any) -> Json:
    try:
        return to_json(_reader()({"type": kind, "coordinates": coordinates}))
    except ValidationError as error:
        raise BadInputError(sentence(error)) from None


def sample(shapes: Sequence[Json], most: int = 200) -> Iterator[Position]:
    """Go through one position of some of the shapes, spread over all of them."""
    step = max(1, len(shapes) // most)
    for shape in shapes[::step]:
        first = next(corners(shape), None)
        if first is not None:
            yield first
