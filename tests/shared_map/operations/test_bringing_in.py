from typing import Any

import pytest

from kithmap.shared_map.operations.bringing_in import MOST_AT_ONCE
from tests.support.bringing_in import COUNCIL, brought_in, brought_place
from tests.support.hall import Hall, Phone, agrees, connection, made_id, point
from tests.support.moderation import done

BATCH = made_id(700)


@pytest.fixture
def hall() -> Hall:
    return Hall()


def bring(hall: Hall, *places: Any, **more: Any) -> None:
    done(hall, hall.facilitator, "places.bring_in", **brought_in(BATCH, *places, **more))


def refused(hall: Hall, phone: Phone, kind: str, **payload: Any) -> tuple[str, str]:
    operation = hall.do(phone, kind, **payload)
    answer = phone.refused[operation]
    return answer.reason, answer.message


def test_places_of_a_file_come_onto_everyones_map_and_say_whose_they_are(hall: Hall) -> None:
    anna = hall.join(2)
    library, market = made_id(901), made_id(902)
    bring(hall, brought_place(library), brought_place(market, "Market", asset_kind=None))
    fields = anna.records[library]["fields"]
    assert fields["provenance"] == COUNCIL
    assert fields["placed"] == {
        "round": 1,
        "blind": False,
        "revealed": False,
        "source": "brought_in",
        "batch": BATCH,
    }
    assert (fields["precision"], fields["visibility"], fields["outside"]) == ("exact", "partners", False)
    assert anna.records[market]["kind"] == "meeting_place"
    assert anna.records[market]["fields"]["meeting"]["how_often"] is None
    agrees(hall, anna, hall.facilitator)


def test_for_whom_they_are_is_chosen_for_all_of_them(hall: Hall) -> None:
    bring(hall, brought_place(made_id(901)), brought_place(made_id(902)), visibility="public")
    assert {hall.facilitator.records[made_id(number)]["fields"]["visibility"] for number in (901, 902)} == {
        "public"
    }


def test_what_lies_outside_the_boundary_is_kept_and_flagged(hall: Hall) -> None:
    bring(hall, brought_place(made_id(901), geometry=point(5.0)))
    assert hall.facilitator.records[made_id(901)]["fields"]["outside"]


def test_in_a_blind_round_they_are_held_back_as_all_is_that_those_who_lead_place() -> None:
    hall = Hall(blind=True)
    anna = hall.join(2)
    bring(hall, brought_place(made_id(901)))
    assert made_id(901) not in anna.records
    done(hall, hall.facilitator, "places.reveal")
    assert made_id(901) in anna.records


def test_only_those_who_lead_bring_in_and_take_back(hall: Hall) -> None:
    anna = hall.join(2)
    bring(hall, brought_place(made_id(901)))
    payload = brought_in(made_id(701), brought_place(made_id(902)))
    assert refused(hall, anna, "places.bring_in", **payload)[0] == "not_allowed"
    assert refused(hall, anna, "places.take_back", places=[made_id(901)])[0] == "not_allowed"


@pytest.mark.parametrize(
    "wrong",
    [
        {"provenance": {**COUNCIL, "whose": " "}},
        {"provenance": {**COUNCIL, "licence": ""}},
        {"provenance": {**COUNCIL, "day": "2026-02-30"}},
        {"provenance": {**COUNCIL, "day": "last year"}},
        {"places": []},
        {"places": [brought_place(made_id(901 + number)) for number in range(MOST_AT_ONCE + 1)]},
        {"places": [brought_place(made_id(901)), brought_place(made_id(901))]},
        {"places": [brought_place(made_id(901), asset_kind="no such kind")]},
        {"places": [brought_place(made_id(901), title="x" * 81)]},
        {"places": [brought_place(made_id(901), geometry={"type": "Point", "coordinates": [500, 1]})]},
    ],
)
def test_what_is_not_sound_is_refused_whole(hall: Hall, wrong: Any) -> None:
    payload = {**brought_in(BATCH, brought_place(made_id(999))), **wrong}
    assert refused(hall, hall.facilitator, "places.bring_in", **payload)[0] == "bad_fields"
    assert not [each for each in hall.facilitator.records.values() if each["kind"] == "asset"]


def test_a_place_is_brought_in_once(hall: Hall) -> None:
    bring(hall, brought_place(made_id(901)))
    again = brought_in(BATCH, brought_place(made_id(901)))
    assert refused(hall, hall.facilitator, "places.bring_in", **again)[0] == "already_there"


def test_after_the_workshop_closed_nothing_comes_in(hall: Hall) -> None:
    done(hall, hall.facilitator, "workshop.close")
    payload = brought_in(BATCH, brought_place(made_id(901)))
    assert refused(hall, hall.facilitator, "places.bring_in", **payload)[0] == "closed"


def test_an_ordinary_place_cannot_pretend_to_be_from_a_file(hall: Hall) -> None:
    payload = {"place": made_id(901), "title": "Library", "asset_kind": "institution", "geometry": point()}
    answer = refused(hall, hall.facilitator, "asset.place", **payload, source="brought_in")
    assert answer[0] == "bad_fields"


def test_they_are_taken_back_together(hall: Hall) -> None:
    anna = hall.join(2)
    places = [made_id(901), made_id(902)]
    bring(hall, *map(brought_place, places))
    done(hall, hall.facilitator, "places.take_back", places=places)
    assert not set(places) & set(anna.records)
    done(hall, hall.facilitator, "place.restore", place=places[0])
    assert places[0] in anna.records
    agrees(hall, anna, hall.facilitator)


def test_what_others_stand_on_stays_when_the_rest_is_taken_back(hall: Hall) -> None:
    anna = hall.join(2)
    marked, joined, connected, free = (made_id(901 + number) for number in range(4))
    bring(hall, *map(brought_place, (marked, joined, connected, free)))
    own = hall.place(anna, "The library")
    hall.do(anna, "me_too.add", place=marked)
    hall.do(anna, "connection.draw", **connection(anna.new_id(), connected, own))
    done(hall, hall.facilitator, "places.merge", keep=joined, others=[own])
    done(hall, hall.facilitator, "places.take_back", places=[marked, joined, connected, free])
    assert {marked, joined, connected} <= set(anna.records)
    assert free not in anna.records
    agrees(hall, anna, hall.facilitator)
    answer = refused(hall, hall.facilitator, "places.take_back", places=[marked, joined])
    assert answer[0] == "changed_since"


def test_what_people_mapped_themselves_is_not_taken_back_in_this_way(hall: Hall) -> None:
    bring(hall, brought_place(made_id(901)))
    places = [made_id(901), hall.place(hall.join(2))]
    assert refused(hall, hall.facilitator, "places.take_back", places=places)[0] == "not_allowed"


def test_what_came_from_a_file_gives_nobody_a_voice_when_it_is_joined(hall: Hall) -> None:
    anna = hall.join(2)
    bring(hall, brought_place(made_id(901)))
    own = hall.place(anna, "The library")
    done(hall, hall.facilitator, "places.merge", keep=own, others=[made_id(901)])
    assert not [record for record in anna.records.values() if record["kind"] == "me_too"]
