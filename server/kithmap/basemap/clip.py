"""Cutting shapes to a tile: what is far outside a tile is not sent with it."""

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Geometry

Box = tuple[float, float, float, float]
Shapes = NDArray[np.object_]


def clip(shapes: Shapes, box: Box) -> Shapes:
    """Return the parts of shapes that lie in a box of left, top, right, bottom.

    Shapes wholly inside are returned as they are. What is left of a shape may be several parts or none at all; only
    parts of the shape's own dimension are kept, so a polygon that merely touches the box is gone.
    """
    bounds = shapely.bounds(shapes)
    inside = (
        (bounds[:, 0] >= box[0])
        & (bounds[:, 1] >= box[1])
        & (bounds[:, 2] <= box[2])
        & (bounds[:, 3] <= box[3])
    )
    if inside.all():
        return shapes
    crossing = shapes[~inside]
    cut, source = shapely.get_parts(shapely.clip_by_rect(crossing, *box), return_index=True)
    kept = shapely.get_dimensions(cut) == shapely.get_dimensions(crossing)[source]
    return np.concatenate((shapes[inside], cut[kept]))


def clip_one(shape: Geometry, box: Box) -> Geometry | None:
    """Return the part of one shape that lies in a box, or None when nothing of its own dimension does."""
    left, top, right, bottom = shapely.bounds(shape)
    if left >= box[0] and top >= box[1] and right <= box[2] and bottom <= box[3]:
        return shape
    one = np.array([shape], dtype=object)
    parts = clip(shapely.get_parts(one), box)
    if len(parts) == 0:
        return None
    return parts[0] if len(parts) == 1 else shapely.union_all(parts)
