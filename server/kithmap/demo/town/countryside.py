"""The land round the town: woods and farms drawn by hand, fields and hedges that fill what is left."""

from collections.abc import Iterator, Sequence
from math import hypot
from random import Random

from shapely import LineString, Polygon, box, unary_union
from shapely.geometry.base import BaseGeometry
from shapely.ops import split

from kithmap.demo.town.curves import soft
from kithmap.demo.town.plan import XY, Hall, Site
from kithmap.demo.town.quarters.pens import hall, site

EDGE = (-4300.0, -3700.0, 4300.0, 3700.0)
"""West, south, east and north edge of the plan, metres."""
FIELD = 62_000.0
"""Typical size of a field, square metres."""
SMALLEST = 4_000.0
"""What is smaller stays open ground, square metres."""
CROPS = ("farmland",) * 6 + ("meadow",)

WOODS: tuple[Site, ...] = (
    site("Wragg Wood", soft((1900, 2000), (2080, 2120), (2180, 2320), (2060, 2480), (1900, 2400), (1820, 2200)),
         natural="wood"),
    site("Colsby Spinney", soft((-3050, -700), (-2900, -640), (-2860, -800), (-2980, -880)), natural="wood"),
    site("Monks' Wood", soft((-3300, 1700), (-3050, 1640), (-2820, 1760), (-2780, 1960), (-2980, 2060), (-3250, 1960)),
         natural="wood"),
    site("Lady Copse", soft((1000, -2250), (1160, -2180), (1260, -2280), (1200, -2420), (1040, -2400)), natural="wood"),
    site("Fox Covert", soft((2880, -560), (3000, -520), (3040, -640), (2930, -700)), natural="wood"),
    site("Long Plantation", soft((2700, 1200), (2900, 1300), (3150, 1380), (3180, 1310), (2960, 1200), (2740, 1120)),
         natural="wood"),
    site("Tarrowby Golf Club", soft((-1100, -1900), (-820, -1720), (-560, -1860), (-600, -2260), (-900, -2420), (-1180, -2260)),
         leisure="golf_course"),
    site("Osier Bed", soft((-2300, 640), (-2180, 700), (-2050, 660), (-2120, 590)), natural="wetland", wetland="swamp"),
    site("Water Meadows", soft((2300, -560), (2500, -700), (2660, -880), (2820, -920), (2780, -760), (2560, -540)),
         landuse="meadow"),
)  # fmt: skip
FARMS: tuple[Hall, ...] = (
    hall("Moor Farm", (-180, 2520), (28, 14), 20, building="farm"), hall("", (-150, 2550), (40, 18), 20, building="barn"),
    hall("Wold Top", (3040, 860), (24, 13), 10, building="farm"), hall("", (3070, 895), (46, 20), 10, building="barn"),
    hall("", (3020, 900), (22, 16), 10, building="barn"),
    hall("Brook Farm", (-2700, -1120), (26, 14), -30, building="farm"),
    hall("", (-2670, -1150), (50, 20), -30, building="barn"),
    hall("Carr Farm", (-2160, 1760), (26, 13), 5, building="farm"), hall("", (-2120, 1740), (36, 20), 5, building="barn"),
    hall("Pasture House Farm", (1290, -1860), (24, 14), 40, building="farm"),
    hall("", (1330, -1880), (44, 20), 40, building="barn"),
    hall("Hollow Farm", (-1800, -2060), (26, 14), 80, building="farm"),
    hall("", (-1770, -2100), (40, 22), 80, building="barn"),
    hall("Ings Farm", (2860, -1330), (24, 14), 0, building="farm"), hall("", (2900, -1345), (38, 18), 0, building="barn"),
)  # fmt: skip


def fields(taken: Sequence[BaseGeometry], rng: Random) -> list[Site]:
    """Divide the open land into fields.

    Args:
        taken: whatever is not farmed: built-up ground, woods, water, roads, railway.
        rng: the source of chance.

    Returns:
        Fields with a strip for the hedge between them, each of at least half a hectare.
    """
    open_land = box(*EDGE).difference(unary_union(taken))
    drawn: list[Site] = []
    for part in _parts(open_land.buffer(-2)):
        for field in _divide(part, rng):
            drawn += [
                Site(f, {"landuse": rng.choice(CROPS)})
                for f in _parts(field.buffer(-2.5))
                if f.area > SMALLEST
            ]
    return drawn


def _divide(land: Polygon, rng: Random) -> Iterator[Polygon]:
    """Cut a piece of land across its long side again and again, as fields were when commons were enclosed."""
    frame = land.minimum_rotated_rectangle
    if land.area < rng.uniform(0.6, 1.9) * FIELD or not isinstance(frame, Polygon):
        yield land
        return
    a, b, c, d = ((x, y) for x, y in list(frame.exterior.coords)[:4])
    if hypot(b[0] - a[0], b[1] - a[1]) < hypot(c[0] - b[0], c[1] - b[1]):
        a, b, c, d = b, c, d, a
    near, far = rng.uniform(0.36, 0.64), rng.uniform(-0.05, 0.05)
    cut = LineString([_along(a, b, near, -0.1, d), _along(a, b, near + far, 1.1, d)])
    pieces = [piece for piece in split(land, cut).geoms if isinstance(piece, Polygon)]
    if len(pieces) < 2:
        yield land
        return
    for piece in pieces:
        yield from _divide(piece, rng)


def _along(a: XY, b: XY, share: float, across: float, d: XY) -> XY:
    """Find the spot a share of the way from a to b, and a share of the way across to the side through d."""
    return (
        a[0] + (b[0] - a[0]) * share + (d[0] - a[0]) * across,
        a[1] + (b[1] - a[1]) * share + (d[1] - a[1]) * across,
    )


def _parts(shape: BaseGeometry) -> list[Polygon]:
    if isinstance(shape, Polygon):
        return [] if shape.is_empty else [shape]
    return [part for part in getattr(shape, "geoms", ()) if isinstance(part, Polygon)]
