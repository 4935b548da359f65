"""What becomes of operations: one entry each, by whom, and taken back; by the numbers of SPEC.md."""

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
from kithmap.sync.effects import Send
from kithmap.sync.log import Batch
from kithmap.sync.protocol import (
    AlreadyMessage,
    RefusedMessage,
    Submit,
    SubmittedOperation,
)
from tests.support.hall import (
    WORKSHOP,
    Hall,
    Host,
    Phone,
    agrees,
    asset,
    begin,
    connection,
    made_id,
    point,
)


@pytest.fixture
def hall() -> Hall:
    return Hall()


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
    assert [refused.reason for refused in facilitator.refused.values()] == [Reason.FAULT]
    assert len(facilitator.accepted) == 2


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


def test_i7_an_entry_answers_its_operation_even_where_a_number_before_it_is_missing(hall: Hall) -> None:
    anna, bashir = hall.join(2), hall.join(3)
    bashir.ask("asset.place", **asset(bashir.new_id(), "Lost on the way"))
    assert bashir.line is not None
    assert anna.line is not None
    bashir.line.arrive_up()
    hall.host.commit()
    anna.line.down.clear()
    asked = anna.ask("asset.place", **asset(anna.new_id(), "Arrives"))
    anna.line.arrive_up()
    hall.host.commit()
    anna.line.arrive_down()
    assert asked in anna.accepted
    hall.host.settle()
    agrees(hall, anna, bashir)


def test_u2_what_was_removed_comes_back_with_what_went_with_it(hall: Hall) -> None:
    anna = hall.join(2)
    start, end, link = hall.place(anna, "Hall"), hall.place(anna, "Park"), anna.new_id()
    hall.do(anna, "connection.draw", **connection(link, start, end))
    hall.do(anna, "place.remove", place=start)
    assert link not in anna.records
    hall.do(anna, "place.restore", place=start)
    assert {start, link} <= anna.records.keys()
    agrees(hall, anna)
