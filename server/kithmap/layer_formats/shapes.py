"""Shapes of GeoJSON in the forms in which other formats keep them, many at a time."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import orjson
import shapely

from kithmap.layers.model import Json

Shapes = npt.NDArray[Any]
"""Of shapely's geometries, or None."""

POINT = "Point"


def shapes_of(geometries: Sequence[Json | None]) -> Shapes:
    """Return geometries as shapely has them, in the same order; None where there is none.

    Points, which are nearly all, are made at once; what else there is is read one by one.
    """
    found = np.full(len(geometries), None, dtype=object)
    points = [at for at, each in enumerate(geometries) if each is not None and each["type"] == POINT]
    if points:
        where = np.array(
            [each["coordinates"] for each in geometries if each and each["type"] == POINT], dtype=float
        )
        found[points] = shapely.points(where)
    others = [at for at, each in enumerate(geometries) if each is not None and each["type"] != POINT]
    if others:
        found[others] = shapely.from_geojson([orjson.dumps(geometries[at]) for at in others])
    return found


def types_of(shapes: Shapes) -> list[str]:
    """Return the types of geometry that there are, each once, in the order of the alphabet."""
    return sorted({shape.geom_type for shape in shapes if shape is not None})


def well_known_text(shapes: Shapes, decimals: int) -> list[str]:
    """Return shapes as well-known text; empty where there is none."""
    texts = shapely.to_wkt(shapes, rounding_precision=decimals)
    return ["" if text is None else str(text) for text in texts]


def well_known_bytes(shapes: Shapes) -> Shapes:
    """Return shapes as well-known binary (ISO, little-endian), None where there is none."""
    found: Shapes = shapely.to_wkb(shapes, byte_order=1, flavor="iso")
    return found


Move = Callable[[npt.NDArray[np.float64]], npt.NDArray[np.float64]]


def moved(shapes: Shapes, move: Move) -> Shapes:
    """Return shapes with other positions; None for those of which a position has nowhere to go.

    Args:
        shapes: to be moved.
        move: takes positions as rows and returns as many, with NaN for those that have no place there.
    """
    corners = move(shapely.get_coordinates(shapes))
    counts = shapely.get_num_coordinates(shapes)
    owner = np.repeat(np.arange(len(shapes)), counts)
    lost = np.unique(owner[np.isnan(corners).any(axis=1)])
    kept = shapes.copy()
    kept[lost] = None
    stays = ~np.isin(owner, lost)
    found: Shapes = shapely.set_coordinates(kept, corners[stays])
    return found
