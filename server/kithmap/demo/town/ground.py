"""From metres on the plan to longitude and latitude, and back.

The plan is small (7 km), so a plane that touches the ground at the market cross is enough: the error against the
ellipsoid stays under 2 m at the edges, and nothing here is measured on the ground anyway.
"""

from collections.abc import Iterable
from math import cos, radians

from kithmap.demo.town.plan import XY

CROSS_LON = -0.5640
"""Longitude of the market cross: open farmland in the south Lincolnshire limestone country."""
CROSS_LAT = 52.8290
METRES_PER_DEGREE_LAT = 111_267.0
METRES_PER_DEGREE_LON = 111_320.0 * cos(radians(CROSS_LAT))
DECIMALS = 7
"""OpenStreetMap's own precision, about a centimetre."""


def to_lonlat(spot: XY) -> XY:
    """Turn metres east and north of the market cross into (longitude, latitude), 7 decimals."""
    x, y = spot
    lon = round(CROSS_LON + x / METRES_PER_DEGREE_LON, DECIMALS)
    return lon, round(CROSS_LAT + y / METRES_PER_DEGREE_LAT, DECIMALS)


def line_to_lonlat(spots: Iterable[XY]) -> tuple[XY, ...]:
    """Turn a line on the plan into (longitude, latitude) pairs."""
    return tuple(to_lonlat(spot) for spot in spots)


def to_metres(position: XY) -> XY:
    """Turn (longitude, latitude) into metres on the plan."""
    lon, lat = position
    return (lon - CROSS_LON) * METRES_PER_DEGREE_LON, (lat - CROSS_LAT) * METRES_PER_DEGREE_LAT
