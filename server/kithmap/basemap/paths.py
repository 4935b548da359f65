"""Shapes as SVG path data: whole numbers, relative steps, nothing that a screen would not show."""

import numpy as np
import shapely
from numpy.typing import NDArray

Shapes = NDArray[np.object_]


def polygons(shapes: Shapes, left: int, top: int) -> str:
    """Return polygons in whole drawing units as path data, measured from a tile's left and top.

    Outer rings run one way round and holes the other, so that overlapping polygons in one path do not cancel out.
    """
    rings = shapely.get_rings(shapely.orient_polygons(shapes))
    return _path(rings, left, top, closed=True)


def lines(shapes: Shapes, left: int, top: int) -> str:
    """Return lines in whole drawing units as path data, measured from a tile's left and top."""
    return _path(shapes, left, top, closed=False)


def dots(points: NDArray[np.float64], left: int, top: int) -> str:
    """Return points, an array of shape (n, 2), as path data that a round line end turns into dots."""
    return "".join(f"M{round(x) - left} {round(y) - top}h0" for x, y in points.tolist())


def _path(shapes: Shapes, left: int, top: int, *, closed: bool) -> str:
    points, owner = shapely.get_coordinates(shapes, return_index=True)
    if len(points) == 0:
        return ""
    places = np.rint(points).astype(np.int64) - (left, top)
    steps = np.diff(places, axis=0, prepend=places[:1])
    first = np.diff(owner, prepend=-1) > 0
    keep = first | steps.any(axis=1)
    starts = np.flatnonzero(first[keep])
    moves = np.where(first[keep][:, None], places[keep], steps[keep]).tolist()
    ends = [*starts[1:].tolist(), len(moves)]
    return "".join(
        _run(moves[start:end], closed=closed) for start, end in zip(starts.tolist(), ends, strict=True)
    )


def _run(moves: list[list[int]], *, closed: bool) -> str:
    """Return one ring or line: its first point, then steps. What has shrunk to less than two steps is left out."""
    x, y = moves[0]
    # A ring's last step leads back to its start, which closing it does as well.
    steps = moves[1:-1] if closed else moves[1:]
    if len(steps) < (2 if closed else 1):
        return ""
    return f"M{x} {y}l" + " ".join([f"{dx} {dy}" for dx, dy in steps]) + ("z" if closed else "")
