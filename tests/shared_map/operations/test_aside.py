import pytest

from tests.support.hall import Hall, agrees, connection, made_id, point
from tests.support.moderation import done


@pytest.fixture
def hall() -> Hall:
    return Hall()


def test_what_is_put_aside_its_author_and_the_facilitators_see_and_nobody_else(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    start, end = hall.place(anna), hall.place(bashir, "Park", geometry=point(-0.4))
    line = bashir.new_id()
    hall.do(bashir, "connection.draw", **connection(line, start, end))
    hall.do(bashir, "me_too.add", place=start)
    done(hall, hall.facilitator, "place.hide", id=start)
    assert start not in bashir.records
    assert anna.records[start]["fields"]["aside"] == {"cause": "facilitator"}
    assert line not in anna.records, "it is as hidden as its ends"
    assert line in bashir.records
    done(hall, hall.facilitator, "place.unhide", id=start)
    assert {start, line} <= bashir.records.keys() & anna.records.keys()
    agrees(hall, anna, bashir, hall.facilitator)


def test_a_connection_can_be_put_aside_too(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    start, end, line = hall.place(anna), hall.place(anna, "Park"), anna.new_id()
    hall.do(anna, "connection.draw", **connection(line, start, end))
    done(hall, hall.facilitator, "place.hide", id=line)
    assert line not in bashir.records
    assert line in anna.records


def test_harm_does_not_wait_for_a_stage_or_an_open_workshop(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    done(hall, hall.facilitator, "workshop.close")
    done(hall, hall.facilitator, "place.hide", id=place)
    assert place not in bashir.records


def test_the_authors_own_wish_stands_when_it_is_shown_again(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna, visibility="facilitators")
    done(hall, hall.facilitator, "place.hide", id=place)
    done(hall, hall.facilitator, "place.unhide", id=place)
    assert place not in bashir.records


def test_all_that_one_person_added_is_put_aside_and_comes_back_as_it_was(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    own, already, theirs = hall.place(anna), hall.place(anna, "Aside"), hall.place(bashir)
    line = anna.new_id()
    hall.do(anna, "connection.draw", **connection(line, own, theirs))
    hall.do(anna, "me_too.add", place=theirs)
    done(hall, hall.facilitator, "place.hide", id=already)
    before = {record.id: (record.audience, record.fields) for record in hall.host.room.content}
    done(hall, hall.facilitator, "person.revert", person=anna.person)
    mark = f"{theirs}:{anna.person}"
    assert not {own, already, line, mark} & bashir.records.keys()
    assert theirs in bashir.records
    assert anna.records[own]["fields"]["aside"] == {"cause": "person"}
    done(hall, hall.facilitator, "person.restore", person=anna.person)
    assert {record.id: (record.audience, record.fields) for record in hall.host.room.content} == before
    agrees(hall, anna, bashir, hall.facilitator)


def test_a_person_who_added_nothing_changes_nothing(hall: Hall) -> None:
    done(hall, hall.facilitator, "person.revert", person=made_id(5))
    done(hall, hall.facilitator, "person.restore", person=made_id(5))


@pytest.mark.parametrize("kind", ["person.revert", "person.restore"])
def test_participants_put_nobody_aside(hall: Hall, kind: str) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    operation = hall.do(anna, kind, person=bashir.person)
    assert anna.refused[operation].reason == "not_allowed"
