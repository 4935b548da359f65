"""What several formats that GDAL writes have in common."""

from kithmap.layer_formats.shapes import Shapes, types_of

MIXED = "Unknown"
"""What GDAL calls a layer that holds points, lines and outlines alike."""

WGS84, BRITISH = "EPSG:4326", "EPSG:27700"
"""Coordinate reference systems as GDAL calls them. It keeps longitude first, as we do."""


def geometry_type(allowed: tuple[str, ...], shapes: Shapes) -> str:
    """Return what kind of geometry a layer is said to have.

    Args:
        allowed: the types that it may hold.
        shapes: those that it holds: where they are all alike, it is said to hold nothing else.
    """
    found = types_of(shapes) or list(allowed[:1])
    return found[0] if len(found) == 1 else MIXED
