"""Where something is shown, and what follows from that."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LinearRing, Polygon, mapping, shape

from kithmap.layers.ground import StatisticalArea
from kithmap.layers.position import Within, in_one_form, shown_place
from kithmap.shared_map.masking import masked
from kithmap.shared_map.model import Precision
from tests.support.hall import BOUNDARY, MASK, point

LINE = {"type": "LineString", "coordinates": [[-0.73, 52.671], [-0.7285, 52.6716]]}


def test_an_exact_place_is_shown_as_it_was_drawn() -> None:
    shown = shown_place(MASK, "a", {"geometry": LINE, "precision": "exact"})
    assert shown.geometry == LINE
    assert (shown.lon, shown.lat) == (-0.72925, 52.6713)


@pytest.mark.parametrize(("precision", "metres"), [("100m", 100), ("street", 250), ("neighbourhood", 1000)])
def test_a_place_that_is_not_shown_exactly_is_one_point_where_its_mask_puts_it(
    precision: str, metres: int
) -> None:
    shown = shown_place(MASK, "a", {"geometry": LINE, "precision": precision})
    assert (shown.lon, shown.lat) == masked(MASK, "a", LINE, metres)
    assert shown.geometry == point(shown.lon, shown.lat)
    assert shown.precision is Precision(precision)


turns = st.lists(st.floats(0, math.tau), min_size=3, max_size=12, unique=True)


@given(turns, st.booleans(), st.booleans())
def test_shapes_come_in_one_form_however_they_were_drawn(
    angles: list[float], clockwise: bool, flat: bool
) -> None:
    ring = [(round(math.cos(each), 7), round(math.sin(each), 7)) for each in sorted(angles)]
    outline = Polygon(ring)
    if not outline.is_valid or outline.area < 1e-6:
        return
    rings: list[Any] = [[*ring, ring[0]]]
    if clockwise:
        rings[0].reverse()
    given_: dict[str, Any] = {"type": "Polygon", "coordinates": rings}
    if not flat:
        given_ = {"type": "MultiPolygon", "coordinates": [rings]}
    formed = in_one_form(given_)
    assert in_one_form(formed) == formed
    exterior = formed["coordinates"][0] if flat else formed["coordinates"][0][0]
    assert LinearRing(exterior).is_ccw
    assert shape(formed).equals(shape(given_))


def test_holes_go_the_other_way_and_heights_are_left_off() -> None:
    square = Polygon([(0, 0), (0, 4), (4, 4), (4, 0)], [[(1, 1), (3, 1), (3, 3), (1, 3)]])
    formed = in_one_form(mapping(square))
    assert [LinearRing(ring).is_ccw for ring in formed["coordinates"]] == [True, False]
    assert in_one_form({"type": "Point", "coordinates": [1, 2, 30]}) == point(1.0, 2.0)


def test_nothing_is_written_as_minus_nothing() -> None:
    assert str(in_one_form(point(-0.00000001, -0.0))["coordinates"]) == "[0.0, 0.0]"


def box(west: float, east: float) -> dict[str, Any]:
    return dict(mapping(Polygon([(west, 52), (east, 52), (east, 53), (west, 53)])))


WEST = StatisticalArea("E01000002", "West", box(-1, -0.5))
EAST = StatisticalArea("E01000001", "East", box(-0.5, 0))


def test_positions_are_told_their_statistical_area_and_whether_they_are_inside() -> None:
    within = Within(BOUNDARY, [WEST, EAST])
    positions = [(-0.7, 52.5), (-0.2, 52.5), (0.2, 52.5), (0.0, 52.5)]
    assert within.codes(positions) == ["E01000002", "E01000001", None, "E01000001"]
    assert within.inside(positions) == [True, True, False, True]


def test_where_areas_meet_the_first_by_code_counts_in_whatever_order_they_came() -> None:
    for areas in ([WEST, EAST], [EAST, WEST]):
        assert Within(BOUNDARY, areas).codes([(-0.5, 52.5)]) == ["E01000001"]


def test_without_places_or_areas_nothing_is_asked() -> None:
    assert Within(BOUNDARY, []).codes([(-0.5, 52.5)]) == [None]
    assert Within(BOUNDARY, [WEST]).codes([]) == []
    assert Within(BOUNDARY, [WEST]).inside([]) == []
