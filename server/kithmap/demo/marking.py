"""GeoJSON geometries from metres on the plan of the town, so that the story stands where its halls and streets are."""

from typing import Any

from kithmap.demo.town.ground import line_to_lonlat, to_lonlat
from kithmap.demo.town.plan import XY

Geometry = dict[str, Any]


def at(x: float, y: float) -> Geometry:
    """Mark a spot.

    Args:
        x: metres east of the market cross.
        y: metres north of it.
    """
    return {"type": "Point", "coordinates": list(to_lonlat((x, y)))}


def along(*spots: XY) -> Geometry:
    """Mark a line, such as a walk."""
    return {"type": "LineString", "coordinates": [list(position) for position in line_to_lonlat(spots)]}


def around(*spots: XY) -> Geometry:
    """Mark a piece of ground by its corners, anticlockwise, the first not repeated."""
    ring = line_to_lonlat((*spots, spots[0]))
    return {"type": "Polygon", "coordinates": [[list(position) for position in ring]]}
