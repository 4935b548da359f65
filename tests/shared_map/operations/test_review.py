from typing import Any

import pytest

from tests.support.hall import Hall, Phone, agrees, connection, photo, point
from tests.support.moderation import done, moderated_round


@pytest.fixture
def hall() -> Hall:
    hall = Hall()
    moderated_round(hall)
    return hall


def review(phone: Phone, record: str) -> dict[str, Any] | None:
    found: dict[str, Any] | None = phone.records[record]["fields"].get("review")
    return found


def test_in_a_moderated_round_what_participants_add_waits_and_says_that_it_was_placed_so(hall: Hall) -> None:
    anna, bashir, wall = hall.join(2), hall.join(3), hall.join(4)
    start, end = hall.place(anna, "Hall"), hall.place(anna, "Park", geometry=point(-0.4))
    line = anna.new_id()
    hall.do(anna, "connection.draw", **connection(line, start, end))
    for record in (start, end, line):
        assert review(anna, record) == review(hall.facilitator, record) == {"state": "waiting"}
        assert record not in bashir.records
        assert record not in wall.records
    assert anna.records[start]["fields"]["placed"]["moderated"] is True


def test_what_a_facilitator_adds_and_every_me_too_waits_for_nobody(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(hall.facilitator)
    hall.do(anna, "me_too.add", place=place)
    assert {place, f"{place}:{anna.person}"} <= bashir.records.keys()


def test_a_direct_round_says_nothing_of_reviews_so_that_old_logs_go_on() -> None:
    hall = Hall()
    anna = hall.join(2)
    place = hall.place(anna)
    assert "review" not in anna.records[place]["fields"]
    assert "moderated" not in anna.records[place]["fields"]["placed"]
    assert "moderated" not in anna.records["workshop"]["fields"]["round"]


def test_approving_shows_several_at_once_with_what_was_drawn_between_them(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    start, end = hall.place(anna, "Hall"), hall.place(anna, "Park", geometry=point(-0.4))
    line = anna.new_id()
    hall.do(anna, "connection.draw", **connection(line, start, end))
    done(hall, hall.facilitator, "place.approve", ids=[line, start])
    assert start in bashir.records
    assert line not in bashir.records, "its other end waits"
    done(hall, hall.facilitator, "place.approve", ids=[end, end, start])
    assert {start, end, line} <= bashir.records.keys()
    agrees(hall, anna, bashir, hall.facilitator)


def test_what_comes_back_tells_its_author_why_and_waits_again_once_it_is_corrected(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna, "My house")
    done(hall, hall.facilitator, "place.return", id=place, reason="home", words="The hall next door?")
    returned = {"state": "returned", "reason": "home", "words": "The hall next door?"}
    assert review(anna, place) == returned
    assert place not in bashir.records
    done(hall, hall.facilitator, "workshop.start_round", blind=False)
    done(hall, anna, "asset.edit", place=place, set={"precision": "neighbourhood"})
    assert review(anna, place) == returned, "how exactly it is shown is no correction"
    done(hall, anna, "place.move", place=place, geometry=point(-0.45))
    assert review(anna, place) == {"state": "waiting"}


def test_a_reason_in_own_words_needs_words(hall: Hall) -> None:
    place = hall.place(hall.join(2))
    operation = hall.do(hall.facilitator, "place.return", id=place, reason="other", words="  ")
    assert hall.facilitator.refused[operation].reason == "bad_fields"


def test_what_never_waited_cannot_come_back_and_is_not_queued() -> None:
    hall = Hall()
    lead, anna = hall.facilitator, hall.join(2)
    place = hall.place(anna)
    assert hall.do(lead, "place.return", id=place, reason="spot") in lead.refused
    done(hall, lead, "place.queue", ids=[place])
    done(hall, lead, "place.approve", ids=[place])
    assert review(anna, place) is None


def test_an_approval_that_is_taken_back_waits_again(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    done(hall, hall.facilitator, "place.approve", ids=[place])
    done(hall, hall.facilitator, "place.queue", ids=[place])
    assert review(anna, place) == {"state": "waiting"}
    assert place not in bashir.records


@pytest.mark.parametrize(
    ("kind", "more", "waits"),
    [
        ("asset.edit", {"set": {"title": "Something else"}}, True),
        ("asset.edit", {"set": {"visibility": "public"}}, False),
        ("asset.edit", {"set": {"precision": "street"}}, False),
        ("place.move", {"geometry": point(-0.3)}, True),
        ("place.set_photo", {"photo": photo("01900000-0000-7000-8000-00000000cccc")}, True),
    ],
)
def test_an_author_who_changes_what_others_read_is_looked_at_once_more(
    hall: Hall, kind: str, more: dict[str, Any], waits: bool
) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    done(hall, hall.facilitator, "place.approve", ids=[place])
    done(hall, anna, kind, place=place, **more)
    assert review(anna, place) == {"state": "waiting" if waits else "approved"}
    assert (place in bashir.records) is not waits


def test_a_facilitators_correction_needs_no_other_look(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna, "Fern Hal")
    done(hall, hall.facilitator, "place.approve", ids=[place])
    done(hall, hall.facilitator, "asset.edit", place=place, set={"title": "Fern Hall"})
    assert bashir.records[place]["fields"]["title"] == "Fern Hall"


def test_what_waits_stays_so_when_a_direct_round_begins(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    done(hall, hall.facilitator, "workshop.start_round", blind=False)
    assert place not in bashir.records
    assert hall.place(anna, "At once") in bashir.records


@pytest.mark.parametrize("kind", ["place.approve", "place.queue"])
def test_participants_approve_nothing(hall: Hall, kind: str) -> None:
    anna = hall.join(2)
    operation = hall.do(anna, kind, ids=[hall.place(anna)])
    assert anna.refused[operation].reason == "not_allowed"
