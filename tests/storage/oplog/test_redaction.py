from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.records import Erase, Put, Remove, Restate
from kithmap.storage.oplog.redaction import (
    Blanking,
    blank_entry,
    blank_snapshot,
    blanked_records,
    taken_back_by,
    written_by,
)
from kithmap.sync.entry import Entry
from kithmap.sync.log import Snapshot
from tests.support.entries import entry, record

HERS = {"text": "Wrenfield", "choice": "against"}
HIS = {"text": "Too long", "choice": "against"}


def blanked(*entries: Entry) -> list[Entry]:
    return Blanking(entries, taken_back_by(entries)).entries()


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


def test_a_record_of_another_author_in_a_blanked_entry_stays_as_it_is() -> None:
    tidied = record("note-9", author="bob", version=1, words="tidied")
    blank = blank_entry(entry(1, Put(tidied), person="ann"), "ann", set())
    kept = Snapshot("lane", 1, (tidied,), ())
    assert blank_snapshot(kept, blanked_records([blank])) == kept


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
    blank = blanked(made, copied, erasing)
    assert [(each.number, each.payload) for each in blank] == [(1, None), (2, None)]
    assert blanked(*blank, erasing) == []


def test_what_the_author_said_twice_and_changed_nothing_by_is_blanked_too() -> None:
    again = replace(entry(2, person="ann"), changes=())
    erasing = entry(3, Erase("note-1"), person="ann")
    assert [each.number for each in blanked(entry(1, person="ann"), again, erasing)] == [1, 2]


def test_a_snapshot_from_before_keeps_others_records() -> None:
    hers, his = record("note-1", words="hers"), record("note-2", author="bob", words="his")
    log = [entry(1), entry(2, person="bob"), entry(3, Erase("note-1"))]
    clean = Blanking(log, taken_back_by(log)).snapshot(Snapshot("lane", 2, (his,), (hers,)))
    assert clean == Snapshot("lane", 2, (his,), (record("note-1"),))


def test_what_comes_after_the_erasing_is_left_alone_although_it_is_the_same_record_and_person() -> None:
    again = entry(3, Put(record("note-1", version=3, words="again")), person="ann")
    assert blanked(entry(1), entry(2, Erase("note-1"), person="ann"), again)[1:] == []


def test_a_restated_record_loses_its_quotes_in_every_form_from_before_and_keeps_the_rest() -> None:
    said = record("item", author=None, version=1, state="revealed", reasons=[HERS, HIS])
    moved = record("item", author=None, version=2, state="adopted", reasons=[HERS, HIS])
    now = record("item", author=None, version=3, state="adopted", reasons=[HIS])
    log = [entry(1, Put(said)), entry(2, Put(moved)), entry(3, Restate(now))]
    blank = blanked(*log)
    assert [(each.number, each.payload) for each in blank] == [(1, None), (2, None)]
    bare = [{**quote, "text": ""} for quote in (HERS, HIS)]
    told = [change.record.fields for each in blank for change in each.changes if isinstance(change, Put)]
    assert told == [{"state": state, "reasons": bare} for state in ("revealed", "adopted")]
    stale = blank_snapshot(Snapshot("lane", 2, (moved,), ()), blanked_records(blank))
    assert stale == Blanking(log, taken_back_by(log)).snapshot(Snapshot("lane", 2, (moved,), ()))
    assert "Wrenfield" not in repr(stale)


def test_a_form_without_quotes_of_a_restated_record_keeps_its_payload() -> None:
    opened, now = record("item", version=1, state="rating"), record("item", version=2, state="revealed")
    assert blanked(entry(1, Put(opened), person="bob"), entry(2, Restate(now))) == []


def test_an_entry_that_erased_is_blanked_itself_by_a_later_one_and_keeps_what_it_asked() -> None:
    his = record("note-2", author="bob", version=1, words="Wrenfield")
    freed = record("note-2", author="bob", version=2, words="Wrenfield")
    log = [
        entry(1, Put(his), person="bob"),
        entry(2, Put(freed), Erase("note-1")),
        entry(3, Erase("note-2"), person="bob"),
    ]
    [_, first] = blanked(*log)
    assert first.payload == log[1].payload
    assert first.changes == (Put(record("note-2", author="bob", version=2)), Erase("note-1"))


def test_e6_what_was_theirs_alone_before_the_room_took_it_up_goes_in_its_form_from_then() -> None:
    draft = record("item", author="ann", version=1, label="Wrenfield")
    edited = record("item", author="ann", version=2, label="hub")
    taken_up = record("item", author=None, version=3, label="hub")
    log = [
        entry(1, Put(draft), person="ann"),
        entry(2, Put(edited), person="ann"),
        entry(3, Put(taken_up), person="lea"),
        entry(4, Put(record("note-1", version=4)), person="ann"),
        entry(5, Erase("note-1"), person="ann"),
    ]
    assert [each.number for each in blanked(*log)] == [1, 2, 4]
    assert "Wrenfield" not in repr(blanked(*log)[:2])
    snapshot = Snapshot("lane", 1, (draft,), ())
    assert dict(Blanking(log, taken_back_by(log)).snapshot(snapshot).records[0].fields) == {}
