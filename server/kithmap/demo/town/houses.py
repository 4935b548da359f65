"""Houses along the streets: set out by the style of the district, then thinned to those that have room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from random import Random

from shapely import Polygon, STRtree, contains_xy, prepare
from shapely.geometry.base import BaseGeometry

from kithmap.demo.town.footprints import STYLES, Footprint, HouseStyle
from kithmap.demo.town.plan import XY, District, Street

HALF_WIDTH = {
    "primary": 6.0,
    "secondary": 5.0,
    "tertiary": 4.5,
    "unclassified": 3.6,
    "residential": 3.6,
    "living_street": 3.2,
    "pedestrian": 3.6,
    "service": 2.0,
    "cycleway": 2.0,
    "footway": 1.2,
    "path": 1.0,
}
"""Metres from a street's centre to the edge of the carriageway."""
LINED = frozenset(
    {"primary", "secondary", "tertiary", "unclassified", "residential", "living_street", "pedestrian"}
)
CORNER = 7.0
"""Metres kept open at each end of a street."""
LOOK_AHEAD = 15.0
"""Metres walked on where nothing is built."""
NUDGE = 6.0
"""Metres moved where a footprint does not fit before the corner."""


@dataclass(frozen=True, slots=True)
class House:
    """A building in its place, with the street it stands on and the style it was drawn in."""

    shape: Polygon
    building: str
    street: str
    style: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A house that is wanted, and the ground it claims: itself and its garden."""

    house: House
    claim: Polygon


def line_streets(streets: Sequence[Street], districts: Sequence[District], rng: Random) -> list[Plot]:
    """Set houses along both sides of every street, then the small ones that fill gaps in rows.

    Args:
        streets: in the order of who comes first where two plots overlap.
        districts: decide the style where the street does not; the first that holds the spot counts.
        rng: the source of chance.

    Returns:
        All houses wanted, many of which overlap; see `with_room`.
    """
    for district in districts:
        prepare(district.outline)
    lined = [(s, _near(s, districts)) for s in streets if s.highway in LINED and s.fronts != "none"]
    return [
        plot
        for filling in (False, True)
        for street, near in (_with_rows(lined) if filling else lined)
        for side in (1, -1)
        for plot in _side(street, side, near, rng, filling=filling)
    ]


def _with_rows(lined: Sequence[tuple[Street, list[District]]]) -> list[tuple[Street, list[District]]]:
    rows = {name for name, style in STYLES.items() if style.filling}
    return [(s, near) for s, near in lined if s.fronts in rows or any(d.fronts in rows for d in near)]


def _near(street: Street, districts: Sequence[District]) -> list[District]:
    return [d for d in districts if d.outline.distance(street.line) < 20]


def _side(
    street: Street, side: int, districts: Sequence[District], rng: Random, *, filling: bool
) -> Iterator[Plot]:
    along = CORNER + rng.uniform(0, 3)
    while along < street.line.length - CORNER:
        name = street.fronts or _style_at(street, along, side, districts)
        style = STYLES.get(name)
        draw = None if style is None else style.filling if filling else style.draw
        if style is None or draw is None:
            along += LOOK_AHEAD
            continue
        footprint = draw(rng)
        if along + footprint.width > street.line.length - CORNER * 0.5:
            along += NUDGE
            continue
        if rng.random() >= style.missing:
            yield _plot(street, name, style, footprint, along, side)
        along += footprint.width + rng.uniform(*style.gap)


def _style_at(street: Street, along: float, side: int, districts: Sequence[District]) -> str:
    start, towards = _frame(street, along, along + 8)
    x, y = start[0] - towards[1] * 18 * side, start[1] + towards[0] * 18 * side
    return next((d.fronts for d in districts if contains_xy(d.outline, x, y)), "")


def _frame(street: Street, first: float, second: float) -> tuple[XY, XY]:
    start, end = street.line.interpolate(first), street.line.interpolate(min(second, street.line.length))
    far = hypot(end.x - start.x, end.y - start.y) or 1.0
    return (start.x, start.y), ((end.x - start.x) / far, (end.y - start.y) / far)


def _plot(
    street: Street, name: str, style: HouseStyle, footprint: Footprint, along: float, side: int
) -> Plot:
    (x, y), (tx, ty) = _frame(street, along, along + footprint.width)
    nx, ny = -ty * side, tx * side
    off = HALF_WIDTH[street.highway] + style.setback

    def place(shape: Sequence[XY]) -> Polygon:
        return Polygon([(x + tx * u + nx * (off + v), y + ty * u + ny * (off + v)) for u, v in shape])

    deep = footprint.depth + style.garden
    claim = place(((0, 0), (footprint.width, 0), (footprint.width, deep), (0, deep)))
    return Plot(House(place(footprint.shape), footprint.building, street.name, name), claim)


def with_room(plots: Sequence[Plot], obstacles: Sequence[BaseGeometry]) -> list[House]:
    """Keep the houses that overlap nothing, first come first served.

    Args:
        plots: what `line_streets` returned.
        obstacles: corridors of streets, water, sites, halls: whatever may not be built on.
    """
    if not plots:
        return []
    blocked = {
        int(i) for i in STRtree(obstacles).query([p.house.shape for p in plots], predicate="intersects")[0]
    }
    free = [plot for number, plot in enumerate(plots) if number not in blocked]
    claims = [plot.claim for plot in free]
    shapes = [plot.house.shape for plot in free]
    clashes: list[list[int]] = [[] for _ in free]
    for first, second in zip(*STRtree(claims).query(shapes, predicate="intersects").tolist(), strict=True):
        if first != second:
            clashes[max(first, second)].append(min(first, second))
    kept = [False] * len(free)
    for number, earlier in enumerate(clashes):
        kept[number] = not any(kept[e] for e in earlier)
    return [plot.house for number, plot in enumerate(free) if kept[number]]


def corridors(streets: Sequence[Street]) -> list[BaseGeometry]:
    """Draw the ground that streets take, with a pavement on each side."""
    return [street.line.buffer(HALF_WIDTH[street.highway] + 1.0, quad_segs=2) for street in streets]
