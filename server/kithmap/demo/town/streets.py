"""All streets of the town: those drawn by hand, those that grow, the paths in parks, joined into one network."""

from collections.abc import Sequence
from random import Random

from shapely import LineString, Point, STRtree, unary_union
from shapely.geometry.base import BaseGeometry

from kithmap.demo.town.curves import curve
from kithmap.demo.town.growth import STYLES, grow
from kithmap.demo.town.houses import LINED
from kithmap.demo.town.junctions import END_REACH, draw_up_ends, largest_network, share_crossings
from kithmap.demo.town.mains import MAIN_ROADS
from kithmap.demo.town.names import StreetNames
from kithmap.demo.town.plan import XY, District, Quarter, Site, Street
from kithmap.demo.town.railway import OLD_LINE
from kithmap.demo.town.water import all_water

BANK = 9.0
"""Metres that grown streets keep from water and railway."""


def all_streets(quarters: Sequence[Quarter], keep_off: BaseGeometry, rng: Random) -> list[Street]:
    """Draw, grow, name and join every street.

    Args:
        quarters: what is drawn by hand.
        keep_off: ground that new streets may not take.
        rng: the source of chance.

    Returns:
        One connected network; streets that meet share a point.
    """
    drawn = [*MAIN_ROADS, *(street for quarter in quarters for street in quarter.streets)]
    drawn.append(Street(OLD_LINE, "cycleway", "Old Line Path", "none", {"surface": "compacted"}))
    drawn += _grown(drawn, [d for quarter in quarters for d in quarter.districts], keep_off, rng)
    wet = all_water()
    for site in (site for quarter in quarters for site in quarter.sites if site.paths):
        drawn += _park_paths(site, drawn, wet, rng)
    return largest_network(share_crossings(draw_up_ends(drawn)))


def _grown(
    drawn: Sequence[Street], districts: Sequence[District], keep_off: BaseGeometry, rng: Random
) -> list[Street]:
    names = StreetNames([street.name for street in drawn], rng)
    open_ground = keep_off.buffer(BANK, quad_segs=2)
    new: list[Street] = []
    for district in districts:
        if not district.growth:
            continue
        region = district.outline.difference(open_ground)
        near = district.outline.buffer(14)
        lines = [
            part
            for street in (*drawn, *new)
            if street.highway in LINED
            for part in _within(street.line, near)
        ]
        for line in grow(region, lines, STYLES[district.growth], rng):
            leads_on = (
                STRtree(lines).query_nearest(Point(line.coords[-1]), return_distance=True)[1][0] < END_REACH
            )
            new.append(Street(line, "residential", names.next(district.names, leads_on=bool(leads_on))))
    return new


def _within(line: LineString, shape: BaseGeometry) -> list[LineString]:
    inside = line.intersection(shape)
    parts = [inside] if isinstance(inside, LineString) else list(getattr(inside, "geoms", ()))
    return [part for part in parts if isinstance(part, LineString) and part.length > 12]


def _park_paths(site: Site, streets: Sequence[Street], wet: BaseGeometry, rng: Random) -> list[Street]:
    near = [s.line for s in streets if s.highway in LINED and s.line.distance(site.outline) < 30]
    if not near:
        return []
    gates = _gates(site, near, rng)
    middle = site.outline.representative_point()
    paths = []
    for gate in gates:
        line = _crossing(gate, (middle.x, middle.y), rng)
        if line.length > 40 and not line.intersects(wet):
            paths.append(Street(line, "footway", "", "none"))
    return paths if len(paths) > 1 else []


def _gates(site: Site, near: Sequence[LineString], rng: Random) -> list[XY]:
    rim = site.outline.exterior
    roads = unary_union(near)
    gates: list[XY] = []
    for i in range(5):
        along = rim.interpolate((i + rng.uniform(0.2, 0.8)) / 5, normalized=True)
        if along.distance(roads) < 45:
            met = (
                roads.interpolate(roads.project(along))
                if isinstance(roads, LineString)
                else _closest(near, along)
            )
            gates.append((met.x, met.y))
    return gates


def _closest(lines: Sequence[LineString], point: Point) -> Point:
    line = min(lines, key=lambda candidate: candidate.distance(point))
    return line.interpolate(line.project(point))


def _crossing(gate: XY, middle: XY, rng: Random) -> LineString:
    sway = rng.uniform(-0.16, 0.16)
    dx, dy = middle[0] - gate[0], middle[1] - gate[1]
    return curve(gate, (gate[0] + dx / 2 - dy * sway, gate[1] + dy / 2 + dx * sway), middle)
