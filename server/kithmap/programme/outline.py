"""A boundary as a small drawing, for pages that need no map."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

SIDE = 320
MARGIN = 12


def outline_path(boundary: Mapping[str, Any]) -> str:
    """Return a boundary as the ``d`` of an SVG path in a square of ``SIDE`` pixels: true to shape, north up."""
    polygons = [boundary["coordinates"]] if boundary["type"] == "Polygon" else boundary["coordinates"]
    corners = [corner for rings in polygons for ring in rings for corner in ring]
    west, east = min(lon for lon, _ in corners), max(lon for lon, _ in corners)
    south, north = min(lat for _, lat in corners), max(lat for _, lat in corners)
    # A degree of longitude is shorter than one of latitude, by the cosine; within one area that is exact enough to look at.
    shrink = math.cos(math.radians((south + north) / 2))
    scale = (SIDE - 2 * MARGIN) / max((east - west) * shrink, north - south)

    def place(lon: float, lat: float) -> str:
        x = SIDE / 2 + (lon - (west + east) / 2) * shrink * scale
        y = SIDE / 2 - (lat - (south + north) / 2) * scale
        return f"{x:.1f} {y:.1f}"

    return _path(polygons, place)


def outline_over(
    boundary: Mapping[str, Any], bounds: tuple[float, float, float, float], width: int, height: int
) -> str:
    """Return a boundary as the ``d`` of an SVG path over a map in Web Mercator.

    Args:
        boundary: GeoJSON polygon or multipolygon.
        bounds: west, south, east, north of the map in degrees.
        width: of the map in pixels.
        height: of the map in pixels.
    """
    west, south, east, north = bounds
    top, bottom = _mercator(north), _mercator(south)

    def place(lon: float, lat: float) -> str:
        x = (lon - west) / (east - west) * width
        y = (top - _mercator(lat)) / (top - bottom) * height
        return f"{x:.1f} {y:.1f}"

    polygons = [boundary["coordinates"]] if boundary["type"] == "Polygon" else boundary["coordinates"]
    return _path(polygons, place)


def _mercator(lat: float) -> float:
    """Return the height of a latitude on the Mercator map, in radians."""
    return math.asinh(math.tan(math.radians(lat)))


def _path(polygons: Sequence[Any], place: Callable[[float, float], str]) -> str:
    rings = [ring for rings in polygons for ring in rings]
    return "".join("M" + "L".join(place(lon, lat) for lon, lat in ring[:-1]) + "Z" for ring in rings)
