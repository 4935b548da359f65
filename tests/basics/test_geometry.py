from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from shapely import is_ccw
from shapely.geometry import LinearRing, shape
from shapely.geometry import Point as ShapelyPoint

from kithmap.basics.geometry import (
    Geometry,
    contains,
    crossing_of,
    on_one_line,
    positions,
    ring_area,
    to_json,
)

READ: TypeAdapter[Any] = TypeAdapter(Geometry)
SQUARE = [(0.0, 50.0), (1.0, 50.0), (1.0, 51.0), (0.0, 51.0), (0.0, 50.0)]
WITH_HOLE = {
    "type": "MultiPolygon",
    "coordinates": [
        [
            [[0, 50], [4, 50], [4, 54], [0, 54], [0, 50]],
            [[1, 51], [1, 53], [3, 53], [3, 51], [1, 51]],
        ],
        [[[10, 50], [11, 50], [11, 51], [10, 50]]],
    ],
}


def test_an_outline_is_kept_closed_and_anticlockwise() -> None:
    clockwise = {"type": "Polygon", "coordinates": [[list(corner) for corner in reversed(SQUARE)]]}
    kept = to_json(READ.validate_python(clockwise, strict=False))
    assert is_ccw(LinearRing(kept["coordinates"][0]))


def test_positions_are_kept_to_seven_decimals() -> None:
    point = READ.validate_python({"type": "Point", "coordinates": (0.123456789, 50.987654321)})
    assert to_json(point)["coordinates"] == [0.1234568, 50.9876543]


numbers = st.floats(allow_nan=True, allow_infinity=True) | st.integers() | st.none() | st.text(max_size=3)
coordinates = st.recursive(numbers, lambda inner: st.lists(inner, max_size=5), max_leaves=20)


@given(
    kind=st.sampled_from(["Point", "LineString", "Polygon", "MultiPoint", "GeometryCollection"]),
    made=coordinates,
)
def test_any_coordinates_are_refused_or_become_a_valid_shape(kind: str, made: Any) -> None:
    try:
        geometry = READ.validate_python({"type": kind, "coordinates": made}, strict=False)
    except ValidationError:
        return
    kept = shape(to_json(geometry))
    assert kept.is_valid
    assert not kept.is_empty


@given(lon=st.floats(-1, 12), lat=st.floats(49, 55))
def test_inside_is_what_shapely_calls_inside(lon: float, lat: float) -> None:
    area = shape(WITH_HOLE)
    point = ShapelyPoint(lon, lat)
    if area.boundary.distance(point) > 1e-9:
        assert contains(WITH_HOLE, (lon, lat)) == area.contains(point)


def test_all_positions_of_any_geometry_are_found() -> None:
    assert len(list(positions(WITH_HOLE))) == 14
    assert list(positions({"type": "Point", "coordinates": [1, 2]})) == [(1, 2)]


def test_a_crossing_is_found_and_a_line_is_no_outline() -> None:
    assert crossing_of(SQUARE) is None
    assert crossing_of([(0, 0), (1, 1), (1, 0), (0, 1), (0, 0)]) is not None
    assert on_one_line([(0, 0), (1, 1), (2, 2), (0, 0)])
    assert not on_one_line(SQUARE)
    assert ring_area(SQUARE) == 2.0


@pytest.mark.parametrize("longitude", [-180.1, 180.1])
def test_positions_off_the_globe_are_refused(longitude: float) -> None:
    with pytest.raises(ValidationError):
        READ.validate_python({"type": "Point", "coordinates": (longitude, 50)})
