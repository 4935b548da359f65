"""In what the numbers of a file are, and from there to longitude and latitude on WGS 84."""

import math
from collections.abc import Iterable, Mapping
from typing import Any

from kithmap.basics.british_grid import HEIGHT_M, WIDTH_M, from_british_grid
from kithmap.basics.errors import BadInputError
from kithmap.basics.geometry import positions
from kithmap.bringing_in.model import Coordinates, Position

EPSG = {
    4326: Coordinates.DEGREES,
    # The European one is within a metre of it.
    4258: Coordinates.DEGREES,
    4979: Coordinates.DEGREES,
    27700: Coordinates.BRITISH_GRID,
    3857: Coordinates.WEB_MERCATOR,
    900913: Coordinates.WEB_MERCATOR,
}
"""The systems that are known, by their number in the EPSG register."""

EQUATOR_RADIUS = 6_378_137.0
"""Of the sphere on which web maps reckon, in metres (EPSG:3857)."""

MOST_LATITUDE, MOST_LONGITUDE = 85.0, 180.0
"""Web Mercator ends at 85 degrees."""

NEAR = 1.0
"""Degrees around an area within which a file's places are taken for meant: some 100 km."""

ENOUGH = 0.5
"""The share of places that have to lie near the area for a system to be guessed."""


def known_epsg(code: int, called: str = "") -> Coordinates:
    """Return the system of a number in the EPSG register.

    Raises:
        BadInputError: if it is none that is known.
    """
    found = EPSG.get(code)
    if found is None:
        name = called or f"EPSG:{code}"
        raise BadInputError(
            f"This file uses other coordinates than can be read here ({name}). Please save it again in WGS 84 (EPSG:4326)."
        )
    return found


def to_degrees(position: Position, given: Coordinates) -> Position:
    """Return a position in longitude and latitude.

    Raises:
        BadInputError: if it is none in this system.
    """
    found = _to_degrees(position, given)
    if found is None or abs(found[0]) > MOST_LONGITUDE or abs(found[1]) > MOST_LATITUDE:
        first, second = (f"{number:.6g}" for number in position)
        raise BadInputError(f"{first}, {second} is no position in these coordinates.")
    return found


def _to_degrees(position: Position, given: Coordinates) -> Position | None:
    match given:
        case Coordinates.DEGREES:
            return position
        case Coordinates.SWAPPED:
            return (position[1], position[0])
        case Coordinates.BRITISH_GRID:
            easting, northing = position
            inside = 0 <= easting <= WIDTH_M and 0 <= northing <= HEIGHT_M
            return from_british_grid(easting, northing) if inside else None
        case Coordinates.WEB_MERCATOR:
            lat = math.degrees(2 * math.atan(math.exp(min(position[1] / EQUATOR_RADIUS, 50.0))) - math.pi / 2)
            return (math.degrees(position[0] / EQUATOR_RADIUS), lat)


def guess(
    found: Iterable[Position], boundary: Mapping[str, Any], told: Coordinates | None = None
) -> Coordinates:
    """Return the system in which most of the positions lie near an area.

    Args:
        found: positions of a file, in its own numbers; a sample is enough.
        boundary: of the area, GeoJSON.
        told: what the file says of itself; it stands wherever the numbers do not speak against it.
    """
    sample = list(found)
    if not sample:
        return told or Coordinates.DEGREES
    in_order = sorted(Coordinates, key=lambda system: system is not told)
    near = {system: sum(_is_near(each, system, boundary) for each in sample) for system in in_order}
    best = max(in_order, key=lambda system: near[system])
    if near[best] >= ENOUGH * len(sample):
        return best
    return told or _by_size(sample)


def _is_near(position: Position, system: Coordinates, boundary: Mapping[str, Any]) -> bool:
    try:
        lon, lat = to_degrees(position, system)
    except BadInputError:
        return False
    corners = list(positions(boundary))
    west, east = min(x for x, _ in corners), max(x for x, _ in corners)
    south, north = min(y for _, y in corners), max(y for _, y in corners)
    return west - NEAR <= lon <= east + NEAR and south - NEAR <= lat <= north + NEAR


def _by_size(sample: list[Position]) -> Coordinates:
    """Return the system that the size of the numbers speaks for, wherever the places lie."""
    if all(abs(x) <= MOST_LONGITUDE and abs(y) <= MOST_LONGITUDE for x, y in sample):
        swapped = any(abs(y) > MOST_LATITUDE for _, y in sample)
        return Coordinates.SWAPPED if swapped else Coordinates.DEGREES
    on_grid = all(0 <= x <= WIDTH_M and 0 <= y <= HEIGHT_M for x, y in sample)
    return Coordinates.BRITISH_GRID if on_grid else Coordinates.WEB_MERCATOR
