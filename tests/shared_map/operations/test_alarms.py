import pytest

from kithmap.basics.errors import Reason
from kithmap.shared_map.operations.alarms import MOST_OPEN
from tests.support.hall import Hall, agrees, made_id
from tests.support.moderation import done


@pytest.fixture
def hall() -> Hall:
    return Hall()


def alarm(place: str, person: str) -> str:
    return f"alarm:{place}:{person}"


def test_an_alarm_puts_a_place_aside_and_tells_those_who_lead_who_raised_it(hall: Hall) -> None:
    anna, bashir, cat = hall.join(2), hall.join(3), hall.join(4)
    place = hall.place(anna)
    done(hall, bashir, "place.alarm", place=place)
    assert place not in cat.records
    assert place not in bashir.records
    assert anna.records[place]["fields"]["aside"] == {"cause": "alarm"}
    raised = alarm(place, bashir.person)
    assert hall.facilitator.records[raised]["fields"]["answer"] == "open"
    assert raised in bashir.records
    assert raised not in anna.records, "whoever placed it is not told who is afraid"
    agrees(hall, anna, bashir, cat, hall.facilitator)


def test_a_slip_of_the_thumb_is_taken_back_while_nobody_has_looked(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    done(hall, bashir, "place.alarm", place=place)
    done(hall, bashir, "alarm.take_back", place=place)
    assert place in bashir.records
    assert alarm(place, bashir.person) not in hall.facilitator.records


def test_taking_one_alarm_back_leaves_another_ones(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    done(hall, bashir, "place.alarm", place=place)
    done(hall, anna, "place.alarm", place=place)
    done(hall, bashir, "alarm.take_back", place=place)
    assert place not in bashir.records


def test_an_alarm_takes_nothing_back_that_a_facilitator_put_aside(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    done(hall, hall.facilitator, "place.hide", id=place)
    done(hall, anna, "place.alarm", place=place)
    done(hall, anna, "alarm.take_back", place=place)
    assert place not in bashir.records


@pytest.mark.parametrize(("answer", "shown"), [("show", True), ("keep", False), ("open", False)])
def test_those_who_lead_answer_all_alarms_on_a_place_at_once(hall: Hall, answer: str, shown: bool) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    done(hall, bashir, "place.alarm", place=place)
    done(hall, anna, "place.alarm", place=place)
    done(hall, hall.facilitator, "alarm.answer", place=place, answer=answer)
    answers = [
        hall.facilitator.records[alarm(place, phone.person)]["fields"]["answer"] for phone in (anna, bashir)
    ]
    assert answers == [answer, answer]
    assert (place in bashir.records) is shown
    assert (hall.do(bashir, "alarm.take_back", place=place) in bashir.refused) is (answer != "open")


def test_an_answer_that_is_taken_back_puts_the_place_aside_again(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    done(hall, bashir, "place.alarm", place=place)
    done(hall, hall.facilitator, "alarm.answer", place=place, answer="show")
    done(hall, hall.facilitator, "alarm.answer", place=place, answer="open")
    assert place not in bashir.records


def test_an_alarm_works_when_the_workshop_is_over_and_only_on_what_one_sees(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place, secret = hall.place(anna), hall.place(anna, visibility="facilitators")
    done(hall, hall.facilitator, "workshop.close")
    assert hall.do(bashir, "place.alarm", place=secret) in bashir.refused
    done(hall, bashir, "place.alarm", place=place)
    assert place not in bashir.records


def test_what_nobody_was_alarmed_about_has_no_answer(hall: Hall) -> None:
    lead = hall.facilitator
    place = hall.place(hall.join(2))
    assert hall.do(lead, "alarm.answer", place=place, answer="show") in lead.refused
    assert hall.do(lead, "alarm.take_back", place=made_id(4)) in lead.refused


def test_a_place_that_is_removed_and_restored_keeps_its_alarm(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    done(hall, bashir, "place.alarm", place=place)
    done(hall, anna, "place.remove", place=place)
    assert alarm(place, bashir.person) not in hall.facilitator.records
    done(hall, anna, "place.restore", place=place)
    assert alarm(place, bashir.person) in hall.facilitator.records
    assert alarm(place, bashir.person) not in anna.records


def test_one_person_has_so_many_alarms_open_and_an_answer_makes_room_for_another(hall: Hall) -> None:
    anna, bashir, lead = hall.join(2), hall.join(3), hall.facilitator
    places = [hall.place(anna, f"Place {number}") for number in range(MOST_OPEN + 1)]
    for place in places[:MOST_OPEN]:
        done(hall, bashir, "place.alarm", place=place)
    last = places[MOST_OPEN]
    refused = hall.do(bashir, "place.alarm", place=last)
    assert bashir.refused[refused].reason is Reason.TOO_MUCH
    assert last in bashir.records
    done(hall, lead, "alarm.answer", place=places[0], answer="keep")
    done(hall, bashir, "place.alarm", place=last)


def test_what_was_alarmed_about_already_is_no_further_alarm(hall: Hall) -> None:
    anna = hall.join(2)
    places = [hall.place(anna, f"Place {number}") for number in range(MOST_OPEN)]
    for place in (*places, places[0]):
        done(hall, anna, "place.alarm", place=place)


def test_putting_aside_all_that_a_person_added_leaves_their_alarms(hall: Hall) -> None:
    anna, bashir, lead = hall.join(2), hall.join(3), hall.facilitator
    place = hall.place(anna)
    done(hall, bashir, "place.alarm", place=place)
    done(hall, lead, "person.revert", person=bashir.person)
    assert lead.records[alarm(place, bashir.person)]["fields"]["answer"] == "open"
    assert anna.records[place]["fields"]["aside"] == {"cause": "alarm"}
