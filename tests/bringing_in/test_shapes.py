from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError
from kithmap.bringing_in.model import MOST_CORNERS
from kithmap.bringing_in.shapes import DEPTH, corners, count, position_of, shape_of

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=20,
)


def test_heights_and_measures_are_dropped() -> None:
    shape = shape_of("LineString", [[1, 2, 30], [3, 4, 30, 99]])
    assert shape == {"type": "LineString", "coordinates": [(1.0, 2.0), (3.0, 4.0)]}
    assert (count(shape), list(corners(shape))) == (2, [(1.0, 2.0), (3.0, 4.0)])


@pytest.mark.parametrize("kind", ["GeometryCollection", "Circle", None, 7, "x" * 1000])
def test_other_kinds_are_refused(kind: Any) -> None:
    with pytest.raises(BadInputError, match="neither a point nor a line"):
        shape_of(kind, [])


@pytest.mark.parametrize(
    ("kind", "coordinates"),
    [
        ("Point", [float("nan"), 1]),
        ("Point", [1, float("inf")]),
        ("Point", [1e300, 1]),
        ("Point", [True, 1]),
        ("Point", ["1", "2"]),
        ("Point", [1]),
        ("Point", None),
        ("LineString", []),
        ("Polygon", [[]]),
        ("Polygon", [[1, 2], [3, 4]]),
        ("Point", [10**400, 1]),
    ],
)
def test_what_is_no_shape_is_refused(kind: str, coordinates: Any) -> None:
    with pytest.raises(BadInputError):
        shape_of(kind, coordinates)


def test_a_ring_of_ten_million_corners_is_refused_before_it_is_gone_through() -> None:
    ring = [(0.0, 0.0)] * 10_000_000
    with pytest.raises(BadInputError, match=f"more than {MOST_CORNERS} corners"):
        shape_of("Polygon", [ring])


def test_many_small_parts_are_counted_together() -> None:
    with pytest.raises(BadInputError, match="corners"):
        shape_of("MultiLineString", [[[0, 0], [1, 1]]] * (MOST_CORNERS // 2 + 1))


@given(st.sampled_from(sorted(DEPTH)), JSON)
def test_any_json_is_a_shape_or_refused(kind: str, coordinates: Any) -> None:
    try:
        shape = shape_of(kind, coordinates)
    except BadInputError:
        return
    assert count(shape) > 0


@given(JSON)
def test_any_json_is_a_position_or_refused(value: Any) -> None:
    try:
        found = position_of(value)
    except BadInputError:
        return
    assert all(abs(number) <= 1e8 for number in found)
