from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import NotFoundError
from kithmap.storage.oplog.memory import MemoryLog
from kithmap.storage.snapshots import AT_CLOSING, EVERY, content_at, is_due, load, snapshot_of
from kithmap.sync.content import Content
from kithmap.sync.log import Batch
from tests.support.entries import batch
from tests.support.stories import evening

STEPS = st.lists(
    st.tuples(st.sampled_from(["put", "remove", "hide"]), st.integers(1, 5)), min_size=1, max_size=25
)


def same(one: Content, other: Content) -> bool:
    return (one.number, list(one), set_of(one)) == (other.number, list(other), set_of(other))


def set_of(content: Content) -> dict[str, object]:
    return {record.id: record for record in content.all_removed()}


def stored(*steps: tuple[str, int]) -> MemoryLog:
    log, entries = MemoryLog(), evening(*steps)
    if entries:
        log.append([Batch("lane", tuple(entries))])
    return log


def test_a_snapshot_is_due_after_many_entries_and_sooner_when_a_room_closes() -> None:
    assert not is_due(EVERY - 1, 0)
    assert is_due(EVERY, 0)
    assert not is_due(EVERY + 1, EVERY)
    assert is_due(EVERY + AT_CLOSING, EVERY, closing=True)
    assert not is_due(EVERY + AT_CLOSING - 1, EVERY, closing=True)
    assert not is_due(0, 0, closing=True)


def test_a_workshop_without_entries_is_empty() -> None:
    loaded = load(MemoryLog(), "lane")
    assert (loaded.content.number, len(loaded.content), loaded.operations, loaded.snapshot) == (0, 0, {}, 0)


@given(STEPS, st.data())
def test_a_snapshot_and_the_entries_after_it_give_what_all_entries_give(
    steps: list[tuple[str, int]], data: st.DataObject
) -> None:
    log = stored(*steps)
    whole = load(log, "lane")
    at = data.draw(st.integers(0, whole.content.number))
    halfway = Content()
    for entry in log.entries("lane", 0, at):
        halfway.apply(entry)
    log.save_snapshot(snapshot_of("lane", halfway))
    loaded = load(log, "lane")
    assert loaded.snapshot == at
    assert same(loaded.content, whole.content)
    assert loaded.operations == whole.operations


def test_a_snapshot_stays_as_it_is_when_the_content_goes_on() -> None:
    content, entries = Content(), evening(("put", 1), ("put", 2))
    content.apply(entries[0])
    snapshot = snapshot_of("lane", content)
    before = replace(snapshot)
    content.apply(entries[1])
    assert snapshot == before


class OvertakenLog(MemoryLog):
    """A log to which another process appends between the reading of the entries and that of their ids."""

    def operation_numbers(self, workshop: str) -> dict[str, int]:
        self.append([batch(self.last_number(workshop) + 1)])
        return super().operation_numbers(workshop)


def test_an_operation_counts_as_known_only_if_its_records_were_read() -> None:
    log = OvertakenLog()
    log.append([batch(1, 3)])
    loaded = load(log, "lane")
    assert loaded.content.number == 3
    assert sorted(loaded.operations.values()) == [1, 2, 3]


@given(STEPS, st.data())
def test_a_workshop_can_be_read_as_it_stood_after_any_entry(
    steps: list[tuple[str, int]], data: st.DataObject
) -> None:
    log = stored(*steps)
    at = data.draw(st.integers(0, log.last_number("lane")))
    # Later snapshots do not get in the way.
    log.save_snapshot(snapshot_of("lane", load(log, "lane").content))
    then = Content()
    for entry in log.entries("lane", 0, at):
        then.apply(entry)
    assert same(content_at(log, "lane", at), then)


def test_a_log_that_does_not_reach_as_far_says_so() -> None:
    with pytest.raises(NotFoundError, match=r"ends with entry 0\. Entry 3"):
        content_at(MemoryLog(), "lane", 3)
