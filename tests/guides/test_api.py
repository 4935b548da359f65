from kithmap.basics.actors import Role
from kithmap.guides.operations import ChooseRunSheet
from tests.support.installation import Installation


def test_those_with_an_account_are_offered_the_guides_that_lead(installation: Installation) -> None:
    rex = installation.signed_in(installation.colleague(Role.RESEARCHER))
    offered = rex.get("/api/guides").json()
    assert [each["key"] for each in offered][:2] == ["mapping_places", "how_we_connect"]
    assert all(each["steps"] > 0 and each["minutes"] > 0 and not each["own"] for each in offered)
    assert installation.browser().get("/api/guides").status_code == 401


def test_the_run_sheet_of_some_guides_is_one_that_the_room_takes(installation: Installation) -> None:
    answer = installation.as_admin().get("/api/guides/run-sheet?guide=how_we_connect&guide=mapping_places")
    sheet = ChooseRunSheet.model_validate_json(answer.content)
    assert sheet.steps[0].key.startswith("mapping_places.")
    assert len(sheet.guides) == 2


def test_a_run_sheet_of_no_guide_or_one_that_is_gone_is_refused(installation: Installation) -> None:
    admin = installation.as_admin()
    assert admin.get("/api/guides/run-sheet").status_code == 422
    assert admin.get("/api/guides/run-sheet?guide=gone").status_code == 404
