import pytest

from kithmap.basics.actors import Role
from tests.support.installation import Installation
from tests.support.ogc import SLUG

RESOURCES = [
    "/ogc",
    "/ogc/conformance",
    "/ogc/api",
    "/ogc/collections",
    f"/ogc/collections/{SLUG}.assets",
    f"/ogc/collections/{SLUG}.assets/queryables",
]


def test_before_anything_is_published_there_are_no_collections(installation: Installation) -> None:
    program = installation.browser(page=False)
    assert program.get("/ogc/collections").json()["collections"] == []
    assert "Nothing has been published yet." in installation.browser().get("/ogc/collections").text
    assert program.get("/ogc/api").status_code == 200


def test_the_newest_version_comes_first_and_each_version_after_it(published: Installation) -> None:
    said = published.browser(page=False).get("/ogc/collections").json()
    names = [each["id"] for each in said["collections"]]
    assert names[0] == f"{SLUG}.assets"
    assert f"{SLUG}.1.1.0.assets" in names
    assert f"{SLUG}.1.0.0.assets" in names
    assert len(names) == 21


def test_a_layer_of_several_shapes_is_there_shape_by_shape_too(published: Installation) -> None:
    said = published.browser(page=False).get("/ogc/collections").json()["collections"]
    assert [each["id"] for each in said if each["id"].startswith(f"{SLUG}.assets")] == [
        f"{SLUG}.assets",
        f"{SLUG}.assets.points",
        f"{SLUG}.assets.outlines",
    ]
    assert "points and outlines are collections of their own" in said[0]["description"]
    assert said[0]["title"] == "Oakham, Baseline: Assets, all shapes (newest version, 1.1.0)"
    assert said[1]["title"] == "Oakham, Baseline: Assets, points only (newest version, 1.1.0)"
    queryables = published.browser(page=False).get(f"/ogc/collections/{SLUG}.assets.points/queryables").json()
    assert queryables["properties"]["geometry"]["format"] == "geometry-point"


def test_a_layer_of_one_shape_is_there_once(published: Installation) -> None:
    program = published.browser(page=False)
    names = [each["id"] for each in program.get("/ogc/collections").json()["collections"]]
    assert [each for each in names if each.startswith(f"{SLUG}.meeting_places")] == [f"{SLUG}.meeting_places"]
    # A project that reads a shape goes on when a new version has none of it.
    answer = program.get(f"/ogc/collections/{SLUG}.meeting_places.points/items")
    assert (answer.status_code, answer.json()["features"]) == (200, [])
    assert program.get(f"/ogc/collections/{SLUG}.connections.lines").status_code == 404


@pytest.mark.parametrize("path", RESOURCES)
def test_every_resource_is_there_for_programs_and_for_people(published: Installation, path: str) -> None:
    as_data = published.browser(page=False).get(path)
    as_page = published.browser().get(path)
    assert (as_data.status_code, as_page.status_code) == (200, 200)
    assert "json" in as_data.headers["content-type"]
    assert as_page.headers["content-type"].startswith("text/html")
    assert "Accept" in as_data.headers["vary"]
    # What is named in the address goes before what is accepted.
    assert published.browser().get(f"{path}?f=json").json() == as_data.json()
    assert published.browser(page=False).get(f"{path}?f=html").text.startswith("<!doctype html>")


@pytest.mark.parametrize("path", RESOURCES)
@pytest.mark.parametrize("parameter", ["colour=red", "f=xml", "f=json&f=json", "F=json"])
def test_an_unknown_parameter_is_refused(published: Installation, path: str, parameter: str) -> None:
    refused = published.browser(page=False).get(f"{path}?{parameter}")
    assert refused.status_code == 400
    assert set(refused.json()) == {"code", "description"}
    assert published.browser().get(f"{path}?{parameter}").status_code == 400


def test_a_refusal_is_a_page_for_people(published: Installation) -> None:
    refused = published.browser().get("/ogc/collections/nowhere.assets")
    assert refused.status_code == 404
    assert "no such collection" in refused.text


def test_what_everybody_is_told_may_be_read_by_pages_of_other_sites(published: Installation) -> None:
    headers = published.browser(page=False).get("/ogc/collections").headers
    assert headers["access-control-allow-origin"] == "*"
    partner = published.signed_in(published.colleague(Role.RESEARCHER), page=False)
    headers = partner.get("/ogc/collections").headers
    assert "access-control-allow-origin" not in headers
    assert headers["cache-control"] == "private, no-store"


def test_links_lead_to_the_address_by_which_it_was_asked(published: Installation) -> None:
    said = published.browser(page=False, base_url="http://map.example:8000").get("/ogc").json()
    assert all(each["href"].startswith("http://map.example:8000/ogc") for each in said["links"])
