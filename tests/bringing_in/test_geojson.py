import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.bringing_in.geojson import from_geojson
from kithmap.bringing_in.model import MOST_ROWS, Coordinates

POINT = {"type": "Point", "coordinates": [-0.73, 52.67, 120]}


def feature(geometry: Any = POINT, **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def collection(*features: Any, **more: Any) -> str:
    return json.dumps({"type": "FeatureCollection", "features": list(features), **more})


def test_features_become_rows_with_all_columns_that_any_of_them_has() -> None:
    table = from_geojson(collection(feature(name="Hall", stars=4), feature(open=True, name=None, tags=["a"])))
    assert table.columns == ("name", "stars", "open", "tags")
    assert [row.cells for row in table.rows] == [("Hall", "4", "", ""), ("", "", "true", '["a"]')]
    assert table.rows[0].shape == {"type": "Point", "coordinates": (-0.73, 52.67)}
    assert table.coordinates is None


def test_a_single_feature_and_a_bare_shape_are_files_too() -> None:
    assert len(from_geojson(json.dumps(feature(name="Hall"))).rows) == 1
    assert len(from_geojson(json.dumps(POINT)).rows) == 1


@pytest.mark.parametrize(
    ("name", "system"),
    [
        ("urn:ogc:def:crs:OGC:1.3:CRS84", Coordinates.DEGREES),
        ("EPSG:4326", Coordinates.DEGREES),
        ("urn:ogc:def:crs:EPSG::27700", Coordinates.BRITISH_GRID),
        ("urn:ogc:def:crs:EPSG:6.9:3857", Coordinates.WEB_MERCATOR),
    ],
)
def test_what_a_file_says_of_its_coordinates_is_followed(name: str, system: Coordinates) -> None:
    crs = {"type": "name", "properties": {"name": name}}
    assert from_geojson(collection(feature(), crs=crs)).coordinates is system


@pytest.mark.parametrize(
    "crs",
    [
        {"type": "name", "properties": {"name": "EPSG:2154"}},
        {"type": "link"},
        "wgs84",
        {"properties": {"name": 7}},
    ],
)
def test_coordinates_that_are_not_known_are_refused(crs: Any) -> None:
    with pytest.raises(BadInputError, match="WGS 84"):
        from_geojson(collection(feature(), crs=crs))


def test_a_feature_that_cannot_be_a_place_is_left_out_with_its_number_and_the_rest_stay() -> None:
    table = from_geojson(
        collection(
            feature(name="one"),
            feature(None),
            7,
            feature({"type": "Point", "coordinates": [1]}),
            feature(name="five"),
        )
    )
    assert [row.number for row in table.rows] == [1, 5]
    assert [each.row for each in table.left] == [2, 3, 4]


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "7",
        "{}",
        '{"type": "FeatureCollection"}',
        '{"type": "FeatureCollection", "features": 7}',
        '{"type": "Topology"}',
    ],
)
def test_other_json_is_refused(text: str) -> None:
    with pytest.raises(BadInputError, match="no GeoJSON"):
        from_geojson(text)


def test_more_than_can_be_looked_at_is_refused_with_the_limit() -> None:
    with pytest.raises(TooLargeError, match=f"more than {MOST_ROWS} places"):
        from_geojson(collection(*[feature()] * (MOST_ROWS + 1)))


@given(
    st.recursive(
        st.none()
        | st.integers()
        | st.text(max_size=8)
        | st.sampled_from(["Feature", "FeatureCollection", "Point", "Polygon"]),
        lambda each: (
            st.lists(each, max_size=4)
            | st.dictionaries(
                st.sampled_from(["type", "features", "geometry", "coordinates", "properties", "crs"]), each
            )
        ),
        max_leaves=30,
    )
)
def test_any_json_is_a_table_or_refused(value: Any) -> None:
    try:
        table = from_geojson(json.dumps(value))
    except BadInputError:
        return
    assert all(len(row.cells) == len(table.columns) for row in table.rows)
