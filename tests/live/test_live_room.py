"""One open workshop with sessions and storage around it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import Any

import pytest

from kithmap.basics.actors import Role
from kithmap.basics.errors import UnavailableError
from kithmap.live.live_room import MOST_SESSIONS, LiveRoom
from kithmap.live.ports import Write
from kithmap.storage.oplog.memory import MemoryLog
from kithmap.sync.audience import Viewer
from kithmap.sync.content import Content
from kithmap.sync.effects import CloseReason
from kithmap.sync.entry import Entry
from kithmap.sync.log import Batch
from kithmap.sync.protocol import PROTOCOL_VERSION, Fetch, Hello, Ping, PresenceUpdate, Submit
from kithmap.sync.room import Room
from tests.support.notes import NoteRules, made_id, on, put, submit
from tests.support.phones import Page

pytestmark = pytest.mark.anyio
ANNA, BASHIR = Viewer("anna", Role.PARTICIPANT), Viewer("bashir", Role.PARTICIPANT)
CARYS = Viewer("carys", Role.FACILITATOR)
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


class Gate:
    """A writer whose commits end when the test says so, and as the test says."""

    def __init__(self, log: MemoryLog) -> None:
        self.log = log
        self.under_way: list[tuple[Batch, asyncio.Future[bool]]] = []
        self.asked = asyncio.Event()

    async def append(self, batch: Batch) -> bool:
        """Wait for the test."""
        outcome: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self.under_way.append((batch, outcome))
        self.asked.set()
        return await outcome

    async def commit(self, *, fails: bool = False) -> None:
        """Let the next commit end, once it has begun."""
        while not self.under_way:
            self.asked.clear()
            await self.asked.wait()
        batch, outcome = self.under_way.pop(0)
        if fails:
            outcome.set_exception(UnavailableError("The disk is full."))
        else:
            outcome.set_result(self.log.append([batch])[0])


class Phone(Page):
    """A page whose line ends in this process."""

    def __init__(self, room: LiveRoom, viewer: Viewer, *, hello: bool = True, after: int | None = 0) -> None:
        super().__init__()
        self.room = room
        self.closed: CloseReason | None = None
        self.writes = 0
        self.session = room.enter(viewer, self)
        if hello:
            self.send(Hello(type="hello", protocol=PROTOCOL_VERSION, after=after))

    def write(self, frames: bytes) -> None:
        """Take frames in; who is here is told whenever it is due, and does not count."""
        known = len(self.messages)
        self.take_frames(frames)
        self.writes += any(message["type"] != "presence" for message in self.messages[known:])

    def straight(self, ended: Callable[[], None]) -> Write | None:
        """Take frames without a question."""
        return self.write

    def close(self, reason: CloseReason) -> None:
        """Be closed."""
        self.closed = reason

    def send(self, message: Any) -> None:
        """Send a message."""
        self.room.receive(self.session, message)


class Hall:
    """A room, its log, and a gate before the log."""

    def __init__(self) -> None:
        self.log = MemoryLog()
        self.gate = Gate(self.log)
        self.looks = 0
        # A second of presence is a hundredth of one here.
        self.began = monotonic()
        self.told: list[int] = []
        self.room = self.another(self.gate)

    def another(self, gate: Gate, rules: Any = None) -> LiveRoom:
        """Open the workshop once more, as another process would."""
        content = Content()
        for entry in self.log.entries("hall", 0):
            content.apply(entry)
        room = Room("hall", rules or NoteRules(), content, self.log.operation_numbers("hall"))
        return LiveRoom(room, gate, self.newer, self.told.append, self.clock, tick=0.001)

    def clock(self) -> datetime:
        """Tell a time that runs a hundred times as fast."""
        return NOON + (monotonic() - self.began) * timedelta(seconds=100)

    async def newer(self, after: int) -> list[Entry]:
        """Read the log, as in a thread: not at once."""
        self.looks += 1
        await asyncio.sleep(0)
        return self.log.entries("hall", after)

    def elsewhere(self, *counts: int) -> None:
        """Another process stores notes."""
        other = Room("hall", NoteRules(), Content(), {})
        for entry in self.log.entries("hall", 0):
            other.follow([entry])
        other.receive(
            "x", CARYS, submit(*(put(count, "From elsewhere") for count in counts)), datetime.now(UTC)
        )
        entries = other._flight.entries if other._flight else ()
        assert self.log.append([Batch("hall", entries)]) == [True]


@pytest.fixture
async def hall() -> AsyncIterator[Hall]:
    hall = Hall()
    yield hall
    while hall.gate.under_way:
        await hall.gate.commit()
    await hall.room.close(CloseReason.SERVER_STOPPING)


async def until(fact: Any) -> None:
    """Let the loop run until something is so, whatever makes it so."""
    async with asyncio.timeout(20):
        while not fact():  # noqa: ASYNC110 - an event for each of these facts would be a second room
            await asyncio.sleep(0)


async def test_nobody_is_told_before_it_is_stored(hall: Hall) -> None:
    anna, bashir = Phone(hall.room, ANNA), Phone(hall.room, BASHIR)
    anna.send(submit(put(1)))
    await until(lambda: hall.gate.under_way)
    assert anna.number == bashir.number == 0
    await hall.gate.commit()
    await until(lambda: bashir.number == 1)
    assert anna.titles == bashir.titles == {"note-1": "A note"}
    assert hall.told == [1]


async def test_what_comes_during_a_commit_shares_the_next_and_is_told_in_one_write(hall: Hall) -> None:
    anna, bashir = Phone(hall.room, ANNA), Phone(hall.room, BASHIR)
    anna.send(submit(put(1)))
    for count in range(2, 12):
        anna.send(submit(put(count)))
    await hall.gate.commit()
    await until(lambda: bashir.number == 1)
    before = bashir.writes
    await hall.gate.commit()
    await until(lambda: bashir.number == 11)
    assert bashir.writes == before + 1
    assert not hall.gate.under_way


async def test_in_a_room_of_many_frames_wait_for_the_commit_that_is_already_under_way(hall: Hall) -> None:
    hall.room._many = 2
    anna, bashir = Phone(hall.room, ANNA), Phone(hall.room, BASHIR)
    anna.send(submit(put(1)))
    anna.send(submit(put(2)))
    before = bashir.writes
    await hall.gate.commit()
    await until(lambda: hall.told == [1])
    assert bashir.writes == before
    await hall.gate.commit()
    await until(lambda: bashir.number == 2)
    assert bashir.writes == before + 1


async def test_frames_wait_for_a_slow_commit_only_so_long(hall: Hall) -> None:
    hall.room._many = 2
    anna, bashir = Phone(hall.room, ANNA), Phone(hall.room, BASHIR)
    anna.send(submit(put(1)))
    anna.send(submit(put(2)))
    await hall.gate.commit()
    await until(lambda: bashir.number == 1)
    assert hall.gate.under_way


async def test_who_is_greeted_while_frames_wait_is_told_of_them_once(hall: Hall) -> None:
    hall.room._many = 1
    anna = Phone(hall.room, ANNA)
    anna.send(submit(put(1)))
    anna.send(submit(put(2)))
    await hall.gate.commit()
    await until(lambda: hall.told == [1])
    bashir = Phone(hall.room, BASHIR)
    assert anna.number == bashir.number == 1
    await hall.gate.commit()
    await until(lambda: bashir.number == 2)
    assert (anna.numbers, bashir.numbers) == ([1, 2], [2])


async def test_01_the_same_submit_twice_with_the_answer_lost_is_one_entry(hall: Hall) -> None:
    anna = Phone(hall.room, ANNA)
    anna.send(submit(put(1)))
    hall.room.leave(anna.session)
    again = Phone(hall.room, ANNA)
    again.send(submit(put(1)))
    await hall.gate.commit()
    await until(lambda: made_id(1) in again.answers)
    assert len(hall.log.entries("hall", 0)) == 1
    third = Phone(hall.room, ANNA)
    third.send(submit(put(1)))
    assert third.answers[made_id(1)] == {"type": "already", "operation": made_id(1), "number": 1}


async def test_the_disk_fails_and_works_again(hall: Hall) -> None:
    anna, bashir = Phone(hall.room, ANNA), Phone(hall.room, BASHIR)
    anna.send(submit(put(1)))
    bashir.send(submit(put(2)))
    await hall.gate.commit(fails=True)
    await until(lambda: made_id(1) in anna.answers)
    assert anna.answers[made_id(1)]["reason"] == "not_stored"
    await hall.gate.commit()
    await until(lambda: made_id(2) in bashir.answers)
    assert anna.titles == bashir.titles == {"note-2": "A note"}
    anna.send(submit(put(1)))
    await hall.gate.commit()
    await until(lambda: anna.answers[made_id(1)]["type"] == "entry")
    assert anna.titles.keys() == bashir.titles.keys() == {"note-1", "note-2"}


async def test_a_commit_that_was_stored_although_it_failed_is_found_in_the_log(hall: Hall) -> None:
    anna = Phone(hall.room, ANNA)
    anna.send(submit(put(1)))
    await until(lambda: hall.gate.under_way)
    hall.log.append([hall.gate.under_way[0][0]])
    await hall.gate.commit(fails=True)
    await until(lambda: anna.number == 1)
    assert anna.answers[made_id(1)]["type"] == "entry"


async def test_08_the_end_of_an_old_line_leaves_the_newer_one_alone(hall: Hall) -> None:
    old, new = Phone(hall.room, ANNA), Phone(hall.room, ANNA)
    hall.room.leave(old.session)
    hall.room.leave(old.session)
    bashir = Phone(hall.room, BASHIR)
    bashir.send(submit(put(1)))
    await hall.gate.commit()
    await until(lambda: new.number == 1)
    old.send(submit(put(2)))
    assert not hall.gate.under_way


async def test_09_two_tabs_of_one_person_both_work(hall: Hall) -> None:
    first, second = Phone(hall.room, ANNA), Phone(hall.room, ANNA)
    first.send(submit(put(1, audience="author")))
    second.send(submit(put(2, audience="author")))
    for number in (1, 2):
        await hall.gate.commit()
        await until(lambda number=number: first.number == second.number == number)
    assert first.titles == second.titles
    assert len(first.titles) == 2


async def test_beyond_so_many_sessions_of_one_person_the_oldest_is_closed(hall: Hall) -> None:
    tabs = [Phone(hall.room, ANNA) for _ in range(MOST_SESSIONS + 1)]
    assert [tab.closed for tab in tabs] == [CloseReason.REPLACED] + [None] * MOST_SESSIONS
    assert len(hall.room.sessions) == MOST_SESSIONS


async def test_13_a_page_that_misses_numbers_fetches_what_follows(hall: Hall) -> None:
    anna = Phone(hall.room, ANNA)
    for count in (1, 2, 3):
        anna.send(submit(put(count)))
        await hall.gate.commit()
        await until(lambda count=count: anna.number == count)
    late = Phone(hall.room, BASHIR, hello=False)
    late.send(Fetch(type="fetch", after=1))
    assert {change["put"]["id"] for change in late.messages[0]["changes"]} == {"note-2", "note-3"}


async def test_14_a_page_that_joins_during_a_commit_receives_the_state_and_then_the_entry(hall: Hall) -> None:
    anna = Phone(hall.room, ANNA)
    anna.send(submit(put(1)))
    late = Phone(hall.room, BASHIR)
    assert (late.number, late.titles) == (0, {})
    await hall.gate.commit()
    await until(lambda: late.number == 1)
    assert late.titles == anna.titles


async def test_16_who_is_removed_is_closed_at_once_and_what_they_asked_meanwhile_is_refused(
    hall: Hall,
) -> None:
    anna, silent = Phone(hall.room, ANNA), Phone(hall.room, ANNA, hello=False)
    bashir = Phone(hall.room, BASHIR)
    bashir.send(submit(put(1)))
    anna.send(submit(put(2)))
    hall.room.change_role("anna", None)
    assert anna.closed is silent.closed is CloseReason.REMOVED
    await hall.gate.commit()
    await until(lambda: bashir.number == 1)
    anna.send(submit(put(3)))
    assert not hall.gate.under_way
    assert bashir.titles.keys() == {"note-1"}


async def test_who_becomes_a_facilitator_starts_anew_with_what_they_may_see(hall: Hall) -> None:
    anna, bashir = Phone(hall.room, ANNA), Phone(hall.room, BASHIR)
    anna.send(submit(put(1, audience="author")))
    await hall.gate.commit()
    await until(lambda: bashir.number == 1)
    assert bashir.titles == {}
    hall.room.change_role("bashir", Viewer("bashir", Role.FACILITATOR))
    assert bashir.messages[-1]["type"] == "catch_up"
    assert bashir.titles == {"note-1": "A note"}


async def test_17_person_and_role_are_the_sessions_own(hall: Hall) -> None:
    anna = Phone(hall.room, ANNA)
    anna.send(submit(put(1, author="bashir", person="bashir", role="admin")))
    await hall.gate.commit()
    await until(lambda: anna.number == 1)
    assert anna.records["note-1"]["author"] == "anna"
    assert hall.log.entries("hall", 0)[0].role is Role.PARTICIPANT


async def test_18_one_bad_operation_among_others_does_not_stop_them(hall: Hall) -> None:
    anna = Phone(hall.room, ANNA)
    anna.send(submit(put(1), on("note.remove", 2, "nothing"), put(3)))
    await hall.gate.commit()
    await until(lambda: len(anna.answers) == 3)
    assert anna.answers[made_id(2)]["reason"] == "not_found"
    assert anna.titles.keys() == {"note-1", "note-3"}


async def test_19_an_unknown_kind_is_refused_and_the_line_stays(hall: Hall) -> None:
    anna = Phone(hall.room, ANNA)
    anna.send(submit(on("note.sing", 1, "note-1")))
    assert anna.answers[made_id(1)]["reason"] == "unknown_kind"
    assert anna.closed is None


async def test_20_a_page_of_another_version_is_closed_and_told_to_load_again(hall: Hall) -> None:
    anna = Phone(hall.room, ANNA, hello=False)
    anna.send(Hello(type="hello", protocol=PROTOCOL_VERSION + 1, after=None))
    assert anna.closed is CloseReason.PAGE_TOO_OLD


async def test_22_eleven_operations_in_one_millisecond_stay_in_order(hall: Hall) -> None:
    anna, bashir = Phone(hall.room, ANNA), Phone(hall.room, BASHIR)
    for count in range(1, 12):
        anna.send(submit(put(count)))
    await hall.gate.commit()
    await hall.gate.commit()
    await until(lambda: bashir.number == 11)
    assert list(bashir.titles) == [f"note-{count}" for count in range(1, 12)]


async def test_30_a_room_that_was_overtaken_takes_in_the_newer_entries_and_decides_again(hall: Hall) -> None:
    anna, bashir = Phone(hall.room, ANNA), Phone(hall.room, BASHIR)
    anna.send(submit(put(1)))
    await until(lambda: hall.gate.under_way)
    hall.elsewhere(100, 101)
    await hall.gate.commit()
    await hall.gate.commit()
    await until(lambda: bashir.number == 3)
    assert list(bashir.titles) == ["note-100", "note-101", "note-1"]
    assert anna.answers[made_id(1)]["number"] == 3


async def test_30_a_look_finds_what_another_process_stored(hall: Hall) -> None:
    anna = Phone(hall.room, ANNA)
    hall.elsewhere(100)
    hall.room.look()
    hall.room.look()
    await until(lambda: anna.number == 1)
    assert anna.titles == {"note-100": "From elsewhere"}
    await until(lambda: hall.room._looking is False)
    assert hall.looks == 2


async def test_a_look_during_a_commit_is_made_after_it(hall: Hall) -> None:
    anna = Phone(hall.room, ANNA)
    anna.send(submit(put(1)))
    hall.room.look()
    assert hall.looks == 0
    await hall.gate.commit()
    await until(lambda: hall.looks == 1)


async def test_a_commit_that_takes_off_during_a_look_keeps_its_turn(hall: Hall) -> None:
    anna = Phone(hall.room, ANNA)
    hall.elsewhere(100)
    hall.room.look()
    anna.send(submit(put(1)))
    await hall.gate.commit()
    await hall.gate.commit()
    await until(lambda: anna.number == 2)
    assert list(anna.titles) == ["note-100", "note-1"]


async def test_a_log_that_refuses_and_has_nothing_newer_is_not_asked_for_ever(hall: Hall) -> None:
    anna = Phone(hall.room, ANNA)
    anna.send(submit(put(1)))
    await until(lambda: hall.gate.under_way)
    hall.gate.under_way.pop()[1].set_result(False)
    await until(lambda: made_id(1) in anna.answers)
    assert anna.answers[made_id(1)]["reason"] == "not_stored"


async def test_a_plain_request_is_answered_when_it_is_stored(hall: Hall) -> None:
    asking = asyncio.create_task(hall.room.ask(ANNA, submit(put(1), put(2), on("note.hide", 3, "note-1"))))
    await hall.gate.commit()
    answers = await asking
    assert [answer.type for answer in answers] == ["entry", "entry", "entry"]
    assert not len(hall.room.sessions)


async def test_a_plain_request_is_answered_whole_even_if_another_process_was_first(hall: Hall) -> None:
    asking = asyncio.create_task(hall.room.ask(ANNA, submit(put(1), on("note.hide", 2, "note-100"))))
    await until(lambda: hall.gate.under_way)
    hall.elsewhere(100)
    await hall.gate.commit()
    await hall.gate.commit()
    assert [answer.type for answer in await asking] == ["entry", "entry"]


async def test_a_plain_request_to_a_room_that_is_over_is_told_so(hall: Hall) -> None:
    await hall.room.close(CloseReason.SERVER_STOPPING)
    with pytest.raises(UnavailableError):
        await hall.room.ask(ANNA, submit(put(1)))


async def test_closing_waits_for_what_is_being_stored(hall: Hall) -> None:
    anna = Phone(hall.room, ANNA)
    asking = asyncio.create_task(hall.room.ask(BASHIR, submit(put(1))))
    await until(lambda: hall.gate.under_way)
    closing = asyncio.create_task(hall.room.close(CloseReason.SERVER_STOPPING))
    await until(lambda: anna.closed is CloseReason.SERVER_STOPPING)
    assert not closing.done()
    await hall.gate.commit()
    await closing
    assert (await asking)[0].type == "entry"
    assert hall.log.last_number("hall") == 1


async def test_who_polls_is_woken_by_the_next_entry(hall: Hall) -> None:
    waiting = asyncio.create_task(hall.room.wait_beyond(0, 60))
    anna = Phone(hall.room, ANNA)
    await until(lambda: not hall.room.empty)
    anna.send(Ping(type="ping"))
    assert not waiting.done()
    anna.send(submit(put(1)))
    await hall.gate.commit()
    await waiting
    await hall.room.wait_beyond(0, 60)


async def test_a_rule_with_a_fault_refuses_its_operation_and_the_room_goes_on(hall: Hall) -> None:
    anna = Phone(hall.room, ANNA)
    anna.send(submit(on("note.break", 1, "x"), put(2)))
    await hall.gate.commit()
    await until(lambda: len(anna.answers) == 2)
    assert anna.closed is None


async def test_a_room_with_a_fault_is_closed_and_its_phones_are_told(hall: Hall) -> None:
    class Faulty(Room):
        def stored(self) -> Any:
            raise ZeroDivisionError

    room = Faulty("hall", NoteRules(), Content(), {})
    live = LiveRoom(room, hall.gate, hall.newer, hall.told.append, hall.clock)
    anna = Phone(live, ANNA)
    asking = asyncio.create_task(live.ask(BASHIR, submit(put(2))))
    anna.send(submit(put(1)))
    await hall.gate.commit()
    with pytest.raises(UnavailableError):
        await asking
    assert live.over
    assert anna.closed is CloseReason.SERVER_TROUBLE


async def test_presence_is_told_by_and_by_and_then_the_room_is_quiet(hall: Hall) -> None:
    carys, anna = Phone(hall.room, CARYS), Phone(hall.room, ANNA)

    def told() -> Sequence[int]:
        return [message["count"] for message in carys.messages if message["type"] == "presence"]

    await until(lambda: list(told())[-1:] == [1])
    anna.send(PresenceUpdate(type="presence", state="idle"))
    await until(
        lambda: carys.messages[-1].get("people") and carys.messages[-1]["people"][0]["state"] == "idle"
    )
    hall.room.leave(anna.session)
    await until(lambda: list(told())[-1:] == [0])
    hall.room.leave(carys.session)
    await until(lambda: hall.room._ticks == 0)


async def test_submitting_keeps_nobody_else_waiting(hall: Hall) -> None:
    message: Submit = submit(*(put(count) for count in range(1, 101)))
    anna = Phone(hall.room, ANNA)
    anna.send(message)
    anna.send(Ping(type="ping"))
    assert anna.messages[-1] == {"type": "pong"}
