"""The engine's rules, by the numbers of SPEC.md."""

from datetime import timedelta
from typing import Any

import pytest

from kithmap.basics.actors import Role
from kithmap.basics.errors import Reason
from kithmap.basics.operations import Asked
from kithmap.basics.records import Changes, View
from kithmap.state import WorkshopRules
from kithmap.storage.oplog.memory import MemoryLog
from kithmap.sync.allowance import Limits
from kithmap.sync.effects import Broadcast, CloseReason, CloseSession, Persist, Send
from kithmap.sync.log import Batch
from kithmap.sync.protocol import (
    PROTOCOL_VERSION,
    AlreadyMessage,
    CatchUp,
    EntryMessage,
    Fetch,
    Hello,
    Ping,
    Pong,
    RefusedMessage,
    Submit,
    SubmittedOperation,
    Welcome,
)
from tests.support.hall import (
    NOON,
    WORKSHOP,
    Hall,
    Host,
    Phone,
    asset,
    begin,
    connection,
    load,
    made_id,
    normal,
    point,
    projected,
)


@pytest.fixture
def hall() -> Hall:
    return Hall()


def agrees(hall: Hall, *phones: Phone) -> None:
    content, _ = load(hall.log)
    for phone in phones:
        assert normal(phone.records) == projected(content, phone.viewer)
        assert phone.number == content.number


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


def test_i2_an_operation_sent_again_after_a_lost_answer_is_answered_with_its_number(hall: Hall) -> None:
    anna = hall.join(2)
    line = anna.line
    assert line is not None
    anna.ask("asset.place", **asset(anna.new_id()))
    line.arrive_up()
    hall.host.commit()
    line.drop()
    assert anna.pending
    anna.connect(hall.host)
    hall.host.settle()
    assert not anna.pending
    assert list(anna.accepted.values()) == [4]
    assert [type(message) for message in anna.heard].count(AlreadyMessage) == 1
    assert hall.log.last_number(WORKSHOP) == 4
    agrees(hall, anna)


def test_i3_the_same_operation_from_two_tabs_becomes_one_entry_and_answers_both(hall: Hall) -> None:
    first, second = hall.join(2), hall.join(2)
    operation = SubmittedOperation(id=made_id(5), kind="asset.place", payload=asset(made_id(6)))
    hall.facilitator.ask("workshop.open")
    assert hall.facilitator.line is not None
    hall.facilitator.line.arrive_up()
    for phone in (first, second):
        phone.pending[operation.id] = operation
        assert phone.line is not None
        phone.line.send(Submit(type="submit", operations=[operation]))
        phone.line.arrive_up()
    hall.host.settle()
    assert first.accepted == second.accepted == {operation.id: 5}


def test_i4_a_refused_operation_is_not_stored_and_may_succeed_later(hall: Hall) -> None:
    anna = hall.join(2)
    hall.do(hall.facilitator, "workshop.pause", because="Tea")
    operation = SubmittedOperation(id=made_id(5), kind="asset.place", payload=asset(made_id(6)))
    for _ in range(2):
        assert anna.line is not None
        anna.line.send(Submit(type="submit", operations=[operation]))
        hall.host.settle()
        hall.do(hall.facilitator, "workshop.open")
    assert anna.refused[operation.id].reason is Reason.PAUSED
    assert made_id(6) in anna.records


def test_i5_operations_sent_together_stand_together_or_not_at_all(hall: Hall) -> None:
    anna = hall.join(2)
    good = SubmittedOperation(id=made_id(5), kind="asset.place", payload=asset(made_id(6)))
    bad = SubmittedOperation(id=made_id(7), kind="asset.place", payload=asset(made_id(8), title=""))
    assert anna.line is not None
    anna.line.send(Submit(type="submit", operations=[good, bad], together=True))
    hall.host.settle()
    assert {anna.refused[good.id].reason, anna.refused[bad.id].reason} == {
        Reason.WITH_OTHERS,
        Reason.BAD_FIELDS,
    }
    assert hall.log.last_number(WORKSHOP) == 3
    later = SubmittedOperation(id=made_id(9), kind="me_too.add", payload={"place": made_id(6)})
    hall.facilitator.line.send(Submit(type="submit", operations=[good, later], together=True))  # type: ignore[union-attr]
    hall.host.settle()
    assert hall.facilitator.refused[later.id].reason is Reason.NOT_ALLOWED


def test_i6_one_bad_operation_among_others_does_not_stop_them(hall: Hall) -> None:
    anna = hall.join(2)
    operations = [
        SubmittedOperation(id=made_id(10), kind="asset.place", payload=asset(made_id(11))),
        SubmittedOperation(id=made_id(12), kind="asset.explode", payload={}),
        SubmittedOperation(id=made_id(13), kind="asset.place", payload=asset(made_id(14))),
    ]
    assert anna.line is not None
    anna.line.send(Submit(type="submit", operations=operations))
    hall.host.settle()
    assert {made_id(11), made_id(14)} <= anna.records.keys()
    assert anna.refused[made_id(12)].reason is Reason.UNKNOWN_KIND


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


def test_a1_the_person_and_role_are_those_of_the_session(hall: Hall) -> None:
    anna = hall.join(2)
    forged = hall.do(anna, "asset.place", **asset(anna.new_id()), person=hall.facilitator.person)
    assert anna.refused[forged].reason is Reason.BAD_FIELDS
    hall.place(anna)
    entry = hall.log.entries(WORKSHOP, 3)[0]
    assert (entry.person, entry.role) == (anna.person, Role.PARTICIPANT)


@pytest.mark.parametrize("role", [Role.RESEARCHER, Role.PROJECTOR])
def test_a2_those_who_only_look_can_change_nothing(hall: Hall, role: Role) -> None:
    watcher = hall.join(5, role)
    refused = hall.do(watcher, "asset.place", **asset(watcher.new_id()))
    assert watcher.refused[refused].reason is Reason.NOT_ALLOWED


def test_a2_participants_do_not_run_the_room(hall: Hall) -> None:
    anna = hall.join(2)
    for kind, payload in [("workshop.close", {}), ("places.reveal", {}), ("workshop.begin", begin())]:
        refused = hall.do(anna, kind, **payload)
        assert anna.refused[refused].reason is Reason.NOT_ALLOWED


def test_a3_an_unknown_field_is_refused_with_a_sentence(hall: Hall) -> None:
    anna = hall.join(2)
    refused = hall.do(anna, "asset.place", **asset(anna.new_id(), colour="red"))
    assert anna.refused[refused].reason is Reason.BAD_FIELDS
    assert "load the page again" in anna.refused[refused].message


def test_a4_a_flood_is_refused_and_lets_up_with_time() -> None:
    host = Host(MemoryLog(), limits=Limits(burst=3, rate=1))
    facilitator, anna = Phone(1, Role.FACILITATOR), Phone(2)
    for phone in (facilitator, anna):
        phone.connect(host)
    host.settle()
    for kind, payload in [
        ("workshop.begin", begin()),
        ("workshop.open", {}),
        ("workshop.move_to_stage", {"stage": "places"}),
    ]:
        facilitator.ask(kind, **payload)
    host.settle()
    for _ in range(5):
        anna.ask("asset.place", **asset(anna.new_id()))
        host.settle()
    assert len(anna.accepted) == 3
    assert {refused.reason for refused in anna.refused.values()} == {Reason.TOO_FAST}
    host.now += timedelta(seconds=2)
    anna.ask("asset.place", **asset(anna.new_id()))
    host.settle()
    assert len(anna.accepted) == 4


def test_a5_a_fault_in_one_rule_refuses_that_operation_and_the_room_goes_on() -> None:
    class Faulty(WorkshopRules):
        def decide(self, view: View, kind: str, payload: dict[str, object], asked: Asked) -> Changes:
            if kind == "asset.place":
                raise ZeroDivisionError
            return super().decide(view, kind, payload, asked)

    host = Host(MemoryLog(), rules=Faulty())
    facilitator = Phone(1, Role.FACILITATOR)
    facilitator.connect(host)
    for kind, payload in [
        ("workshop.begin", begin()),
        ("asset.place", asset(made_id(3))),
        ("workshop.open", {}),
    ]:
        facilitator.ask(kind, **payload)
    host.settle()
    assert [refused.reason for refused in facilitator.refused.values()] == [Reason.NOT_STORED]
    assert len(facilitator.accepted) == 2


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


def test_u1_an_undo_leaves_alone_what_someone_changed_after(hall: Hall) -> None:
    anna = hall.join(2)
    place = hall.place(anna, "Fern Hall")
    hall.do(anna, "asset.edit", place=place, set={"title": "Fern Hal"})
    hall.do(hall.facilitator, "asset.edit", place=place, set={"title": "Fern Hall, upstairs"})
    undo = hall.do(
        anna, "asset.edit", place=place, set={"title": "Fern Hall"}, expected={"title": "Fern Hal"}
    )
    assert anna.refused[undo].reason is Reason.CHANGED_SINCE
    assert anna.records[place]["fields"]["title"] == "Fern Hall, upstairs"


def test_u1_an_undo_restores_a_value_that_is_still_ones_own(hall: Hall) -> None:
    anna = hall.join(2)
    place = hall.place(anna)
    hall.do(anna, "place.move", place=place, geometry=point(-0.4))
    hall.do(anna, "asset.edit", place=place, set={"note": "by someone else's hand"})
    hall.do(anna, "place.move", place=place, geometry=point(), expected={"geometry": point(-0.4)})
    assert anna.records[place]["fields"]["geometry"] == point()


def test_operations_held_back_until_the_workshop_ended_are_refused_with_the_reason(hall: Hall) -> None:
    anna = hall.join(2)
    assert anna.line is not None
    anna.line.drop()
    kept = anna.ask("asset.place", **asset(anna.new_id()))
    hall.do(hall.facilitator, "workshop.close")
    anna.connect(hall.host)
    hall.host.settle()
    assert isinstance(anna.refused[kept], RefusedMessage)
    assert anna.refused[kept].reason is Reason.CLOSED


def test_offline_edits_and_others_edits_are_both_whole_after_the_return(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    assert anna.line is not None
    anna.line.drop()
    anna.ask("asset.edit", place=place, set={"note": "Warm in winter"})
    anna.ask("asset.place", **asset(anna.new_id(), "Added without network"))
    hall.place(bashir, "Added meanwhile")
    hall.do(hall.facilitator, "asset.edit", place=place, set={"title": "Fern Hall annexe"})
    anna.connect(hall.host)
    hall.host.settle()
    assert anna.records[place]["fields"]["note"] == "Warm in winter"
    assert anna.records[place]["fields"]["title"] == "Fern Hall annexe"
    agrees(hall, anna, bashir)


def test_an_offline_edit_of_a_place_removed_meanwhile_is_refused_and_says_so(hall: Hall) -> None:
    anna = hall.join(2)
    place = hall.place(anna)
    assert anna.line is not None
    anna.line.drop()
    edit = anna.ask("asset.edit", place=place, set={"note": "Mine"})
    hall.do(hall.facilitator, "place.remove", place=place)
    anna.connect(hall.host)
    hall.host.settle()
    assert anna.refused[edit].reason is Reason.REMOVED
    agrees(hall, anna)


def test_two_people_editing_one_field_at_once_end_with_the_same_value(hall: Hall) -> None:
    anna, other_tab = hall.join(2), hall.join(2)
    place = hall.place(anna)
    for phone, title in ((anna, "Red"), (other_tab, "Blue"), (hall.facilitator, "Green")):
        phone.ask("asset.edit", place=place, set={"title": title})
    hall.host.settle()
    assert (
        len({phone.records[place]["fields"]["title"] for phone in (anna, other_tab, hall.facilitator)}) == 1
    )
    agrees(hall, anna, other_tab, hall.facilitator)


def submit(phone: Phone, kind: str, **payload: Any) -> str:
    """Send an operation all the way up, and answer nothing yet."""
    operation = phone.ask(kind, **payload)
    assert phone.line is not None
    phone.line.arrive_up()
    return operation


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


def test_a2_what_waits_is_decided_by_the_role_of_the_moment(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    submit(bashir, "asset.place", **asset(made_id(50), "First"))
    late = submit(anna, "asset.place", **asset(made_id(51), "Late"))
    hall.host.run(hall.host.room.change_role(anna.person, None))
    hall.host.settle()
    assert made_id(50) in bashir.records
    assert made_id(51) not in bashir.records
    assert late not in {entry.operation for entry in hall.log.entries(WORKSHOP, 0)}


def test_i3_what_is_sent_twice_together_before_it_is_decided_is_answered_to_both(hall: Hall) -> None:
    anna = hall.join(2)
    submit(anna, "asset.place", **asset(made_id(50)))
    operation = SubmittedOperation(id=made_id(60), kind="asset.place", payload=asset(made_id(61)))
    room = hall.host.room
    for session in ("one request", "another"):
        message = Submit(type="submit", operations=[operation], together=True)
        hall.host.run(room.receive(session, anna.viewer, message, hall.host.now))
    hall.host.commit()
    assert hall.host.storing is not None
    hall.log.append([Batch(WORKSHOP, hall.host.storing.entries)])
    answers = [effect for effect in room.stored() if isinstance(effect, Send)]
    assert [answer.session for answer in answers] == ["one request", "another"]
