from kithmap.basics.actors import Role
from tests.support.guides import written_guide
from tests.support.installation import Installation


def test_own_guides_of_the_data_folder_are_there_as_soon_as_they_are_written(
    installation: Installation,
) -> None:
    admin = installation.as_admin()
    folder = installation.app.state.guides.own
    folder.mkdir()
    (folder / "our_way.md").write_text(written_guide(title="Our way"), encoding="utf-8")
    (folder / "broken.md").write_text("Nothing.", encoding="utf-8")
    assert "own_our_way" in {each["key"] for each in admin.get("/api/guides").json()}
    page = admin.get("/guides").text
    assert "broken.md: it should begin with a line of three dashes" in page
    assert admin.get("/guides/own_our_way").status_code == 200


def test_guides_are_for_those_with_an_account(installation: Installation) -> None:
    answer = installation.browser().get("/guides/mapping_places", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?next=/guides")
    rex = installation.signed_in(installation.colleague(Role.RESEARCHER))
    assert rex.get("/guides/mapping_places").status_code == 200
    assert rex.get("/guides/nowhere").status_code == 404
