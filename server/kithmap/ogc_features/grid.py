"""Features on the British National Grid (EPSG:27700), by OSTN15, and rectangles on it in degrees."""

from itertools import pairwise
from typing import Any

from kithmap.basics.british_grid import HEIGHT_M, WIDTH_M, from_british_grid, on_british_grid
from kithmap.layers.model import Json
from kithmap.ogc_features.model import BadQueryError, Bounds

STEPS = 16
"""Parts into which each side of a rectangle is cut: a straight line on the grid is a curve in degrees."""

SLACK = 0.0015
"""Degrees by which a rectangle is made larger: over a sixteenth of the grid's own length a side bends by 0.001."""

OFF_GRID = "Some of this lies off the British National Grid. Please ask for it in degrees (CRS84)."


def is_on_grid(bounds: Bounds | None) -> bool:
    """Tell whether all that lies within some degrees lies on the grid."""
    if bounds is None:
        return False
    west, south, east, north = bounds
    return all(on_british_grid(lon, lat) for lon in (west, east) for lat in (south, north))


def on_grid(geometry: Json) -> Json:
    """Return a GeoJSON geometry with eastings and northings in metres in place of degrees.

    Raises:
        BadQueryError: if part of it lies off the grid.
    """
    return {**geometry, "coordinates": _on_grid(geometry["coordinates"])}


def degrees_around(bounds: Bounds) -> Bounds:
    """Return degrees around a rectangle on the grid; of one that reaches over the grid's edge, around what lies on it."""
    west, east = (min(max(each, 0.0), WIDTH_M) for each in (bounds[0], bounds[2]))
    south, north = (min(max(each, 0.0), HEIGHT_M) for each in (bounds[1], bounds[3]))
    corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    found = [
        from_british_grid(x + (to_x - x) * step / STEPS, y + (to_y - y) * step / STEPS)
        for (x, y), (to_x, to_y) in pairwise(corners)
        for step in range(STEPS)
    ]
    lons, lats = zip(*found, strict=True)
    return min(lons) - SLACK, min(lats) - SLACK, max(lons) + SLACK, max(lats) + SLACK


def _on_grid(coordinates: Any) -> Any:
    if not isinstance(coordinates[0], int | float):
        return [_on_grid(each) for each in coordinates]
    found = on_british_grid(coordinates[0], coordinates[1])
    if found is None:
        raise BadQueryError(OFF_GRID)
    return list(found)
