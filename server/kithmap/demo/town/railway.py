"""The railway: the main line, the station, sidings, and the branch that became a path."""

from shapely import LineString, Polygon

from kithmap.demo.town.curves import curve, onward, outline

MAIN_LINE = onward(curve(
    (-3800, -2450), (-3300, -2200), (-2600, -1850), (-1700, -1420), (-900, -1080), (-200, -790), (380, -500),
    (720, -230), (930, 60), (1120, 360), (1380, 700), (1780, 1080), (2350, 1500), (3000, 1900), (3800, 2350),
))  # fmt: skip
TRACK_GAP = 4.0
"""Metres between the two tracks."""
CORRIDOR = 13.0
"""Half the width of railway land, metres."""
SIDINGS = (
    curve((775, -165), (850, -90), (912, -15), (975, 78), (1040, 190), (1100, 300)),
    curve((455, -450), (560, -385), (660, -310), (735, -235)),
)
STATION_NAME = "Tarrowby"
STATION = (968.0, 126.0)
PLATFORMS = (
    outline((890, 37), (897, 32), (1012, 190), (1005, 195)),
    outline((905, 22), (912, 17), (1027, 175), (1020, 180)),
)
OLD_LINE = onward(curve(
    (1400, 805), (1260, 910), (1000, 1075), (500, 1235), (0, 1400), (-500, 1630), (-1100, 1800), (-1900, 2150),
    (-2800, 2750),
))  # fmt: skip
"""The branch to the north-west, closed in 1964, now a path for walking and cycling."""


def tracks() -> tuple[LineString, LineString]:
    """Draw the two tracks of the main line."""
    left, right = MAIN_LINE.offset_curve(TRACK_GAP / 2), MAIN_LINE.offset_curve(-TRACK_GAP / 2)
    assert isinstance(left, LineString)
    assert isinstance(right, LineString)
    return left, right


def railway_land() -> Polygon:
    """Draw the strip that belongs to the railway."""
    strip = MAIN_LINE.buffer(CORRIDOR).union(
        outline((870, -20), (1020, 10), (1075, 205), (985, 215), (860, 40))
    )
    assert isinstance(strip, Polygon)
    return strip
