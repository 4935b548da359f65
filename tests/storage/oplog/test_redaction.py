from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.records import Erase, Put, Remove
from kithmap.storage.oplog.redaction import (
    blank_entry,
    blank_erased,
    blank_in_snapshot,
    blank_snapshot,
    blanked_records,
    written_by,
)
from kithmap.sync.log import Snapshot
from tests.support.entries import entry, record


def test_a_record_is_theirs_if_they_ever_were_its_author() -> None:
    handed_over = record("note-1", author="bob", version=2)
    log = [entry(1, person="ann"), entry(2, Put(handed_over), person="bob"), entry(3, person="cleo")]
    assert written_by("ann", log) == {"note-1"}
    assert written_by("nobody", log) == set()


def test_an_entry_that_is_not_theirs_and_touches_nothing_of_theirs_is_left_alone() -> None:
    other = entry(1, person="bob")
    assert blank_entry(other, "ann", {"note-7"}) is other


def test_a_removal_of_their_record_loses_its_payload_and_stays_a_removal() -> None:
    removal = entry(2, Remove("note-1"), person="bob")
    blank = blank_entry(removal, "ann", {"note-1"})
    assert (blank.payload, blank.changes) == (None, (Remove("note-1"),))


def test_a_blanked_record_keeps_what_the_order_and_the_audience_need() -> None:
    said = record("note-1", version=1, words="words", at=[1, 2])
    [change] = blank_entry(entry(1, Put(said)), "ann", {"note-1"}).changes
    assert isinstance(change, Put)
    assert change.record == record("note-1", version=1)


def test_a_record_of_another_author_in_a_blanked_entry_is_not_among_the_blanked() -> None:
    tidied = record("note-9", author="bob", version=1, words="tidied")
    blank = blank_entry(entry(1, Put(tidied), person="ann"), "ann", set())
    assert blanked_records([blank]) == {}


@given(st.lists(st.sampled_from(["ann", "bob", "cleo"]), max_size=12))
def test_what_a_snapshot_holds_of_blanked_entries_is_what_the_entries_still_say(people: list[str]) -> None:
    log = [entry(number, person=person) for number, person in enumerate(people, 1)]
    theirs = written_by("ann", log)
    blank = [blank_entry(each, "ann", theirs) for each in log]
    blanked = blanked_records(after for before, after in zip(log, blank, strict=True) if before != after)
    whole = Snapshot(
        "lane", len(log), tuple(c.record for e in log for c in e.changes if isinstance(c, Put)), ()
    )
    clean = tuple(c.record for e in blank for c in e.changes if isinstance(c, Put))
    assert blank_snapshot(whole, blanked).records == clean


def test_what_touches_an_erased_record_is_blanked_and_the_entry_that_erases_stays_whole() -> None:
    made, copied = entry(1, person="ann"), entry(2, Remove("note-1"), person="bob")
    erasing = entry(3, Erase("note-1"), person="ann")
    blank = blank_erased([made, copied, erasing], {"note-1"})
    assert [(each.number, each.payload) for each in blank] == [(1, None), (2, None)]
    assert blank_erased([*blank, erasing], {"note-1"}) == []


def test_what_the_author_said_twice_and_changed_nothing_by_is_blanked_too() -> None:
    again = replace(entry(2, person="ann"), changes=())
    assert [each.number for each in blank_erased([entry(1, person="ann"), again], {"note-1"})] == [1, 2]


def test_a_snapshot_from_before_keeps_others_records() -> None:
    hers, his = record("note-1", words="hers"), record("note-2", author="bob", words="his")
    clean = blank_in_snapshot(Snapshot("lane", 2, (his,), (hers,)), {"note-1"})
    assert clean == Snapshot("lane", 2, (his,), (record("note-1"),))
