"""One drawing: the shapes and names of a tile, or of the whole area, as the inside of an svg element."""

from collections.abc import Iterable, Sequence
from itertools import groupby

import numpy as np
import shapely
from numpy.typing import NDArray

from kithmap.basemap.clip import clip
from kithmap.basemap.extent import PixelBox
from kithmap.basemap.layering import LAYERS, Layer
from kithmap.basemap.model import ROADS, Kind, Level
from kithmap.basemap.paths import dots, lines, polygons
from kithmap.basemap.simplify import Shapes, ZoomShapes
from kithmap.basemap.style import DASHES, GROUNDS_FROM, UNITS, has_casing

EDGE_PIXELS = 20
"""Pixels around a tile within which shapes are kept: half the widest road with its casing, so that no line ends in view."""

_CASED = {*ROADS, Kind.RAIL}


class Shaper:
    """Draws the shapes of one zoom into boxes of it."""

    def __init__(self, prepared: ZoomShapes) -> None:
        """Index the shapes of one zoom by where they lie."""
        self._prepared = prepared
        self._tree = shapely.STRtree(prepared.shapes)

    def draw(self, box: PixelBox) -> str:
        """Return the shapes in a box as SVG elements, the lowest first; an empty text when there are none."""
        left, top = box.left * UNITS, box.top * UNITS
        edge = EDGE_PIXELS * UNITS
        reach = (left - edge, top - edge, box.right * UNITS + edge, box.bottom * UNITS + edge)
        found = np.sort(self._tree.query(shapely.box(*reach)))
        drawn = [
            (layer, path)
            for layer, shapes in self._by_layer(found)
            if (path := _path_data(layer, shapes, reach, left, top))
        ]
        return _stack(drawn, self._prepared.zoom)

    def _by_layer(self, found: NDArray[np.intp]) -> Iterable[tuple[Layer, Shapes]]:
        layers = self._prepared.layers[found]
        for position in np.unique(layers).tolist():
            yield LAYERS[position], self._prepared.shapes[found[layers == position]]


def _path_data(
    layer: Layer, shapes: Shapes, reach: tuple[float, float, float, float], left: int, top: int
) -> str:
    if layer.kind is Kind.TREE:
        return dots(shapely.get_coordinates(shapes), left, top)
    if layer.kind in DASHES:
        return lines(shapes, left, top)
    cut = clip(shapes, reach)
    return polygons(cut, left, top) if layer.kind in GROUNDS_FROM else lines(cut, left, top)


def _stack(drawn: Sequence[tuple[Layer, str]], zoom: int) -> str:
    """Lay paths over each other. Within a run of roads on one level all casings come before all surfaces."""
    parts: list[str] = []
    for (level, cased), run in groupby(drawn, key=lambda item: (item[0].level, item[0].kind in _CASED)):
        paths = list(run)
        casings = "".join(
            f'<path class="c-{layer.kind}" d="{path}"/>'
            for layer, path in paths
            if cased and has_casing(layer.kind, zoom)
        )
        surfaces = "".join(f'<path class="{layer.kind}" d="{path}"/>' for layer, path in paths)
        both = casings + surfaces
        parts.append(both if level is Level.GROUND else f'<g class="{level}">{both}</g>')
    return "".join(parts)
