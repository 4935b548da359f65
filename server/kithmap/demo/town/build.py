"""Put the town together: from the hand-drawn plan and a seed to the elements of an OpenStreetMap-format file."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from random import Random

from shapely import LineString, Polygon, STRtree, buffer, convex_hull, prepare, unary_union
from shapely.geometry.base import BaseGeometry

from kithmap.demo.town.countryside import EDGE, FARMS, WOODS, fields
from kithmap.demo.town.curves import box
from kithmap.demo.town.elements import HoledShape, Spot, Town, Way, areas, spot, way
from kithmap.demo.town.ground import to_lonlat
from kithmap.demo.town.houses import House, corridors, line_streets, with_room
from kithmap.demo.town.names import SHOPS
from kithmap.demo.town.plan import Hall, Site, Street, Tags
from kithmap.demo.town.quarters import QUARTERS
from kithmap.demo.town.quarters.old_town import OLD_TOWN
from kithmap.demo.town.railway import PLATFORMS, SIDINGS, STATION, STATION_NAME, railway_land, tracks
from kithmap.demo.town.streets import all_streets
from kithmap.demo.town.water import (
    CANAL,
    HOLME_CHANNEL,
    LOCK_CUT,
    PONDS,
    RIVER,
    RIVER_NAME,
    all_water,
    canal_area,
    river_area,
    streams,
)

TOWN_NAME = "Tarrowby"
RAIL_ABOVE = "London Road"
"""The one road that passes under the railway; all others go over it."""
SEED = 1851
"""The town that ships: another seed gives the same plan with other side streets and houses."""


def make_town(seed: int = SEED) -> Town:
    """Make the whole town.

    Args:
        seed: decides everything that is not drawn by hand; the same seed gives the same town.

    Returns:
        Its elements in longitude and latitude, 7 decimals.
    """
    rng = Random(seed)
    sites = [*(site for quarter in QUARTERS for site in quarter.sites), *WOODS]
    halls = [hall_shape for quarter in QUARTERS for hall_shape in quarter.halls] + list(FARMS)
    water, railway = all_water(), railway_land()
    keep_off = unary_union([water, railway, *_kept_open(sites), *(_shape(h).buffer(4) for h in halls)])
    streets = all_streets(QUARTERS, keep_off, rng)
    roads = corridors(streets)
    houses = _houses(streets, roads, sites, halls, [water.buffer(5), railway], rng)
    ground = _cut_out_streets(sites, roads)
    taken = [*roads, water, railway, *(site.outline for site in sites)]
    gardens = _gardens(houses)
    inside = _inside(gardens)
    farmed = fields([*taken, inside], rng)
    flat: list[Way | HoledShape] = [
        *_areas_of(farmed),
        *_between_houses(gardens, inside, taken),
        *_areas_of(ground),
        *_water_elements(),
        *areas(railway, {"landuse": "railway"}),
        *(element for h in halls for element in areas(_shape(h), h.tags)),
        *(element for house, tags in _with_shops(houses, rng) for element in areas(house.shape, tags)),
        *_railway_elements(),
        *_street_elements(streets, water, railway),
    ]
    return _town(flat, _spots())


def make_bounds() -> tuple[float, float, float, float]:
    """Return west, south, east and north of the plan in degrees."""
    return *to_lonlat((EDGE[0], EDGE[1])), *to_lonlat((EDGE[2], EDGE[3]))


def _town(elements: Sequence[Way | HoledShape], spots: Iterable[Spot]) -> Town:
    return Town(
        make_bounds(),
        tuple(spots),
        tuple(element for element in elements if isinstance(element, Way)),
        tuple(element for element in elements if isinstance(element, HoledShape)),
    )


def _shape(hall: Hall) -> BaseGeometry:
    return box(hall.centre, hall.size, hall.turn)


def _kept_open(sites: Iterable[Site]) -> Iterator[BaseGeometry]:
    return (site.outline for site in sites if site.tags.get("landuse") != "industrial")


def _houses(
    streets: Sequence[Street],
    roads: Sequence[BaseGeometry],
    sites: Sequence[Site],
    halls: Sequence[Hall],
    barred: Sequence[BaseGeometry],
    rng: Random,
) -> list[House]:
    districts = [d for quarter in QUARTERS for d in quarter.districts]
    plots = line_streets(streets, districts, rng)
    return with_room(plots, [*roads, *_kept_open(sites), *(_shape(h).buffer(2.5) for h in halls), *barred])


def _gardens(houses: Sequence[House]) -> BaseGeometry:
    """Draw the ground that houses and their gardens take: gaps of less than 90 m between houses close."""
    hulls = convex_hull([house.shape for house in houses])
    near = unary_union(buffer(hulls, 46, quad_segs=1)).simplify(2)
    return near.buffer(-33, join_style="mitre").simplify(3)


def _inside(gardens: BaseGeometry) -> BaseGeometry:
    """Draw the ground inside the town, which is not farmed: gaps of less than 200 m and holes close."""
    parks = [site.outline for quarter in QUARTERS for site in quarter.sites]
    old = [district.outline for district in OLD_TOWN.districts]
    closed = unary_union([gardens, *parks]).buffer(100, quad_segs=1).buffer(-86, quad_segs=1)
    whole = [
        Polygon(part.exterior) for part in getattr(closed, "geoms", (closed,)) if isinstance(part, Polygon)
    ]
    return unary_union([*whole, *old])


def _between_houses(
    residential: BaseGeometry, inside: BaseGeometry, taken: Sequence[BaseGeometry]
) -> Iterator[Way | HoledShape]:
    yield from areas(residential, {"landuse": "residential"})
    greens = inside.difference(unary_union([residential, *taken]))
    yield from areas(greens.buffer(-7).buffer(6).simplify(1), {"landuse": "grass"})


def _cut_out_streets(sites: Sequence[Site], roads: Sequence[BaseGeometry]) -> list[Site]:
    tree = STRtree(roads)
    cut = []
    for site in sites:
        if site.tags.get("natural") == "wood" or "sport" in site.tags or site.tags.get("area") == "yes":
            cut.append(site)
            continue
        crossing = [roads[int(i)] for i in sorted(tree.query(site.outline)) if roads[int(i)].area > 800]
        left = site.outline.difference(unary_union(crossing))
        parts = sorted(getattr(left, "geoms", (left,)), key=lambda part: -part.area)
        cut += [
            Site(part, site.tags if i == 0 else _nameless(site.tags))
            for i, part in enumerate(parts)
            if part.area > 150
        ]
    return cut


def _nameless(tags: Tags) -> Tags:
    return {key: value for key, value in tags.items() if key != "name"}


def _areas_of(sites: Iterable[Site]) -> Iterator[Way | HoledShape]:
    return chain.from_iterable(areas(site.outline, site.tags) for site in sites)


def _water_elements() -> Iterator[Way | HoledShape]:
    yield from areas(river_area(), {"natural": "water", "water": "river", "name": RIVER_NAME})
    yield from areas(canal_area(), {"natural": "water", "water": "canal", "name": "Tarrow Canal"})
    for name, shape in PONDS:
        yield from areas(shape, {"natural": "water", "water": "pond", **({"name": name} if name else {})})
    yield way(RIVER, {"waterway": "river", "name": RIVER_NAME})
    yield way(HOLME_CHANNEL, {"waterway": "river"})
    yield way(CANAL, {"waterway": "canal", "name": "Tarrow Canal"})
    yield way(LOCK_CUT, {"waterway": "canal", "name": "Tarrow Canal"})
    for name, line in streams():
        yield way(line, {"waterway": "stream", "name": name})


def _railway_elements() -> Iterator[Way | HoledShape]:
    over = unary_union([river_area().buffer(6), LineString([(16, -640), (24, -800)]).buffer(9)])
    for track in tracks():
        yield from _split(track, over, {"railway": "rail", "gauge": "1435"})
    for siding in SIDINGS:
        yield from _split(siding, over, {"railway": "rail", "service": "siding", "gauge": "1435"})
    for platform in PLATFORMS:
        yield from areas(platform, {"railway": "platform", "public_transport": "platform"})


def _street_elements(streets: Sequence[Street], water: BaseGeometry, railway: BaseGeometry) -> Iterator[Way]:
    wet = water.buffer(3)
    both = wet.union(railway)
    prepare(both)
    for street in streets:
        yield from _street_ways(street, wet if street.name == RAIL_ABOVE else both)


def _street_ways(street: Street, over: BaseGeometry) -> Iterator[Way]:
    tags = {"highway": street.highway, **({"name": street.name} if street.name else {}), **street.tags}
    if street.highway == "service":
        tags["service"] = "alley"
    return _split(street.line, over, tags)


def _split(line: LineString, over: BaseGeometry, tags: Tags) -> Iterator[Way]:
    if not line.intersects(over):
        yield way(line, tags)
        return
    for crossing, extra in ((False, {}), (True, {"bridge": "yes", "layer": "1"})):
        part = line.intersection(over) if crossing else line.difference(over)
        for piece in getattr(part, "geoms", (part,)):
            if isinstance(piece, LineString) and piece.length > 0:
                yield way(piece, {**tags, **extra})


def _with_shops(houses: Sequence[House], rng: Random) -> Iterator[tuple[House, Tags]]:
    fronts = [number for number, house in enumerate(houses) if house.style == "shops"]
    trades = dict(zip(rng.sample(fronts, min(len(SHOPS), len(fronts))), SHOPS, strict=False))
    for number, house in enumerate(houses):
        tags = {"building": house.building}
        if number in trades:
            name, key, value = trades[number]
            tags |= {"name": name, key: value}
        yield house, tags


def _spots() -> Iterator[Spot]:
    yield spot((-50, 84), {"place": "town", "name": TOWN_NAME, "population": "31400"})
    yield spot(STATION, {"railway": "station", "name": STATION_NAME})
    for quarter in QUARTERS:
        yield spot(quarter.centre, {"place": "suburb", "name": quarter.name})
        for at, tags in quarter.spots:
            yield spot(at, tags)
