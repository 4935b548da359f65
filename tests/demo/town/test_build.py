"""The whole town, as it comes out: what a newcomer sees and what a reader of the file relies on."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from shapely import LineString, Polygon, STRtree, unary_union

from kithmap.demo.town.build import TOWN_NAME, make_bounds
from kithmap.demo.town.elements import Town, Way
from kithmap.demo.town.ground import to_metres
from kithmap.demo.town.plan import XY


def streets_of(town: Town) -> list[Way]:
    return [way for way in town.ways if "highway" in way.tags and way.tags.get("area") != "yes"]


def outlines(ways: Iterable[Way]) -> list[Polygon]:
    return [Polygon([to_metres(position) for position in way.positions]) for way in ways]


def buildings_of(town: Town) -> list[Polygon]:
    return outlines(way for way in town.ways if "building" in way.tags)


def networks(streets: Iterable[Way]) -> list[set[int]]:
    at: dict[XY, list[int]] = defaultdict(list)
    numbered = list(streets)
    for number, way in enumerate(numbered):
        for position in way.positions:
            at[position].append(number)
    left, found = set(range(len(numbered))), []
    while left:
        waiting = [left.pop()]
        network = set(waiting)
        while waiting:
            near = {n for position in numbered[waiting.pop()].positions for n in at[position]} & left
            left -= near
            network |= near
            waiting += near
        found.append(network)
    return found


def test_all_streets_are_one_network(town: Town) -> None:
    assert len(networks(streets_of(town))) == 1


def test_it_is_a_town_of_some_thirty_thousand(town: Town) -> None:
    assert 7_000 <= len(buildings_of(town)) <= 10_000
    assert next(spot for spot in town.spots if spot.tags.get("place") == "town").tags["name"] == TOWN_NAME
    assert sum(spot.tags.get("place") == "suburb" for spot in town.spots) == 7


def test_hardly_any_street_is_without_a_name(town: Town) -> None:
    residential = [way for way in streets_of(town) if way.tags["highway"] == "residential"]
    assert sum("name" not in way.tags for way in residential) < len(residential) * 0.02


def test_no_two_houses_overlap(town: Town) -> None:
    shapes = buildings_of(town)
    firsts, seconds = STRtree(shapes).query(shapes, predicate="overlaps")
    overlaps = [shapes[a].intersection(shapes[b]).area for a, b in zip(firsts, seconds, strict=True) if a < b]
    assert (
        sum(area > 1 for area in overlaps) <= 40
    )  # a church and its tower, a hall and its neighbour: a few on purpose


def test_no_house_stands_in_the_water_or_on_a_road(town: Town) -> None:
    houses = outlines(
        way for way in town.ways if way.tags.get("building") in {"terrace", "house", "detached"}
    )
    tree = STRtree(houses)
    water = outlines(way for way in town.ways if way.tags.get("natural") == "water")
    roads = [
        LineString([to_metres(position) for position in way.positions]).buffer(2.5)
        for way in streets_of(town)
        if way.tags["highway"] in {"primary", "secondary", "tertiary", "residential"}
    ]
    assert len(tree.query(unary_union(water), predicate="intersects")) == 0
    assert len(tree.query(unary_union(roads), predicate="intersects")) == 0


def test_roads_cross_river_and_railway_on_bridges(town: Town) -> None:
    river = unary_union(
        [
            Polygon([to_metres(p) for p in ring])
            for shape in town.shapes
            if shape.tags.get("water") == "river"
            for ring in shape.outers
        ]
        + outlines(way for way in town.ways if way.tags.get("water") == "river")
    )
    island_and_banks = river.buffer(-2)
    for way in streets_of(town):
        line = LineString([to_metres(position) for position in way.positions])
        if line.intersection(island_and_banks).length > 1 and not on_island(way):
            assert way.tags.get("bridge") == "yes", way.tags


def on_island(way: Way) -> bool:
    """The Holme lies inside the river's outer ring, and the river walk crosses it."""
    return way.tags.get("name") == "River Walk"


def test_everything_lies_in_or_near_the_bounds(town: Town) -> None:
    west, south, east, north = make_bounds()
    lons, lats = zip(*(position for way in town.ways for position in way.positions), strict=True)
    assert west - 0.02 < min(lons) < max(lons) < east + 0.02
    assert south - 0.02 < min(lats) < max(lats) < north + 0.02


def test_the_tags_are_of_the_kinds_an_english_town_has(town: Town) -> None:
    found: Counter[tuple[str, str]] = Counter()
    for elements in (town.ways, town.spots, town.shapes):
        found.update(tag for element in elements for tag in element.tags.items())
    wanted = {
        ("railway", "rail"), ("railway", "station"), ("waterway", "river"), ("waterway", "canal"), ("landuse", "allotments"),
        ("landuse", "industrial"), ("landuse", "retail"), ("natural", "wood"), ("leisure", "park"), ("amenity", "school"),
        ("amenity", "hospital"), ("amenity", "library"), ("amenity", "pub"), ("amenity", "community_centre"),
        ("amenity", "bus_station"), ("religion", "muslim"), ("religion", "sikh"), ("religion", "christian"),
        ("highway", "cycleway"), ("highway", "footway"), ("bridge", "yes"), ("shop", "supermarket"),
    }  # fmt: skip
    assert wanted <= set(found)


def test_positions_have_seven_decimals_at_most(town: Town) -> None:
    assert all(round(c, 7) == c for way in town.ways for position in way.positions for c in position)


def test_closed_outlines_are_valid(town: Town) -> None:
    closed = [way for way in town.ways if way.positions[0] == way.positions[-1]]
    assert all(shape.is_valid for shape in outlines(closed))
