from random import Random

from shapely import LineString, box

from kithmap.demo.town.houses import House, Plot, corridors, line_streets, with_room
from kithmap.demo.town.plan import District, Street

STREET = Street(LineString([(0, 0), (300, 0)]), "residential", "Fuller Street")
SUBURB = District(box(-50, -50, 350, 50), "semi")


def houses_on(street: Street, districts: list[District]) -> list[House]:
    plots = line_streets([street], districts, Random(5))
    return with_room(plots, corridors([street]))


def test_houses_stand_on_both_sides_and_off_the_road() -> None:
    houses = houses_on(STREET, [SUBURB])
    sides = {house.shape.centroid.y > 0 for house in houses}
    assert sides == {True, False}
    road = STREET.line.buffer(3.6)
    assert not any(house.shape.intersects(road) for house in houses)
    assert len(houses) > 20


def test_the_district_decides_and_outside_all_nothing_is_built() -> None:
    assert {house.style for house in houses_on(STREET, [SUBURB])} == {"semi"}
    assert houses_on(STREET, []) == []


def test_a_street_may_insist_on_its_own_style_or_on_none() -> None:
    shops = Street(STREET.line, "residential", "High Street", "shops")
    assert {house.building for house in houses_on(shops, [SUBURB])} == {"retail"}
    assert houses_on(Street(STREET.line, "residential", "Bypass", "none"), [SUBURB]) == []


def test_nothing_lines_a_path() -> None:
    assert houses_on(Street(STREET.line, "footway"), [SUBURB]) == []


def test_no_house_is_kept_on_what_may_not_be_built_on() -> None:
    pond = box(100, 5, 160, 40)
    plots = line_streets([STREET], [SUBURB], Random(5))
    assert not any(house.shape.intersects(pond) for house in with_room(plots, [pond]))


def test_of_two_that_overlap_the_first_stays() -> None:
    first, second = (House(box(x, 0, x + 10, 10), "house", "", "semi") for x in (0, 5))
    kept = with_room([Plot(first, first.shape), Plot(second, second.shape)], [box(500, 500, 501, 501)])
    assert kept == [first]


def test_gaps_in_a_row_are_filled() -> None:
    district = District(box(-50, -50, 350, 50), "terrace")
    lane = box(100, 0, 106, 40)
    plots = line_streets([STREET], [district], Random(2))
    rows = with_room(plots, [*corridors([STREET]), lane])
    assert any(house.shape.bounds[2] - house.shape.bounds[0] == 10 for house in rows)
