from typing import Any

import pytest
from starlette.testclient import TestClient

from kithmap.basics.actors import Role
from tests.support.installation import HOSTILE, Installation
from tests.support.ogc import BNG, CRS84, PARTNERS_ONLY, SLUG

ITEMS = f"/ogc/collections/{SLUG}.assets/items"
FIRST_ITEMS = f"/ogc/collections/{SLUG}.1.0.0.assets/items"


@pytest.fixture
def program(published: Installation) -> TestClient:
    return published.browser(page=False)


def get(program: TestClient, path: str) -> dict[str, Any]:
    answer = program.get(path)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def ids(found: dict[str, Any]) -> list[str]:
    return [each["id"] for each in found["features"]]


def next_of(found: dict[str, Any]) -> str | None:
    return next((each["href"] for each in found["links"] if each["rel"] == "next"), None)


@pytest.mark.parametrize("asked", ["", "&mapped_on=2026-05-04", "&bbox=-0.76,52.65,-0.7,52.69"])
def test_pages_together_are_the_layer(program: TestClient, asked: str) -> None:
    whole = get(program, f"{ITEMS}?limit=10000{asked}")
    assert next_of(whole) is None
    assert whole["numberMatched"] == whole["numberReturned"] == len(whole["features"])
    found: list[str] = []
    address: str | None = f"{ITEMS}?limit=7{asked}"
    while address is not None:
        page = get(program, address)
        assert page["numberMatched"] == whole["numberMatched"]
        assert page["numberReturned"] == len(page["features"]) <= 7
        found += ids(page)
        address = next_of(page)
    assert found == ids(whole)


def test_what_is_published_meanwhile_is_in_the_newest_and_not_in_a_version(program: TestClient) -> None:
    assert get(program, ITEMS)["numberMatched"] == 32
    assert get(program, FIRST_ITEMS)["numberMatched"] == 22


def test_partners_read_more_than_all(published: Installation) -> None:
    partner = published.signed_in(published.colleague(Role.RESEARCHER), page=False)
    answer = partner.get(ITEMS)
    assert PARTNERS_ONLY in ids(answer.json())
    assert answer.headers["cache-control"] == "private, no-store"
    assert "access-control-allow-origin" not in answer.headers
    elsewhere = published.new_area("Elsewhere")
    stranger = published.signed_in(published.colleague(Role.RESEARCHER, elsewhere), page=False)
    for reader in (stranger, published.browser(page=False)):
        assert PARTNERS_ONLY not in ids(reader.get(ITEMS).json())
        assert reader.get(f"{ITEMS}/{PARTNERS_ONLY}").status_code == 404
    assert partner.get(f"{ITEMS}/{PARTNERS_ONLY}").status_code == 200


def test_a_version_is_kept_for_ever_and_the_newest_asked_about(program: TestClient) -> None:
    assert "immutable" in program.get(FIRST_ITEMS).headers["cache-control"]
    newest = program.get(ITEMS)
    assert newest.headers["cache-control"] == "public, no-cache"
    again = program.get(ITEMS, headers={"if-none-match": newest.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = program.get(f"{ITEMS}?limit=1", headers={"if-none-match": newest.headers["etag"]})
    assert other.status_code == 200


def test_features_are_given_on_the_grid(program: TestClient) -> None:
    answer = program.get(f"{ITEMS}/a-hall?crs={BNG}")
    assert answer.headers["content-crs"] == f"<{BNG}>"
    assert answer.json()["geometry"]["coordinates"] == [486034.993, 308876.704]
    assert program.get(f"{ITEMS}/a-hall").headers["content-crs"] == f"<{CRS84}>"
    found = get(program, f"{ITEMS}?crs={BNG}&bbox=486034,308876,486036,308877&bbox-crs={BNG}")
    assert ids(found) == ["a-hall"]
    assert found["features"][0]["geometry"]["coordinates"] == [486034.993, 308876.704]


def test_one_feature_leads_to_its_collection(program: TestClient) -> None:
    links = {each["rel"]: each["href"] for each in get(program, f"{ITEMS}/a-hall")["links"]}
    assert links["collection"].endswith(f"/ogc/collections/{SLUG}.assets")
    assert {"self", "alternate"} <= set(links)
    assert program.get(f"{ITEMS}/nobody").status_code == 404
    assert program.get(f"{ITEMS}/{HOSTILE}").status_code == 404


def test_people_see_a_table_of_a_hundred_at_most(published: Installation) -> None:
    text = published.browser().get(f"{ITEMS}?limit=20").text
    assert text.count("<tr>") == 21
    assert "20 of 32 features" in text
    assert 'rel="next"' in text
    assert "&lt;b&gt;ours&lt;/b&gt;" in text
    one = published.browser().get(f"{ITEMS}/b-park").text
    assert "Polygon" in one
    assert "The bandstand lawn" in one


@pytest.mark.parametrize("asked", ["limit=0", "bbox=1", "datetime=x", "colour=red", "crs=x", "after=x"])
def test_what_cannot_be_understood_is_refused(program: TestClient, asked: str) -> None:
    assert program.get(f"{ITEMS}?{asked}").status_code == 400


def test_a_token_reads_as_its_owner_and_a_wrong_one_is_no_one(published: Installation) -> None:
    partner = published.signed_in(published.colleague(Role.RESEARCHER))
    made = partner.post("/tokens", data={"name": "QGIS", "ends": published.clock().date().isoformat()})
    token = made.text.partition('translate="no">kithmap_')[2].partition("<")[0]
    program = published.browser(page=False)
    answer = program.get(ITEMS, auth=("anybody", f"kithmap_{token}"))
    assert PARTNERS_ONLY in ids(answer.json())
    wrong = program.get(ITEMS, auth=("anybody", "kithmap_guessed"))
    assert wrong.status_code == 401
    assert wrong.headers["www-authenticate"].startswith("Basic ")
    # No window of the browser's own: a person is shown the page for signing in.
    assert published.browser().get(ITEMS, auth=("x", "y")).headers["www-authenticate"] == "Kithmap"
