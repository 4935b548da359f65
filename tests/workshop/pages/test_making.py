import pytest

from kithmap.basics.actors import Role
from kithmap.guides.run_sheet import SHEET
from kithmap.programme import actions as programmes
from kithmap.programme.model import Wave
from kithmap.sync.content import Content
from kithmap.workshop.catalogue import workshops_of
from kithmap.workshop.model import RECORD, is_moderated
from kithmap.workshop.rules import boundary_of
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
    view = installation.main.portal.call(installation.services.rooms.read, workshop)
    record = view.get(RECORD)
    assert record is not None
    fields = record.fields
    assert (fields["title"], fields["area_name"], fields["wave"]) == ("First one", "Oakham", "baseline")
    assert boundary_of(view) == SQUARE
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


def test_a_new_workshop_follows_the_guides_that_are_ticked(installation: Installation) -> None:
    admin = installation.as_admin()
    path = f"/areas/{installation.area.id}/workshops"
    page = admin.get(f"{path}/new").text
    assert page.count('name="guide"') == page.count("checked") - len(("placing", "looking")) > 1
    chosen = ["how_we_connect", "mapping_places"]
    answer = admin.post(path, data={"title": "An evening", "guide": chosen})
    workshop = answer.headers["location"].rpartition("/")[2]
    assert installation.main.portal is not None
    content = installation.main.portal.call(installation.services.rooms.read, workshop)
    sheet, own = content.get(SHEET), content.get(RECORD)
    assert sheet is not None
    assert own is not None
    keys = [step["key"] for step in sheet.fields["steps"]]
    assert keys[0].startswith("mapping_places.")
    assert keys[-1].startswith("how_we_connect.")
    assert own.fields["step"] == keys[0]


def test_without_a_guide_a_workshop_has_no_run_sheet(installation: Installation) -> None:
    path = f"/areas/{installation.area.id}/workshops"
    answer = installation.as_admin().post(path, data={"title": "An evening"})
    workshop = answer.headers["location"].rpartition("/")[2]
    assert installation.main.portal is not None
    assert installation.main.portal.call(installation.services.rooms.read, workshop).get(SHEET) is None


def test_a_guide_that_is_gone_makes_no_workshop(installation: Installation) -> None:
    path = f"/areas/{installation.area.id}/workshops"
    answer = installation.as_admin().post(path, data={"title": "An evening", "guide": ["gone"]})
    assert answer.status_code == 404
    assert "Please look at the list again" in answer.text
    assert installation.do(workshops_of, [installation.area.id]) == []


def _made(installation: Installation, **fields: object) -> Content:
    form = {"title": "First", **fields}
    answer = installation.as_admin().post(f"/areas/{installation.area.id}/workshops", data=form)
    workshop = answer.headers["location"].rpartition("/")[2]
    assert installation.main.portal is not None
    view: Content = installation.main.portal.call(installation.services.rooms.read, workshop)
    return view


@pytest.mark.parametrize(("looking", "moderated"), [("moderated", True), ("direct", False), ("", False)])
def test_the_first_round_waits_for_the_facilitator_only_if_they_choose_so(
    installation: Installation, looking: str, moderated: bool
) -> None:
    record = _made(installation, looking=looking).get(RECORD)
    assert record is not None
    assert is_moderated(record) is moderated


def test_the_choice_for_the_first_round_holds_when_the_run_sheet_comes_to_it(
    installation: Installation,
) -> None:
    guides = ["mapping_places", "how_we_connect"]
    sheet = _made(installation, guide=guides, placing="open", looking="moderated").get(SHEET)
    assert sheet is not None
    ruled = [step for step in sheet.fields["steps"] if step["blind"] is not None]
    assert (ruled[0]["blind"], ruled[0]["moderated"]) == (False, True)
    assert (ruled[1]["blind"], ruled[1]["moderated"]) == (False, False), "a later round goes by its guide"


def test_the_form_begins_with_what_the_guides_say(installation: Installation) -> None:
    text = installation.as_admin().get(f"/areas/{installation.area.id}/workshops/new").text
    assert 'value="blind" checked' in text
    assert 'value="direct" checked' in text


def test_what_was_chosen_stays_chosen_when_something_else_is_wrong(installation: Installation) -> None:
    form = {"title": "", "placing": "open", "looking": "moderated"}
    text = installation.as_admin().post(f"/areas/{installation.area.id}/workshops", data=form).text
    assert 'value="open" checked' in text
    assert 'value="moderated" checked' in text
