import time

from starlette.testclient import TestClient

from kithmap.basics.actors import Role
from tests.programme.api.test_basemap_jobs import HAMLET
from tests.support.installation import Installation


def state_after(client: TestClient, path: str) -> str:
    """Ask until the job is over; a build of one street takes a tenth of a second."""
    ends = time.monotonic() + 30
    while time.monotonic() < ends:
        state = str(client.get(f"/api{path}").json()["state"])
        if state in ("ready", "failed"):
            return state
    raise AssertionError("the build did not end")


def test_a_plain_form_builds_a_basemap(installation: Installation) -> None:
    admin, path = installation.as_admin(), f"/areas/{installation.area.id}/basemap"
    answer = admin.post(path, files={"file": ("hamlet.osm", HAMLET)})
    assert answer.headers["location"] == f"/areas/{installation.area.id}#basemap"
    assert state_after(admin, path) == "ready"
    text = admin.get(f"/areas/{installation.area.id}").text
    assert "/light/whole.svg" in text
    workshop = installation.new_workshop()
    assert '"basemap":{"area"' in admin.get(f"/console/{workshop.id}").text


def test_a_script_gets_the_job(installation: Installation) -> None:
    program, path = installation.as_admin(page=False), f"/areas/{installation.area.id}/basemap"
    answer = program.post(path, files={"file": ("hamlet.osm", b"<osm>")})
    assert answer.status_code == 202
    assert answer.json()["state"] == "waiting"
    assert state_after(program, path) == "failed"
    assert program.post(path).json()["code"] == "bad_input"


def test_what_is_no_map_file_is_said_on_the_page(installation: Installation) -> None:
    admin, path = installation.as_admin(), f"/areas/{installation.area.id}/basemap"
    assert "choose an OpenStreetMap file" in admin.post(path).text
    assert "its name ends in .osm.pbf" in admin.post(path, files={"file": ("x.zip", b"x")}).text
    assert "fetches no map data" in admin.post(f"{path}/fetch").text


def test_a_larger_file_than_the_setting_allows_is_refused(installation: Installation) -> None:
    answer = installation.as_admin().post(
        f"/areas/{installation.area.id}/basemap", files={"file": ("x.osm", b"x" * 2_100_000)}
    )
    assert answer.status_code == 413


def test_only_those_who_run_the_area_build(installation: Installation) -> None:
    rex = installation.signed_in(installation.colleague(Role.RESEARCHER))
    for path in ("basemap", "basemap/fetch"):
        assert rex.post(f"/areas/{installation.area.id}/{path}").status_code == 403
