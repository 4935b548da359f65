import hashlib
import re
import time

import pytest

from tests.bringing_in.desk import TABLE, Desk, Form, form_in
from tests.bringing_in.test_geojson import collection, feature
from tests.support.bringing_in import COUNCIL
from tests.support.installation import Installation


@pytest.fixture
def desk(installation: Installation) -> Desk:
    return Desk(installation)


def test_what_is_ticked_comes_onto_the_map_and_nothing_else(desk: Desk) -> None:
    form = form_in(desk.preview(TABLE))
    answer = desk.send(form)
    assert answer.status_code == 303
    assert [place.fields["title"] for place in desk.places()] == ["Library", "Rose Garden", "Tea at ten"]
    library, _, tea = desk.places()
    assert library.fields["note"] == "Open on Mondays"
    assert library.fields["provenance"] == COUNCIL
    assert (tea.kind, library.fields["asset_kind"]) == ("meeting_place", "institution")
    page = desk.browser.get(answer.headers["location"]).text
    assert "3 places of this file are on the map now." in page
    assert "3 places of <bdi>Fernside Council</bdi>" in page


def test_a_tick_can_be_set_and_taken_away(desk: Desk) -> None:
    form = form_in(desk.preview(TABLE))
    kept = [(name, value) for name, value in form.fields if name != "rows"]
    desk.send(Form(form.action, [*kept, ("rows", "5"), ("rows", "99")]).set(visibility="public"))
    (place,) = desk.places()
    assert (place.fields["title"], place.fields["outside"]) == ("Far Inn", True)
    assert place.fields["visibility"] == "public"


def test_with_nothing_ticked_nothing_is_changed(desk: Desk) -> None:
    form = form_in(desk.preview(TABLE))
    answer = desk.send(Form(form.action, [(name, value) for name, value in form.fields if name != "rows"]))
    assert answer.status_code == 422
    assert "Nothing was ticked" in answer.text
    assert desk.places() == []


def test_a_form_that_is_sent_twice_brings_them_in_once(desk: Desk) -> None:
    form = form_in(desk.preview(TABLE))
    assert desk.send(form).status_code == desk.send(form).status_code == 303
    assert len(desk.places()) == 3
    kept = [(name, value) for name, value in form.fields if name != "rows"]
    assert desk.send(Form(form.action, [*kept, ("rows", "2"), ("rows", "5")])).status_code == 303
    assert len(desk.places()) == 4


def test_without_whose_data_it_is_nothing_comes_in(desk: Desk) -> None:
    answer = desk.send(form_in(desk.preview(TABLE)).set(whose=""))
    assert answer.status_code == 422
    assert desk.places() == []


def test_those_who_map_see_them_at_once_and_whose_they_are(desk: Desk) -> None:
    desk.installation.ask(desk.workshop, "workshop.open")
    phone = desk.installation.joined(desk.workshop)
    desk.send(form_in(desk.preview(TABLE)))
    features = phone.get(f"/api/workshops/{desk.workshop.id}/export.geojson").json()["features"]
    assert {each["properties"]["title"] for each in features} == {"Library", "Rose Garden", "Tea at ten"}
    assert all(
        each["properties"]["provenance"].startswith("Fernside Council, 2026-03-01.") for each in features
    )


def test_a_workshop_that_ended_meanwhile_takes_nothing(desk: Desk) -> None:
    form = form_in(desk.preview(TABLE))
    desk.installation.ask(desk.workshop, "workshop.open")
    desk.installation.ask(desk.workshop, "workshop.close")
    assert desk.send(form).status_code == 409
    assert desk.places() == []


def test_they_are_taken_back_together(desk: Desk) -> None:
    desk.send(form_in(desk.preview(TABLE)))
    batch = _batch(desk)
    answer = desk.browser.post(f"{desk.path}/take-back", data={"batch": batch})
    assert answer.headers["location"].endswith("?gone=3&stayed=0")
    assert desk.places() == []
    assert "3 places were taken off the map." in desk.browser.get(answer.headers["location"]).text
    again = desk.browser.post(f"{desk.path}/take-back", data={"batch": batch})
    assert again.status_code == 422
    assert "not on the map any more" in again.text


def test_what_people_have_built_on_stays(desk: Desk) -> None:
    desk.send(form_in(desk.preview(TABLE)))
    desk.installation.ask(desk.workshop, "place.alarm", place=desk.places()[0].id)
    answer = desk.browser.post(f"{desk.path}/take-back", data={"batch": _batch(desk)})
    assert answer.headers["location"].endswith("?gone=2&stayed=1")
    page = desk.browser.get(answer.headers["location"]).text
    assert "1 stayed, because people have built on it." in page
    assert len(desk.places()) == 1


def test_two_thousand_come_in_while_the_room_is_heard(desk: Desk) -> None:
    rows = [
        feature(name=hashlib.sha256(bytes([each // 256, each % 256])).hexdigest()[:12])
        | {"geometry": _spot(each)}
        for each in range(2_000)
    ]
    form = form_in(desk.preview(collection(*rows), one_kind="kind:association"))
    assert len(form.values("rows")) == 2_000
    began = time.process_time()
    answer = desk.send(form)
    assert time.process_time() - began < 30
    assert answer.status_code == 303
    assert len(desk.places()) == 2_000
    taken = desk.browser.post(f"{desk.path}/take-back", data={"batch": _batch(desk)})
    assert taken.headers["location"].endswith("?gone=2000&stayed=0")
    assert desk.places() == []


def _spot(number: int) -> dict[str, object]:
    return {
        "type": "Point",
        "coordinates": [-0.7395 + number % 50 * 0.00058, 52.6605 + number // 50 * 0.00048],
    }


def _batch(desk: Desk) -> str:
    found = re.search(r'name="batch" value="([^"]+)"', desk.browser.get(desk.path).text)
    assert found is not None
    return found[1]
