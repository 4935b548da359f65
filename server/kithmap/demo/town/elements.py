"""The town as an OpenStreetMap-format file holds it: spots, ways and shapes with tags, in longitude and latitude."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from kithmap.demo.town.ground import line_to_lonlat, to_lonlat
from kithmap.demo.town.plan import XY, Tags


@dataclass(frozen=True, slots=True)
class Spot:
    """A point with tags, such as a bus stop or the name of a suburb."""

    position: XY
    tags: Tags


@dataclass(frozen=True, slots=True)
class Way:
    """A line or, when its last position is its first, an outline. Ways that meet have the very same position."""

    positions: tuple[XY, ...]
    tags: Tags


@dataclass(frozen=True, slots=True)
class HoledShape:
    """An area with holes: a multipolygon relation of outlines."""

    outers: tuple[tuple[XY, ...], ...]
    inners: tuple[tuple[XY, ...], ...]
    tags: Tags


@dataclass(frozen=True, slots=True)
class Town:
    """Everything in the file.

    Args:
        bounds: west, south, east, north in degrees.
        spots: points.
        ways: lines and plain outlines.
        shapes: areas with holes.
    """

    bounds: tuple[float, float, float, float]
    spots: tuple[Spot, ...]
    ways: tuple[Way, ...]
    shapes: tuple[HoledShape, ...]


def spot(at: XY, tags: Tags) -> Spot:
    """Turn a place on the plan into a spot."""
    return Spot(to_lonlat(at), dict(tags))


def way(line: LineString, tags: Tags) -> Way:
    """Turn a line on the plan into a way."""
    return Way(_distinct(line_to_lonlat((x, y) for x, y in line.coords)), dict(tags))


def areas(shape: BaseGeometry, tags: Tags) -> Iterator[Way | HoledShape]:
    """Turn an area on the plan into ways, or shapes where it has holes; lines and crumbs are dropped."""
    for part in _polygons(shape):
        outer = _ring(part.exterior.coords)
        if len(outer) < 4:
            continue
        inners = tuple(ring for hole in part.interiors if len(ring := _ring(hole.coords)) >= 4)
        yield HoledShape((outer,), inners, dict(tags)) if inners else Way(outer, dict(tags))


def _polygons(shape: BaseGeometry) -> Iterator[Polygon]:
    if isinstance(shape, Polygon):
        if shape.area > 1:
            yield shape
    else:
        for part in getattr(shape, "geoms", ()):
            yield from _polygons(part)


def _ring(coords: Iterable[tuple[float, ...]]) -> tuple[XY, ...]:
    return _distinct(to_lonlat((c[0], c[1])) for c in coords)


def _distinct(positions: Iterable[XY]) -> tuple[XY, ...]:
    kept: list[XY] = []
    for position in positions:
        if not kept or position != kept[-1]:
            kept.append(position)
    return tuple(kept)
