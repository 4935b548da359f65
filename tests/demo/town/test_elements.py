from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, MultiPolygon, Polygon, box

from kithmap.demo.town.elements import HoledShape, Way, areas, spot, way
from kithmap.demo.town.ground import to_lonlat

SQUARE = box(0, 0, 10, 10)


def test_a_plain_area_is_a_closed_way() -> None:
    (only,) = areas(SQUARE, {"leisure": "park"})
    assert isinstance(only, Way)
    assert only.positions[0] == only.positions[-1]
    assert len(only.positions) == 5


def test_an_area_with_a_hole_is_a_shape() -> None:
    (only,) = areas(SQUARE.difference(box(4, 4, 6, 6)), {"natural": "water"})
    assert isinstance(only, HoledShape)
    assert len(only.outers) == len(only.inners) == 1


def test_parts_become_ways_of_their_own_and_crumbs_are_dropped() -> None:
    parts = MultiPolygon([SQUARE, box(20, 0, 30, 10), box(40, 0, 40.1, 0.1)])
    assert len(list(areas(parts, {}))) == 2
    assert not list(areas(LineString([(0, 0), (5, 5)]), {}))
    assert not list(areas(Polygon(), {}))


def test_lines_that_meet_on_the_plan_meet_in_the_file() -> None:
    first, second = way(LineString([(0, 0), (7.3, 9.1)]), {}), way(LineString([(7.3, 9.1), (20, 0)]), {})
    assert first.positions[-1] == second.positions[0]


@given(st.lists(st.tuples(st.floats(-3000, 3000), st.floats(-3000, 3000)), min_size=2, max_size=6))
def test_no_way_stands_still(points: list[tuple[float, float]]) -> None:
    positions = way(LineString(points), {}).positions
    assert all(first != second for first, second in pairwise(positions))


def test_a_spot_keeps_its_tags_apart_from_the_plan() -> None:
    tags = {"name": "Beck Bridge"}
    made = spot((1, 2), tags)
    tags["name"] = "Other"
    assert made.tags == {"name": "Beck Bridge"}
    assert made.position == to_lonlat((1, 2))
