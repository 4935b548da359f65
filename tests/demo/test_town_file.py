from collections.abc import Iterator
from pathlib import Path

import osmium
import pytest
from shapely import Point, Polygon, STRtree
from shapely.geometry import shape

from kithmap.demo.story import FINISHED_WORKSHOP, OPEN_WORKSHOP
from kithmap.demo.town import elements
from kithmap.demo.town.elements import Spot, Town, Way
from kithmap.demo.town.quarters import QUARTERS
from kithmap.demo.town_file import ATTRIBUTION, write_elements, write_town

HOMES = frozenset(
    {"terrace", "semidetached_house", "house", "detached", "bungalow", "apartments", "residential", "farm"}
)
SMALL = Town(
    (-0.6, 52.8, -0.5, 52.9),
    (Spot((-0.55, 52.85), {"place": "town", "name": "Tarrowby & <Son>"}),),
    (Way(((-0.56, 52.84), (-0.55, 52.85)), {"highway": "residential", "name": "Fuller Street"}),),
    (
        elements.HoledShape(
            (((-0.58, 52.82), (-0.57, 52.82), (-0.57, 52.83), (-0.58, 52.82)),),
            (((-0.576, 52.822), (-0.574, 52.822), (-0.574, 52.824), (-0.576, 52.822)),),
            {"natural": "water"},
        ),
    ),
)


def ways_of(path: Path) -> Iterator[tuple[tuple[tuple[float, float], ...], dict[str, str]]]:
    for found in osmium.FileProcessor(str(path)).with_locations():
        if isinstance(found, osmium.osm.Way):
            yield tuple((ref.lon, ref.lat) for ref in found.nodes), dict(found.tags)


def names_of(path: Path) -> set[str]:
    return {found.tags["name"] for found in osmium.FileProcessor(str(path)) if "name" in found.tags}


def test_the_file_holds_the_town_that_is_made_a_second_time(town: Town, town_path: Path) -> None:
    written = {(positions, frozenset(tags.items())) for positions, tags in ways_of(town_path) if tags}
    assert written == {(way.positions, frozenset(way.tags.items())) for way in town.ways}


def test_no_way_in_the_file_misses_a_position(town_path: Path) -> None:
    found = osmium.FileProcessor(str(town_path)).with_locations()
    valid = [ref.location.valid() for way in found if isinstance(way, osmium.osm.Way) for ref in way.nodes]
    assert len(valid) > 50_000
    assert all(valid)


def test_every_shape_with_holes_is_read_as_an_area(town: Town, town_path: Path) -> None:
    found = osmium.FileProcessor(str(town_path)).with_areas()
    areas = (area for area in found if isinstance(area, osmium.osm.Area))
    holes = [area.num_rings()[1] for area in areas if not area.from_way()]
    assert len(holes) == len(town.shapes)
    assert min(holes) >= 1


def test_every_hall_of_the_plan_has_its_name_in_the_file(town_path: Path) -> None:
    wanted = {hall.tags["name"] for quarter in QUARTERS for hall in quarter.halls if "name" in hall.tags}
    assert wanted <= names_of(town_path)


def test_the_halls_where_the_workshops_sit_are_in_the_file(town_path: Path) -> None:
    assert {FINISHED_WORKSHOP.venue, OPEN_WORKSHOP.venue} <= names_of(town_path)


def test_no_place_of_the_story_stands_on_a_home(town_path: Path) -> None:
    homes = [Polygon(positions) for positions, tags in ways_of(town_path) if tags.get("building") in HOMES]
    tree = STRtree(homes)
    for place in (*FINISHED_WORKSHOP.places, *OPEN_WORKSHOP.places):
        spot = shape(place.geometry)
        if isinstance(spot, Point):
            assert len(tree.query(spot, predicate="within")) == 0, place.title


@pytest.mark.parametrize("name", ["t.osm", "t.osm.pbf", "t.osm.gz", "t.osm.bz2"])
def test_each_format_holds_the_same(tmp_path: Path, name: str) -> None:
    write_elements(SMALL, tmp_path / name)
    assert names_of(tmp_path / name) == {"Tarrowby & <Son>", "Fuller Street"}
    assert len(list(ways_of(tmp_path / name))) == 3


def test_the_same_elements_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.osm.pbf", "b.osm.pbf"):
        write_elements(SMALL, tmp_path / name)
    assert (tmp_path / "a.osm.pbf").read_bytes() == (tmp_path / "b.osm.pbf").read_bytes()


def test_a_file_that_is_there_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    (tmp_path / "t.osm").write_text("old", encoding="utf-8")
    write_elements(SMALL, tmp_path / "t.osm")
    assert [path.name for path in tmp_path.iterdir()] == ["t.osm"]
    assert "Fuller Street" in (tmp_path / "t.osm").read_text(encoding="utf-8")


def test_an_unknown_ending_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"\.osm\.pbf"):
        write_town(tmp_path / "town.geojson")
    assert list(tmp_path.iterdir()) == []


def test_the_attribution_says_that_the_town_is_invented() -> None:
    assert "invented" in ATTRIBUTION
