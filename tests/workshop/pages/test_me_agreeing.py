"""Who takes back what they said, in a room that agreed: through the pages, down to the files."""

from typing import Any

from starlette.testclient import TestClient

from kithmap.basics.ids import new_id
from kithmap.state import WorkshopRules
from kithmap.storage.oplog.sql import SqlLog
from kithmap.storage.replay import replay_workshop
from kithmap.workshop import store
from kithmap.workshop.joining import Listed
from tests.support.installation import Installation
from tests.workshop.pages.test_me import WORD, addresses, files_that_hold, live, next_of, opened

OTHERS = "Too long for a sign"


def ask(client: TestClient, workshop: Listed, kind: str, **payload: Any) -> None:
    """Ask for something as a phone does; it must be accepted."""
    sent = {"operations": [{"id": new_id(), "kind": kind, "payload": payload}]}
    (answer,) = client.post(f"/api/workshops/{workshop.id}/operations?as=participant", json=sent).json()
    assert answer["type"] == "entry", answer


def agreed(installation: Installation, workshop: Listed, phones: list[TestClient]) -> str:
    """Let a room rate one word: all are against it, the first two say why; returns the item's id."""
    installation.ask(workshop, "workshop.move_to_stage", stage="terms")
    item = new_id()
    for phone in phones:
        ask(phone, workshop, "attendance.check_in")
    ask(phones[1], workshop, "item.propose", item=item, type="term", label="hub", meaning="Many ties.")
    installation.ask(workshop, "item.take_up", item=item)
    ask(phones[0], workshop, "question.ask", question=new_id(), item=item, text=f"{WORD}?")
    installation.ask(workshop, "rating.open", item=item, revision=0)
    for phone, reason in zip(phones, [WORD, OTHERS, *[""] * len(phones)], strict=False):
        ask(phone, workshop, "rating.give", item=item, revision=0, choice="against", reason=reason)
    installation.ask(workshop, "rating.close", item=item, revision=0)
    for phone, text in ((phones[0], WORD), (phones[1], OTHERS)):
        ask(phone, workshop, "minority.state", item=item, statement=new_id(), text=text)
    installation.ask(workshop, "item.decide", item=item, revision=0)
    installation.ask(workshop, "workshop.move_to_stage", stage="reflect")
    for phone in phones:
        ask(
            phone,
            workshop,
            "reflection.answer",
            answers={"heard": "yes"},
            sentence=WORD if phone is phones[0] else "",
        )
    installation.ask(workshop, "reflection.show")
    return item


def test_what_somebody_said_to_a_wording_and_of_the_evening_goes_from_pages_and_files(
    installation: Installation,
) -> None:
    workshop = opened(installation)
    phones = [installation.joined(workshop, name=f"Guest {number}") for number in range(6)]
    item = agreed(installation, workshop, phones)
    leaver, other = phones[:2]
    leaver.post(f"/w/{workshop.id}/me/about", data={"sex": "female"})
    person = next(seat.person for seat in installation.do(store.seats, workshop.id) if seat.name == "Guest 0")
    page = leaver.get(f"/w/{workshop.id}/me").text
    assert f'<li dir="auto">{WORD}</li>' in page
    assert OTHERS not in page
    with live(other, workshop, "participant") as line:
        assert leaver.post(f"/w/{workshop.id}/me/consent", data={"purpose": "keep"}).status_code == 303
        told = [each["put"] for each in next_of(line, "entry")["changes"] if "put" in each]
    [restated] = [each["fields"] for each in told if each["id"] == item]
    assert restated["result"]["counts"]["against"] == 6
    assert sorted(each["text"] for each in restated["result"]["reasons"]) == ["", OTHERS]
    assert sorted(each["text"] for each in restated["minority"]) == ["", OTHERS]
    for client in (leaver, other, installation.as_admin()):
        for path in addresses(workshop, client):
            assert WORD not in client.get(path).text, path
        assert OTHERS in client.get(f"/api/workshops/{workshop.id}/entries?after=0").text
    film = installation.as_admin().get(f"/workshops/{workshop.id}/time-lapse.html")
    assert film.status_code == 200
    assert WORD not in film.text
    assert installation.do(store.about_me, person) is None
    assert files_that_hold(installation.folder, WORD) == []
    report = replay_workshop(SqlLog(installation.services.database), WorkshopRules(), workshop.id)
    assert report.differences == []
