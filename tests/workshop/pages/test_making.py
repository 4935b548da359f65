import pytest

from kithmap.basics.actors import Role
from kithmap.programme import actions as programmes
from kithmap.programme.model import Wave
from kithmap.workshop.catalogue import workshops_of
from kithmap.workshop.model import RECORD
from tests.support.installation import HOSTILE, SQUARE, Installation


def test_a_workshop_s_log_is_whole_without_any_table(installation: Installation) -> None:
    wave = installation.do(
        programmes.add_wave, installation.programme.id, Wave("", "baseline"), installation.clock()
    )
    admin, path = installation.as_admin(), f"/areas/{installation.area.id}/workshops"
    assert "baseline" in admin.get(f"{path}/new").text
    answer = admin.post(path, data={"title": " First  one ", "wave": wave.id, "placing": "open"})
    workshop = answer.headers["location"].rpartition("/")[2]
    assert installation.main.portal is not None
    record = installation.main.portal.call(installation.services.rooms.read, workshop).get(RECORD)
    assert record is not None
    fields = record.fields
    assert (fields["title"], fields["area_name"], fields["wave"]) == ("First one", "Oakham", "baseline")
    assert fields["boundary"] == SQUARE
    assert fields["life"] == "draft"
    assert fields["round"]["blind"] is False


def test_placing_is_blind_unless_said_otherwise(installation: Installation) -> None:
    answer = installation.as_admin().post(f"/areas/{installation.area.id}/workshops", data={"title": "First"})
    workshop = answer.headers["location"].rpartition("/")[2]
    assert installation.main.portal is not None
    record = installation.main.portal.call(installation.services.rooms.read, workshop).get(RECORD)
    assert record is not None
    assert record.fields["round"]["blind"] is True


@pytest.mark.parametrize("title", ["", "   ", "x" * 5_000, HOSTILE * 10])
def test_a_title_that_cannot_be_used_makes_no_workshop(installation: Installation, title: str) -> None:
    answer = installation.as_admin().post(f"/areas/{installation.area.id}/workshops", data={"title": title})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert "<script>alert" not in answer.text
    assert installation.do(workshops_of, [installation.area.id]) == []


def test_only_those_who_run_the_area_make_workshops(installation: Installation) -> None:
    path = f"/areas/{installation.area.id}/workshops"
    rex = installation.signed_in(installation.colleague(Role.RESEARCHER))
    assert rex.post(path, data={"title": "X"}).status_code == 403
    assert installation.browser().post(path, data={"title": "X"}).status_code == 401
    fay = installation.signed_in(installation.colleague(Role.FACILITATOR))
    assert fay.post(path, data={"title": "X"}).status_code == 303


def test_a_wave_of_another_programme_is_none(installation: Installation) -> None:
    other = installation.do(programmes.add_programme, "Other", installation.clock())
    wave = installation.do(programmes.add_wave, other.id, Wave("", "x"), installation.clock())
    form = {"title": "X", "wave": wave.id}
    assert (
        installation.as_admin().post(f"/areas/{installation.area.id}/workshops", data=form).status_code == 404
    )
