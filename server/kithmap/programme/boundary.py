"""Reading an area's boundary from GeoJSON, with a sentence a person can act on for everything that can be wrong with one.

Source: RFC 7946.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from shapely import MultiPolygon, Polygon
from shapely.geometry import mapping, shape
from shapely.geometry.polygon import orient
from shapely.validation import explain_validity

from kithmap.basics.errors import BadInputError, TooLargeError

Position = tuple[float, float]
Bounds = tuple[float, float, float, float]

MOST_BYTES = 4_000_000
MOST_CORNERS = 20_000
"""A county's official boundary, generalised to 20 m, has some 10,000."""

WIDEST_KM, NARROWEST_KM = 80.0, 0.1
"""A neighbourhood is some 2 km across, a rural district 40. Below 100 m it is a slip of the hand."""

KM_A_DEGREE = 111.195
"""On a sphere of radius 6371 km."""

DECIMALS = 7
"""A centimetre, and what RFC 7946 section 11.2 advises at most."""

KNOWN_CRS = frozenset(
    {"urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4326", "CRS84", "OGC:CRS84"}
)

BRITISH_ISLES: Bounds = (-11.0, 49.0, 2.5, 61.5)
"""Where the first programmes are: numbers that fit only when swapped are swapped."""

NOT_GEOJSON = "This is not a GeoJSON file. Export the boundary as GeoJSON (WGS84) and choose that file."
NOT_DEGREES = (
    "The numbers in this file are no longitudes and latitudes; perhaps they are metres of a national grid. "
    "Export it again as WGS84 (EPSG:4326)."
)
SWAPPED = "In this file latitude comes before longitude. GeoJSON wants longitude first: swap them when you export it."


@dataclass(frozen=True, slots=True)
class Boundary:
    """A boundary that is sound.

    Attributes:
        geometry: GeoJSON polygon or multipolygon: outer rings anticlockwise, seven decimals, no heights.
        bounds: west, south, east, north in degrees.
    """

    geometry: Mapping[str, Any]
    bounds: Bounds


def read_boundary(text: bytes | str) -> Boundary:
    """Read a boundary from the text of a GeoJSON file: a geometry, a feature, or a collection with one shape in it.

    Raises:
        BadInputError: saying what is wrong and what to do.
        TooLargeError: if the file is too large.
    """
    return check_boundary(_geometry(parse(text, MOST_BYTES, "a boundary")))


def parse(text: bytes | str, most_bytes: int, what: str) -> Mapping[str, Any]:
    """Read the text of a GeoJSON file in longitude and latitude, whatever is in it.

    Args:
        text: the file.
        most_bytes: that it may have.
        what: it is meant to be, for the refusal: "a boundary".

    Raises:
        BadInputError: if it is none, or uses other coordinates.
        TooLargeError: if the file is too large.
    """
    if len(text) > most_bytes:
        raise TooLargeError(
            f"This file is too large for {what}: {most_bytes // 1_000_000} MB at most. Simplify it first."
        )
    try:
        found = orjson.loads(text)
    except ValueError:
        raise BadInputError(NOT_GEOJSON) from None
    if not isinstance(found, dict):
        raise BadInputError(NOT_GEOJSON)
    _check_crs(found)
    return found


def check_boundary(geometry: Mapping[str, Any]) -> Boundary:
    """Check a GeoJSON geometry as a boundary.

    Raises:
        BadInputError: saying what is wrong and what to do.
    """
    sound = sound_shape(geometry)
    _check_size(sound)
    return Boundary(_geojson(sound), _bounds(sound.bounds))


def sound_shape(geometry: Mapping[str, Any], most_corners: int = MOST_CORNERS) -> Polygon | MultiPolygon:
    """Return a GeoJSON geometry as a shape: a polygon or multipolygon in degrees whose lines cross nowhere.

    Raises:
        BadInputError: saying what is wrong and what to do.
    """
    polygons = [_read_polygon(rings) for rings in _polygons(geometry)]
    corners = [corner for rings in polygons for ring in rings for corner in ring]
    if len(corners) > most_corners:
        raise BadInputError(
            f"This boundary has {len(corners):,} corners; {most_corners:,} is the most. Simplify it first."
        )
    _check_degrees(corners)
    shapes = [Polygon(rings[0], rings[1:]) for rings in polygons]
    sound = shapes[0] if len(shapes) == 1 else MultiPolygon(shapes)
    why = explain_validity(sound)
    if why != "Valid Geometry":
        raise BadInputError(_crossing(why))
    return sound


def as_geojson(sound: Polygon | MultiPolygon) -> dict[str, Any]:
    """Return a shape as GeoJSON: exteriors anticlockwise."""
    return _geojson(sound)


def boundary_shape(geometry: Mapping[str, Any]) -> Polygon | MultiPolygon:
    """Return a checked boundary as a shape to compute with."""
    found = shape(dict(geometry))
    assert isinstance(found, Polygon | MultiPolygon)
    return found


def _check_crs(found: Mapping[str, Any]) -> None:
    crs = found.get("crs")
    if crs is None:
        return
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if not isinstance(name, str) or name.strip() not in KNOWN_CRS:
        called = f" ({name[:40]})" if isinstance(name, str) else ""
        raise BadInputError(
            f"This file uses other coordinates than longitude and latitude{called}. Export it again as WGS84 (EPSG:4326)."
        )


def _geometry(found: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the one geometry in a GeoJSON value."""
    match found.get("type"):
        case "FeatureCollection":
            features = found.get("features")
            shapes = (
                [each for each in features if isinstance(each, dict)] if isinstance(features, list) else []
            )
            if len(shapes) != 1:
                counted = "no shape" if not shapes else f"{len(shapes)} shapes"
                raise BadInputError(
                    f"This file holds {counted}. Please choose a file with just the one boundary."
                )
            return _geometry(shapes[0])
        case "Feature":
            geometry = found.get("geometry")
            if not isinstance(geometry, dict):
                raise BadInputError("The shape in this file is empty. Please export the boundary again.")
            return geometry
        case _:
            return found


def _polygons(geometry: Mapping[str, Any]) -> list[Any]:
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind not in ("Polygon", "MultiPolygon"):
        called = kind[:30] if isinstance(kind, str) else "nothing that GeoJSON knows"
        raise BadInputError(f"A boundary is a Polygon or MultiPolygon; this file holds {called}.")
    polygons = [coordinates] if kind == "Polygon" else coordinates
    if not isinstance(polygons, list) or not polygons:
        raise BadInputError("The shape in this file is empty. Please export the boundary again.")
    return polygons


def _read_polygon(rings: Any) -> list[list[Position]]:
    if not isinstance(rings, list) or not rings:
        raise BadInputError("The shape in this file is empty. Please export the boundary again.")
    return [_read_ring(ring) for ring in rings]


def _read_ring(ring: Any) -> list[Position]:
    if not isinstance(ring, list):
        raise BadInputError(NOT_GEOJSON)
    positions = [_read_position(position) for position in ring]
    if len(set(positions)) < 3:  # noqa: PLR2004 - a triangle is the least that has an inside
        raise BadInputError("A boundary needs at least three corners that differ.")
    return positions


def _read_position(position: Any) -> Position:
    if not isinstance(position, list) or len(position) < 2:  # noqa: PLR2004 - longitude and latitude
        raise BadInputError(NOT_GEOJSON)
    lon, lat = position[:2]
    for number in (lon, lat):
        if isinstance(number, bool) or not isinstance(number, int | float) or not math.isfinite(number):
            raise BadInputError(NOT_GEOJSON)
    if max(abs(lon), abs(lat)) > 1e9:  # noqa: PLR2004 - no coordinate of any kind, and more than arithmetic bears
        raise BadInputError(NOT_DEGREES)
    return round(float(lon), DECIMALS), round(float(lat), DECIMALS)


def _check_degrees(corners: Sequence[Position]) -> None:
    swapped = [(lat, lon) for lon, lat in corners]
    if not all(abs(lon) <= 180 and abs(lat) <= 90 for lon, lat in corners):  # noqa: PLR2004 - degrees
        fits_swapped = all(abs(lon) <= 180 and abs(lat) <= 90 for lon, lat in swapped)  # noqa: PLR2004
        raise BadInputError(SWAPPED if fits_swapped else NOT_DEGREES)
    if _all_within(swapped, BRITISH_ISLES) and not _all_within(corners, BRITISH_ISLES):
        raise BadInputError(SWAPPED)


def _all_within(corners: Sequence[Position], bounds: Bounds) -> bool:
    west, south, east, north = bounds
    return all(west <= lon <= east and south <= lat <= north for lon, lat in corners)


def _check_size(sound: Polygon | MultiPolygon) -> None:
    west, south, east, north = sound.bounds
    height = (north - south) * KM_A_DEGREE
    width = (east - west) * KM_A_DEGREE * math.cos(math.radians((north + south) / 2))
    if max(width, height) > WIDEST_KM:
        raise BadInputError(
            f"This boundary is {max(width, height):,.0f} km across; {WIDEST_KM:.0f} km is the most. Is it the right area?"
        )
    if min(width, height) < NARROWEST_KM:
        raise BadInputError("This boundary is less than 100 m across. Is it the right shape?")


def _crossing(why: str) -> str:
    """Put GEOS's reason, such as ``Self-intersection[-0.73 52.67]``, into words."""
    what, _, place = why.partition("[")
    numbers = place.rstrip("]").split()
    words = (
        "The boundary's line crosses or touches itself"
        if "intersection" in what
        else "The boundary is not one clear shape"
    )
    if len(numbers) < 2:  # noqa: PLR2004 - longitude and latitude
        return f"{words}. Please mend it and try again."
    lon, lat = float(numbers[0]), float(numbers[1])
    east, north = "E" if lon >= 0 else "W", "N" if lat >= 0 else "S"
    return (
        f"{words} near {abs(lat):.5f}° {north}, {abs(lon):.5f}° {east}. Please mend it there and try again."
    )


def _geojson(sound: Polygon | MultiPolygon) -> dict[str, Any]:
    turned = (
        orient(sound) if isinstance(sound, Polygon) else MultiPolygon([orient(part) for part in sound.geoms])
    )
    written: dict[str, Any] = orjson.loads(orjson.dumps(mapping(turned)))
    return written


def _bounds(bounds: Sequence[float]) -> Bounds:
    west, south, east, north = bounds
    return west, south, east, north


def bounds_of(geometries: Iterable[Mapping[str, Any]]) -> Bounds | None:
    """Return what checked boundaries cover together, or None if there are none."""
    boxes = [boundary_shape(geometry).bounds for geometry in geometries]
    if not boxes:
        return None
    wests, souths, easts, norths = zip(*boxes, strict=True)
    return min(wests), min(souths), max(easts), max(norths)


def together(geometries: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    """Return checked boundaries as one GeoJSON multipolygon to look at, or None if there are none."""
    parts = [part for geometry in geometries for part in _polygons(geometry)]
    return {"type": "MultiPolygon", "coordinates": parts} if parts else None
