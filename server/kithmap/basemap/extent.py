"""How much ground is drawn: the area and a margin, and which tiles that makes at each zoom."""

from dataclasses import dataclass

import shapely
from shapely import MultiPolygon, Polygon

from kithmap.basemap.model import MAP_ZOOMS, TILE_PIXELS, BasemapError, Bounds
from kithmap.basemap.projection import (
    MAX_LATITUDE,
    size_in_metres,
    unit_box,
    widen,
    world_pixels,
)

LEAST_MARGIN = 500.0
MOST_MARGIN = 1500.0
"""Metres of ground drawn around an area. A wide screen that shows a small area whole sees about half its width more on
either side; around a whole town nobody looks further than this."""

SIGHT_PIXELS = 1200
"""At close zooms the margin ends this far out: someone whose 1920 px screen is centred on the edge sees 960 px beyond."""

HALF_TURN = 180.0
"""Degrees of longitude from Greenwich to the far side of the world."""

MAX_TILES = 40_000
"""Tiles in one archive. A town 10 km across has some 15,000; beyond this the closest zooms are left to be enlarged."""

MAX_ACROSS_KM = 60
"""The widest area that is drawn at all: a county. At walking distance of it no workshop is held on one map."""

MAX_IMAGE_PIXELS = 4096
"""The longest side of one image: some phones show nothing at all for a larger one."""


@dataclass(frozen=True, slots=True)
class PixelBox:
    """A box in whole pixels of one map zoom, from left and top (included) to right and bottom (not included)."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Pixels from left to right."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Pixels from top to bottom."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Extent:
    """The ground of one basemap: the area's own bounds, and the bounds with the margin."""

    area: Bounds
    drawn: Bounds

    def pixels(self, zoom: int) -> PixelBox:
        """Return the ground that is drawn at a map zoom, in its pixels."""
        drawn = _pixels(self.drawn, zoom)
        area = _pixels(self.area, zoom)
        return PixelBox(
            max(drawn.left, area.left - SIGHT_PIXELS),
            max(drawn.top, area.top - SIGHT_PIXELS),
            min(drawn.right, area.right + SIGHT_PIXELS),
            min(drawn.bottom, area.bottom + SIGHT_PIXELS),
        )

    def columns(self, zoom: int) -> range:
        """Return the tile columns that touch the ground drawn at a map zoom."""
        box = self.pixels(zoom)
        return range(box.left // TILE_PIXELS, (box.right - 1) // TILE_PIXELS + 1)

    def rows(self, zoom: int) -> range:
        """Return the tile rows that touch the ground drawn at a map zoom."""
        box = self.pixels(zoom)
        return range(box.top // TILE_PIXELS, (box.bottom - 1) // TILE_PIXELS + 1)

    def map_zooms(self) -> range:
        """Return the map zooms that are drawn: all, or as many as `MAX_TILES` allows."""
        tiles = 0
        for zoom in MAP_ZOOMS:
            tiles += len(self.columns(zoom)) * len(self.rows(zoom))
            if tiles > MAX_TILES:
                return range(MAP_ZOOMS[0], zoom)
        return MAP_ZOOMS

    def whole_zoom(self) -> int:
        """Return the closest map zoom, at most 16, at which the drawn ground is one image of allowed size."""
        for zoom in range(16, 0, -1):
            box = _pixels(self.drawn, zoom)
            if max(box.width, box.height) <= MAX_IMAGE_PIXELS:
                return zoom
        return 1

    def whole_pixels(self) -> PixelBox:
        """Return the drawn ground in pixels of `whole_zoom`."""
        return _pixels(self.drawn, self.whole_zoom())


def extent_of(boundary: Polygon | MultiPolygon) -> Extent:
    """Return the ground to draw for an area's boundary, given in degrees of longitude and latitude.

    Raises `BasemapError` when the boundary is empty, not on Earth, or too wide to be one workshop's map.
    """
    if boundary.is_empty:
        raise BasemapError("The area has no boundary yet. Draw it or load it from a file first.")
    west, south, east, north = (float(edge) for edge in shapely.bounds(boundary))
    if not (-HALF_TURN <= west < east <= HALF_TURN and -MAX_LATITUDE < south < north < MAX_LATITUDE):
        raise BasemapError(
            "The area's boundary is not on the map: its corners must be longitudes and latitudes in degrees."
        )
    area = Bounds(west, south, east, north)
    across = max(size_in_metres(area))
    if across > MAX_ACROSS_KM * 1000:
        raise BasemapError(
            f"The area is {across / 1000:.0f} km across. A basemap can be at most {MAX_ACROSS_KM} km across: make the area smaller."
        )
    margin = min(max(across / 2, LEAST_MARGIN), MOST_MARGIN)
    return Extent(area, widen(area, margin))


def _pixels(bounds: Bounds, zoom: int) -> PixelBox:
    scale = world_pixels(zoom)
    left, top, right, bottom = (round(edge * scale) for edge in unit_box(bounds))
    return PixelBox(left, top, max(right, left + 1), max(bottom, top + 1))
