"""Whatever a room did: who takes back what they said leaves no word of it anywhere, and no count changes by it."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from kithmap.basics.actors import Role
from kithmap.shared_map.exports import Reader, geojson
from kithmap.state import WorkshopRules
from kithmap.storage.oplog.memory import MemoryLog
from kithmap.storage.oplog.sql import SqlLog
from kithmap.storage.replay import replay_workshop
from kithmap.storage.snapshots import snapshot_of
from kithmap.sync.audience import Viewer
from kithmap.sync.entry import entry_to_json, record_to_json
from kithmap.sync.log import Batch, Snapshot
from kithmap.time_lapse.film import Moment, Watchers, film
from tests.agreement.room import AgreeingHall
from tests.support.databases import opened, sqlite_url
from tests.support.hall import MASK, WORKSHOP, Json, Phone, agrees, projected

SHARED = "Everybody says so"
DOINGS = (
    "rate rate paper close close late state hide decide talk snapshot stale draft place withdraw withdraw"
)
STEPS = st.lists(st.sampled_from(DOINGS.split()), min_size=4, max_size=24)


class TwoLogs(MemoryLog):
    """A log in memory that a database keeps as well."""

    def __init__(self, database: SqlLog) -> None:
        super().__init__()
        self.database = database

    def append(self, batches: Sequence[Batch]) -> list[bool]:
        """Store batches in both."""
        stored = super().append(batches)
        assert self.database.append(batches) == stored
        return stored

    def save_snapshot(self, snapshot: Snapshot) -> None:
        """Keep a snapshot in both."""
        super().save_snapshot(snapshot)
        self.database.save_snapshot(snapshot)


class Evening(AgreeingHall):
    """A room of six that agrees, each with words that nobody else uses, and some that all do."""

    def __init__(self, log: TwoLogs, draw: Callable[[int], int]) -> None:
        self.kept = log
        super().__init__(people=6)
        self.draw = draw
        self.said = {person.person: f"Wren{number}field" for number, person in enumerate(self.people)}
        self.stale = snapshot_of(WORKSHOP, self.host.room.content)
        self.item = self.propose(self.people[5])
        self.take_up(self.item)
        self.lead("rating.open", item=self.item, revision=0)

    def new_log(self) -> MemoryLog:
        """Return the log that a database keeps as well."""
        return self.kept

    def one(self) -> Phone:
        return self.people[self.draw(len(self.people))]

    def words(self, person: Phone) -> str:
        """Return what somebody says: nothing, what others say too, or what nobody else does."""
        return ["", SHARED, self.said[person.person]][self.draw(3)]

    def register(self, person: Phone) -> Json:
        choice = ["for", "against", "not_clear", "can_live_with_it"][self.draw(4)]
        return {**self.wording(), "choice": choice, "reason": self.words(person)}

    def wording(self) -> Json:
        return {"item": self.item, "revision": self.revision(self.item)}

    def rate(self, *_: Any, **__: Any) -> None:
        for person in self.people:
            if self.draw(4):
                self.do(person, "rating.give", **self.register(person))

    def paper(self) -> None:
        person = self.one()
        self.lead("rating.enter", **self.register(person), person=person.person)

    late = paper

    def close(self) -> None:
        self.lead("rating.close", **self.wording())

    def state(self) -> None:
        person = self.one()
        text = self.words(person) or SHARED
        told = {"item": self.item, "statement": person.new_id(), "text": text}
        if self.draw(2):
            self.do(person, "minority.state", **told)
        else:
            self.lead("minority.state", **told, person=person.person)

    def hide(self) -> None:
        for each in self.fields(self.item)["minority"][:1]:
            self.lead("minority.hide", item=self.item, statement=each["id"])

    def decide(self, *_: Any, **__: Any) -> str:
        """Let it stand, and begin again, with all who left checked in again."""
        self.lead("item.decide", **self.wording())
        for person in self.people:
            self.do(person, "attendance.check_in")
        self.take_up(self.item)
        self.talk()
        self.lead("rating.open", **self.wording())
        return ""

    def talk(self) -> None:
        """Ask, and suggest words: what the room takes of those is its own."""
        person, taken = self.one(), self.one().new_id()
        self.do(person, "question.ask", question=person.new_id(), item=self.item, text=self.words(person))
        mine = {"label": self.said[person.person], "meaning": "Mine"}
        self.do(person, "rewording.suggest", rewording=person.new_id(), **self.wording(), **mine)
        self.do(person, "rewording.suggest", rewording=taken, **self.wording(), label="heart", meaning="Ours")
        self.lead("rewording.accept", rewording=taken, revision=self.revision(self.item))

    def draft(self) -> None:
        """Propose something in one's own words first, and in the room's then."""
        person = self.one()
        item = self.propose(person, self.said[person.person])
        if self.draw(2):
            self.do(person, "item.edit", item=item, label="core", meaning="Ours")

    def place_one(self) -> None:
        person = self.one()
        self.place(person, self.said[person.person])

    def keep(self) -> None:
        self.stale = snapshot_of(WORKSHOP, self.host.room.content)
        self.log.save_snapshot(self.stale)

    def save_stale(self) -> None:
        """Keep a snapshot as a process would that has not heard of what came since."""
        self.log.save_snapshot(self.stale)

    def withdraw(self) -> Phone:
        person = self.one()
        self.do(person, "person.withdraw", person=person.person)
        return person

    def do_step(self, step: str) -> Phone | None:
        """Do one thing; returns who took back what they said, where somebody did."""
        if step == "withdraw":
            return self.withdraw()
        named = {"place": self.place_one, "snapshot": self.keep, "stale": self.save_stale}
        named.get(step, getattr(self, step, None))()  # type: ignore[misc]
        return None


def told_anywhere(hall: Evening, folder: Path) -> bytes:
    """Return all that is kept, shown or given out."""
    room = hall.host.room
    entries = hall.log.entries(WORKSHOP, 0)
    moments = [Moment(entry.at, entry.changes) for entry in entries]
    snapshots = [log.snapshot(WORKSHOP) for log in (hall.log, hall.kept.database)]
    views = [projected(room.content, Viewer(hall.people[0].person, role)) for role in Role]
    shown = [
        *([phone.records for phone in (*hall.people, hall.facilitator, hall.wall)]),
        *views,
        *([record_to_json(each) for each in (*room.content, *room.content.all_removed())]),
        *([entry_to_json(each) for each in (*entries, *hall.kept.database.entries(WORKSHOP, 0))]),
        *([record_to_json(each) for kept in snapshots if kept for each in (*kept.records, *kept.removed)]),
        *(film(moments, watchers, MASK) for watchers in Watchers),
    ]
    exported = [geojson(room.content, Reader(role), MASK) for role in Role]
    files = [path.read_bytes() for path in sorted(folder.iterdir())]
    return b"\n".join([orjson.dumps(shown, default=str), *exported, *files])


def counted(hall: Evening) -> Json | None:
    """Return the numbers that were read out."""
    result: Json | None = hall.fields(hall.item)["result"]
    return None if result is None else {key: value for key, value in result.items() if key != "reasons"}


@settings(max_examples=30, deadline=None)
@given(steps=STEPS, data=st.data())
def test_after_any_evening_no_word_of_who_withdrew_is_anywhere_and_no_count_is_other(
    steps: list[str], data: st.DataObject
) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        with opened(sqlite_url(folder)) as database:
            draw = data.draw(st.randoms(use_true_random=False)).randrange
            hall = Evening(TwoLogs(SqlLog(database)), draw)
            for step in steps:
                _then_nothing_stays(hall, step, folder)
            hall.log.save_snapshot(snapshot_of(WORKSHOP, hall.host.room.content))
            for log in (hall.log, hall.kept.database):
                assert replay_workshop(log, WorkshopRules(), WORKSHOP).differences == []
            agrees(hall, *hall.people, hall.facilitator, hall.wall)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _then_nothing_stays(hall: Evening, step: str, folder: Path) -> None:
    before = counted(hall)
    gone = hall.do_step(step)
    if gone is None:
        return
    assert counted(hall) == before
    assert hall.said[gone.person].encode() not in told_anywhere(hall, folder)
    hall.save_stale()
    assert hall.said[gone.person].encode() not in told_anywhere(hall, folder)
