import pytest

from kithmap.basics.errors import Reason
from kithmap.state import WorkshopRules
from kithmap.sync.entry import entry_to_json
from kithmap.sync.replay import replay
from tests.support.hall import WORKSHOP, Hall, agrees, connection


@pytest.fixture
def hall() -> Hall:
    return Hall()


def test_who_withdraws_takes_back_all_they_added_and_what_stood_on_it_goes_with_it(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    hers, slip, his = hall.place(anna, "Wrenfield"), hall.place(anna, "Wrenfeld"), hall.place(bashir)
    hall.do(anna, "place.remove", place=slip)
    line = bashir.new_id()
    hall.do(bashir, "connection.draw", **connection(line, hers, his))
    hall.do(bashir, "me_too.add", place=hers)
    hall.do(anna, "me_too.add", place=his)
    hall.do(hall.facilitator, "workshop.close")
    hall.do(anna, "person.withdraw", person=anna.person)
    for phone in (anna, bashir):
        assert phone.records.keys() == {"workshop", his}
    assert hall.facilitator.records.keys() == {"workshop", "boundary", his}
    assert "Wren" not in repr([entry_to_json(entry) for entry in hall.log.entries(WORKSHOP, 0)])
    assert hall.log.redactions[-1][2] == 4
    agrees(hall, anna, bashir, hall.facilitator)
    assert not replay(hall.log.entries(WORKSHOP, 0), WorkshopRules()).differences


def test_nobody_can_bring_back_what_was_withdrawn(hall: Hall) -> None:
    anna = hall.join(2)
    place = hall.place(anna)
    hall.do(anna, "person.withdraw", person=anna.person)
    for phone in (anna, hall.facilitator):
        refused = hall.do(phone, "place.restore", place=place)
        assert phone.refused[refused].reason is Reason.NOT_FOUND


def test_only_they_and_the_facilitator_can_withdraw_a_person_and_no_facilitator_themselves(
    hall: Hall,
) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    refused = hall.do(bashir, "person.withdraw", person=anna.person)
    assert bashir.refused[refused].reason is Reason.NOT_YOURS
    refused = hall.do(hall.facilitator, "person.withdraw", person=hall.facilitator.person)
    assert hall.facilitator.refused[refused].reason is Reason.NOT_ALLOWED
    assert place in bashir.records
    hall.do(hall.facilitator, "person.withdraw", person=anna.person)
    assert place not in bashir.records


def test_who_withdrew_can_add_again_and_withdraw_again(hall: Hall) -> None:
    anna = hall.join(2)
    hall.place(anna, "Wrenfield")
    hall.do(anna, "person.withdraw", person=anna.person)
    second = hall.place(anna, "Wren again")
    assert second in anna.records
    hall.do(anna, "person.withdraw", person=anna.person)
    assert anna.records.keys() == {"workshop"}
    assert "Wren" not in repr([entry_to_json(entry) for entry in hall.log.entries(WORKSHOP, 0)])
    assert not replay(hall.log.entries(WORKSHOP, 0), WorkshopRules()).differences


def test_what_others_did_later_still_replays_although_it_was_decided_beside_withdrawn_words() -> None:
    hall = Hall(blind=True)
    anna, bashir = hall.join(2), hall.join(3)
    hers = hall.place(anna)
    hall.do(hall.facilitator, "places.reveal")
    his = hall.place(bashir)
    hall.do(bashir, "connection.draw", **connection(bashir.new_id(), hers, his))
    hall.do(hall.facilitator, "places.reveal")
    hall.do(anna, "person.withdraw", person=anna.person)
    assert not replay(hall.log.entries(WORKSHOP, 0), WorkshopRules()).differences


def test_what_was_placed_on_behalf_of_somebody_goes_with_them_from_the_log_too(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    for_anna = {"source": "paper", "on_behalf": anna.person}
    hers, his = hall.place(hall.facilitator, "Wrenfield", **for_anna), hall.place(bashir)
    line = hall.facilitator.new_id()
    words = {"outcome": None, "words": "Wrens nest"}
    hall.do(hall.facilitator, "connection.draw", **connection(line, his, hers), result=words, **for_anna)
    hall.do(anna, "person.withdraw", person=anna.person)
    assert bashir.records.keys() == {"workshop", his}
    assert "Wren" not in repr([entry_to_json(entry) for entry in hall.log.entries(WORKSHOP, 0)])
    agrees(hall, anna, bashir, hall.facilitator)
    assert not replay(hall.log.entries(WORKSHOP, 0), WorkshopRules()).differences
