"""Shapes on the British National Grid."""

import numpy as np
import numpy.typing as npt

from kithmap.basics.british_grid import on_british_grid
from kithmap.layer_formats.shapes import Shapes, moved

NOWHERE = (float("nan"), float("nan"))


def on_grid(shapes: Shapes) -> Shapes:
    """Return shapes in metres on the grid, to the millimetre; None for those that do not lie on it whole."""
    return moved(shapes, _positions_on_grid)


def _positions_on_grid(positions: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    # Neighbours share corners, and a ring ends where it began: each position is reckoned once.
    different, which = np.unique(positions, axis=0, return_inverse=True)
    metres = [on_british_grid(lon, lat) or NOWHERE for lon, lat in different.tolist()]
    return np.array(metres, dtype=float).reshape(-1, 2)[which.reshape(-1)]
