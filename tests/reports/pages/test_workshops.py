"""Who may read a workshop's report, and what stands in it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from kithmap.basics.actors import Role
from kithmap.basics.ids import new_id
from kithmap.reports.pages.workshops import workshop_report
from kithmap.workshop.joining import Listed
from tests.support.agreed_words import AgreedWords
from tests.support.installation import HOSTILE, Installation
from tests.support.reports import built_reports, hostile_workshop, policy_in


@pytest.fixture(autouse=True)
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return built_reports(tmp_path, monkeypatch)


def place(installation: Installation, workshop: Listed, title: str, **details: Any) -> None:
    where = {"type": "Point", "coordinates": [-0.73, 52.67]}
    payload = {"place": new_id(), "title": title, "asset_kind": "exchange", "geometry": where, **details}
    installation.ask(workshop, "asset.place", **payload)


@pytest.fixture
def evening(installation: Installation) -> Listed:
    """An open workshop with a place for the partners and one for everyone."""
    workshop = installation.new_workshop(title="An <b>evening</b>")
    installation.ask(workshop, "workshop.open")
    installation.ask(workshop, "workshop.move_to_stage", stage="places")
    place(installation, workshop, "The bench", visibility="partners")
    place(installation, workshop, HOSTILE, visibility="public", note=HOSTILE)
    return workshop


def report(client: TestClient, workshop: Listed, edition: str = "partners") -> str:
    answer = client.get(f"/workshops/{workshop.id}/report.html?edition={edition}")
    assert answer.status_code == 200, answer.text
    return answer.text


def test_those_with_a_role_in_the_area_read_it(installation: Installation, evening: Listed) -> None:
    researcher = installation.signed_in(installation.colleague(Role.RESEARCHER))
    for client in (installation.as_admin(), researcher):
        assert "The bench" in report(client, evening)
        assert "Read it" in client.get(f"/workshops/{evening.id}/report").text


def test_participants_strangers_and_people_of_other_areas_do_not(
    installation: Installation, evening: Listed
) -> None:
    elsewhere = installation.new_area("Elsewhere")
    other = installation.signed_in(installation.colleague(Role.FACILITATOR, elsewhere))
    for client, status in ((installation.browser(), 401), (installation.joined(evening), 401), (other, 403)):
        for address in ("report", "report.html", "report.html?edition=public"):
            assert client.get(f"/workshops/{evening.id}/{address}").status_code == status


def test_the_one_for_anyone_holds_only_what_was_given_to_everyone(
    installation: Installation, evening: Listed
) -> None:
    text = report(installation.as_admin(), evening, "public")
    assert "The bench" not in text
    assert "it holds only what people gave to everyone" in text
    assert "Its author gave it to the partners of the area, and not to everyone." in text


def test_whatever_people_wrote_is_text(installation: Installation, evening: Listed) -> None:
    text = report(installation.as_admin(), evening)
    assert HOSTILE not in text
    assert "<b>" not in text
    assert text.count("<script>") == text.count("</script>") == 2


def test_what_is_told_of_the_evening_is_text_too() -> None:
    told, day = hostile_workshop(), date(2026, 5, 12)
    made, _ = workshop_report(HOSTILE, told, ground=None, day=day, is_over=True)
    text = made.decode()
    assert HOSTILE not in text
    assert text.count("<script>") == text.count("</script>") == 2
    for said in ("was skipped", "The room beside its area", "2 proposals were not", "Agreed, with dissent."):
        assert said in text, said
    assert (made, _) == workshop_report(HOSTILE, told, ground=None, day=day, is_over=True)


def test_the_server_lets_its_own_scripts_run_and_nothing_else(
    installation: Installation, evening: Listed
) -> None:
    client = installation.as_admin()
    answer = client.get(f"/workshops/{evening.id}/report.html")
    assert answer.headers["content-security-policy"] == f"{policy_in(answer.text)}; frame-ancestors 'none'"
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"] == 'inline; filename="an-b-evening-b-report.html"'
    taken = client.get(f"/workshops/{evening.id}/report.html?download=true")
    assert taken.headers["content-disposition"].startswith("attachment;")


def test_asking_again_gives_the_same_bytes(installation: Installation, evening: Listed) -> None:
    client = installation.as_admin()
    assert report(client, evening) == report(client, evening)


def test_what_was_agreed_stands_in_it_with_its_arithmetic(installation: Installation) -> None:
    evening = AgreedWords.begun(installation, title="Words")
    evening.agree("Kith", "Those one knows.")
    text = report(installation.as_admin(), evening.workshop)
    for told in ("Those one knows.", "5 of 5 people answered", "So it is agreed.", "Can live with it"):
        assert told in text, told


def test_few_people_are_not_counted_and_nobody_is_named(installation: Installation, evening: Listed) -> None:
    installation.joined(evening, name="Wilhelmina")
    text = report(installation.as_admin(), evening)
    assert "Wilhelmina" not in text
    assert "fewer than 10" in text
    assert "nothing is told of it" in text


def test_it_says_whether_the_workshop_is_over(installation: Installation, evening: Listed) -> None:
    assert "It is not over yet" in report(installation.as_admin(), evening)
    installation.ask(evening, "workshop.close")
    text = report(installation.as_admin(), evening)
    assert "It is not over yet" not in text
    assert "Written on 23 November 2026." in text


def test_it_speaks_the_reader_s_language(installation: Installation, evening: Listed) -> None:
    text = installation.as_admin().get(f"/workshops/{evening.id}/report.html?language=ur").text
    assert '<html lang="ur" dir="rtl"' in text


def test_a_workshop_that_is_not_there_has_none(installation: Installation) -> None:
    assert installation.as_admin().get(f"/workshops/{new_id()}/report").status_code == 404
