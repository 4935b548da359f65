"""The room: numbers, storing before telling, sessions; by the numbers of SPEC.md."""

import gzip
from datetime import timedelta
from typing import Any

import orjson
import pytest

from kithmap.basics.actors import Role
from kithmap.basics.errors import Reason
from kithmap.state import WorkshopRules
from kithmap.sync.effects import CloseReason, CloseSession, Persist, Send
from kithmap.sync.entry import entry_to_json
from kithmap.sync.protocol import (
    PROTOCOL_VERSION,
    AlreadyMessage,
    CatchUp,
    EntryMessage,
    Fetch,
    Hello,
    Ping,
    Pong,
    PresenceMessage,
    PresenceUpdate,
    Submit,
    SubmittedOperation,
    Welcome,
)
from kithmap.sync.replay import replay
from tests.support.hall import (
    NOON,
    WORKSHOP,
    Hall,
    Host,
    Phone,
    agrees,
    asset,
    connection,
    load,
    made_id,
)


@pytest.fixture
def hall() -> Hall:
    return Hall()


def submit(phone: Phone, kind: str, **payload: Any) -> str:
    """Send an operation all the way up, and answer nothing yet."""
    operation = phone.ask(kind, **payload)
    assert phone.line is not None
    phone.line.arrive_up()
    return operation


def test_n1_entries_are_numbered_from_one_without_gaps(hall: Hall) -> None:
    anna = hall.join(2)
    for title in ("Hall", "Park", "Shop"):
        hall.place(anna, title)
    assert [entry.number for entry in hall.log.entries(WORKSHOP, 0)] == [1, 2, 3, 4, 5, 6]


def test_n2_a_phone_whose_clock_is_a_day_wrong_takes_its_turn_like_any_other(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    early = SubmittedOperation(
        id=made_id(1),
        kind="asset.edit",
        payload={"place": place, "set": {"title": "Later"}},
        device_time="2026-04-30T12:00Z",
    )
    hall.do(anna, "asset.edit", place=place, set={"title": "First"})
    anna.pending[early.id] = early
    assert anna.line is not None
    anna.line.send(Submit(type="submit", operations=[early]))
    hall.host.settle()
    assert bashir.records[place]["fields"]["title"] == "Later"
    agrees(hall, anna, bashir)


def test_n2_eleven_operations_in_one_millisecond_keep_the_order_in_which_they_arrived(hall: Hall) -> None:
    anna = hall.join(2)
    titles = [f"Place {count}" for count in range(11)]
    for title in titles:
        anna.ask("asset.place", **asset(anna.new_id(), title))
    hall.host.settle()
    stored = [entry.payload["title"] for entry in hall.log.entries(WORKSHOP, 3) if entry.payload]
    assert stored == titles


def test_n3_a_room_that_loses_the_race_takes_in_the_other_and_decides_again() -> None:
    hall = Hall()
    other = Host(hall.log)
    anna, bashir = hall.join(2), Phone(3)
    bashir.connect(other)
    other.settle()
    place = hall.place(anna, "Fern Hall")
    other.look()
    other.settle()
    anna.ask("place.remove", place=place)
    bashir.ask("me_too.add", place=place)
    for host in (hall.host, other):
        for line in list(host.lines.values()):
            while line.up:
                line.arrive_up()
    hall.host.settle()
    other.settle()
    assert [refused.reason for refused in bashir.refused.values()] == [Reason.REMOVED]
    hall.host.look()
    hall.host.settle()
    agrees(hall, anna, bashir)


def test_n4_a_records_version_is_the_number_of_the_entry_that_changed_it(hall: Hall) -> None:
    anna = hall.join(2)
    place = hall.place(anna)
    assert anna.records[place]["version"] == 4
    hall.do(anna, "asset.edit", place=place, set={"note": "Open on Fridays"})
    assert anna.records[place]["version"] == 5


def test_p1_nothing_is_told_before_it_is_stored(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    heard = len(bashir.heard)
    anna.ask("asset.place", **asset(anna.new_id()))
    assert anna.line is not None
    assert bashir.line is not None
    anna.line.arrive_up()
    assert not anna.line.down
    assert not bashir.line.down
    hall.host.commit()
    hall.host.settle()
    assert len(bashir.heard) == heard + 1


def test_p1_a_server_that_stops_before_the_commit_has_told_nobody(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    anna.ask("asset.place", **asset(anna.new_id()))
    assert anna.line is not None
    anna.line.arrive_up()
    hall.host.crash(after_commit=False)
    for phone in (bashir, anna):
        phone.connect(hall.host)
        hall.host.settle()
    assert not anna.pending
    agrees(hall, anna, bashir)


def test_p1_a_server_that_stops_after_the_commit_and_before_telling_loses_nothing(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    anna.ask("asset.place", **asset(anna.new_id()))
    assert anna.line is not None
    anna.line.arrive_up()
    hall.host.crash(after_commit=True)
    bashir.connect(hall.host)
    anna.connect(hall.host)
    hall.host.settle()
    assert anna.accepted
    assert hall.log.last_number(WORKSHOP) == 4
    agrees(hall, anna, bashir)


def test_p2_what_arrives_during_a_commit_shares_the_next_one(hall: Hall) -> None:
    phones = [hall.join(count) for count in range(2, 7)]
    for phone in phones:
        phone.ask("asset.place", **asset(phone.new_id()))
        assert phone.line is not None
        phone.line.arrive_up()
    assert hall.host.storing is not None
    assert len(hall.host.storing.entries) == 1
    hall.host.commit()
    assert len(hall.host.storing.entries) == 4


def test_p3_operations_of_one_batch_see_those_before_them(hall: Hall) -> None:
    anna = hall.join(2)
    start, end = anna.new_id(), anna.new_id()
    operations = [
        SubmittedOperation(id=made_id(10), kind="asset.place", payload=asset(start)),
        SubmittedOperation(id=made_id(11), kind="asset.place", payload=asset(end)),
        SubmittedOperation(
            id=made_id(12), kind="connection.draw", payload=connection(made_id(13), start, end)
        ),
        SubmittedOperation(id=made_id(14), kind="place.remove", payload={"place": start}),
        SubmittedOperation(
            id=made_id(15),
            kind="connection.edit",
            payload={"connection": made_id(13), "set": {"directed": True}},
        ),
        SubmittedOperation(id=made_id(16), kind="place.restore", payload={"place": start}),
    ]
    assert anna.line is not None
    anna.line.send(Submit(type="submit", operations=operations))
    hall.host.settle()
    assert anna.refused.keys() == {made_id(15)}
    assert {start, end, made_id(13)} <= anna.records.keys()
    agrees(hall, anna)


def test_p4_when_storing_fails_the_asker_is_told_and_the_room_goes_on(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    lost = anna.ask("asset.place", **asset(anna.new_id()))
    assert anna.line is not None
    anna.line.arrive_up()
    hall.host.commit(fails=True)
    hall.host.settle()
    assert anna.refused[lost].reason is Reason.NOT_STORED
    hall.place(anna, "Second try")
    agrees(hall, anna, bashir)


def test_p5_a_page_that_joins_during_a_commit_gets_the_stored_state_and_then_the_entry(hall: Hall) -> None:
    anna = hall.join(2)
    place = anna.new_id()
    anna.ask("asset.place", **asset(place))
    assert anna.line is not None
    anna.line.arrive_up()
    late = Phone(9)
    late.connect(hall.host)
    assert late.line is not None
    late.line.arrive_up()
    late.line.arrive_down()
    late.line.arrive_down()
    assert place not in late.records
    hall.host.settle()
    agrees(hall, late)


def test_s1_an_old_connection_that_ends_late_does_not_touch_the_new_one(hall: Hall) -> None:
    anna = hall.join(2)
    old = anna.line
    assert old is not None
    anna.connect(hall.host)
    hall.host.settle()
    old.drop()
    hall.place(hall.facilitator, "After")
    assert anna.line is not None
    agrees(hall, anna)


def test_s2_a_page_of_another_version_is_closed_with_a_reason(hall: Hall) -> None:
    effects = hall.host.room.receive(
        "s", Phone(8).viewer, Hello(type="hello", protocol=PROTOCOL_VERSION + 1, after=None), NOON
    )
    assert effects == [CloseSession("s", CloseReason.PAGE_TOO_OLD)]


def test_s3_a_person_whose_role_is_taken_away_is_closed_at_once(hall: Hall) -> None:
    anna = hall.join(2)
    assert anna.line is not None
    session = anna.line.session
    assert hall.host.room.change_role(anna.person, None) == [CloseSession(session, CloseReason.REMOVED)]
    assert session not in hall.host.room.sessions


def test_s4_a_changed_role_starts_from_what_it_may_see() -> None:
    hall = Hall(blind=True)
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    bashir.viewer = type(bashir.viewer)(bashir.person, Role.FACILITATOR)
    hall.host.run(hall.host.room.change_role(bashir.person, bashir.viewer))
    hall.host.settle()
    assert place in bashir.records
    welcome = [message for message in bashir.heard if isinstance(message, Welcome)][-1]
    assert welcome.role is Role.FACILITATOR


def test_s5_every_close_reason_has_a_code_of_its_own_in_the_private_range() -> None:
    codes = [reason.code for reason in CloseReason]
    assert len(set(codes)) == len(codes)
    assert all(4000 <= code < 5000 for code in codes)


def test_s6_a_plain_request_is_answered_without_joining(hall: Hall) -> None:
    anna = Phone(2)
    operation = SubmittedOperation(id=made_id(5), kind="asset.place", payload=asset(made_id(6)))
    effects = hall.host.room.receive(
        "request", anna.viewer, Submit(type="submit", operations=[operation]), NOON
    )
    assert [type(effect) for effect in effects] == [Persist]
    answers = [effect for effect in hall.host.room.stored() if isinstance(effect, Send)]
    assert [
        (answer.session, answer.message.operation)
        for answer in answers
        if isinstance(answer.message, EntryMessage)
    ] == [("request", operation.id)]
    again = hall.host.room.receive("other", anna.viewer, Submit(type="submit", operations=[operation]), NOON)
    assert again == [Send("other", AlreadyMessage(operation=operation.id, number=4))]


def test_a_fetch_and_a_ping_are_answered(hall: Hall) -> None:
    viewer = Phone(2).viewer
    assert hall.host.room.receive("s", viewer, Ping(type="ping"), NOON) == [Send("s", Pong())]
    [answer] = hall.host.room.receive("s", viewer, Fetch(type="fetch", after=3), NOON)
    assert isinstance(answer, Send)
    assert answer.message == CatchUp(after=3, snapshot=None, number=3, changes=[])


def test_p1_a_refusal_that_rests_on_an_unstored_entry_waits_for_it(hall: Hall) -> None:
    anna = hall.join(2)
    place = hall.place(anna)
    submit(anna, "place.remove", place=place)
    hall.host.commit(fails=True)
    hall.host.settle()
    assert place in anna.records
    submit(anna, "asset.edit", place=place, set={"title": "Busy"})
    gone = submit(anna, "place.remove", place=place)
    late = submit(anna, "asset.edit", place=place, set={"title": "Late"})
    hall.host.commit()
    assert late not in anna.refused
    hall.host.settle()
    assert gone in anna.accepted
    assert anna.refused[late].reason is Reason.REMOVED
    agrees(hall, anna)


def test_r1_presence_is_told_and_never_stored(hall: Hall) -> None:
    anna = hall.join(2)
    number = hall.log.last_number(WORKSHOP)
    for state in ("idle", "active"):
        hall.host.now += timedelta(seconds=2)
        update = PresenceUpdate(type="presence", state=state)
        hall.host.run(hall.host.room.receive(anna.line.session, anna.viewer, update, hall.host.now))  # type: ignore[union-attr]
    hall.host.settle()
    assert any(isinstance(message, PresenceMessage) for message in anna.heard)
    assert hall.log.last_number(WORKSHOP) == number


def test_e1_names_are_no_part_of_entries_records_or_snapshots(hall: Hall) -> None:
    anna = hall.join(2)
    hall.place(anna)
    written = orjson.dumps([entry_to_json(entry) for entry in hall.log.entries(WORKSHOP, 0)])
    catch_up = next(message for message in anna.heard if isinstance(message, CatchUp))
    assert catch_up.snapshot is not None
    body = gzip.decompress(hall.host.room.snapshot(catch_up.snapshot) or b"")
    for told in (written, body):
        assert anna.viewer.name.encode() not in told
        assert anna.viewer.alias.encode() not in told


def test_e2_e3_redacting_blanks_a_persons_words_and_the_log_still_replays(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna, "Her own words")
    hall.do(bashir, "me_too.add", place=place)
    hall.do(anna, "place.remove", place=place)
    hall.place(bashir, "His stay")
    assert hall.log.redact(WORKSHOP, anna.person, NOON) > 0
    written = orjson.dumps([entry_to_json(entry) for entry in hall.log.entries(WORKSHOP, 0)])
    assert b"Her own words" not in written
    assert b"His stay" in written
    assert [entry.number for entry in hall.log.entries(WORKSHOP, 0)] == list(range(1, 8))
    report = replay(hall.log.entries(WORKSHOP, 0), WorkshopRules())
    stored, _ = load(hall.log)
    assert {record.id for record in report.content} == {record.id for record in stored}
