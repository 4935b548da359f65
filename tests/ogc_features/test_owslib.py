"""OWSLib reads from a server in another process."""

from collections.abc import Iterator

import pytest
from owslib.ogcapi import REQUEST_HEADERS
from owslib.ogcapi.features import Features
from requests.auth import HTTPBasicAuth

from kithmap.layers.model import Edition, LayerName
from kithmap.layers.schema import SCHEMAS
from kithmap.ogc_features.documents import CONFORMS_TO
from tests.ogc_features.conftest import Server
from tests.support.canned_server import canned
from tests.support.ogc import PARTNERS_ONLY, SLUG

pytestmark = pytest.mark.processes

ASSETS = f"{SLUG}.assets"


@pytest.fixture(autouse=True)
def no_token_left() -> Iterator[None]:
    """OWSLib keeps headers that it was given once for all that it asks afterwards."""
    before = dict(REQUEST_HEADERS)
    yield
    REQUEST_HEADERS.clear()
    REQUEST_HEADERS.update(before)


def test_it_lists_what_there_is(server: Server) -> None:
    features = Features(server.address)
    listed = [each["id"] for each in features.collections()["collections"]]
    assert features.feature_collections() == listed
    assert len(listed) == 21
    assert tuple(features.conformance()["conformsTo"]) == CONFORMS_TO
    assert f"/collections/{ASSETS}/items" in features.api()["paths"]


def test_it_reads_what_is_asked_for(server: Server) -> None:
    features = Features(server.address)
    public = server.editions[Edition.PUBLIC].layers[0].features
    first = features.collection_items(ASSETS, limit=3)
    assert (first["numberMatched"], first["numberReturned"]) == (len(public), 3)
    later = features.collection_items(ASSETS, limit=3, offset=4)
    assert [each["id"] for each in later["features"]] == [each.id for each in public[4:7]]
    inside = features.collection_items(ASSETS, bbox=[-0.75, 52.66, -0.7495, 52.6603], limit=10_000)
    assert inside["numberMatched"] == len(inside["features"]) == 6 * 4
    on_a_day = features.collection_items(ASSETS, datetime_="2026-05-04/2026-05-05", limit=10_000)
    days = {each["properties"]["mapped_on"] for each in on_a_day["features"]}
    assert days == {"2026-05-04", "2026-05-05"}
    assert dict(features.collection_item(ASSETS, "a-hall")["properties"]) == dict(public[0].properties)


def test_it_learns_what_can_be_asked(server: Server) -> None:
    said = Features(server.address).collection_queryables(ASSETS)
    assert set(said["properties"]) == {"geometry"} | {each.name for each in SCHEMAS[LayerName.ASSETS].columns}


def test_without_a_token_it_reads_what_all_may(server: Server) -> None:
    with pytest.raises(RuntimeError):
        Features(server.address).collection_item(ASSETS, PARTNERS_ONLY)


def test_a_token_reads_as_a_header(server: Server) -> None:
    features = Features(server.address, headers={"Authorization": f"Bearer {server.token}"})
    assert features.collection_item(ASSETS, PARTNERS_ONLY)["id"] == PARTNERS_ONLY


def test_a_token_reads_as_a_password(server: Server) -> None:
    features = Features(server.address, auth=HTTPBasicAuth("anybody", server.token))
    assert features.collection_item(ASSETS, PARTNERS_ONLY)["id"] == PARTNERS_ONLY


def test_a_wrong_token_reads_nothing(server: Server) -> None:
    features = Features(server.address, headers={"Authorization": "Bearer kithmap_wrong"})
    with pytest.raises(RuntimeError):
        features.collections()


def test_it_does_not_take_collections_that_do_not_say_what_they_hold() -> None:
    says_so = '{"links": [], "collections": [{"id": "x", "itemType": "feature", "links": []}]}'
    landing = '{"links": [{"rel": "data", "href": "HERE/collections"}]}'
    for text, expected in ((says_so, ["x"]), (says_so.replace('"itemType": "feature", ', ""), [])):
        answers = {"/": ("application/json", landing), "/collections": ("application/json", text)}
        with canned(answers) as address:
            assert Features(address).feature_collections() == expected
