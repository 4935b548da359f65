from datetime import date

import pytest

from kithmap.layers.schema import BNG, CRS84
from kithmap.ogc_features.matching import degrees_asked, fits
from kithmap.ogc_features.model import Bounds, ItemsQuery, Rectangle
from tests.support.layers import BAND, CUTTS, HALL, RELEASE

TABLE = RELEASE.layers[3].features[0]


def within(bounds: Bounds, crs: str = CRS84) -> ItemsQuery:
    return ItemsQuery(rectangle=Rectangle(bounds, crs))


def test_a_point_lies_in_a_rectangle_or_on_its_edge() -> None:
    assert fits(within((-0.73, 52.67, -0.72, 52.68)))(HALL)
    assert fits(within((-0.7291, 52.6708, -0.72, 52.68)))(HALL)
    assert not fits(within((-0.729, 52.67, -0.72, 52.68)))(HALL)


def test_a_shape_touches_a_rectangle_and_not_only_its_bounds_do() -> None:
    assert fits(within((-0.7306, 52.6689, -0.73, 52.6695)))(BAND)
    # The upper left corner of the triangle's bounds is empty.
    assert not fits(within((-0.7325, 52.6701, -0.7318, 52.6705)))(BAND)
    assert fits(within((-0.7295, 52.67, -0.729, 52.68)))(CUTTS)


def test_a_rectangle_over_the_180th_meridian_is_two() -> None:
    assert fits(within((170.0, 50.0, -0.5, 53.0)))(HALL)
    assert fits(within((170.0, 50.0, -0.5, 53.0)))(BAND)
    assert not fits(within((170.0, 50.0, -0.8, 53.0)))(HALL)
    assert degrees_asked(within((170.0, 50.0, -0.5, 53.0))) is None


def test_a_rectangle_on_the_grid_is_exact() -> None:
    assert fits(within((486034.9, 308876.7, 486035.0, 308876.8), BNG))(HALL)
    assert not fits(within((486035.1, 308876.0, 486036.0, 308877.0), BNG))(HALL)
    asked = degrees_asked(within((486034.9, 308876.7, 486035.0, 308876.8), BNG))
    assert asked is not None
    assert fits(within(asked))(HALL)


def test_what_lies_nowhere_lies_in_no_rectangle() -> None:
    assert not fits(within((-180.0, -90.0, 180.0, 90.0)))(TABLE)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [(4, 4, True), (None, 4, True), (4, None, True), (None, None, True), (5, None, False), (None, 3, False)],
)
def test_days_count_with_the_first_and_the_last(first: int | None, last: int | None, expected: bool) -> None:
    days = tuple(None if day is None else date(2026, 5, day) for day in (first, last))
    assert fits(ItemsQuery(days=(days[0], days[1])))(HALL) is expected


def test_what_was_mapped_on_no_day_is_in_no_time() -> None:
    assert not fits(ItemsQuery(days=(None, None)))(RELEASE.layers[4].features[0])


def test_all_values_have_to_be_equal() -> None:
    assert fits(ItemsQuery(equal={"kind": "physical_place", "me_too": 12}))(HALL)
    assert not fits(ItemsQuery(equal={"kind": "physical_place", "me_too": 13}))(HALL)
    assert fits(ItemsQuery(equal={"outside_area": False, "lon": -0.7291}))(HALL)
