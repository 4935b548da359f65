from html import unescape

from kithmap.basics.actors import Role
from kithmap.guides.catalogue import OWN
from tests.support.guides import written_guide, written_step
from tests.support.installation import HOSTILE, Installation


def test_the_list_leads_to_every_guide(installation: Installation) -> None:
    admin = installation.as_admin()
    page = admin.get("/guides").text
    for guide in installation.app.state.guides.read().guides:
        assert f'href="/guides/{guide.key}"' in page
        assert admin.get(f"/guides/{guide.key}").status_code == 200


def test_a_guide_shows_what_to_say_and_do_step_by_step(installation: Installation) -> None:
    guide = installation.app.state.guides.read().guide("mapping_places")
    page = installation.signed_in(installation.colleague(Role.FACILITATOR)).get("/guides/mapping_places").text
    said = [unescape(page).index(step.say[0]) for step in guide.steps]
    assert said == sorted(said)


def test_whatever_an_own_guide_holds_is_shown_as_text(installation: Installation) -> None:
    folder = installation.app.state.guides.own
    folder.mkdir()
    step = written_step(say=[HOSTILE], do=[HOSTILE], title=HOSTILE[:100], prompt=HOSTILE[:100])
    text = written_guide(HOSTILE, title=HOSTILE[:100], summary=HOSTILE[:100], steps=[step])
    (folder / "ours.md").write_text(text, encoding="utf-8")
    admin = installation.as_admin()
    for path in ("/guides", f"/guides/{OWN}ours"):
        answer = admin.get(path)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text


def test_whoever_is_not_signed_in_is_asked_to_first(installation: Installation) -> None:
    for path in ("/guides", "/guides/run-sheet", "/guides/mapping_places"):
        answer = installation.browser().get(path, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?next=/guides")
