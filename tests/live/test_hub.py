"""All open workshops of one server process."""

import asyncio
import gzip
import threading
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
import pytest

from kithmap.basics.actors import Role
from kithmap.basics.errors import UnavailableError
from kithmap.live.hub import AskedNews, Hub, Pace
from kithmap.storage.oplog.memory import MemoryLog
from kithmap.storage.wakeups import ProcessWakeups
from kithmap.storage.writer import Writer
from kithmap.sync.audience import Viewer
from kithmap.sync.effects import CloseReason
from kithmap.sync.entry import Entry
from kithmap.sync.log import Snapshot
from kithmap.sync.protocol import EntryMessage, PresenceMessage
from tests.support.notes import NoteRules, put, submit
from tests.support.phones import HandPhone

pytestmark = pytest.mark.anyio
ANNA, BASHIR = Viewer("anna", Role.PARTICIPANT), Viewer("bashir", Role.PARTICIPANT)
OFTEN = Pace(look_every=0.005)
SELDOM = Pace(look_every=3600)


class Clock:
    """A time that the test moves."""

    def __init__(self) -> None:
        self.now = datetime(2026, 5, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


class CountingLog(MemoryLog):
    """Counts who reads, and waits for the test if told to."""

    def __init__(self) -> None:
        super().__init__()
        self.loads = 0
        self.open = threading.Event()
        self.open.set()
        self.broken = False

    def operation_numbers(self, workshop: str) -> dict[str, int]:
        """Count a load."""
        self.loads += 1
        self.open.wait(20)
        return super().operation_numbers(workshop)

    def entries(self, workshop: str, after: int, limit: int | None = None) -> list[Entry]:
        """Fail if told to."""
        if self.broken:
            raise UnavailableError("The database does not answer.")
        return super().entries(workshop, after, limit)


@pytest.fixture
def log() -> CountingLog:
    return CountingLog()


@pytest.fixture
async def hub(log: CountingLog, writer: Writer) -> AsyncIterator[Hub]:
    hub = Hub(log, writer, NoteRules(), pace=SELDOM)
    hub.start()
    yield hub
    await hub.close()


async def until(fact: Any) -> None:
    """Wait until something is so, whatever makes it so."""
    async with asyncio.timeout(20):
        while not fact():  # noqa: ASYNC110 - threads have no event of this loop
            await asyncio.sleep(0.002)


async def test_all_who_come_at_once_share_one_load(hub: Hub, log: CountingLog) -> None:
    log.open.clear()
    coming = [asyncio.create_task(HandPhone(hub, "hall", ANNA).arrive()) for _ in range(10)]
    await until(lambda: log.loads)
    log.open.set()
    phones = await asyncio.gather(*coming)
    assert log.loads == 1
    assert len({phone.session.room for phone in phones if phone.session}) == 1


async def test_one_who_gives_up_while_a_room_loads_spoils_it_for_nobody(hub: Hub, log: CountingLog) -> None:
    log.open.clear()
    first = asyncio.create_task(hub.open("hall"))
    second = asyncio.create_task(hub.open("hall"))
    await until(lambda: log.loads)
    first.cancel()
    log.open.set()
    assert await second is await hub.open("hall")


async def test_a_room_that_could_not_be_loaded_is_tried_again(hub: Hub, log: CountingLog) -> None:
    log.broken = True
    with pytest.raises(UnavailableError):
        await hub.open("hall")
    log.broken = False
    assert (await hub.read("hall")).number == 0


async def test_rooms_share_nothing_but_commits(hub: Hub, log: CountingLog) -> None:
    here = await HandPhone(hub, "hall", ANNA).arrive()
    there = await HandPhone(hub, "park", BASHIR).arrive()
    await asyncio.gather(here.answered(submit(put(1))), there.answered(submit(put(2))))
    assert here.titles.keys() == {"note-1"}
    assert there.titles.keys() == {"note-2"}
    assert log.last_number("hall") == log.last_number("park") == 1


async def test_a_plain_request_reads_back_what_it_asked_for(hub: Hub) -> None:
    answers = await hub.ask("hall", ANNA, submit(put(1), put(2)))
    assert [isinstance(answer, EntryMessage) for answer in answers] == [True, True]
    caught_up = await hub.catch_up("hall", BASHIR, 1)
    assert [change.model_dump()["put"]["id"] for change in caught_up.changes] == ["note-2"]
    assert (await hub.read("hall")).number == 2


async def test_a_copy_that_is_read_does_not_change_under_the_reader(hub: Hub) -> None:
    await hub.ask("hall", ANNA, submit(put(1)))
    content = await hub.read("hall")
    await hub.ask("hall", ANNA, submit(put(2)))
    assert content.number == len(content) == 1


async def test_a_snapshot_is_encoded_once_and_kept_while_pages_fetch_it(hub: Hub) -> None:
    await hub.ask("hall", ANNA, submit(*(put(count) for count in range(1, 81))))
    told = await hub.catch_up("hall", ANNA, None)
    assert told.snapshot == 80
    body = await hub.snapshot("hall", 80)
    assert body is not None
    assert body is await hub.snapshot("hall", (await hub.catch_up("hall", BASHIR, None)).snapshot or 0)
    assert len(orjson.loads(gzip.decompress(body))["records"]) == 80
    assert await hub.snapshot("hall", 7) is None


async def test_who_polls_waits_for_the_next_entry(hub: Hub) -> None:
    waiting = asyncio.create_task(hub.catch_up("hall", BASHIR, 0, wait=60))
    await hub.ask("hall", ANNA, submit(put(1)))
    assert (await waiting).number == 1
    assert (await hub.catch_up("hall", BASHIR, 1, wait=0.001)).changes == []


async def test_nobody_keeps_waiting_for_something_new_once_the_server_is_to_stop(hub: Hub) -> None:
    waiting = asyncio.create_task(hub.catch_up("hall", BASHIR, 0, wait=60))
    await hub.open("hall")
    await asyncio.sleep(0)
    hub.stop_waiting()
    assert (await waiting).changes == []
    assert (await hub.catch_up("hall", BASHIR, 0, wait=60)).changes == []


async def test_who_is_here_can_be_asked_plainly(hub: Hub) -> None:
    await HandPhone(hub, "hall", Viewer("anna", Role.PARTICIPANT, name="Anna")).arrive()
    assert (await hub.presence("hall", BASHIR)).model_dump()["people"] == []
    leading = await hub.presence("hall", Viewer("carys", Role.FACILITATOR))
    assert [person["name"] for person in leading.model_dump()["people"]] == ["Anna"]


async def test_a_role_taken_away_closes_the_line_at_once(hub: Hub) -> None:
    anna = await HandPhone(hub, "hall", ANNA).arrive()
    hub.change_role("park", "anna", None)
    assert anna.closed is None
    hub.change_role("hall", "anna", None)
    assert anna.closed is CloseReason.REMOVED


async def test_r6_who_polls_no_more_is_counted_out_though_nobody_says_anything(
    log: CountingLog, writer: Writer
) -> None:
    clock = Clock()
    hub = Hub(log, writer, NoteRules(), pace=OFTEN, clock=clock)
    hub.start()
    assert (await hub.news("hall", ANNA, AskedNews("p1"))).presence == PresenceMessage(count=1)
    room = await hub.open("hall")
    await room.wait_for_news(BASHIR, 0, 0, seconds=10)
    clock.now += timedelta(seconds=31)
    await room.wait_for_news(BASHIR, 0, 1, seconds=10)
    assert await hub.presence("hall", BASHIR) == PresenceMessage(count=0)
    await hub.close()


async def test_whoever_waits_for_news_is_answered_when_the_server_is_about_to_stop(hub: Hub) -> None:
    first = await hub.news("hall", ANNA, AskedNews("p1"))
    await (await hub.open("hall")).wait_for_news(ANNA, 0, first.edition, seconds=10)
    told = await hub.news("hall", ANNA, AskedNews("p1"))
    waiting = asyncio.create_task(
        hub.news("hall", ANNA, AskedNews("p1", after=0, edition=told.edition, wait=20))
    )
    await asyncio.sleep(0)
    hub.stop_waiting()
    assert (await asyncio.wait_for(waiting, 5)).presence is None


async def test_an_idle_room_is_closed_with_a_snapshot_and_opens_from_it(
    log: CountingLog, writer: Writer
) -> None:
    clock = Clock()
    hub = Hub(log, writer, NoteRules(), pace=OFTEN, clock=clock)
    hub.start()
    phone = await HandPhone(hub, "hall", ANNA).arrive()
    await phone.answered(submit(*(put(count) for count in range(1, 31))))
    first = await hub.open("hall")
    clock.now += timedelta(hours=1)
    await asyncio.sleep(0.03)
    assert await hub.open("hall") is first
    phone.leave()
    clock.now += timedelta(hours=1)
    await until(lambda: first.over)
    await until(lambda: log.snapshot("hall"))
    again = await HandPhone(hub, "hall", ANNA).arrive()
    assert len(again.titles) == 30
    await hub.close()


async def test_a_long_workshop_stores_snapshots_while_it_runs(hub: Hub, log: CountingLog) -> None:
    leading = Viewer("carys", Role.FACILITATOR)
    for start in range(0, 600, 100):
        await hub.ask("hall", leading, submit(*(put(count) for count in range(start, start + 100))))
    await until(lambda: log.snapshot("hall"))
    snapshot = log.snapshot("hall")
    assert snapshot is not None
    assert snapshot.number == 500


async def test_a_snapshot_that_cannot_be_stored_harms_nothing(hub: Hub, log: CountingLog) -> None:
    def fail(snapshot: Snapshot) -> None:
        raise UnavailableError("The disk is full.")

    log.save_snapshot = fail  # type: ignore[method-assign]
    await hub.ask("hall", ANNA, submit(*(put(count) for count in range(1, 41))))
    await hub.close()
    assert log.last_number("hall") == 40


async def test_30_two_hubs_on_one_log_serve_one_workshop(log: CountingLog, writer: Writer) -> None:
    wakeups = ProcessWakeups()
    hubs = [Hub(log, writer, NoteRules(), pace=SELDOM, wakeups=wakeups) for _ in range(2)]
    for hub in hubs:
        hub.start()
    anna, bashir = (
        await HandPhone(hubs[0], "hall", ANNA).arrive(),
        await HandPhone(hubs[1], "hall", BASHIR).arrive(),
    )
    for count in range(1, 21):
        await asyncio.gather(anna.answered(submit(put(count))), bashir.answered(submit(put(100 + count))))
    await asyncio.gather(anna.until(lambda: anna.number == 40), bashir.until(lambda: bashir.number == 40))
    assert anna.records == bashir.records
    assert anna.numbers == bashir.numbers == list(range(1, 41))
    for hub in hubs:
        await hub.close()


async def test_30_a_lost_wake_up_delays_and_never_loses(log: CountingLog, writer: Writer) -> None:
    deaf, other = Hub(log, writer, NoteRules(), pace=OFTEN), Hub(log, writer, NoteRules(), pace=SELDOM)
    deaf.start()
    anna = await HandPhone(deaf, "hall", ANNA).arrive()
    await other.ask("hall", BASHIR, submit(put(1)))
    await anna.until(lambda: anna.number == 1)
    await deaf.close()
    await other.close()


async def test_23_a_phone_that_is_closed_as_too_slow_does_not_hold_up_the_others(hub: Hub) -> None:
    class Slow(HandPhone):
        def write(self, frames: bytes) -> None:
            assert self.session is not None
            if len(self.writes) >= 3:
                self.close(CloseReason.TOO_SLOW)
            else:
                super().write(frames)

    slow, anna = await Slow(hub, "hall", BASHIR).arrive(0), await HandPhone(hub, "hall", ANNA).arrive()
    for count in range(1, 11):
        await anna.answered(submit(put(count)))
    assert slow.closed is CloseReason.TOO_SLOW
    assert slow.number is not None
    assert slow.number < 10
    back = HandPhone(hub, "hall", BASHIR)
    back.records, back.number = slow.records, slow.number
    await back.arrive(slow.number)
    assert back.records == anna.records


async def test_closing_tells_every_page_and_refuses_newcomers(hub: Hub) -> None:
    phones: Sequence[HandPhone] = [await HandPhone(hub, place, ANNA).arrive() for place in ("hall", "park")]
    await hub.close()
    assert {phone.closed for phone in phones} == {CloseReason.SERVER_STOPPING}
    with pytest.raises(UnavailableError):
        await hub.open("hall")
