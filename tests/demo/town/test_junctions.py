from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString

from kithmap.demo.town.junctions import (
    END_REACH,
    SAME_JUNCTION,
    draw_up_ends,
    largest_network,
    share_crossings,
)
from kithmap.demo.town.plan import Street


def street(*points: tuple[float, float]) -> Street:
    return Street(LineString(points), "residential")


def points_of(made: Street) -> list[tuple[float, ...]]:
    return list(made.line.coords)


ROAD = street((0, 0), (200, 0))


def test_an_end_that_stops_just_short_is_drawn_up() -> None:
    _, drawn = draw_up_ends([ROAD, street((100, 90), (100, END_REACH - 1))])
    assert points_of(drawn)[-1] == (100, 0)


def test_an_end_that_stops_well_short_stays_a_close() -> None:
    _, drawn = draw_up_ends([ROAD, street((100, 90), (100, END_REACH + 1))])
    assert points_of(drawn)[-1] == (100, END_REACH + 1)


def test_streets_that_cross_share_a_point() -> None:
    first, second = share_crossings([ROAD, street((50, -60), (50, 60))])
    assert (50, 0) in points_of(first)
    assert (50, 0) in points_of(second)


def test_a_street_that_ends_on_another_shares_its_end() -> None:
    first, second = share_crossings([ROAD, street((70, 60), (70, 0))])
    assert (70, 0) in points_of(first)
    assert points_of(second)[-1] == (70, 0)


def test_crossings_side_by_side_become_one_junction() -> None:
    near = SAME_JUNCTION - 2
    made = share_crossings([ROAD, street((100, 60), (100, 0)), street((100 + near, -60), (100 + near, 0))])
    shared = set(points_of(made[0])) & set(points_of(made[1])) & set(points_of(made[2]))
    assert len(shared) == 1


@given(
    st.lists(
        st.tuples(st.integers(10, 190), st.integers(-80, -10), st.integers(10, 80)), min_size=1, max_size=6
    )
)
def test_whatever_crosses_a_road_is_joined_to_it(across: list[tuple[int, int, int]]) -> None:
    streets = [ROAD, *(street((x, low), (x, high)) for x, low, high in across)]
    made = share_crossings(streets)
    assert all(set(points_of(made[0])) & set(points_of(other)) for other in made[1:])
    assert len(largest_network(made)) == len(streets)


def test_what_cannot_be_reached_is_left_out() -> None:
    joined = street((70, 60), (70, 0))
    kept = largest_network(share_crossings([ROAD, joined, street((0, 500), (90, 500))]))
    assert len(kept) == 2


def test_a_street_that_meets_nothing_is_untouched() -> None:
    alone = street((0, 500), (45, 530), (90, 500))
    assert share_crossings([ROAD, alone])[1] == alone
