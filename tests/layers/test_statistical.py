import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError, KithmapError, TooLargeError
from kithmap.layers import statistical
from kithmap.layers.statistical import (
    Reading,
    StatisticalAreas,
    as_stored,
    from_stored,
    read_statistical_areas,
)
from tests.support.layers import BOUNDARY

ASKED = Reading("", "", "Source: Office for National Statistics", "lsoa.geojson")


def square(west: float, south: float, size: float = 0.01) -> dict[str, Any]:
    east, north = round(west + size, 7), round(south + size, 7)
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def file_of(*features: tuple[dict[str, Any], dict[str, Any] | None], **more: Any) -> bytes:
    listed = [
        {"type": "Feature", "properties": properties, "geometry": geometry}
        for properties, geometry in features
    ]
    return json.dumps({"type": "FeatureCollection", "features": listed, **more}).encode()


NORTH = ({"LSOA21CD": "E02", "LSOA21NM": "Oakham  North"}, square(-0.73, 52.67))
SOUTH = ({"LSOA21CD": "E01", "LSOA21NM": "Oakham South"}, square(-0.73, 52.66))
AWAY = ({"LSOA21CD": "W01", "LSOA21NM": "Aberystwyth"}, square(-4.08, 52.41))


def test_areas_that_touch_the_boundary_are_kept_by_their_codes() -> None:
    found = read_statistical_areas(file_of(NORTH, SOUTH, AWAY), ASKED, BOUNDARY)
    assert [(each.code, each.name) for each in found.areas] == [
        ("E01", "Oakham South"),
        ("E02", "Oakham North"),
    ]
    assert found.areas[0].geometry == square(-0.73, 52.66)
    assert (found.attribution, found.file) == (ASKED.attribution, "lsoa.geojson")
    assert from_stored(json.loads(json.dumps(as_stored(found)))) == found


def test_columns_can_be_named_and_a_name_is_not_needed() -> None:
    areas = file_of(({"id": 7, "called": "One", "ward_code": "x"}, square(-0.73, 52.67)))
    found = read_statistical_areas(areas, Reading("ID", "called", "Ours", "f"), BOUNDARY)
    assert [(each.code, each.name) for each in found.areas] == [("7", "One")]
    (only,) = read_statistical_areas(areas, Reading("", "", "Ours", "f"), BOUNDARY).areas
    assert (only.code, only.name) == ("x", "")


@pytest.mark.parametrize(
    ("text", "asked", "says"),
    [
        (file_of(NORTH), Reading("", "", "  ", "f"), "line"),
        (b"{", ASKED, "not a GeoJSON file"),
        (b"[]", ASKED, "not a GeoJSON file"),
        (json.dumps(square(-0.73, 52.67)).encode(), ASKED, "no list of areas"),
        (b'{"type": "FeatureCollection", "features": [1]}', ASKED, "no list of areas"),
        (file_of(), ASKED, "holds no areas"),
        (file_of(AWAY), ASKED, "None of these areas lies here"),
        (file_of(NORTH, NORTH), ASKED, "E02 stands in this file twice"),
        (file_of(({"size": 1}, square(-0.73, 52.67))), ASKED, "which column.*size"),
        (file_of(NORTH), Reading("OA11CD", "", "x", "f"), "no column “OA11CD”.*LSOA21CD"),
        (file_of(({"code": None}, square(-0.73, 52.67))), ASKED, r"The 1\. area of this file has no code"),
        (file_of(({"code": True}, square(-0.73, 52.67))), ASKED, "has no code"),
        (file_of(({"code": "x"}, None)), ASKED, "The area x has no shape"),
        (file_of(({"code": "x"}, {"type": "Point", "coordinates": [0, 0]})), ASKED, "The area x: A boundary is"),
        (file_of(({"code": "x"}, square(486000.0, 308000.0, 500))), ASKED, "The area x: .*longitudes"),
        (
            file_of(({"code": "x"}, {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]})),
            ASKED,
            "The area x: .*crosses",
        ),
        (file_of(NORTH, crs={"type": "name", "properties": {"name": "EPSG:27700"}}), ASKED, "other coordinates"),
        (file_of(*[NORTH] * (statistical.MOST_AREAS + 1)), ASKED, "2,001 areas; 2,000 is the most"),
        (b'{"type": "FeatureCollection", "features": [{"properties": [1]}]}', ASKED, "not a GeoJSON"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_what_to_do(text: bytes, asked: Reading, says: str) -> None:
    with pytest.raises(BadInputError, match=says):
        read_statistical_areas(text, asked, BOUNDARY)


def test_too_much_is_refused_before_it_is_read() -> None:
    with pytest.raises(TooLargeError, match="10 MB at most"):
        read_statistical_areas(b" " * 10_000_001, ASKED, BOUNDARY)


def test_areas_may_have_so_many_corners_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statistical, "MOST_CORNERS", 9)
    assert read_statistical_areas(file_of(NORTH), ASKED, BOUNDARY).areas
    with pytest.raises(BadInputError, match="10 corners; 9 is the most"):
        read_statistical_areas(file_of(NORTH, SOUTH), ASKED, BOUNDARY)


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
shapes = st.fixed_dictionaries(
    {"type": st.sampled_from(["Polygon", "MultiPolygon", "x"]), "coordinates": json_values}
)
features = st.fixed_dictionaries(
    {
        "type": st.just("Feature"),
        "properties": st.none()
        | st.dictionaries(st.sampled_from(["code", "name"]), json_values)
        | json_values,
        "geometry": shapes | json_values,
    }
)
files = st.fixed_dictionaries(
    {"type": st.just("FeatureCollection"), "features": st.lists(features, max_size=3) | json_values}
)


@given(files | json_values)
def test_whatever_a_file_holds_is_read_or_refused_in_words(value: Any) -> None:
    with suppress(KithmapError):
        found = read_statistical_areas(json.dumps(value).encode(), ASKED, BOUNDARY)
        assert isinstance(found, StatisticalAreas)


def test_without_any_there_are_none() -> None:
    assert from_stored(None) is None
