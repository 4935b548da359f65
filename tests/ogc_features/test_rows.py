from itertools import islice

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.layers.model import Feature, Layer, LayerName
from kithmap.layers.schema import BNG, CRS84
from kithmap.ogc_features.model import ItemsQuery
from kithmap.ogc_features.paging import Marked, PageText
from kithmap.ogc_features.rows import MOST_COUNTED, RowsInMemory, read_page, read_text
from tests.support.layers import HALL
from tests.support.ogc import many_places


def layer(*features: Feature) -> Layer:
    return Layer(LayerName.ASSETS, tuple(sorted(features, key=lambda each: each.id)))


PLACES = many_places(25)
ROWS = RowsInMemory(layer(*PLACES))


def walk(rows: RowsInMemory, query: ItemsQuery) -> list[str]:
    """Return the ids on all pages."""
    found: list[str] = []
    after: str | None = query.after
    for _ in range(100):
        assert after is not None
        page = read_page(rows, ItemsQuery(query.limit, after, equal=query.equal))
        found += [orjson.loads(line)["id"] for line in page.lines]
        after = page.after
        if after is None:
            return found
    pytest.fail("there is no last page")


@given(st.integers(1, 30), st.sampled_from([{}, {"mapped_on": "2026-05-01"}, {"source": "phone"}]))
def test_pages_together_are_all_that_is_asked_for_once(limit: int, equal: dict[str, str]) -> None:
    expected = [
        each.id for each in PLACES if all(each.properties[name] == value for name, value in equal.items())
    ]
    assert walk(ROWS, ItemsQuery(limit, equal=equal)) == expected


@given(
    st.integers(1, 30),
    st.integers(0, 30),
    st.sampled_from(["", "p000003", "p000024", "q"]),
    st.sampled_from([CRS84, BNG]),
)
def test_a_page_is_sent_as_its_lines(limit: int, offset: int, after: str, crs: str) -> None:
    query = ItemsQuery(limit, after, offset, crs=crs)
    assert read_text(ROWS, query) == read_page(ROWS, query).text


def test_what_comes_and_goes_meanwhile_moves_no_page() -> None:
    first = read_page(ROWS, ItemsQuery(10))
    assert first.after == "p000009"
    rest = [PLACES[5], *PLACES[10:], Feature("p0000005", HALL.geometry, HALL.properties)]
    assert walk(RowsInMemory(layer(*rest)), ItemsQuery(10, first.after)) == [each.id for each in PLACES[10:]]


def test_it_is_told_how_many_there_are_on_all_pages() -> None:
    assert read_page(ROWS, ItemsQuery(3, offset=4)).matched == 25
    assert read_page(ROWS, ItemsQuery(3, equal={"me_too": 3})).matched == 1


def test_passing_over_is_by_features() -> None:
    page = read_page(ROWS, ItemsQuery(2, offset=20))
    assert [orjson.loads(line)["id"] for line in page.lines] == ["p000020", "p000021"]
    assert read_page(ROWS, ItemsQuery(2, offset=25)).lines == ()


class Many:
    """A layer too large to be counted."""

    def marked(self, *_: object, **__: object) -> Marked:
        return islice(ROWS.marked(), 3)

    def joined(self, **_: object) -> PageText:
        return PageText(b"", 0, None, None)

    def how_many(self, _: object) -> int:
        return MOST_COUNTED + 1

    def line(self, _: str) -> None:
        return None


def test_of_very_many_it_is_not_told_how_many_are_asked_for() -> None:
    assert read_page(Many(), ItemsQuery(equal={"me_too": 1})).matched is None
    assert read_page(Many(), ItemsQuery()).matched == MOST_COUNTED + 1


def test_one_feature_is_found_by_its_id() -> None:
    assert ROWS.line("p000003") is not None
    assert ROWS.line("p000003x") is None
    assert ROWS.line("") is None
    assert ROWS.weight > 25 * 100
