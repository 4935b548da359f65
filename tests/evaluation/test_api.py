"""The answers at the end, by the real application: who may know how many, and who takes the counts away."""

import pytest
from starlette.testclient import TestClient

from kithmap.basics.actors import Role
from kithmap.basics.ids import new_id
from kithmap.workshop.joining import Listed
from tests.support.installation import Installation


@pytest.fixture
def workshop(installation: Installation) -> Listed:
    made = installation.new_workshop(placing="open")
    installation.ask(made, "workshop.open")
    installation.ask(made, "workshop.move_to_stage", stage="reflect")
    return made


def answer(phone: TestClient, workshop: Listed) -> None:
    payload = {"answers": {"heard": "yes"}, "sentence": "Nobody's business"}
    operation = {"id": new_id(), "kind": "reflection.answer", "payload": payload}
    told = phone.post(f"/api/workshops/{workshop.id}/operations", json={"operations": [operation]})
    assert [each["type"] for each in told.json()] == ["entry"], told.text


def test_a_phone_learns_how_many_answered_and_nothing_of_it(
    installation: Installation, workshop: Listed
) -> None:
    anna = installation.joined(workshop)
    answer(anna, workshop)
    told = installation.joined(workshop).get(f"/api/workshops/{workshop.id}/reflections")
    assert (told.json(), told.headers["cache-control"]) == ({"answered": 1}, "no-store")


def test_a_researcher_takes_the_counts_and_no_sentence(installation: Installation, workshop: Listed) -> None:
    for _ in range(10):
        answer(installation.joined(workshop), workshop)
    researcher = installation.signed_in(installation.colleague(Role.RESEARCHER), page=False)
    told = researcher.get(f"/api/workshops/{workshop.id}/reflections.csv")
    assert told.headers["content-type"].startswith("text/csv")
    assert "heard,I could say what I wanted to.,10,10,0,0" in told.text
    assert "Nobody" not in told.text


def test_a_participant_takes_no_counts(installation: Installation, workshop: Listed) -> None:
    told = installation.joined(workshop).get(f"/api/workshops/{workshop.id}/reflections.csv")
    assert told.status_code == 403
