import pytest

from kithmap.layers.model import LayerName
from kithmap.layers.schema import SCHEMAS
from kithmap.ogc_features import documents
from kithmap.ogc_features.addresses import QUERYABLES, Addresses
from tests.support.ogc import AROUND, BNG, CRS84, collection

AT = Addresses("https://kithmap.example/ogc")


def test_the_landing_page_leads_everywhere() -> None:
    rels = {each["rel"] for each in documents.landing(AT)["links"]}
    assert {"self", "alternate", "service-desc", "service-doc", "conformance", "data"} <= rels


def test_a_collection_says_that_it_has_features() -> None:
    said = documents.collection(AT, collection())
    assert said["itemType"] == "feature"
    assert said["extent"]["spatial"] == {"bbox": [list(AROUND)], "crs": CRS84}
    assert said["extent"]["temporal"]["interval"] == [["2026-05-04T00:00:00Z", "2026-05-04T23:59:59Z"]]
    assert (said["crs"], said["storageCrs"]) == ([CRS84, BNG], CRS84)
    assert {"self", "items", "license", QUERYABLES} <= {each["rel"] for each in said["links"]}


def test_what_lies_nowhere_has_no_bbox() -> None:
    assert "spatial" not in documents.collection(AT, collection(bounds=None))["extent"]


def test_the_list_tells_every_reference_system_once() -> None:
    every = [collection(), collection(LayerName.BOUNDARY), collection(bounds=None)]
    said = documents.collections(AT, every)
    assert said["crs"] == [CRS84, BNG]
    assert [each["id"] for each in said["collections"]] == [str(each.name) for each in every]
    assert documents.collections(AT, [])["crs"] == [CRS84]


@pytest.mark.parametrize("layer", LayerName)
def test_every_column_can_be_asked_for(layer: LayerName) -> None:
    said = documents.queryables(AT, collection(layer))
    names = {each.name for each in SCHEMAS[layer].columns}
    assert set(said["properties"]) - {"geometry"} == names
    assert ("geometry" in said["properties"]) == bool(SCHEMAS[layer].geometry)
    assert said["$id"] == AT.queryables(collection(layer).name)


def test_a_column_says_what_it_holds() -> None:
    columns = {each.name: documents.schema_of(each) for each in SCHEMAS[LayerName.ASSETS].columns}
    assert columns["me_too"]["type"] == "integer"
    assert columns["lon"] == {**columns["lon"], "type": "number", "x-ogc-unit": "degree"}
    assert columns["mapped_on"]["format"] == "date"
    assert "phone" in columns["source"]["enum"]
