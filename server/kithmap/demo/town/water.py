"""The river Tarrow, the canal, Dyer's Beck, and the ponds."""

from shapely import LineString, Polygon, unary_union
from shapely.geometry.base import BaseGeometry

from kithmap.demo.town.curves import curve, onward, soft

RIVER_NAME = "River Tarrow"
RIVER_WIDTH = 26.0
CANAL_WIDTH = 12.0
BECK_WIDTH = 4.0

RIVER = onward(curve(
    (-3800, 1010), (-3250, 900), (-2700, 760), (-2250, 850), (-1850, 640), (-1500, 300), (-1150, 170), (-800, 60),
    (-520, -170), (-200, -300), (150, -280), (420, -140), (700, -95), (980, -250), (1230, -520), (1560, -640),
    (1900, -560), (2250, -700), (2600, -980), (3100, -1050), (3800, -1180),
))  # fmt: skip
HOLME_CHANNEL = curve((-1330, 235), (-1230, 120), (-1120, 50), (-1000, 45), (-870, 92))
"""A second arm of the river that makes an island, the Holme, upstream of the town."""
CANAL = onward(curve(
    (1150, 118), (1350, 62), (1700, -18), (2100, 56), (2500, 20), (3000, 118), (3800, 95),
))  # fmt: skip
LOCK_CUT = curve((1150, 118), (1105, 30), (1080, -120), (1066, -345))
BASIN = soft((1128, 95), (1145, 165), (1190, 178), (1222, 150), (1210, 92), (1160, 78))
BECK = onward(curve(
    (1560, 3000), (1600, 2500), (1530, 2100), (1640, 1720), (1810, 1380), (1800, 1090), (1840, 830), (1770, 570),
    (1800, 340), (1722, 150), (1706, -20), (1690, -300), (1640, -640),
))  # fmt: skip
WEST_BROOK = onward(curve((-3000, -3000), (-2780, -2300), (-2520, -1900), (-2440, -1300), (-2560, -700), (-2420, -250),
                   (-2240, 120), (-1960, 420), (-1800, 590)))  # fmt: skip

PONDS: tuple[tuple[str, Polygon], ...] = (
    (
        "Holme Park Lake",
        soft((-2010, 1120), (-1950, 1200), (-1850, 1215), (-1790, 1160), (-1840, 1105), (-1930, 1080)),
    ),
    ("Village Pond", soft((-2105, -232), (-2085, -214), (-2058, -222), (-2066, -244), (-2090, -250))),
    (
        "North Pit",
        soft((2010, -1080), (2060, -1000), (2160, -985), (2210, -1060), (2170, -1150), (2070, -1160)),
    ),
    (
        "South Pit",
        soft((2230, -1230), (2300, -1170), (2390, -1200), (2405, -1290), (2360, -1350), (2275, -1310)),
    ),
    ("Tenter Mill Pond", soft((1745, 250), (1772, 268), (1786, 232), (1770, 196), (1748, 206))),
    ("", soft((620, 2360), (650, 2385), (690, 2372), (676, 2338), (640, 2335))),
    ("", soft((-620, -2080), (-590, -2050), (-560, -2076), (-584, -2104))),
)


def river_area() -> BaseGeometry:
    """Draw the river from bank to bank, with the island left out."""
    return unary_union([RIVER.buffer(RIVER_WIDTH / 2), HOLME_CHANNEL.buffer(6)]).simplify(0.4)


def canal_area() -> BaseGeometry:
    """Draw the canal and its basin from bank to bank."""
    cut = [
        CANAL.buffer(CANAL_WIDTH / 2, cap_style="flat"),
        LOCK_CUT.buffer(CANAL_WIDTH / 2, cap_style="flat"),
        BASIN,
    ]
    return unary_union(cut).simplify(0.3).difference(RIVER.buffer(RIVER_WIDTH / 2 - 1))


def streams() -> tuple[tuple[str, LineString], ...]:
    """List the waters drawn as lines, with their names."""
    return (("Dyer's Beck", BECK), ("Ansthorpe Brook", WEST_BROOK))


def all_water() -> BaseGeometry:
    """Draw everything that is wet, for streets and houses to keep off."""
    becks = [line.buffer(BECK_WIDTH) for _, line in streams()]
    return unary_union([river_area(), canal_area(), *becks, *(shape for _, shape in PONDS)])
