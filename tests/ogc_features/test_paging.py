from datetime import UTC, datetime

import orjson

from kithmap.layers.geojson import feature_text
from kithmap.layers.schema import BNG, CRS84
from kithmap.ogc_features.model import ItemsQuery
from kithmap.ogc_features.paging import ItemsPage, count, item, page, written
from tests.support.layers import BAND, CUTTS, HALL

LINES = [(each.id, feature_text(each)) for each in (HALL, BAND, CUTTS)]
NOW = datetime(2026, 5, 4, 12, 0, 0, 999, tzinfo=UTC)


def test_a_page_goes_on_behind_its_last_feature() -> None:
    first = page(LINES, ItemsQuery(limit=2))
    assert (len(first.lines), first.after) == (2, "b-park")
    assert page(LINES[2:], ItemsQuery(limit=2)) == ItemsPage((LINES[2][1],), None)


def test_a_full_last_page_leads_no_further() -> None:
    assert page(LINES, ItemsQuery(limit=3)).after is None


def test_what_is_passed_over_is_of_those_asked_for() -> None:
    query = ItemsQuery(equal={"source": "phone"}, offset=1, limit=1)
    assert page(LINES, query) == ItemsPage((LINES[1][1],), "b-park")
    assert count(LINES, query) == 3
    assert count(LINES, ItemsQuery(equal={"title": "Victoria Hall"})) == 1


def test_lines_in_degrees_are_sent_as_they_are_kept() -> None:
    assert page(LINES, ItemsQuery()).lines == tuple(line for _, line in LINES)


def test_on_the_grid_only_the_positions_are_others() -> None:
    (moved, *_) = map(orjson.loads, page(LINES, ItemsQuery(crs=BNG)).lines)
    assert moved["geometry"] == {"type": "Point", "coordinates": [486034.993, 308876.704]}
    assert moved["properties"] == HALL.properties


def test_a_page_is_geojson_and_tells_how_many() -> None:
    found = orjson.loads(written(ItemsPage((LINES[0][1],), None, 7).text, [], NOW))
    assert (found["type"], len(found["features"])) == ("FeatureCollection", 1)
    assert (found["numberMatched"], found["numberReturned"]) == (7, 1)
    assert found["timeStamp"] == "2026-05-04T12:00:00Z"
    assert "numberMatched" not in orjson.loads(written(ItemsPage((), None).text, [], NOW))


def test_one_feature_is_itself_with_links() -> None:
    found = orjson.loads(item(LINES[0][1], CRS84, [{"href": "x"}]))
    assert found.pop("links") == [{"href": "x"}]
    assert found == orjson.loads(LINES[0][1])
    assert orjson.loads(item(LINES[0][1], BNG, []))["geometry"]["coordinates"][0] > 400_000
