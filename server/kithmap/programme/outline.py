"""A boundary as a small drawing, for pages that need no map."""

import math
from collections.abc import Mapping
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

    rings = [ring for rings in polygons for ring in rings]
    return "".join("M" + "L".join(place(lon, lat) for lon, lat in ring[:-1]) + "Z" for ring in rings)
