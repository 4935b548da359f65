from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient, WebSocketTestSession

from kithmap.basics.census import CENSUS
from kithmap.basics.ids import new_id
from kithmap.state import WorkshopRules
from kithmap.storage.oplog.sql import SqlLog
from kithmap.storage.replay import replay_workshop
from kithmap.sync.protocol import PROTOCOL_VERSION
from kithmap.workshop import store
from kithmap.workshop.joining import CONSENT_WORDING, Listed, Purpose, Seat
from tests.support.installation import HOSTILE, Installation

WORD = "Wrenfield"
NAME = "Zosia Quux"


@contextmanager
def live(client: TestClient, workshop: Listed, way: str) -> Iterator[WebSocketTestSession]:
    with client.websocket_connect(f"/live/{workshop.id}?as={way}") as line:
        line.send_json({"type": "hello", "protocol": PROTOCOL_VERSION, "after": None})
        assert line.receive_json()["type"] == "welcome"
        yield line


def next_of(line: WebSocketTestSession, kind: str) -> dict[str, Any]:
    while (message := line.receive_json())["type"] != kind:
        pass
    return dict(message)


def seat_of(installation: Installation, workshop: Listed, name: str) -> Seat:
    return next(seat for seat in installation.do(store.seats, workshop.id) if seat.name == name)


def add(client: TestClient, workshop: Listed, title: str) -> str:
    place = new_id()
    payload = {
        "place": place,
        "title": title,
        "note": f"{title} in words",
        "asset_kind": "physical_place",
        "geometry": {"type": "Point", "coordinates": [-0.72, 52.67]},
    }
    sent = {"operations": [{"id": new_id(), "kind": "asset.place", "payload": payload}]}
    (answer,) = client.post(f"/api/workshops/{workshop.id}/operations?as=participant", json=sent).json()
    assert answer["type"] == "entry", answer
    return place


def opened(installation: Installation) -> Listed:
    workshop = installation.new_workshop()
    installation.ask(workshop, "workshop.open")
    installation.ask(workshop, "workshop.move_to_stage", stage="places")
    return workshop


def test_the_page_tells_what_is_known_of_a_participant_and_only_to_them(installation: Installation) -> None:
    workshop = opened(installation)
    phone = installation.joined(workshop, name=HOSTILE[:40])
    add(phone, workshop, "A <b>bench</b>")
    text = phone.get(f"/w/{workshop.id}/me").text
    assert "A &lt;b&gt;bench" in text
    assert "<script>alert" not in text
    assert seat_of(installation, workshop, HOSTILE[:40]).alias in text
    assert installation.browser().get(f"/w/{workshop.id}/me").status_code == 401
    assert installation.as_admin().get(f"/w/{workshop.id}/me").status_code == 401


def test_what_somebody_withdraws_is_nowhere_any_more(installation: Installation) -> None:
    workshop = opened(installation)
    leaver, other = installation.joined(workshop, name=NAME), installation.joined(workshop, name="Bo")
    place = add(leaver, workshop, WORD)
    kept = add(other, workshop, "Fern Hall")
    person = seat_of(installation, workshop, NAME).person
    with live(other, workshop, "participant") as line:
        answer = leaver.post(f"/w/{workshop.id}/me/consent", data={"purpose": "keep"})
        assert answer.headers["location"].endswith("saved=gone")
        told = next_of(line, "entry")
        while {"remove": place} not in told["changes"]:
            told = next_of(line, "entry")
        line.send_json({"type": "fetch", "after": 0})
        assert WORD not in str(next_of(line, "catch_up"))
    for client in (leaver, other, installation.as_admin()):
        for path in addresses(workshop, client):
            text = client.get(path).text
            assert WORD not in text, path
            assert NAME not in text, path
        assert kept in client.get(f"/api/workshops/{workshop.id}/export.geojson").text
    seat = installation.do(store.seat, person)
    assert seat is not None
    assert (seat.name, seat.consent.keep, seat.withdrawing_since) == ("", False, None)
    assert files_that_hold(installation.folder, WORD, NAME) == []
    report = replay_workshop(SqlLog(installation.services.database), WorkshopRules(), workshop.id)
    assert report.differences == []


def addresses(workshop: Listed, client: TestClient) -> list[str]:
    """Return the addresses at which a workshop's content is told, with the snapshot of today among them."""
    api = f"/api/workshops/{workshop.id}"
    catch_up = client.get(f"{api}/entries").json()
    snapshot = [] if catch_up["snapshot"] is None else [f"{api}/snapshots/{catch_up['snapshot']}"]
    later = [f"{api}/entries?after={number}" for number in range(catch_up["number"] + 1)]
    pages = [f"/w/{workshop.id}", f"/console/{workshop.id}", f"/workshops/{workshop.id}/people"]
    return [*snapshot, *later, *pages, f"{api}/entries", f"{api}/export.geojson", f"{api}/presence"]


def files_that_hold(folder: Path, *words: str) -> list[str]:
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file()
        for word in words
        if word.encode() in path.read_bytes()
    ]


def test_who_leaves_is_gone_with_all_they_added_and_can_join_again_as_somebody_new(
    installation: Installation,
) -> None:
    workshop = opened(installation)
    phone = installation.joined(workshop, name=NAME)
    add(phone, workshop, WORD)
    person = seat_of(installation, workshop, NAME).person
    cookies = dict(phone.cookies)
    with live(phone, workshop, "participant") as line:
        answer = phone.post(f"/w/{workshop.id}/me/leave")
        assert answer.status_code == 200
        assert "You have left" in answer.text
        assert next_of(line, "closing")["reason"] == "removed"
    assert WORD not in str(phone.get(f"/api/workshops/{workshop.id}/entries").json())
    assert phone.post(installation.ticket(workshop, phone), data={"take_part": "true"}).status_code == 303
    assert len(installation.do(store.seats, workshop.id)) == 2
    # Another device with the same seat.
    tablet = installation.browser()
    tablet.cookies.update(cookies)
    refused = tablet.get(f"/w/{workshop.id}/me")
    assert (refused.status_code, "You left this workshop" in refused.text) == (403, True)
    assert tablet.get(f"/w/{workshop.id}").status_code == 403
    seat = installation.do(store.seat, person)
    assert seat is not None
    assert seat.ended


def test_consent_is_kept_with_its_time_and_wording_and_each_can_be_withdrawn(
    installation: Installation,
) -> None:
    workshop = opened(installation)
    phone = installation.joined(workshop, name=NAME)
    person = seat_of(installation, workshop, NAME).person
    assert installation.do(store.quotable, workshop.id) == set()
    phone.post(f"/w/{workshop.id}/me/consent", data={"purpose": "quote", "agreed": "true"})
    assert installation.do(store.quotable, workshop.id) == {person}
    phone.post(f"/w/{workshop.id}/me/consent", data={"purpose": "quote"})
    assert installation.do(store.quotable, workshop.id) == set()
    history = installation.do(store.consents, person)
    assert [(each.purpose, each.agreed) for each in history] == [
        (Purpose.TAKE_PART, True),
        (Purpose.KEEP, True),
        (Purpose.QUOTE, False),
        (Purpose.QUOTE, True),
        (Purpose.QUOTE, False),
    ]
    assert {each.wording for each in history} == {CONSENT_WORDING}
    assert {each.at for each in history} == {installation.clock()}


@pytest.mark.parametrize("purpose", ["take_part", "everything", ""])
def test_only_what_stands_on_the_page_can_be_agreed_to(installation: Installation, purpose: str) -> None:
    workshop = opened(installation)
    phone = installation.joined(workshop)
    answer = phone.post(f"/w/{workshop.id}/me/consent", data={"purpose": purpose, "agreed": "true"})
    assert answer.status_code in {400, 422}


def test_what_people_say_about_themselves_can_be_changed_and_erased(installation: Installation) -> None:
    workshop = opened(installation)
    phone = installation.joined(workshop, name=NAME)
    person = seat_of(installation, workshop, NAME).person
    path = f"/w/{workshop.id}/me/about"
    page = phone.get(path).text
    assert all(f'name="{attribute}"' in page for attribute in CENSUS)
    phone.post(path, data={"sex": "female", "age_band": "not_said", "unknown": "x"})
    assert installation.do(store.about_me, person) == ({"age_band": "not_said", "sex": "female"}, False)
    assert phone.post(path, data={"sex": "none of these"}).status_code in {400, 422}
    assert installation.do(store.about_me, person) is not None
    phone.post(f"{path}/erase")
    assert installation.do(store.about_me, person) is None


def test_who_withdraws_is_counted_no_more(installation: Installation) -> None:
    workshop = opened(installation)
    phone = installation.joined(workshop, name=NAME)
    phone.post(f"/w/{workshop.id}/me/about", data={"sex": "female"})
    phone.post(f"/w/{workshop.id}/me/consent", data={"purpose": "keep"})
    assert installation.do(store.all_about_me, workshop.id) == []


def test_somebody_who_was_removed_can_still_take_back_what_they_added(installation: Installation) -> None:
    workshop = opened(installation)
    phone = installation.joined(workshop, name=NAME)
    place = add(phone, workshop, WORD)
    person = seat_of(installation, workshop, NAME).person
    installation.as_admin().post(f"/workshops/{workshop.id}/people/{person}/remove")
    assert phone.get(f"/w/{workshop.id}/me").status_code == 200
    assert phone.post(f"/w/{workshop.id}/me/name", data={"name": "X"}).status_code == 403
    phone.post(f"/w/{workshop.id}/me/consent", data={"purpose": "keep"})
    assert place not in installation.as_admin().get(f"/api/workshops/{workshop.id}/entries").text


def test_a_name_can_be_changed_and_erased_by_its_owner(installation: Installation) -> None:
    workshop = opened(installation)
    phone = installation.joined(workshop, name=NAME)
    phone.post(f"/w/{workshop.id}/me/name", data={"name": "  Zo  "})
    assert seat_of(installation, workshop, "Zo").name == "Zo"
    assert "too long" in phone.post(f"/w/{workshop.id}/me/name", data={"name": "x" * 41}).text
    phone.post(f"/w/{workshop.id}/me/name", data={"name": ""})
    assert [seat.name for seat in installation.do(store.seats, workshop.id)] == [""]


def test_exports_for_reports_say_whose_words_may_be_quoted(installation: Installation) -> None:
    workshop = opened(installation)
    phone = installation.joined(workshop, name=NAME)
    add(phone, workshop, WORD)
    path = f"/api/workshops/{workshop.id}/export.geojson"
    desk = installation.as_admin()

    def may_quote() -> list[bool]:
        return [each["properties"]["may_quote"] for each in desk.get(path).json()["features"]]

    assert may_quote() == [False]
    phone.post(f"/w/{workshop.id}/me/consent", data={"purpose": "quote", "agreed": "true"})
    assert may_quote() == [True]
    phone.post(f"/w/{workshop.id}/me/consent", data={"purpose": "quote"})
    assert may_quote() == [False]
    assert "may_quote" not in phone.get(path).text
