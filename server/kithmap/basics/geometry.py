"""Shapes on the map, read strictly and kept in one form.

GeoJSON geometry in longitude and latitude on WGS 84, seven decimals (about a centimetre), rings closed and exteriors
anticlockwise. Source: RFC 7946, sections 3.1 and 11.2.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

DECIMALS = 7
ENDS_OF_A_LINE = 2
CORNERS_OF_AN_AREA = 3
MOST_CORNERS = 500
"""Corners of one shape drawn in a workshop: enough for any street or park, and 500 pairs are some 12 kB."""

Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-85, le=85, description="Web Mercator ends at 85 degrees")]
Position = tuple[Longitude, Latitude]
Json = dict[str, Any]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


class Point(_Shape):
    """One position."""

    type: Literal["Point"]
    coordinates: Position


class Line(_Shape):
    """A way along at least two different positions."""

    type: Literal["LineString"]
    coordinates: list[Position] = Field(min_length=2, max_length=MOST_CORNERS)

    @model_validator(mode="after")
    def _goes_somewhere(self) -> "Line":
        if len({_rounded(position) for position in self.coordinates}) < ENDS_OF_A_LINE:
            raise ValueError("This line has no length. Please give it at least two different points.")
        return self


class Area(_Shape):
    """The inside of one ring; holes are not drawn in a workshop."""

    type: Literal["Polygon"]
    coordinates: Annotated[
        list[Annotated[list[Position], Field(min_length=4, max_length=MOST_CORNERS)]],
        Field(min_length=1, max_length=1),
    ]

    @model_validator(mode="after")
    def _is_an_outline(self) -> "Area":
        ring = [_rounded(position) for position in self.coordinates[0]]
        if ring[0] != ring[-1]:
            raise ValueError("This outline does not come back to where it began. Please close it.")
        if len(set(ring)) < CORNERS_OF_AN_AREA or on_one_line(ring):
            raise ValueError(
                "This outline encloses nothing. Please give it at least three different corners."
            )
        crossing = crossing_of(ring)
        if crossing is not None:
            raise ValueError("This outline crosses itself. Please move the corner where two sides cross.")
        return self


Geometry = Annotated[Point | Line | Area, Field(discriminator="type")]


def to_json(geometry: Point | Line | Area) -> Json:
    """Write a shape in the one form in which it is kept."""
    match geometry:
        case Point(coordinates=position):
            return {"type": "Point", "coordinates": list(_rounded(position))}
        case Line(coordinates=line):
            return {"type": "LineString", "coordinates": [list(_rounded(position)) for position in line]}
        case Area(coordinates=rings):
            ring = [_rounded(position) for position in rings[0]]
            if ring_area(ring) < 0:
                ring.reverse()
            return {"type": "Polygon", "coordinates": [[list(position) for position in ring]]}


def positions(geometry: Mapping[str, Any]) -> Iterator[tuple[float, float]]:
    """Go through all positions of a GeoJSON geometry of any type."""

    def walk(part: Any) -> Iterator[tuple[float, float]]:
        if part and isinstance(part[0], int | float):
            yield (part[0], part[1])
        else:
            for inner in part:
                yield from walk(inner)

    yield from walk(geometry["coordinates"])


def ring_area(ring: list[tuple[float, float]]) -> float:
    """Return twice the signed area of a closed ring in square degrees; positive when anticlockwise (shoelace formula)."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))


def on_one_line(ring: list[tuple[float, float]]) -> bool:
    """Tell whether all positions of a ring lie on one straight line: a bow tie's area is zero too, and it is no line."""
    x0, y0 = ring[0]
    return all((x1 - x0) * (y2 - y0) == (x2 - x0) * (y1 - y0) for (x1, y1), (x2, y2) in pairwise(ring))


def crossing_of(ring: list[tuple[float, float]]) -> str | None:
    """Return where a ring crosses or touches itself, in words with its position, or None if it does not."""
    import shapely  # noqa: PLC0415 - 20 MB that a room without drawn areas never needs

    polygon = shapely.Polygon(ring)
    return None if polygon.is_valid else str(shapely.is_valid_reason(polygon))


def contains(boundary: Mapping[str, Any], position: tuple[float, float]) -> bool:
    """Tell whether a position lies inside a GeoJSON polygon or multipolygon, by the even-odd rule over all rings."""
    polygons = boundary["coordinates"] if boundary["type"] == "MultiPolygon" else [boundary["coordinates"]]
    return any(_crossings(polygon, position) % 2 for polygon in polygons)


def _crossings(rings: list[list[list[float]]], position: tuple[float, float]) -> int:
    x, y = position
    count = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                count += 1
    return count


def _rounded(position: tuple[float, float]) -> tuple[float, float]:
    return (round(position[0], DECIMALS), round(position[1], DECIMALS))
