import io
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from starlette.testclient import TestClient

from kithmap.basics.actors import Role
from kithmap.layers.model import Edition
from kithmap.people import actions as people
from tests.release_package.published import Published, published
from tests.support.installation import Installation

LIST = "/api/layers/oakham-baseline/versions/1.0.0/files"
FILES = "/layers/oakham-baseline/versions/1.0.0/files"
ASSETS = "oakham-baseline-1.0.0-assets.geojson"
PARTNERS_ASSETS = "oakham-baseline-1.0.0-partners-assets.geojson"


@pytest.fixture
def release(installation: Installation) -> Published:
    return published(installation)


@pytest.fixture
def anybody(release: Published) -> TestClient:
    return release.installation.browser(page=False)


def listed(client: TestClient, edition: str = "public") -> dict[str, Any]:
    answer = client.get(LIST, params={"edition": edition})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_every_file_that_is_listed_is_found_at_its_address(anybody: TestClient) -> None:
    before = listed(anybody)
    assert before["state"] == "none"
    for file in before["files"]:
        answer = anybody.get(file["address"])
        assert answer.status_code == 200
        assert answer.headers["content-disposition"] == f'attachment; filename="{file["name"]}"'
        assert answer.headers["content-type"].startswith(file["media_type"].partition(";")[0])
        assert int(answer.headers["content-length"]) == len(answer.content) > 0
    after = listed(anybody)
    assert (after["state"], after["fraction"]) == ("ready", 1)
    assert all(file["size"] > 0 for file in after["files"])


def test_a_file_of_a_version_may_be_kept_for_ever_by_everybody(anybody: TestClient) -> None:
    answer = anybody.get(f"{FILES}/{ASSETS}")
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["access-control-allow-origin"] == "*"
    again = anybody.get(f"{FILES}/{ASSETS}", headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_part_of_a_file_can_be_asked_for(anybody: TestClient) -> None:
    whole = anybody.get(f"{FILES}/{ASSETS}").content
    part = anybody.get(f"{FILES}/{ASSETS}", headers={"range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, whole[10:20])
    head = anybody.head(f"{FILES}/{ASSETS}")
    assert (head.status_code, head.headers["content-length"], head.content) == (200, str(len(whole)), b"")


def test_the_package_is_a_zip_file(anybody: TestClient) -> None:
    answer = anybody.get(f"{FILES}/oakham-baseline-1.0.0.zip")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        assert packed.testzip() is None


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.RESEARCHER])
def test_the_partners_edition_is_for_those_with_a_role_in_the_area(release: Published, role: Role) -> None:
    place = release.installation
    partner = place.signed_in(place.colleague(role), page=False)
    names = [file["name"] for file in listed(partner, "partners")["files"]]
    assert PARTNERS_ASSETS in names
    answer = partner.get(f"{FILES}/{PARTNERS_ASSETS}", params={"edition": "partners"})
    assert b"bandstand" in answer.content
    assert answer.headers["cache-control"] == "private, no-store"
    assert "access-control-allow-origin" not in answer.headers


def test_nobody_else_reads_it_by_whatever_address(release: Published, anybody: TestClient) -> None:
    place = release.installation
    stranger = place.signed_in(place.colleague(Role.RESEARCHER, place.new_area("Uppingham")), page=False)
    # It was made, so it lies there.
    partner = place.signed_in(place.colleague(Role.RESEARCHER), page=False)
    assert partner.get(f"{FILES}/{PARTNERS_ASSETS}?edition=partners").status_code == 200
    for client, refused in ((anybody, 401), (stranger, 403)):
        assert client.get(LIST, params={"edition": "partners"}).status_code == refused
        for name in (ASSETS, PARTNERS_ASSETS):
            assert client.get(f"{FILES}/{name}", params={"edition": "partners"}).status_code == refused
        for name in (
            PARTNERS_ASSETS,
            f"..%2F..%2Fpartners%2Fgeojson%2F{PARTNERS_ASSETS}",
            f"..%5C..%5Cpartners%5Cgeojson%5C{PARTNERS_ASSETS}",
            "%2e%2e",
        ):
            assert client.get(f"{FILES}/{name}").status_code == 404
        assert b"bandstand" not in client.get(f"{FILES}/{ASSETS}").content


def test_what_is_not_there_is_said_to_be_missing(anybody: TestClient) -> None:
    assert anybody.get(f"{FILES}/oakham-baseline-1.0.0.shp").status_code == 404
    for path in ("oakham-baseline/versions/9.0.0", "oakham-baseline/versions/new", "nowhere/versions/1.0.0"):
        assert anybody.get(f"/api/layers/{path}/files").status_code == 404
        assert anybody.get(f"/layers/{path}/files/{ASSETS}").status_code == 404
    assert anybody.get(LIST, params={"edition": "secret"}).status_code == 422


def test_what_was_begun_after_publishing_is_told_of(release: Published, anybody: TestClient) -> None:
    place = release.installation
    desk = place.app.state.release_files
    assert place.main.portal is not None
    place.main.portal.call(desk.begin, release.release)
    place.main.portal.call(desk.settled)
    assert listed(anybody)["state"] == "ready"
    assert all(desk.kept(release.release, each, release.sort("package")) for each in Edition)


def test_a_report_is_shown_where_nothing_in_it_is_a_page_of_this_site(
    release: Published, anybody: TestClient
) -> None:
    place = release.installation
    where = "/layers/oakham-baseline/versions/1.0.0/report.html"
    answer = anybody.get(where)
    assert answer.text == release.header.title
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "content-disposition" not in answer.headers
    policy = answer.headers["content-security-policy"].split("; ")
    assert {"sandbox allow-scripts allow-popups", "default-src 'none'", "frame-ancestors 'none'"} <= set(
        policy
    )
    assert anybody.get(where, headers={"if-none-match": answer.headers["etag"]}).status_code == 304
    assert anybody.get(where, params={"edition": "partners"}).status_code == 401
    partner = place.signed_in(place.colleague(Role.RESEARCHER))
    mine = partner.get(where, params={"edition": "partners"})
    assert (mine.status_code, mine.headers["cache-control"]) == (200, "private, no-store")


def test_a_program_takes_the_partners_edition_by_a_read_token(
    release: Published, anybody: TestClient
) -> None:
    place = release.installation
    rex = place.colleague(Role.RESEARCHER)
    until = (place.clock() + timedelta(days=1)).date()
    token = place.do(people.make_read_token, rex, "R", until, place.clock())[1]
    by_token = {"authorization": f"Bearer {token}"}
    answer = anybody.get(f"{FILES}/{PARTNERS_ASSETS}", params={"edition": "partners"}, headers=by_token)
    assert (answer.status_code, b"bandstand" in answer.content) == (200, True)
    wrong = {"authorization": f"Bearer {token[:-1]}x"}
    assert anybody.get(LIST, params={"edition": "partners"}, headers=wrong).status_code == 401
