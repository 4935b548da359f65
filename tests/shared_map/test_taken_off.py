"""What was taken off the map: what is told of it, and that putting back brings all that went with it."""

import pytest

from kithmap.shared_map.taken_off import TakenOff, taken_off
from tests.support.hall import Hall, Phone, agrees, connection, point
from tests.support.moderation import done


@pytest.fixture
def hall() -> Hall:
    return Hall()


def listed(hall: Hall) -> list[TakenOff]:
    content = hall.host.room.content
    return taken_off(content, content.all_removed())


def joined(hall: Hall, person: Phone, start: str, end: str) -> str:
    line = person.new_id()
    done(hall, person, "connection.draw", **connection(line, start, end))
    return line


def test_all_that_anybody_took_off_is_told_with_who_did_it_the_last_first(hall: Hall) -> None:
    anna, bashir, lead = hall.join(2), hall.join(3), hall.facilitator
    first, second = hall.place(anna, "Fern Hall"), hall.place(bashir, "Mill")
    done(hall, anna, "place.remove", place=first)
    done(hall, lead, "place.remove", place=second)
    told = [(each.id, each.titles, each.by) for each in listed(hall)]
    assert told == [(second, ("Mill",), lead.person), (first, ("Fern Hall",), anna.person)]
    assert listed(hall)[0].number > listed(hall)[1].number


def test_putting_a_place_back_brings_its_connections_and_marks(hall: Hall) -> None:
    anna, bashir, lead = hall.join(2), hall.join(3), hall.facilitator
    start, end = hall.place(anna, "Fern Hall"), hall.place(anna, "Mill", geometry=point(-0.4))
    line = joined(hall, bashir, start, end)
    done(hall, bashir, "me_too.add", place=start)
    before = dict(bashir.records)
    done(hall, anna, "place.remove", place=start)
    assert [each.id for each in listed(hall)] == [start], "what went with it is not told apart"
    done(hall, lead, "place.restore", place=start)
    assert {line, f"{start}:{bashir.person}"} <= set(bashir.records)
    assert set(bashir.records) == set(before)
    assert listed(hall) == []
    agrees(hall, anna, bashir, lead)


def test_a_connection_is_told_by_its_two_places_and_only_while_it_can_come_back(hall: Hall) -> None:
    anna, lead = hall.join(2), hall.facilitator
    start, end = hall.place(anna, "Fern Hall"), hall.place(anna, "Mill", geometry=point(-0.4))
    line = joined(hall, anna, start, end)
    done(hall, anna, "connection.remove", connection=line)
    assert [(each.kind, each.titles) for each in listed(hall)] == [("connection", ("Fern Hall", "Mill"))]
    done(hall, lead, "place.remove", place=end)
    assert [each.id for each in listed(hall)] == [end]
    done(hall, lead, "place.restore", place=end)
    done(hall, lead, "connection.restore", connection=line)
    assert line in anna.records


def test_what_its_author_took_back_for_good_is_told_to_nobody(hall: Hall) -> None:
    anna = hall.join(2)
    done(hall, anna, "place.remove", place=hall.place(anna))
    done(hall, anna, "person.withdraw", person=anna.person)
    assert listed(hall) == []
