"""One drawing: the shapes and names of a tile, or of the whole area, as the inside of an svg element."""

from collections.abc import Iterable, Sequence
from itertools import groupby

import numpy as np
import shapely
from numpy.typing import NDArray

from kithmap.basemap.clip import clip
from kithmap.basemap.extent import PixelBox
from kithmap.basemap.layering import LAYERS, Layer
from kithmap.basemap.model import ROADS, TILE_PIXELS, Kind, Level, Theme
from kithmap.basemap.palettes import PALETTES
from kithmap.basemap.paths import dots, lines, polygons
from kithmap.basemap.simplify import Shapes, ZoomShapes
from kithmap.basemap.style import DASHES, GROUNDS_FROM, UNITS, has_casing, style_sheet

EDGE_PIXELS = 20
"""Pixels around a tile within which shapes are kept: half the widest road with its casing, so that no line ends in view."""

_CASED = {*ROADS, Kind.RAIL}


def svg(zoom: int, theme: Theme, body: str, width: int = TILE_PIXELS, height: int = TILE_PIXELS) -> str:
    """Return a whole SVG document for the inside of a drawing made for a map zoom; sizes are in pixels.

    The document holds no script and no address of anything outside itself, so that it may be shown as an image anywhere.
    """
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width * UNITS} {height * UNITS}"><style>{style_sheet(zoom, theme)}</style>'
        f'<path class="ground" d="M0 0h{width * UNITS}v{height * UNITS}h-{width * UNITS}z"/>{body}</svg>'
    )


def bare_tile(theme: Theme) -> str:
    """Return a tile of bare ground, for where nothing is drawn."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{TILE_PIXELS}" height="{TILE_PIXELS}">'
        f'<path fill="{PALETTES[theme].ground}" d="M0 0h{TILE_PIXELS}v{TILE_PIXELS}H0z"/></svg>'
    )


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
