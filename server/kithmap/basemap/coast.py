"""The sea, which OpenStreetMap does not draw: only coastlines, each with land on its left and water on its right.

See https://wiki.openstreetmap.org/wiki/Tag:natural%3Dcoastline.
"""

from collections.abc import Sequence
from itertools import pairwise

import shapely
from shapely import LineString, MultiPolygon, Polygon

from kithmap.basemap.model import Bounds

ASIDE = 1e-6
"""Degrees, about 10 cm, to the right of a coastline at which the ground is asked what it is."""


GRID = 1e-9
"""Degrees to which crossings are rounded, a hundredth of what OpenStreetMap keeps: parts then close without a gap."""


def sea(coastlines: Sequence[LineString], bounds: Bounds) -> MultiPolygon | None:
    """Return the water right of coastlines within bounds, all in degrees, or None when there is none.

    The bounds are parted along the coastlines. A part is sea when more of the coast around it has it on its right than
    on its left; a coast that breaks off inside the bounds parts nothing and draws nothing.
    """
    frame = shapely.box(bounds.west, bounds.south, bounds.east, bounds.north)
    inside = [shapely.intersection(line, frame) for line in coastlines]
    pieces = [
        part for line in inside for part in shapely.get_parts(line).tolist() if isinstance(part, LineString)
    ]
    if not pieces:
        return None
    rim = shapely.get_exterior_ring(frame)
    parts = shapely.get_parts(
        shapely.polygonize([shapely.union_all([rim, *pieces], grid_size=GRID)])
    ).tolist()
    wet, dry = _sides(pieces)
    water = [part for part in parts if isinstance(part, Polygon) and _is_sea(part, wet, dry)]
    return MultiPolygon(water) if water else None


def _sides(coast: Sequence[LineString]) -> tuple[shapely.STRtree, shapely.STRtree]:
    """Return points just right and just left of every straight piece of coast."""
    right, left = [], []
    for line in coast:
        places = shapely.get_coordinates(line).tolist()
        for (x, y), (to_x, to_y) in pairwise(places):
            length = ((to_x - x) ** 2 + (to_y - y) ** 2) ** 0.5
            if length:
                middle_x, middle_y = (x + to_x) / 2, (y + to_y) / 2
                across, down = (to_y - y) / length * ASIDE, (to_x - x) / length * ASIDE
                right.append(shapely.Point(middle_x + across, middle_y - down))
                left.append(shapely.Point(middle_x - across, middle_y + down))
    return shapely.STRtree(right), shapely.STRtree(left)


def _is_sea(part: Polygon, wet: shapely.STRtree, dry: shapely.STRtree) -> bool:
    return len(wet.query(part, predicate="contains")) > len(dry.query(part, predicate="contains"))
