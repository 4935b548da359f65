from kithmap.demo.town.mains import MAIN_ROADS
from kithmap.demo.town.railway import MAIN_LINE
from kithmap.demo.town.water import RIVER


def test_each_main_road_has_one_name_and_is_drawn_once() -> None:
    names = [road.name for road in MAIN_ROADS]
    assert len(set(names)) == len(names)
    assert all(names)


def test_the_river_has_five_road_bridges_or_more() -> None:
    assert sum(road.line.intersects(RIVER) for road in MAIN_ROADS) >= 5


def test_the_railway_is_crossed_in_few_places_as_people_say() -> None:
    crossing = {road.name for road in MAIN_ROADS if road.line.intersects(MAIN_LINE)}
    assert {"London Road", "Foundry Road"} <= crossing
    assert len(crossing) <= 5


def test_the_ways_out_of_town_have_a_number() -> None:
    assert {road.name for road in MAIN_ROADS if road.tags.get("ref") == "A6293"} == {
        "London Road",
        "Queensway",
        "Moor Road",
    }
