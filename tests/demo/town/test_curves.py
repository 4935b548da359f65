import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.demo.town.curves import (
    LEAVING,
    ONWARD,
    arc,
    box,
    curve,
    onward,
    outline,
    soft,
    straight,
    thinned,
)

POINTS = st.lists(
    st.tuples(st.integers(-2000, 2000), st.integers(-2000, 2000)), min_size=2, max_size=8, unique=True
)


@given(POINTS)
def test_a_curve_begins_and_ends_where_it_was_told(points: list[tuple[float, float]]) -> None:
    drawn = curve(*points)
    assert drawn.coords[0] == points[0]
    assert drawn.coords[-1] == points[-1]


def test_a_curve_passes_close_by_its_points_without_corners() -> None:
    drawn = curve((0, 0), (100, 60), (200, 0))
    assert len(drawn.coords) > 8
    assert 200 < drawn.length < 260


def test_a_line_that_leaves_the_plan_goes_on_straight() -> None:
    drawn = onward(straight((0, 0), (LEAVING[0] + 10, 0)))
    assert next(iter(drawn.coords)) == pytest.approx((0, 0))
    assert list(drawn.coords)[-1] == pytest.approx((LEAVING[0] + 10 + ONWARD, 0))


def test_a_line_that_ends_in_town_stays_as_it_is() -> None:
    line = straight((0, 0), (50, 60))
    assert onward(line) == line


def test_a_straight_line_keeps_its_corners() -> None:
    assert list(straight((0, 0), (5, 5), (9, 0)).coords) == [(0, 0), (5, 5), (9, 0)]


def test_points_that_hardly_bend_a_line_are_left_out() -> None:
    assert len(thinned([(0, 0), (50, 0.1), (100, 0)]).coords) == 2


def test_an_arc_keeps_its_distance() -> None:
    drawn = arc((10, 20), 100, 0, 90)
    assert drawn.coords[0] == pytest.approx((110, 20))
    assert drawn.coords[-1] == pytest.approx((10, 120))


def test_a_soft_shape_is_valid_and_about_as_large_as_its_corners() -> None:
    corners = ((0, 0), (100, 0), (100, 80), (0, 80))
    assert soft(*corners).is_valid
    assert soft(*corners).area == pytest.approx(outline(*corners).area, rel=0.4)


@given(st.floats(0, 360))
def test_a_box_keeps_its_size_however_it_is_turned(turn: float) -> None:
    drawn = box((3, 4), (20, 10), turn)
    assert drawn.area == pytest.approx(200)
    assert drawn.centroid.coords[0] == pytest.approx((3, 4))
