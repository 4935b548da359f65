import pytest
from shapely import LineString

from kithmap.demo.town.quarters import QUARTERS
from kithmap.demo.town.quarters.pens import bend, district, hall, lane, park, path, pitch, site, street


def test_a_double_underscore_in_a_tag_stands_for_a_colon() -> None:
    assert hall("Woad House", (0, 0), (5, 5), building__levels="13").tags["building:levels"] == "13"


def test_a_hall_is_a_building_unless_it_says_which() -> None:
    assert hall("Corn Exchange", (0, 0), (5, 5)).tags == {"building": "yes", "name": "Corn Exchange"}
    assert hall("", (0, 0), (5, 5), building="barn").tags == {"building": "barn"}


def test_streets_paths_and_lanes_are_told_apart() -> None:
    ends = ((0.0, 0.0), (50.0, 0.0))
    assert street("Vine Street", *ends).highway == "residential"
    assert bend("Garden Circle", LineString(ends)).name == "Garden Circle"
    assert path(*ends).fronts == lane(*ends).fronts == "none"
    assert lane(*ends).highway == "service"


def test_a_park_has_paths_and_a_pitch_a_sport() -> None:
    corners = ((0.0, 0.0), (50.0, 0.0), (50.0, 50.0))
    assert park("Wharf Gardens", *corners).paths
    assert not site("", pitch((0, 0), (5, 5), 0, "bowls").outline).paths
    assert pitch((0, 0), (5, 5), 0, "bowls").tags["sport"] == "bowls"
    assert district("semi", *corners).growth == ""


@pytest.mark.parametrize("quarter", QUARTERS, ids=lambda quarter: quarter.name)
def test_what_is_drawn_by_hand_is_valid(quarter: object) -> None:
    drawn = next(q for q in QUARTERS if q is quarter)
    assert all(site.outline.is_valid for site in drawn.sites)
    assert all(ground.outline.is_valid for ground in drawn.districts)
    assert all(street.line.is_simple for street in drawn.streets if street.highway != "footway")


def test_no_two_halls_share_a_name() -> None:
    names = [h.tags["name"] for quarter in QUARTERS for h in quarter.halls if "name" in h.tags]
    assert len(set(names)) == len(names)
