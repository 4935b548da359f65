import pytest

from kithmap.storage import replay
from kithmap.storage.oplog.memory import MemoryLog
from kithmap.storage.replay import replay_workshop
from kithmap.storage.snapshots import load, snapshot_of
from kithmap.sync.log import Batch, Snapshot
from tests.support.entries import NOON
from tests.support.notes import NoteRules
from tests.support.stories import evening


@pytest.fixture
def log() -> MemoryLog:
    log = MemoryLog()
    log.append(
        [Batch("lane", tuple(evening(("put", 1), ("put", 2), ("hide", 1), ("remove", 2), ("put", 3))))]
    )
    return log


def test_a_stored_workshop_agrees_with_its_rules_and_its_snapshot(log: MemoryLog) -> None:
    log.save_snapshot(snapshot_of("lane", load(log, "lane").content))
    report = replay_workshop(log, NoteRules(), "lane")
    assert not report.differences
    assert report.entries == 5


def test_it_still_agrees_when_somebody_was_blanked(log: MemoryLog) -> None:
    log.save_snapshot(snapshot_of("lane", load(log, "lane").content))
    assert log.redact("lane", "ann", NOON) == 5
    report = replay_workshop(log, NoteRules(), "lane")
    assert not report.differences
    assert (report.entries, report.redacted) == (5, 5)


def test_a_wrong_snapshot_is_found_in_itself_and_in_what_a_room_would_begin_with(log: MemoryLog) -> None:
    log.save_snapshot(Snapshot("lane", 3, (), ()))
    differing = {each.of for each in replay_workshop(log, NoteRules(), "lane").differences}
    assert differing == {"the snapshot", "what a room begins with"}


def test_long_logs_are_read_a_piece_at_a_time(log: MemoryLog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay, "AT_ONCE", 2)
    assert [entry.number for entry in replay.all_entries(log, "lane")] == [1, 2, 3, 4, 5]
    assert not replay_workshop(log, NoteRules(), "lane").differences


def test_a_workshop_without_entries_agrees() -> None:
    assert not replay_workshop(MemoryLog(), NoteRules(), "nowhere").differences
