import pytest

from kithmap.basics.actors import Role
from tests.bringing_in.desk import TABLE, Desk
from tests.support.installation import Installation


def test_those_who_lead_the_area_come_in(installation: Installation) -> None:
    desk = Desk(installation)
    answer = desk.browser.get(desk.path)
    assert answer.status_code == 200
    assert "Bring in places from a file" in answer.text
    assert "Sign out" in answer.text


@pytest.mark.parametrize("path", ["", "/layer", "/columns", "/kinds", "/preview", "/take", "/take-back"])
def test_nobody_else_does(installation: Installation, path: str) -> None:
    desk = Desk(installation)
    workshop = desk.workshop
    researcher = installation.signed_in(installation.colleague(Role.RESEARCHER))
    elsewhere = installation.signed_in(
        installation.colleague(Role.FACILITATOR, installation.new_area("Uppingham"))
    )
    installation.ask(workshop, "workshop.open")
    phone = installation.joined(workshop)
    for browser in (researcher, elsewhere, phone, installation.browser()):
        answer = browser.post(f"/workshops/{workshop.id}/bring-in{path}", data={"packed": "x"})
        assert answer.status_code in {303, 401, 403}
    assert desk.places() == []


def test_a_stranger_is_asked_to_sign_in_and_comes_back(installation: Installation) -> None:
    desk = Desk(installation)
    answer = installation.browser().get(desk.path)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/sign-in?next={desk.path}")


def test_a_workshop_that_is_not_there_is_not_found(installation: Installation) -> None:
    browser = installation.as_admin()
    assert browser.get("/workshops/01900000-0000-7000-8000-00000000aaaa/bring-in").status_code == 404


def test_after_a_workshop_ended_nothing_comes_in(installation: Installation) -> None:
    desk = Desk(installation)
    installation.ask(desk.workshop, "workshop.open")
    installation.ask(desk.workshop, "workshop.close")
    assert "has ended" in desk.browser.get(desk.path).text
    answer = desk.look_at(TABLE)
    assert answer.status_code == 409
    assert "has ended" in answer.text
