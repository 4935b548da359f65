import json
import math
from contextlib import suppress
from itertools import pairwise
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError, KithmapError, TooLargeError
from kithmap.programme.boundary import (
    MOST_BYTES,
    MOST_CORNERS,
    NOT_DEGREES,
    NOT_GEOJSON,
    SWAPPED,
    Boundary,
    boundary_shape,
    bounds_of,
    read_boundary,
)

RING = [[-0.74, 52.66], [-0.71, 52.66], [-0.71, 52.68], [-0.74, 52.68], [-0.74, 52.66]]
HOLE = [[-0.73, 52.665], [-0.72, 52.665], [-0.72, 52.67], [-0.73, 52.67], [-0.73, 52.665]]
FAR = [[-0.60, 52.66], [-0.58, 52.66], [-0.58, 52.68], [-0.60, 52.68], [-0.60, 52.66]]


def polygon(*rings: Any) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": list(rings)}


def feature(geometry: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": {"name": "x"}, "geometry": geometry}


def collection(*features: Any, **more: Any) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features), **more}


def read(value: Any) -> Boundary:
    return read_boundary(json.dumps(value))


@pytest.mark.parametrize(
    "value",
    [
        polygon(RING),
        feature(polygon(RING)),
        collection(feature(polygon(RING))),
        polygon(RING[::-1]),
        polygon(RING[:-1]),
    ],
)
def test_every_way_of_writing_one_polygon_is_read_the_same(value: Any) -> None:
    found = read(value)
    assert found.geometry["type"] == "Polygon"
    assert found.bounds == (-0.74, 52.66, -0.71, 52.68)
    ring = found.geometry["coordinates"][0]
    assert ring[0] == ring[-1]
    twice_the_area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring))
    assert twice_the_area > 0


def test_holes_and_several_parts_are_kept() -> None:
    found = read({"type": "MultiPolygon", "coordinates": [[RING, HOLE], [FAR]]})
    assert [len(part) for part in found.geometry["coordinates"]] == [2, 1]
    assert boundary_shape(found.geometry).area == pytest.approx(0.03 * 0.02 - 0.01 * 0.005 + 0.02 * 0.02)


def test_heights_go_and_decimals_are_seven() -> None:
    found = read(polygon([[lon + 1e-9, lat, 88.5] for lon, lat in RING]))
    assert found.geometry["coordinates"][0][0] == pytest.approx([-0.74, 52.66], abs=1e-7)
    assert all(len(position) == 2 for position in found.geometry["coordinates"][0])


BOW_TIE = [[-0.74, 52.66], [-0.71, 52.68], [-0.71, 52.66], [-0.74, 52.68], [-0.74, 52.66]]


def test_where_a_boundary_crosses_itself_is_said() -> None:
    with pytest.raises(BadInputError, match=r"crosses or touches itself near 52\.67000° N, 0\.72500° W"):
        read(polygon(BOW_TIE))


def test_a_hole_outside_is_refused() -> None:
    with pytest.raises(BadInputError, match="not one clear shape"):
        read(polygon(RING, FAR))


def test_latitude_before_longitude_is_noticed() -> None:
    with pytest.raises(BadInputError, match="latitude comes before longitude"):
        read(polygon([[lat, lon] for lon, lat in RING]))


def test_latitude_before_longitude_is_noticed_where_only_that_fits() -> None:
    with pytest.raises(BadInputError) as refused:
        read(polygon([[10, 150], [10.1, 150], [10.1, 150.1], [10, 150]]))
    assert refused.value.message == SWAPPED


def test_metres_of_a_national_grid_are_noticed() -> None:
    with pytest.raises(BadInputError) as refused:
        read(polygon([[485_000, 308_000], [487_000, 308_000], [487_000, 310_000], [485_000, 308_000]]))
    assert refused.value.message == NOT_DEGREES


@pytest.mark.parametrize("name", ["urn:ogc:def:crs:EPSG::27700", "EPSG:3857", "<script>", None, 5])
def test_other_coordinate_systems_are_refused_with_words(name: object) -> None:
    with pytest.raises(BadInputError, match="Export it again as WGS84"):
        read(collection(feature(polygon(RING)), crs={"type": "name", "properties": {"name": name}}))


def test_the_old_way_of_saying_longitude_and_latitude_is_accepted() -> None:
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    assert read(collection(feature(polygon(RING)), crs=crs)).bounds[0] == -0.74


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (collection(), "holds no shape"),
        (collection(feature(polygon(RING)), feature(polygon(FAR))), "holds 2 shapes"),
        (feature(None), "is empty"),
        (polygon(), "is empty"),
        (polygon([]), "at least three corners"),
        (polygon([[0, 0], [0, 0], [0, 0], [0, 0]]), "at least three corners"),
        ({"type": "Point", "coordinates": [0, 0]}, "this file holds Point"),
        ({"type": "Topology"}, "this file holds Topology"),
        ({}, "nothing that GeoJSON knows"),
        (polygon([[-0.5, 52], [-0.49999, 52], [-0.49999, 52.00001], [-0.5, 52]]), "less than 100 m"),
        (polygon([[-5, 50], [1, 50], [1, 55], [-5, 50]]), "80 km is the most"),
    ],
)
def test_what_is_wrong_is_said(value: Any, words: str) -> None:
    with pytest.raises(BadInputError, match=words):
        read(value)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "1", '"x"', "\xff", "PK\x03\x04", "<kml/>", "[" * 5_000, "{}" * 3]
)
def test_what_is_no_geojson_is_said(text: str) -> None:
    with pytest.raises(BadInputError):
        read_boundary(text)


@pytest.mark.parametrize("bad", [None, "x", True, [], [1], ["1", "2"], [None, 1], {}])
def test_a_position_that_is_none_is_refused(bad: Any) -> None:
    with pytest.raises(BadInputError) as refused:
        read(polygon([bad, *RING]))
    assert refused.value.message == NOT_GEOJSON


def test_numbers_beyond_all_measure_are_refused() -> None:
    for huge in ("1e400", "1" + "0" * 400, "-1e308"):
        with pytest.raises(BadInputError):
            read_boundary(f'{{"type":"Polygon","coordinates":[[[{huge},52],[1,52],[1,53],[{huge},52]]]}}')


def test_too_many_corners_are_refused() -> None:
    count = MOST_CORNERS + 1
    angles = [2 * math.pi * step / count for step in range(count)]
    circle = [[-0.7 + 0.1 * math.cos(angle), 52.6 + 0.1 * math.sin(angle)] for angle in angles]
    with pytest.raises(BadInputError, match="corners"):
        read(polygon(circle))


def test_a_file_that_is_too_large_is_not_read() -> None:
    with pytest.raises(TooLargeError):
        read_boundary(b" " * (MOST_BYTES + 1))


numbers = st.one_of(st.integers(-200, 200), st.floats(-200, 200), st.floats(), st.none(), st.text(max_size=3))
positions = st.lists(numbers, max_size=3)
rings = st.lists(positions, max_size=6)
geometries = st.fixed_dictionaries(
    {
        "type": st.sampled_from(
            ["Polygon", "MultiPolygon", "Feature", "FeatureCollection", "Point", "x", None]
        ),
        "coordinates": st.one_of(
            st.lists(rings, max_size=3), st.lists(st.lists(rings, max_size=2), max_size=2), numbers
        ),
        "geometry": st.none() | st.just(polygon(RING)),
        "features": st.none() | st.just([feature(polygon(RING))]) | st.lists(numbers, max_size=2),
    }
)


@given(geometries)
def test_whatever_is_sent_is_sound_or_refused(value: Any) -> None:
    try:
        found = read(value)
    except KithmapError:
        return
    assert boundary_shape(found.geometry).is_valid
    assert read_boundary(orjson.dumps(found.geometry)) == found


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(text: bytes) -> None:
    with suppress(KithmapError):
        read_boundary(text)


sides = st.floats(0.01, 0.2)


@given(st.floats(-8, 1.5), st.floats(50, 58), sides, sides)
def test_a_boundary_that_was_read_is_read_again_the_same(
    west: float, south: float, width: float, height: float
) -> None:
    east, north = west + width, south + height
    found = read(polygon([[west, south], [east, south], [east, north], [west, north], [west, south]]))
    assert read(found.geometry) == found
    assert bounds_of([found.geometry]) == found.bounds


def test_nothing_covers_nothing() -> None:
    assert bounds_of([]) is None
