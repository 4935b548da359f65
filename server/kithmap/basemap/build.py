"""The drawing of a whole basemap, step by step: a generator of progress and of finished drawings."""

from collections.abc import Iterator, Sequence

from kithmap.basemap.extent import Extent, PixelBox
from kithmap.basemap.labels import NameDrawer, NameIndex
from kithmap.basemap.model import TILE_PIXELS, Feature, Tile, WholeMap
from kithmap.basemap.names import write
from kithmap.basemap.simplify import Ground
from kithmap.basemap.tiles import Shaper


class Painter:
    """Draws boxes of one zoom: shapes below, names above."""

    def __init__(self, ground: Ground, names: NameIndex, zoom: int) -> None:
        """Prepare everything of one map zoom once."""
        self._shapes = Shaper(ground.at(zoom))
        self._names = NameDrawer(names.place(zoom))

    def paint(self, box: PixelBox) -> str:
        """Return what is drawn in a box, as the inside of an svg element; an empty text for bare ground."""
        return self._shapes.draw(box) + write(self._names.touching(box), box)


def draw(features: Sequence[Feature], extent: Extent) -> Iterator[Tile | WholeMap | float]:
    """Draw every tile of every zoom, and the whole map.

    Yields drawings as they are finished, and between them how much is done, from 0 to 1. Tiles of bare ground are left
    out. The same features and extent give the same drawings.
    """
    ground, names = Ground(features), NameIndex(features)
    yield draw_whole(Painter(ground, names, extent.whole_zoom()), extent)
    zooms = extent.map_zooms()
    total = sum(len(extent.columns(zoom)) * len(extent.rows(zoom)) for zoom in zooms)
    done = 0
    for zoom in zooms:
        painter = Painter(ground, names, zoom)
        for column in extent.columns(zoom):
            for row in extent.rows(zoom):
                body = painter.paint(tile_box(column, row))
                if body:
                    yield Tile(zoom - 1, column, row, body)
            done += len(extent.rows(zoom))
            yield done / total


def draw_whole(painter: Painter, extent: Extent) -> WholeMap:
    """Draw the whole ground as one image, for print, for the report, and where tiles are not to be had."""
    box = extent.whole_pixels()
    return WholeMap(extent.whole_zoom(), box.width, box.height, painter.paint(box))


def tile_box(column: int, row: int) -> PixelBox:
    """Return the pixels of a tile, at the map zoom that it is drawn for."""
    left, top = column * TILE_PIXELS, row * TILE_PIXELS
    return PixelBox(left, top, left + TILE_PIXELS, top + TILE_PIXELS)
