from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.actors import Role
from kithmap.basics.operations import Asked
from kithmap.basics.records import Changes, Put, Remove, View
from kithmap.sync.content import Content
from kithmap.sync.entry import Entry
from kithmap.sync.log import Snapshot
from kithmap.sync.replay import ReplayReport, replay
from tests.support.entries import record
from tests.support.notes import NoteRules
from tests.support.stories import evening


class OtherRules(NoteRules):
    """Rules that make something else of one kind of operation."""

    def __init__(self, kind: str, changes: Changes) -> None:
        self.kind = kind
        self.changes = changes

    def decide(self, view: View, kind: str, payload: dict[str, Any], asked: Asked) -> Changes:
        return self.changes if kind == self.kind else super().decide(view, kind, payload, asked)


def words(report: ReplayReport) -> list[str]:
    return [f"{each.number} {each.of}: {each.words}" for each in report.differences]


def content_of(entries: Iterable[Entry]) -> Content:
    content = Content()
    for entry in entries:
        content.apply(entry)
    return content


STEPS = st.lists(st.tuples(st.sampled_from(["put", "remove", "hide"]), st.integers(1, 5)), max_size=25)


@given(STEPS)
def test_the_same_rules_give_the_same_changes(steps: list[tuple[str, int]]) -> None:
    entries = evening(*steps)
    content = content_of(entries)
    snapshot = Snapshot("lane", content.number, tuple(content), tuple(content.all_removed()))
    report = replay(entries, NoteRules(), snapshot)
    assert words(report) == []
    assert (report.entries, report.redacted) == (len(entries), 0)


def test_a_changed_field_is_named_without_repeating_what_was_written() -> None:
    entries = evening(("put", 1))
    changes = (Put(replace(record("note-1", title="private words"), audience=record("x").audience)),)
    report = replay(entries, OtherRules("note.put", changes))
    assert words(report) == ["1 note.put: note-1 differs in title"]


def test_records_touched_only_then_or_only_now_are_told_apart() -> None:
    entries = evening(("put", 1), ("put", 2), ("remove", 1))
    report = replay(entries, OtherRules("note.remove", (Remove("note-2"),)))
    assert words(report) == [
        "3 note.remove: note-1 was changed, and would be left alone now",
        "3 note.remove: note-2 was left alone, and would be changed now",
    ]


def test_one_difference_does_not_bring_others_after_it() -> None:
    entries = evening(("put", 1), ("hide", 1), ("remove", 1), ("put", 2))
    report = replay(entries, OtherRules("note.hide", ()))
    assert words(report) == ["2 note.hide: note-1 was changed, and would be left alone now"]


def test_what_the_rules_would_refuse_now_is_told_with_the_reason() -> None:
    first, second = evening(("put", 1), ("put", 2))
    report = replay([replace(first, role=Role.PROJECTOR), second], NoteRules())
    assert words(report) == ["1 note.put: it was accepted then and would be refused now (not_allowed)"]


def test_a_rule_with_a_fault_is_told_and_the_replay_goes_on() -> None:
    first, second = evening(("put", 1), ("put", 2))
    report = replay([replace(first, kind="note.break"), second], NoteRules())
    assert words(report) == ["1 note.break: its rule fails now (ZeroDivisionError)"]
    assert report.entries == 2


def test_a_blanked_entry_is_taken_as_it_is_stored() -> None:
    first, second = evening(("put", 1), ("put", 2))
    blank = replace(first, payload=None, changes=(Put(record("note-1", version=1)),))
    report = replay([blank, second], NoteRules())
    assert words(report) == []
    assert (report.entries, report.redacted) == (2, 1)


def test_a_missing_entry_ends_the_replay() -> None:
    first, _, third = evening(("put", 1), ("put", 2), ("put", 3))
    with pytest.raises(ValueError, match="does not follow"):
        replay([first, third], NoteRules())


def test_a_snapshot_that_differs_is_told_record_by_record() -> None:
    entries = evening(("put", 1), ("put", 2), ("remove", 2), ("put", 3))
    content = content_of(entries)
    changed = content.get("note-1")
    assert changed is not None
    snapshot = Snapshot(
        "lane",
        4,
        (changed.with_fields(title="other"), record("note-9", version=4)),
        tuple(content.all_removed()),
    )
    assert words(replay(entries, NoteRules(), snapshot)) == [
        "4 the snapshot: note-1 differs in title",
        "4 the snapshot: note-3 is missing",
        "4 the snapshot: note-9 should not be there",
    ]


def test_a_snapshot_that_forgot_what_was_removed_is_told() -> None:
    entries = evening(("put", 1), ("remove", 1))
    assert words(replay(entries, NoteRules(), Snapshot("lane", 2, (), ()))) == [
        "2 the snapshot: among what was removed, note-1 is missing"
    ]


def test_a_snapshot_from_beyond_the_end_of_the_log_is_told() -> None:
    entries = evening(("put", 1))
    assert words(replay(entries, NoteRules(), Snapshot("lane", 5, (), ()))) == [
        "5 the snapshot: it stands at 5, the log at 1"
    ]
