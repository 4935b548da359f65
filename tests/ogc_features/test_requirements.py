"""The requirements of OGC API - Features, part 1 (17-069r4), part 2 (18-058r1) and of part 3 (19-079r2) what is declared.

Each test is named by its requirement: ``/req/core/root-op`` is ``test_core_root_op``. What GDAL, OWSLib and Schemathesis show is
not shown again.
"""

import re
from typing import Any

import jsonschema_rs
import pytest
from starlette.testclient import TestClient

from kithmap.layers.geojson import MEDIA_TYPE as GEOJSON
from kithmap.ogc_features.documents import CONFORMS_TO
from kithmap.ogc_features.model import MOST_FEATURES
from tests.support.installation import Installation
from tests.support.ogc import BNG, CRS84, SLUG

NAME = f"{SLUG}.assets"
ITEMS = f"/ogc/collections/{NAME}/items"
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
EVERYWHERE = [
    "/ogc",
    "/ogc/conformance",
    "/ogc/collections",
    f"/ogc/collections/{NAME}",
    ITEMS,
    f"{ITEMS}/a-hall",
]


@pytest.fixture
def program(published: Installation) -> TestClient:
    return published.browser(page=False)


def links(document: dict[str, Any], rel: str) -> list[dict[str, Any]]:
    return [each for each in document["links"] if each["rel"] == rel]


def ids(document: dict[str, Any]) -> list[str]:
    return [each["id"] for each in document["features"]]


def test_core_root_op_and_success(program: TestClient) -> None:
    for path in ("/ogc", "/ogc/"):
        answer = program.get(path)
        assert answer.status_code == 200
        for rel in ("service-desc", "service-doc", "conformance", "data"):
            (link,) = links(answer.json(), rel)
            assert program.get(link["href"]).status_code == 200


def test_core_api_definition_op_and_success(program: TestClient) -> None:
    (link,) = links(program.get("/ogc").json(), "service-desc")
    answer = program.get(link["href"])
    assert answer.headers["content-type"] == link["type"] == OPENAPI


def test_core_conformance_op_and_success(program: TestClient) -> None:
    said = program.get("/ogc/conformance").json()["conformsTo"]
    assert said == list(CONFORMS_TO)
    assert "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core" in said


@pytest.mark.parametrize("path", EVERYWHERE)
def test_core_query_param_unknown_and_invalid(program: TestClient, path: str) -> None:
    assert program.get(f"{path}?no_such=1").status_code == 400
    assert program.get(f"{path}?f=no_such").status_code == 400


def test_core_crs84_unless_asked_otherwise(program: TestClient) -> None:
    for feature in program.get(ITEMS).json()["features"]:
        if feature["geometry"]["type"] == "Point":
            lon, lat = feature["geometry"]["coordinates"]
            assert -1 < lon < 0
            assert 52 < lat < 53


@pytest.mark.parametrize("path", EVERYWHERE)
def test_core_links_rec_link_header_self_and_alternate(program: TestClient, path: str) -> None:
    document = program.get(path).json()
    for rel in ("self", "alternate"):
        (link,) = links(document, rel)
        answer = program.get(link["href"])
        assert answer.headers["content-type"].partition(";")[0] == link["type"].partition(";")[0]


def test_core_fc_md_op_success_links_and_items(program: TestClient) -> None:
    said = program.get("/ogc/collections").json()
    assert len(said["collections"]) == 21
    for each in said["collections"]:
        assert len({link["type"] for link in links(each, "items")}) == len(links(each, "items")) == 2
        for link in links(each, "items"):
            assert program.get(link["href"]).headers["content-type"].partition(";")[0] == link["type"]


def test_core_fc_md_extent(program: TestClient) -> None:
    for each in program.get("/ogc/collections").json()["collections"]:
        ((west, south, east, north),) = each["extent"]["spatial"]["bbox"]
        assert west < east
        assert south < north
        ((first, last),) = each["extent"]["temporal"]["interval"]
        assert first < last


def test_core_sfc_md_op_and_success(program: TestClient) -> None:
    for each in program.get("/ogc/collections").json()["collections"]:
        one = program.get(f"/ogc/collections/{each['id']}").json()
        without = [{**found, "links": None} for found in (one, each)]
        assert without[0] == without[1]


def test_core_fc_op_response_and_limit(program: TestClient) -> None:
    answer = program.get(f"{ITEMS}?limit=5")
    assert answer.headers["content-type"] == GEOJSON
    document = answer.json()
    assert document["numberReturned"] == len(document["features"]) == 5
    assert document["numberMatched"] == 32
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", document["timeStamp"])
    assert program.get(f"{ITEMS}?limit={MOST_FEATURES + 1}").status_code == 200
    assert program.get(f"{ITEMS}?limit=0").status_code == 400


def test_core_fc_bbox(program: TestClient) -> None:
    flat = ids(program.get(f"{ITEMS}?bbox=-0.75,52.66,-0.7497,52.67").json())
    assert flat == ["p000000", "p000001", "p000002", "p000003"]
    assert ids(program.get(f"{ITEMS}?bbox=-0.75,52.66,-5,-0.7497,52.67,5").json()) == flat
    over = program.get(f"{ITEMS}?bbox=179,52,-0.7497,53").json()
    assert set(flat) <= set(ids(over))
    assert "p000020" not in ids(over)


def test_core_fc_time(program: TestClient) -> None:
    for asked, days in (
        ("2026-05-04T12:00:00Z", {"2026-05-04"}),
        ("2026-05-02T00:00:00Z/2026-05-04T23:59:59Z", {"2026-05-02", "2026-05-03", "2026-05-04"}),
        ("../2026-05-01", {"2026-05-01"}),
        ("/2026-05-01", {"2026-05-01"}),
        ("2026-05-28/..", {"2026-05-28"}),
    ):
        found = program.get(ITEMS, params={"datetime": asked}).json()["features"]
        assert {each["properties"]["mapped_on"] for each in found} == days


def test_core_fc_filters_by_every_kind_of_column(program: TestClient) -> None:
    (hall,) = [each for each in program.get(ITEMS).json()["features"] if each["id"] == "a-hall"]
    for name, value in hall["properties"].items():
        asked = str(value).lower() if isinstance(value, bool) else value
        if value is not None:
            assert "a-hall" in ids(program.get(ITEMS, params={name: asked}).json()), name
    both: dict[str, str | int] = {"title": "Victoria Hall", "me_too": 12}
    assert ids(program.get(ITEMS, params=both).json()) == ["a-hall"]


def test_core_f_op_success_and_links(program: TestClient) -> None:
    answer = program.get(f"{ITEMS}/a-hall")
    assert answer.headers["content-type"] == GEOJSON
    (link,) = links(answer.json(), "collection")
    assert program.get(link["href"]).json()["id"] == NAME


def test_core_http_404_of_what_is_not_there(program: TestClient) -> None:
    for path in (f"{ITEMS}/nobody", "/ogc/collections/nothing", "/ogc/collections/nothing/items"):
        assert program.get(path).status_code == 404


@pytest.mark.parametrize("path", [*EVERYWHERE, "/ogc/api"])
def test_html_definition_and_content(published: Installation, path: str) -> None:
    page = published.browser().get(path)
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    said = published.browser(page=False).get(path).json()
    text = page.text
    for each in said.get("features", [said] if "properties" in said else []):
        assert each["id"] in text
        assert all(str(value).replace("&", "&amp;") in text or not str(value).isalnum() or isinstance(value, bool)
                   for value in each["properties"].values() if value is not None)  # fmt: skip
    for each in said.get("conformsTo", []):
        assert each in text
    for each in said.get("collections", []):
        assert each["id"] in text
        assert each["title"] in text


def test_oas30_definition_holds_all_that_is_answered(program: TestClient) -> None:
    said = program.get("/ogc/api").json()
    assert said["openapi"].startswith("3.0.")
    for path in EVERYWHERE:
        inside = path.removeprefix("/ogc") or "/"
        inside = inside.replace("/items/a-hall", "/items/{featureId}")
        templated = inside if inside in said["paths"] else inside.replace(NAME, "{collectionId}")
        assert templated in said["paths"], templated


def test_oas30_security_is_told(program: TestClient) -> None:
    schemes = program.get("/ogc/api").json()["components"]["securitySchemes"]
    assert {each["scheme"] for each in schemes.values()} == {"bearer", "basic"}


def test_geojson_content(program: TestClient) -> None:
    found = program.get(ITEMS).json()
    assert found["type"] == "FeatureCollection"
    assert {each["type"] for each in found["features"]} == {"Feature"}
    assert links(found, "self")


def test_crs_fc_md_crs_list_and_storage_crs(program: TestClient) -> None:
    said = program.get("/ogc/collections").json()
    assert said["crs"] == [CRS84, BNG]
    for each in said["collections"]:
        assert each["crs"][0] == CRS84
        assert each["storageCrs"] in each["crs"]


def test_crs_fc_crs_definition_valid_value_and_action(program: TestClient) -> None:
    for crs in (CRS84, BNG):
        answer = program.get(f"{ITEMS}?crs={crs}")
        assert answer.headers["content-crs"] == f"<{crs}>"
    assert program.get(f"{ITEMS}?crs=http://www.opengis.net/def/crs/EPSG/0/3857").status_code == 400
    assert program.get(ITEMS).headers["content-crs"] == f"<{CRS84}>"
    assert program.get(f"{ITEMS}/a-hall?crs={BNG}").headers["content-crs"] == f"<{BNG}>"


def test_crs_fc_bbox_crs_definition_valid_value_and_action(program: TestClient) -> None:
    everything = ids(program.get(ITEMS).json())
    on_grid = f"{ITEMS}?bbox=480000,300000,490000,312000&bbox-crs={BNG}"
    assert ids(program.get(on_grid).json()) == everything
    assert ids(program.get(f"{ITEMS}?bbox=480000,300000,481000,301000&bbox-crs={BNG}").json()) == []
    assert program.get(f"{ITEMS}?bbox=0,0,1,1&bbox-crs=EPSG:3857").status_code == 400
    # Kept by the link to the next page.
    (link,) = links(program.get(f"{on_grid}&limit=3&crs={BNG}").json(), "next")
    following = program.get(link["href"])
    assert ids(following.json()) == everything[3:6]
    assert following.headers["content-crs"] == f"<{BNG}>"


def test_queryables_get_uris_and_response(program: TestClient) -> None:
    (link,) = links(
        program.get(f"/ogc/collections/{NAME}").json(), "http://www.opengis.net/def/rel/ogc/1.0/queryables"
    )
    answer = program.get(link["href"])
    assert answer.headers["content-type"] == link["type"] == "application/schema+json"
    schema = answer.json()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == link["href"]
    assert schema["type"] == "object"
    # What it says of columns holds for every feature.
    for feature in program.get(ITEMS).json()["features"]:
        told = {name: value for name, value in feature["properties"].items() if value is not None}
        jsonschema_rs.validate({**schema, "$id": "urn:x"}, told)


def test_queryables_query_parameters(program: TestClient) -> None:
    schema = program.get(f"/ogc/collections/{NAME}/queryables").json()
    for name, said in schema["properties"].items():
        if name != "geometry":
            value = {"integer": "1", "number": "1.5", "boolean": "true"}.get(said["type"], "x")
            assert program.get(ITEMS, params={name: value}).status_code == 200
