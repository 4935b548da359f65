import pytest

from kithmap.basics.actors import Role
from kithmap.programme import store
from tests.support.installation import HOSTILE, Installation


def test_where_there_is_one_programme_its_page_is_shown(installation: Installation) -> None:
    assert (
        installation.as_admin().get("/programmes").headers["location"]
        == f"/programmes/{installation.programme.id}"
    )
    assert installation.browser().get("/programmes").headers["location"] == "/sign-in"


def test_a_programme_is_begun(installation: Installation) -> None:
    admin = installation.as_admin()
    location = admin.post("/programmes", data={"title": HOSTILE}).headers["location"]
    text = admin.get(location).text
    assert "<script>alert" not in text
    assert "There is no area yet" in text


@pytest.mark.parametrize("title", ["", "x" * 5_000, "   "])
def test_a_title_that_cannot_be_used_is_said(installation: Installation, title: str) -> None:
    answer = installation.as_admin().post("/programmes", data={"title": title})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_the_page_shows_areas_and_waves(installation: Installation) -> None:
    admin = installation.as_admin()
    path = f"/programmes/{installation.programme.id}"
    assert admin.post(f"{path}/waves", data={"name": "baseline", "starts": "2026-01-01"}).status_code == 303
    text = admin.get(path).text
    assert "Oakham" in text
    assert "No basemap yet" in text
    assert 'value="baseline"' in text
    assert 'value="2026-01-01"' in text


def test_a_wave_is_changed(installation: Installation) -> None:
    admin, path = installation.as_admin(), f"/programmes/{installation.programme.id}/waves"
    admin.post(path, data={"name": "baseline"})
    (wave,) = installation.do(store.waves, installation.programme.id)
    assert admin.post(f"{path}/{wave.id}", data={"name": "first", "ends": "2027-01-01"}).status_code == 303
    (changed,) = installation.do(store.waves, installation.programme.id)
    assert (changed.name, str(changed.ends)) == ("first", "2027-01-01")


@pytest.mark.parametrize(
    "form",
    [
        {"name": ""},
        {"name": "x", "starts": "soon"},
        {"name": "x", "starts": "2027-01-01", "ends": "2026-01-01"},
    ],
)
def test_a_wave_that_cannot_be_is_said(installation: Installation, form: dict[str, str]) -> None:
    answer = installation.as_admin().post(f"/programmes/{installation.programme.id}/waves", data=form)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_others_read_and_do_not_change(installation: Installation) -> None:
    fay = installation.signed_in(installation.colleague(Role.FACILITATOR))
    path = f"/programmes/{installation.programme.id}"
    assert "Plan another wave" not in fay.get(path).text
    assert fay.post(f"{path}/waves", data={"name": "x"}).status_code == 403
