"""One zoom's shapes: in its pixels, with no more detail than can be seen, each in its layer."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Geometry, LineString

from kithmap.basemap.layering import LAYERS, layer_of
from kithmap.basemap.model import Feature, Kind
from kithmap.basemap.projection import world_pixels
from kithmap.basemap.style import DASHES, LEAST_AREA, LEAST_AREA_ELSE, UNITS, is_drawn

TOLERANCE = 0.35
"""Pixels by which a line may be off after simplification: below what a screen shows."""

DASHED_PIECE = 144.0
"""Pixels to a piece of a dashed line, a multiple of every dash and gap together as far as they divide it.

Pieces are drawn whole in every tile they touch. A line cut at a tile's edge would begin its dashes anew there and show
where the tiles join."""

Shapes = NDArray[np.object_]


@dataclass(frozen=True, slots=True)
class ZoomShapes:
    """Shapes of one map zoom, sorted by layer: `shapes[i]` lies in layer `layers[i]` (positions in `LAYERS`).

    Coordinates are whole drawing units (`style.UNITS` to a pixel) from the world's top left corner.
    """

    zoom: int
    shapes: Shapes
    layers: NDArray[np.intp]


class Ground:
    """All shapes of a basemap by layer, ready to be prepared for one zoom after another."""

    def __init__(self, features: Sequence[Feature]) -> None:
        """Sort features into layers; those that are only names are left out."""
        found = [(layer, feature.shape) for feature in features if (layer := layer_of(feature)) is not None]
        self._layers = [
            shapely.get_parts(np.array([shape for where, shape in found if where == layer], dtype=object))
            for layer in range(len(LAYERS))
        ]

    def at(self, zoom: int) -> ZoomShapes:
        """Return the shapes that are drawn at a map zoom."""
        prepared: list[Shapes] = []
        for layer, shapes in zip(LAYERS, self._layers, strict=True):
            shown = len(shapes) > 0 and is_drawn(layer.kind, zoom)
            prepared.append(_prepare(shapes, layer.kind, zoom) if shown else _none())
        layers = np.repeat(np.arange(len(LAYERS)), [len(shapes) for shapes in prepared])
        return ZoomShapes(zoom, np.concatenate(prepared), layers)


def _none() -> Shapes:
    return np.array([], dtype=object)


def _prepare(shapes: Shapes, kind: Kind, zoom: int) -> Shapes:
    scale = world_pixels(zoom)
    pixels = shapely.transform(shapes, lambda unit: unit * scale)
    if kind in DASHES:
        pixels = _pieces(shapely.simplify(_merged(pixels), TOLERANCE), _period(kind))
    else:
        pixels = _simplified(pixels, kind)
    return shapely.transform(pixels, lambda pixel: np.rint(pixel * UNITS))


def _simplified(pixels: Shapes, kind: Kind) -> Shapes:
    flat = shapely.get_dimensions(pixels) > 1
    if not flat.all():
        return shapely.simplify(pixels, TOLERANCE)
    large = pixels[shapely.area(pixels) >= LEAST_AREA.get(kind, LEAST_AREA_ELSE)]
    simple = shapely.simplify(large, TOLERANCE, preserve_topology=False)
    # The quick way may fold a narrow shape onto itself; those few are done the careful way.
    folded = ~shapely.is_valid(simple) | shapely.is_empty(simple)
    simple[folded] = shapely.simplify(large[folded], TOLERANCE)
    return shapely.get_parts(simple)


def _period(kind: Kind) -> float:
    """Return the length of a whole number of dashes and gaps, about `DASHED_PIECE` long."""
    once = sum(DASHES[kind])
    return once * max(1, round(DASHED_PIECE / once))


def _merged(lines: Shapes) -> Shapes:
    """Join lines end to end where just two meet, so that dashes run on."""
    return shapely.get_parts(shapely.line_merge(shapely.multilinestrings(list(lines))))


def _pieces(lines: Shapes, length: float) -> Shapes:
    cut = [piece for line in lines for piece in cut_line(shapely.get_coordinates(line), length)]
    return as_geometries([LineString(piece) for piece in cut])


def cut_line(points: NDArray[np.float64], length: float) -> list[NDArray[np.float64]]:
    """Cut a line, an array of shape (n, 2), into pieces of a length; the last one may be shorter."""
    along = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))))
    if along[-1] <= length:
        return [points] if along[-1] > 0 else []
    stops = np.append(np.arange(0.0, along[-1], length), along[-1])
    cuts = np.column_stack((np.interp(stops, along, points[:, 0]), np.interp(stops, along, points[:, 1])))
    between = np.searchsorted(along, stops, side="right")
    pieces = []
    for start in range(len(stops) - 1):
        inner = points[between[start] : np.searchsorted(along, stops[start + 1], side="left")]
        pieces.append(np.vstack((cuts[start], inner, cuts[start + 1])))
    return pieces


def as_geometries(shapes: Sequence[Geometry]) -> Shapes:
    """Return shapes as the array that shapely's functions work on."""
    array = np.empty(len(shapes), dtype=object)
    array[:] = shapes
    return array
