"""What each page is shown: audience and catching up; by the numbers of SPEC.md."""

import gc
import gzip
from types import FunctionType, MethodType, ModuleType

import pytest

from kithmap.sync.effects import Broadcast, Persist
from kithmap.sync.protocol import (
    CatchUp,
    EntryMessage,
)
from tests.agreement.room import AgreeingHall
from tests.support.hall import (
    Hall,
    Phone,
    agrees,
    asset,
)


@pytest.fixture
def hall() -> Hall:
    return Hall()


def test_v2_in_a_blind_round_others_receive_the_number_and_nothing_else() -> None:
    hall = Hall(blind=True)
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna, "Secret garden")
    told = [message for message in bashir.heard if isinstance(message, EntryMessage)][-1]
    assert told == EntryMessage(number=4)
    assert place in anna.records
    assert place in hall.facilitator.records
    agrees(hall, anna, bashir, hall.facilitator)


def test_v3_a_place_hidden_later_reaches_others_as_a_removal(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    assert place in bashir.records
    hall.do(hall.facilitator, "asset.edit", place=place, set={"visibility": "facilitators"})
    assert place not in bashir.records
    assert place in anna.records
    agrees(hall, anna, bashir, hall.facilitator)


def test_v6_the_author_of_a_place_is_not_told_who_hid_it(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    operation = hall.do(bashir, "place.alarm", place=place)
    told = {
        phone: [message for message in phone.heard if isinstance(message, EntryMessage)][-1]
        for phone in (anna, bashir, hall.facilitator)
    }
    assert (told[anna].person, told[anna].operation, told[anna].kind) == (None, None, None)
    assert anna.records[place]["fields"]["aside"] == {"cause": "alarm"}
    assert told[bashir].operation == told[hall.facilitator].operation == operation
    assert told[hall.facilitator].person == bashir.person


def test_v4_what_everyone_may_see_is_one_message_for_all(hall: Hall) -> None:
    anna = hall.join(2)
    anna.ask("asset.place", **asset(anna.new_id()))
    assert anna.line is not None
    anna.line.arrive_up()
    persist, hall.host.storing = hall.host.storing, None
    assert isinstance(persist, Persist)
    told = hall.host.room.stored()[0]
    assert isinstance(told, Broadcast)
    assert told.leading is told.others
    assert not told.persons


def test_v5_the_one_who_asked_receives_the_operations_id_even_where_they_see_no_change() -> None:
    hall = Hall(blind=True)
    anna = hall.join(2)
    asked = hall.do(anna, "asset.place", **asset(anna.new_id()))
    told = [message for message in anna.heard if isinstance(message, EntryMessage)][-1]
    assert told.operation == asked


def test_c1_a_returning_page_receives_only_what_it_missed(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    assert bashir.line is not None
    bashir.line.drop()
    for title in ("Hall", "Park"):
        hall.place(anna, title)
    bashir.connect(hall.host)
    hall.host.settle()
    caught = [message for message in bashir.heard if isinstance(message, CatchUp)][-1]
    assert caught.snapshot is None
    assert len(caught.changes) == 2
    agrees(hall, bashir)


def test_c1_a_page_that_missed_a_number_fetches_what_follows(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    anna.ask("asset.place", **asset(anna.new_id(), "Lost on the way"))
    assert anna.line is not None
    assert bashir.line is not None
    anna.line.arrive_up()
    hall.host.commit()
    bashir.line.down.clear()
    hall.place(anna, "Arrives")
    assert any(isinstance(message, CatchUp) and message.after == 3 for message in bashir.heard)
    agrees(hall, anna, bashir)


def test_c1_joining_in_the_middle_of_a_burst_misses_nothing(hall: Hall) -> None:
    anna = hall.join(2)
    late = Phone(9)
    for count in range(40):
        anna.ask("asset.place", **asset(anna.new_id(), f"Place {count}"))
        assert anna.line is not None
        anna.line.arrive_up()
        if count == 20:
            late.connect(hall.host)
            assert late.line is not None
            late.line.arrive_up()
        if count % 3 == 0:
            hall.host.commit()
    hall.host.settle()
    agrees(hall, anna, late)


def test_c3_catching_up_never_tells_what_was_hidden_meanwhile(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    assert bashir.line is not None
    bashir.line.drop()
    place = hall.place(anna, "Refuge at number nine")
    hall.do(anna, "asset.edit", place=place, set={"visibility": "facilitators"})
    bashir.connect(hall.host)
    assert bashir.line is not None
    bashir.line.arrive_up()
    assert b"Refuge" not in b"".join(bashir.line.down)
    hall.host.settle()
    agrees(hall, bashir)


def test_c4_a_snapshot_is_encoded_once_for_all_who_join(hall: Hall) -> None:
    hall.place(hall.join(2))
    snapshots = {
        message.snapshot
        for count in range(10, 60)
        for message in hall.join(count).heard
        if isinstance(message, CatchUp)
    }
    assert len(snapshots) == 1


def test_c4_a_snapshot_with_something_hidden_since_is_served_no_more(hall: Hall) -> None:
    anna = hall.join(2)
    place = hall.place(anna, "Refuge")
    late = hall.join(3)
    number = next(message.snapshot for message in late.heard if isinstance(message, CatchUp))
    assert number is not None
    assert hall.host.room.snapshot(number) is not None
    hall.do(anna, "place.remove", place=place)
    assert hall.host.room.snapshot(number) is None
    agrees(hall, hall.join(4))


def test_c5_a_number_from_beyond_the_logs_end_starts_from_a_snapshot(hall: Hall) -> None:
    anna = Phone(2)
    anna.number = 999
    anna.records = {"ghost": {}}
    anna.connect(hall.host)
    hall.host.settle()
    agrees(hall, anna)


def test_e4_nothing_in_an_open_room_holds_what_was_erased_and_who_comes_back_hears_only_that_it_is_gone(
    hall: Hall,
) -> None:
    word = "".join(reversed("dleifnerW"))
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna, word)
    hall.join(4)
    assert bashir.line is not None
    bashir.line.drop()
    assert any(word in text for text in texts_in(hall.host.room))
    hall.do(anna, "person.withdraw", person=anna.person)
    assert not [text for text in texts_in(hall.host.room) if word in text]
    bashir.heard.clear()
    bashir.connect(hall.host)
    hall.host.settle()
    [caught_up] = [message for message in bashir.heard if isinstance(message, CatchUp)]
    assert caught_up.model_dump()["changes"] == [{"remove": place}]
    agrees(hall, anna, bashir, hall.facilitator)


def test_e5_nothing_in_an_open_room_holds_what_a_restated_record_quoted() -> None:
    word = "".join(reversed("dleifnerW"))
    hall = AgreeingHall(people=6)
    item, anna = hall.propose(), hall.people[0]
    hall.take_up(item)
    hall.rate(item, *["for"] * 5, "cannot_accept")
    hall.do(anna, "attendance.check_in")
    hall.lead("rating.enter", item=item, revision=0, person=anna.person, choice="against", reason=word)
    hall.join(70)
    assert any(word in text for text in texts_in(hall.host.room))
    hall.do(anna, "person.withdraw", person=anna.person)
    assert not [text for text in texts_in(hall.host.room) if word in text]
    assert any("It leaves us out." in text for text in texts_in(hall.host.room))
    agrees(hall, *hall.people, hall.facilitator, hall.wall)


def texts_in(start: object) -> list[str]:
    """Return every text that an object leads to, unpacked where it is a snapshot's body."""
    passed = (ModuleType, FunctionType, MethodType, type)
    seen: set[int] = set()
    found: list[str] = []
    waiting = [start]
    while waiting:
        each = waiting.pop()
        if id(each) in seen or isinstance(each, passed):
            continue
        seen.add(id(each))
        if isinstance(each, str):
            found.append(each)
        elif isinstance(each, bytes) and each.startswith(b"\x1f\x8b"):
            found.append(gzip.decompress(each).decode())
        else:
            waiting += gc.get_referents(each)
    return found
