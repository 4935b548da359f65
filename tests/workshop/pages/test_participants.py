from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from starlette.testclient import TestClient, WebSocketTestSession

from kithmap.basics.actors import Role
from kithmap.people import actions as people
from kithmap.sync.protocol import PROTOCOL_VERSION
from kithmap.workshop import store
from kithmap.workshop.joining import Listed, Seat
from tests.support.installation import HOSTILE, Installation


@contextmanager
def live(client: TestClient, workshop: Listed, way: str) -> Iterator[WebSocketTestSession]:
    with client.websocket_connect(f"/live/{workshop.id}?as={way}") as line:
        line.send_json({"type": "hello", "protocol": PROTOCOL_VERSION, "after": None})
        assert line.receive_json()["type"] == "welcome"
        yield line


def next_of(line: WebSocketTestSession, *kinds: str) -> dict[str, object]:
    while (message := line.receive_json())["type"] not in kinds:
        pass
    return dict(message)


def only_seat(installation: Installation, workshop: Listed) -> Seat:
    (seat,) = installation.do(store.seats, workshop.id)
    return seat


def test_names_stand_beside_aliases_for_those_who_run_the_room(installation: Installation) -> None:
    workshop = installation.new_workshop()
    installation.joined(workshop, name="Ann <i>Lee</i>")
    text = (
        installation.signed_in(installation.colleague(Role.FACILITATOR))
        .get(f"/workshops/{workshop.id}/people")
        .text
    )
    assert "Ann &lt;i&gt;Lee" in text
    assert only_seat(installation, workshop).alias.capitalize() in text
    assert "May not be quoted" in text


def test_names_are_nobody_else_s_business(installation: Installation) -> None:
    workshop = installation.new_workshop()
    phone = installation.joined(workshop)
    path = f"/workshops/{workshop.id}/people"
    assert phone.get(path).status_code == 401
    assert installation.signed_in(installation.colleague(Role.RESEARCHER)).get(path).status_code == 403


def test_a_removed_phone_s_open_line_closes_at_once(installation: Installation) -> None:
    workshop = installation.new_workshop()
    phone = installation.joined(workshop)
    with live(phone, workshop, "participant") as line:
        installation.as_admin().post(
            f"/workshops/{workshop.id}/people/{only_seat(installation, workshop).person}/remove"
        )
        assert next_of(line, "closing")["reason"] == "removed"
    with phone.websocket_connect(f"/live/{workshop.id}?as=participant") as line:
        assert next_of(line, "closing")["reason"] == "removed"


@pytest.mark.parametrize("ends", [True, False])
def test_a_facilitator_s_line_closes_at_once_when_they_end_or_only_research(
    installation: Installation, ends: bool
) -> None:
    workshop = installation.new_workshop()
    fay = installation.colleague(Role.FACILITATOR)
    with live(installation.signed_in(fay), workshop, "leading") as line:
        if ends:
            installation.do(people.end_account, installation.admin, fay.id, installation.clock())
            assert installation.main.portal is not None
            installation.main.portal.call(installation.services.tell_role_changes)
        else:
            form = {f"role_{installation.area.id}": "researcher"}
            installation.as_admin().post(f"/people/{fay.id}/roles", data=form)
        assert next_of(line, "closing")["reason"] == "removed"


def test_let_back_in_the_phone_goes_on(installation: Installation) -> None:
    workshop = installation.new_workshop()
    phone, admin = installation.joined(workshop), installation.as_admin()
    path = f"/workshops/{workshop.id}/people/{only_seat(installation, workshop).person}"
    admin.post(f"{path}/remove")
    assert phone.get(f"/w/{workshop.id}").status_code == 403
    assert "removed" in admin.get(f"/workshops/{workshop.id}/people").text
    admin.post(f"{path}/let-back")
    assert phone.get(f"/w/{workshop.id}").status_code == 200


def test_new_words_are_shown_once_and_work(installation: Installation) -> None:
    workshop = installation.new_workshop()
    installation.joined(workshop, name=HOSTILE[:20])
    admin, person = installation.as_admin(), only_seat(installation, workshop).person
    text = admin.post(f"/workshops/{workshop.id}/people/{person}/words").text
    words = text.partition('class="words-once">')[2].partition("<")[0]
    assert words not in admin.get(f"/workshops/{workshop.id}/people").text
    other = installation.browser()
    answer = other.post(f"{installation.ticket(workshop, other)}/back", data={"words": words})
    assert answer.headers["location"] == f"/w/{workshop.id}"


def test_a_name_is_forgotten(installation: Installation) -> None:
    workshop = installation.new_workshop()
    phone, admin = installation.joined(workshop, name="Anneliese"), installation.as_admin()
    phone.get(f"/w/{workshop.id}")
    person = only_seat(installation, workshop).person
    admin.post(f"/workshops/{workshop.id}/people/{person}/erase-name")
    assert "Anneliese" not in admin.get(f"/workshops/{workshop.id}/people").text
    assert installation.services.workshops._rosters[workshop.id].seats[person].name == ""


@pytest.mark.parametrize("what", ["remove", "let-back", "words", "erase-name"])
def test_somebody_who_is_not_there(installation: Installation, what: str) -> None:
    workshop, other = installation.new_workshop(), installation.new_workshop(title="Other")
    installation.joined(workshop)
    person = only_seat(installation, workshop).person
    answer = installation.as_admin().post(f"/workshops/{other.id}/people/{person}/{what}")
    assert answer.status_code == 404


def test_the_facilitator_notes_what_somebody_without_a_phone_wants(installation: Installation) -> None:
    workshop = installation.new_workshop()
    installation.joined(workshop, name="Ann")
    seat = only_seat(installation, workshop)
    path, desk = f"/workshops/{workshop.id}/people", installation.as_admin()
    assert (
        desk.post(f"{path}/{seat.person}/consent", data={"purpose": "quote", "agreed": "true"}).status_code
        == 303
    )
    assert only_seat(installation, workshop).consent.quote
    desk.post(f"{path}/{seat.person}/consent", data={"purpose": "keep"})
    withdrawn = only_seat(installation, workshop)
    assert (withdrawn.name, withdrawn.consent.keep, withdrawn.ended) == ("", False, False)
    assert [each.by_facilitator for each in installation.do(store.consents, seat.person)][-2:] == [True, True]
    desk.post(f"{path}/{seat.person}/consent", data={"purpose": "take_part"})
    assert only_seat(installation, workshop).left_at == installation.clock()
    assert "All that they added was taken away" in desk.get(path).text
    assert desk.post(f"{path}/{seat.person}/consent", data={"purpose": "dance"}).status_code in {400, 422}


def test_only_who_runs_the_room_notes_consent_for_others(installation: Installation) -> None:
    workshop = installation.new_workshop()
    phone = installation.joined(workshop, name="Ann")
    path = f"/workshops/{workshop.id}/people/{only_seat(installation, workshop).person}/consent"
    researcher = installation.signed_in(installation.colleague(Role.RESEARCHER))
    assert phone.post(path, data={"purpose": "keep"}).status_code == 401
    assert researcher.post(path, data={"purpose": "keep"}).status_code == 403
    assert only_seat(installation, workshop).consent.keep


def test_all_names_can_be_erased_once_the_workshop_is_over(installation: Installation) -> None:
    workshop = installation.new_workshop()
    installation.joined(workshop, name="Ann")
    desk, path = installation.as_admin(), f"/workshops/{workshop.id}/people"
    assert desk.post(f"{path}/erase-names").status_code == 409
    assert "Erase all names" not in desk.get(path).text
    installation.ask(workshop, "workshop.close")
    assert "Erase all names" in desk.get(path).text
    assert desk.post(f"{path}/erase-names").status_code == 303
    assert only_seat(installation, workshop).name == ""


def seat_form(desk: TestClient, workshop: Listed) -> dict[str, str]:
    text = desk.get(f"/workshops/{workshop.id}/people").text
    return {"ticket": text.partition('name="ticket" value="')[2].partition('"')[0]}


def test_somebody_without_a_phone_gets_a_seat_and_comes_back_on_any_phone(installation: Installation) -> None:
    workshop, desk = installation.new_workshop(), installation.as_admin()
    form = seat_form(desk, workshop) | {"take_part": "true", "keep": "true", "name": "Rosa"}
    text = desk.post(f"/workshops/{workshop.id}/people/seat", data=form).text
    seat = only_seat(installation, workshop)
    assert (seat.name, seat.consent.keep, seat.consent.quote) == ("Rosa", True, False)
    assert all(each.by_facilitator for each in installation.do(store.consents, seat.person))
    assert seat.alias.capitalize() in text
    words = text.partition('class="words-once" dir="ltr">')[2].partition("<")[0]
    people = desk.get(f"/workshops/{workshop.id}/people").text
    assert "seated without a phone" in people
    assert words not in people
    phone = installation.browser()
    phone.post(f"{installation.ticket(workshop, phone)}/back", data={"words": words})
    assert phone.get(f"/w/{workshop.id}").status_code == 200


def test_the_form_sent_twice_gives_one_seat(installation: Installation) -> None:
    workshop, desk = installation.new_workshop(), installation.as_admin()
    form, path = seat_form(desk, workshop) | {"take_part": "true"}, f"/workshops/{workshop.id}/people/seat"
    assert desk.post(path, data=form).status_code == 200
    again = desk.post(path, data=form)
    assert (again.status_code, "already" in again.text) == (409, True)
    assert len(installation.do(store.seats, workshop.id)) == 1


def test_a_seat_is_given_with_consent_and_by_this_page_alone(installation: Installation) -> None:
    workshop, other = installation.new_workshop(), installation.new_workshop(title="Other")
    desk, path = installation.as_admin(), f"/workshops/{workshop.id}/people/seat"
    no_consent = desk.post(path, data=seat_form(desk, workshop) | {"name": HOSTILE[:20], "quote": "true"})
    assert (no_consent.status_code, "Nobody was added" in no_consent.text) == (422, True)
    assert HOSTILE[:20] not in no_consent.text
    elsewhere = seat_form(desk, other) | {"take_part": "true"}
    for form in (elsewhere, {"take_part": "true"}, {"ticket": "x.y", "take_part": "true"}):
        assert desk.post(path, data=form).status_code == 422
    phone = installation.joined(other)
    assert phone.post(path, data=seat_form(desk, workshop) | {"take_part": "true"}).status_code == 401
    assert installation.do(store.seats, workshop.id) == []


def test_nobody_is_seated_when_the_workshop_is_over(installation: Installation) -> None:
    workshop, desk = installation.new_workshop(), installation.as_admin()
    form = seat_form(desk, workshop) | {"take_part": "true"}
    installation.ask(workshop, "workshop.close")
    assert desk.post(f"/workshops/{workshop.id}/people/seat", data=form).status_code == 410
    assert "Someone without a phone" not in desk.get(f"/workshops/{workshop.id}/people").text
