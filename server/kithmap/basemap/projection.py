"""Web Mercator: degrees, unit coordinates, and pixels of a zoom.

Unit coordinates run from 0 to 1 over the world, x eastwards and y **southwards** as on a screen. Pixels of map zoom z
are unit coordinates times 256 * 2**z, which is what every web map uses (EPSG:3857, OGC 17-083r4 annex E).
"""

import math

import numpy as np
from numpy.typing import NDArray

from kithmap.basemap.model import Bounds

EARTH_CIRCUMFERENCE = 40_075_016.686
"""Metres around the equator of WGS 84."""

MAX_LATITUDE = 85.051129
"""Where Web Mercator's square world ends."""

Floats = NDArray[np.float64]


def world_pixels(zoom: int) -> int:
    """Return the width of the world in pixels at a map zoom."""
    return int(256 * 2**zoom)


def to_unit(degrees: Floats) -> Floats:
    """Project an array of shape (n, 2), longitude and latitude in degrees, to unit coordinates."""
    latitude = np.radians(np.clip(degrees[:, 1], -MAX_LATITUDE, MAX_LATITUDE))
    x = degrees[:, 0] / 360.0 + 0.5
    y = 0.5 - np.arcsinh(np.tan(latitude)) / (2.0 * math.pi)
    return np.column_stack((x, y))


def unit_box(bounds: Bounds) -> tuple[float, float, float, float]:
    """Return a box in degrees as left, top, right, bottom in unit coordinates."""
    corners = to_unit(np.array([[bounds.west, bounds.north], [bounds.east, bounds.south]]))
    (left, top), (right, bottom) = corners.tolist()
    return left, top, right, bottom


def widen(bounds: Bounds, metres: float) -> Bounds:
    """Return bounds grown by a distance in metres on every side."""
    up = metres * 360.0 / EARTH_CIRCUMFERENCE
    across = up / math.cos(math.radians(max(abs(bounds.south), abs(bounds.north))))
    return Bounds(bounds.west - across, bounds.south - up, bounds.east + across, bounds.north + up)


def size_in_metres(bounds: Bounds) -> tuple[float, float]:
    """Return width and height of bounds in metres, measured along their middle."""
    middle = math.radians((bounds.south + bounds.north) / 2)
    degree = EARTH_CIRCUMFERENCE / 360.0
    return (bounds.east - bounds.west) * degree * math.cos(middle), (bounds.north - bounds.south) * degree
