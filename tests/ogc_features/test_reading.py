from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.layers.model import LayerName
from kithmap.layers.schema import SCHEMAS
from kithmap.ogc_features.model import (
    DEFAULT_LIMIT,
    MOST_FEATURES,
    BadQueryError,
    ItemsQuery,
    Rectangle,
)
from kithmap.ogc_features.reading import OF_ITEMS, items_query, known
from tests.support.ogc import BNG, CRS84

ASSETS = SCHEMAS[LayerName.ASSETS]


def read(*parameters: tuple[str, str], crs: tuple[str, ...] = (CRS84, BNG)) -> ItemsQuery:
    return items_query(parameters, ASSETS, crs)[0]


def test_nothing_asked_is_the_first_page_of_all() -> None:
    assert read() == ItemsQuery()
    assert read().limit == DEFAULT_LIMIT
    assert not read().picks


def test_everything_can_be_asked_at_once() -> None:
    query = read(
        ("limit", "5"), ("after", "7"), ("offset", "2"), ("bbox", "-1,52,0,53"), ("datetime", "2026-05-04/.."),
        ("kind", "place"), ("me_too", "3"), ("lon", "-0.5"), ("outside_area", "false"), ("crs", BNG),
    )  # fmt: skip
    assert query == ItemsQuery(
        5, "7", 2, Rectangle((-1.0, 52.0, 0.0, 53.0), CRS84), (date(2026, 5, 4), None),
        {"kind": "place", "me_too": 3, "lon": -0.5, "outside_area": False}, BNG,
    )  # fmt: skip
    assert query.picks


def test_who_asks_for_too_many_is_given_the_most() -> None:
    assert read(("limit", "999999")).limit == MOST_FEATURES


def test_heights_of_a_bbox_tell_nothing() -> None:
    assert read(("bbox", "-1,52,0,0,53,100")) == read(("bbox", "-1,52,0,53"))


def test_a_bbox_may_go_over_the_180th_meridian_and_not_over_the_grid_s_edge() -> None:
    assert read(("bbox", "170,-10,-170,10")).rectangle == Rectangle((170.0, -10.0, -170.0, 10.0), CRS84)
    with pytest.raises(BadQueryError):
        read(("bbox", "700,0,100,10"), ("bbox-crs", BNG))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-05-04", 4, 4),
        ("2026-05-04T12:00:00Z", 4, 4),
        ("2026-05-04t23:30:00-02:00", 5, 5),
        ("2026-05-04/2026-05-06T00:00:00Z", 4, 6),
        ("../2026-05-06", None, 6),
        ("2026-05-04/", 4, None),
        ("../..", None, None),
    ],
)
def test_days_are_read(text: str, first: int | None, last: int | None) -> None:
    expected = tuple(None if day is None else date(2026, 5, day) for day in (first, last))
    assert read(("datetime", text)).days == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *[("limit", value) for value in ("0", "-1", "many", "", "1.5", "9" * 30, "١")],
        *[("offset", value) for value in ("-1", "x")],
        *[("after", value) for value in ("", "a b", "<b>", "x" * 201)],
        *[("bbox", value) for value in ("", "1,2,3", "1,2,3,4,5", "a,b,c,d", "0,10,1,5", "nan,0,1,1", "1_0,0,20,1", "0,0,inf,1")],
        *[("datetime", value) for value in ("", "yesterday", "2026-13-01", "2026-05-04/2026-05-01", "a/b/c", "2026-05-04T12:00", "0001-01-01T00:00:00+14:00", "0000-01-01")],
        *[("crs", value) for value in ("", "EPSG:4326", "http://www.opengis.net/def/crs/EPSG/0/3857")],
        *[("bbox-crs", value) for value in ("", "EPSG:27700")],
        *[("f", value) for value in ("", "xml")],
        ("me_too", "three"), ("lon", "west"), ("outside_area", "maybe"), ("colour", "red"), ("LIMIT", "5"),
        ("title", "x" * 1_001),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(name: str, value: str) -> None:
    with pytest.raises(BadQueryError):
        read((name, value))


def test_a_parameter_stands_there_once() -> None:
    with pytest.raises(BadQueryError, match="twice"):
        known([("f", "json"), ("f", "json")], ["f"])


def test_a_grid_that_is_not_offered_is_refused() -> None:
    with pytest.raises(BadQueryError):
        read(("crs", BNG), crs=(CRS84,))


@given(st.sampled_from([*OF_ITEMS, *(each.name for each in ASSETS.columns)]), st.text())
def test_any_value_is_read_or_refused(name: str, value: str) -> None:
    with suppress(BadQueryError):
        read((name, value))


def test_no_column_is_called_as_a_parameter_is() -> None:
    names = {column.name for schema in SCHEMAS.values() for column in schema.columns}
    assert names.isdisjoint(OF_ITEMS)
