"""Who may see and take away the film, and what stands in its file."""

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from kithmap.basics.actors import Role
from kithmap.basics.ids import new_id
from kithmap.time_lapse import pages
from kithmap.workshop.joining import Listed
from tests.support.installation import HOSTILE, Installation, page_context


def place(installation: Installation, workshop: Listed, title: str, **details: Any) -> str:
    where = {"type": "Point", "coordinates": [-0.73, 52.67]}
    place = new_id()
    payload = {"place": place, "title": title, "asset_kind": "exchange", "geometry": where, **details}
    installation.ask(workshop, "asset.place", **payload)
    return place


@pytest.fixture
def evening(installation: Installation) -> Listed:
    """An open workshop with one place for the room and one for everyone."""
    workshop = installation.new_workshop(title="An <b>evening</b>")
    installation.ask(workshop, "workshop.open")
    installation.ask(workshop, "workshop.move_to_stage", stage="places")
    place(installation, workshop, "The bench", visibility="room")
    place(installation, workshop, HOSTILE, visibility="public", precision="neighbourhood")
    return workshop


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built folder with a small script and style of the film."""
    folder = tmp_path / "built"
    (folder / "apart").mkdir(parents=True)
    (folder / "apart" / "film.js").write_text('const end = "</script>";', encoding="utf-8")
    (folder / "apart" / "film.css").write_text("p {}", encoding="utf-8")
    monkeypatch.setattr(pages, "built_folder", lambda: folder)
    return folder


def titles(text: str) -> list[str]:
    moments = page_context(text)["film"]["moments"]
    return [each["title"] for each in moments if each["what"] == "place"]


def file_of(client: TestClient, workshop: Listed, watchers: str) -> str:
    answer = client.get(f"/workshops/{workshop.id}/time-lapse.html?watchers={watchers}")
    assert answer.status_code == 200, answer.text
    return answer.text


def test_those_who_may_look_at_the_area_see_the_film(installation: Installation, evening: Listed) -> None:
    answer = installation.as_admin().get(f"/workshops/{evening.id}/time-lapse")
    assert titles(answer.text) == ["The bench", HOSTILE]
    assert HOSTILE not in answer.text


def test_a_researcher_who_was_not_in_the_room_sees_what_was_given_to_partners(
    installation: Installation, evening: Listed
) -> None:
    researcher = installation.signed_in(installation.colleague(Role.RESEARCHER))
    answer = researcher.get(f"/workshops/{evening.id}/time-lapse")
    assert titles(answer.text) == [HOSTILE]
    assert page_context(answer.text)["film"]["moments"][-1]["where"] != [-0.73, 52.67]
    assert "watchers=room" not in answer.text


def test_participants_and_strangers_do_not(installation: Installation, evening: Listed) -> None:
    stranger, phone = installation.browser(), installation.joined(evening)
    elsewhere = installation.new_area("Elsewhere")
    other = installation.signed_in(installation.colleague(Role.FACILITATOR, elsewhere))
    for client, status in ((stranger, 401), (phone, 401), (other, 403)):
        for address in ("time-lapse", "time-lapse.html"):
            assert client.get(f"/workshops/{evening.id}/{address}").status_code == status


def test_the_hall_s_screen_shows_it_to_whoever_has_the_projector_s_link(
    installation: Installation, evening: Listed
) -> None:
    context = page_context(installation.as_admin().get(f"/console/{evening.id}").text)
    screen = installation.browser()
    assert screen.get(f"/projector/{evening.id}/time-lapse").status_code == 401
    screen.get(context["projector_link"])
    shown = screen.get(f"/projector/{evening.id}/time-lapse?theme=light")
    assert titles(shown.text) == ["The bench", HOSTILE]
    assert page_context(shown.text)["theme"] == "light"


def test_a_film_shows_nothing_that_the_hall_may_not_see(installation: Installation, evening: Listed) -> None:
    place(installation, evening, "Somebody’s home", visibility="facilitators")
    removed = place(installation, evening, "A slip of the thumb")
    installation.ask(evening, "place.remove", place=removed)
    text = installation.as_admin().get(f"/workshops/{evening.id}/time-lapse").text
    assert titles(text) == ["The bench", HOSTILE]
    assert "home" not in json.dumps(page_context(text), ensure_ascii=False)


@pytest.mark.usefixtures("built")
def test_a_file_holds_what_its_watchers_may_see_as_exactly_as_they_may(
    installation: Installation, evening: Listed
) -> None:
    client = installation.as_admin()
    assert titles(file_of(client, evening, "room")) == ["The bench", HOSTILE]
    public = file_of(client, evening, "public")
    assert titles(public) == [HOSTILE]
    assert "bench" not in public
    assert page_context(public)["film"]["moments"][-1]["where"] != [-0.73, 52.67]


@pytest.mark.usefixtures("built")
def test_a_file_without_a_word_of_for_whom_is_for_partners(
    installation: Installation, evening: Listed
) -> None:
    place(installation, evening, "The swap shelf")
    answer = installation.as_admin().get(f"/workshops/{evening.id}/time-lapse.html")
    assert titles(answer.text) == [HOSTILE, "The swap shelf"]
    assert answer.headers["content-disposition"] == 'attachment; filename="an-b-evening-b-time-lapse.html"'


@pytest.mark.usefixtures("built")
def test_a_file_fetches_nothing_and_runs_only_its_own(installation: Installation, evening: Listed) -> None:
    text = file_of(installation.as_admin(), evening, "room")
    assert re.findall(r'\b(?:src|href)="', text) == []
    rule = html.unescape(re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)[0])
    assert rule.startswith("default-src 'none'; script-src 'sha256-")
    assert text.count("<script>") == text.count("</script>") - 1
    assert HOSTILE not in text
    assert "<b>" not in text


@pytest.mark.usefixtures("built")
def test_the_room_s_file_is_for_those_who_run_the_room(installation: Installation, evening: Listed) -> None:
    elsewhere = installation.new_area("Elsewhere")
    other = installation.signed_in(installation.colleague(Role.FACILITATOR, elsewhere))
    researcher = installation.signed_in(installation.colleague(Role.RESEARCHER))
    for client in (other, researcher):
        assert client.get(f"/workshops/{evening.id}/time-lapse.html?watchers=room").status_code == 403


def test_without_the_film_s_script_the_answer_says_what_to_run(
    installation: Installation, evening: Listed, built: Path
) -> None:
    (built / "apart" / "film.js").unlink()
    answer = installation.as_admin().get(f"/workshops/{evening.id}/time-lapse.html")
    assert answer.status_code == 500
    assert "front_end.py build" in answer.text
