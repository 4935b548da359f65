"""What every operation log keeps. Each implementation's tests inherit this and say how it is made."""

from abc import ABC, abstractmethod
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta, timezone
from typing import Any

import pytest

from kithmap.basics.actors import Role
from kithmap.basics.errors import BadInputError
from kithmap.basics.records import Audience, Erase, Put, Record, Remove, Restate
from kithmap.storage.oplog.memory import MemoryLog
from kithmap.storage.oplog.sql import SqlLog
from kithmap.sync.content import Content
from kithmap.sync.entry import Entry
from kithmap.sync.log import Batch, Snapshot
from tests.support.entries import NOON, batch, entry, operation_id, record

AnyLog = MemoryLog | SqlLog


def _with(whole: Entry, **parts: Any) -> Entry:
    return replace(whole, **parts)


class OperationLogContract(ABC):
    """The contract. ``log`` is a fixture that gives an empty log."""

    @abstractmethod
    @pytest.fixture
    def log(self) -> Any:
        """Return an empty log."""

    # Order.

    def test_an_empty_log_has_the_last_number_zero(self, log: AnyLog) -> None:
        assert log.last_number("lane") == 0
        assert log.entries("lane", 0) == []
        assert log.operation_numbers("lane") == {}
        assert log.snapshot("lane") is None

    def test_what_was_appended_is_read_back_in_order_and_whole(self, log: AnyLog) -> None:
        assert log.append([batch(1, 3)]) == [True]
        assert log.append([batch(4, 4)]) == [True]
        assert log.entries("lane", 0) == [entry(number) for number in (1, 2, 3, 4)]
        assert log.last_number("lane") == 4
        assert log.operation_numbers("lane") == {operation_id(number): number for number in (1, 2, 3, 4)}

    def test_entries_are_read_from_any_number_on_and_as_many_as_wanted(self, log: AnyLog) -> None:
        log.append([batch(1, 9)])
        assert [each.number for each in log.entries("lane", 6)] == [7, 8, 9]
        assert [each.number for each in log.entries("lane", 2, limit=3)] == [3, 4, 5]
        assert log.entries("lane", 9) == []

    def test_workshops_are_numbered_apart_and_may_share_operation_ids(self, log: AnyLog) -> None:
        assert log.append([batch(1, 2), batch(1, 3, workshop="mill")]) == [True, True]
        assert (log.last_number("lane"), log.last_number("mill")) == (2, 3)

    def test_batches_of_one_workshop_may_follow_each_other_in_one_commit(self, log: AnyLog) -> None:
        assert log.append([batch(1, 2), batch(3, 4)]) == [True, True]
        assert log.last_number("lane") == 4

    def test_nothing_to_append_is_no_fault(self, log: AnyLog) -> None:
        assert log.append([]) == []

    # Losing.

    def test_a_batch_that_follows_an_older_number_loses(self, log: AnyLog) -> None:
        log.append([batch(1, 2)])
        assert log.append([batch(2, 3, salt=1)]) == [False]
        assert log.entries("lane", 0) == [entry(1), entry(2)]

    def test_a_batch_that_would_leave_a_gap_loses(self, log: AnyLog) -> None:
        assert log.append([batch(2)]) == [False]
        assert log.last_number("lane") == 0

    def test_a_batch_with_a_stored_operation_id_loses_and_nothing_of_it_is_stored(self, log: AnyLog) -> None:
        log.append([batch(1)])
        again = Batch("lane", (entry(2), entry(3, operation=operation_id(1))))
        assert log.append([again]) == [False]
        assert log.last_number("lane") == 1
        assert log.append([batch(2)]) == [True]

    def test_a_batch_that_holds_one_operation_twice_loses(self, log: AnyLog) -> None:
        twice = Batch("lane", (entry(1), entry(2, operation=operation_id(1))))
        assert log.append([twice]) == [False]
        assert log.last_number("lane") == 0

    def test_of_two_batches_after_the_same_number_the_first_wins(self, log: AnyLog) -> None:
        assert log.append([batch(1, 2), batch(1, 2, salt=1)]) == [True, False]
        assert log.entries("lane", 0) == [entry(1), entry(2)]

    def test_a_batch_that_lost_does_not_fail_the_others(self, log: AnyLog) -> None:
        log.append([batch(1)])
        twice = Batch("lane", (entry(2), entry(3, operation=operation_id(1))))
        others = [batch(1, workshop="mill"), twice, batch(5, workshop="mill"), batch(1, workshop="quay")]
        assert log.append(others) == [True, False, False, True]
        assert [log.last_number(workshop) for workshop in ("lane", "mill", "quay")] == [1, 1, 1]

    def test_a_batch_behind_one_that_lost_may_take_its_place(self, log: AnyLog) -> None:
        log.append([batch(1)])
        twice = Batch("lane", (entry(2, operation=operation_id(1)),))
        assert log.append([twice, batch(2)]) == [False, True]
        assert log.entries("lane", 1) == [entry(2)]

    def test_writers_at_the_same_time_leave_no_gap_and_store_each_operation_once(self, log: AnyLog) -> None:
        def keep_appending(salt: int) -> int:
            won = 0
            while won < 10:
                after = log.last_number("lane")
                won += log.append([batch(after + 1, after + 2, salt=salt)])[0]
            return won

        with ThreadPoolExecutor(4) as writers:
            assert list(writers.map(keep_appending, range(4))) == [10] * 4
        stored = log.entries("lane", 0)
        assert [each.number for each in stored] == list(range(1, 81))
        assert len({each.operation for each in stored}) == 80

    # What is kept.

    def test_every_part_of_an_entry_comes_back_as_it_was(self, log: AnyLog) -> None:
        fields = {
            "words": 'Ünï "quoted" 🗺 \0 \u2028',
            "at": [-1.5, 52.123456789012345],
            "none": None,
            "big": 2**63,
        }
        hidden = Record("note", "n", None, Audience.LEADING, fields, stands_on=("a", "b"), version=1)
        whole = replace(
            entry(1, Put(hidden), Remove("a")), payload=fields, role=Role.FACILITATOR, kind="note.hide"
        )
        log.append([Batch("lane", (whole,))])
        assert log.entries("lane", 0) == [whole]

    def test_a_moment_is_kept_to_the_microsecond_wherever_its_clock_stood(self, log: AnyLog) -> None:
        there = NOON.astimezone(timezone(timedelta(hours=5, minutes=45)))
        log.append([Batch("lane", (replace(entry(1), at=there),))])
        assert log.entries("lane", 0)[0].at == NOON

    @pytest.mark.parametrize(
        "payload",
        [{"words": "\ud800"}, {"count": 2**64}, {"when": NOON}, {"a": {1: 2}}, {"place": record("n")}],
        ids=["half a surrogate pair", "a huge number", "a moment", "a key that is no text", "a record"],
    )
    def test_what_could_not_be_read_back_is_refused_in_plain_words(self, log: AnyLog, payload: Any) -> None:
        odd = Batch("mill", (replace(entry(1), payload=payload),))
        with pytest.raises(BadInputError, match="cannot be saved"):
            log.append([batch(1), odd])
        assert (log.last_number("lane"), log.last_number("mill")) == (0, 0)

    @pytest.mark.parametrize("odd", ["\0", "\udfff"])
    @pytest.mark.parametrize("part", ["operation", "kind", "person"])
    def test_names_that_no_column_takes_are_refused(self, log: AnyLog, part: str, odd: str) -> None:
        with pytest.raises(BadInputError):
            log.append([Batch("lane", (_with(entry(1), **{part: f"a{odd}b"}),))])

    def test_a_batch_with_a_gap_in_it_is_a_fault_of_the_program(self, log: AnyLog) -> None:
        with pytest.raises(ValueError, match="without gaps"):
            log.append([Batch("lane", (entry(1), entry(3)))])
        with pytest.raises(ValueError, match="one at least"):
            log.append([Batch("lane", ())])

    # Snapshots.

    def test_the_newest_snapshot_is_read_back(self, log: AnyLog) -> None:
        log.append([batch(1, 5)])
        older = Snapshot("lane", 2, (record("a", version=1, words="old"),), ())
        newer = Snapshot(
            "lane", 4, (record("a", version=3, words="new"),), (record("b", version=4, words="b"),)
        )
        log.save_snapshot(older)
        log.save_snapshot(newer)
        log.save_snapshot(older)
        assert log.snapshot("lane") == newer
        assert log.snapshot("mill") is None

    # Blanking.

    def test_blanking_takes_a_persons_words_and_keeps_numbers_ids_and_the_others_words(
        self, log: AnyLog
    ) -> None:
        mine, theirs = entry(1, person="ann"), entry(2, person="bob")
        log.append([Batch("lane", (mine, theirs))])
        assert log.redact("lane", "ann", NOON) == 1
        blank, kept = log.entries("lane", 0)
        assert kept == theirs
        assert blank.payload is None
        assert blank.changes == (Put(record("note-1", version=1)),)
        assert (blank.number, blank.operation, blank.kind, blank.at) == (
            1,
            mine.operation,
            mine.kind,
            mine.at,
        )
        assert log.operation_numbers("lane") == {mine.operation: 1, theirs.operation: 2}

    def test_blanking_reaches_what_others_did_to_a_persons_records(self, log: AnyLog) -> None:
        edited = record("note-1", author="ann", version=2, words="words 1, tidied")
        log.append(
            [
                Batch(
                    "lane",
                    (entry(1), entry(2, Put(edited), person="bob"), entry(3, Remove("note-1"), person="bob")),
                )
            ]
        )
        assert log.redact("lane", "ann", NOON) == 3
        assert [each.payload for each in log.entries("lane", 0)] == [None, None, None]
        assert log.entries("lane", 1)[0].changes == (Put(record("note-1", version=2)),)
        assert log.entries("lane", 2)[0].changes == (Remove("note-1"),)

    def test_blanking_leaves_records_of_others_that_the_person_changed(self, log: AnyLog) -> None:
        tidied = record("note-1", author="bob", version=2, words="tidied")
        log.append([Batch("lane", (entry(1, person="bob"), entry(2, Put(tidied), person="ann")))])
        assert log.redact("lane", "ann", NOON) == 1
        assert log.entries("lane", 1)[0].payload is None
        assert log.entries("lane", 1)[0].changes == (Put(tidied),)

    def test_blanking_reaches_the_snapshot_and_what_was_removed(self, log: AnyLog) -> None:
        hers, gone = (
            record("note-1", version=1, words="words 1"),
            record("note-2", version=4, words="words 2"),
        )
        his = record("note-3", author="bob", version=3, words="words 3")
        log.append([Batch("lane", (entry(1), entry(2), entry(3, person="bob"), entry(4, Remove("note-2"))))])
        log.save_snapshot(Snapshot("lane", 4, (hers, his), (gone,)))
        log.redact("lane", "ann", NOON)
        blank = Snapshot("lane", 4, (record("note-1", version=1), his), (record("note-2", version=4),))
        assert log.snapshot("lane") == blank

    def test_a_snapshot_from_before_the_blanking_is_blanked_when_it_is_saved(self, log: AnyLog) -> None:
        log.append([Batch("lane", (entry(1), entry(2, person="bob")))])
        content = Content()
        for each in log.entries("lane", 0):
            content.apply(each)
        log.redact("lane", "ann", NOON)
        anew = record("note-1", version=3, words="a facilitator's own words")
        log.append([Batch("lane", (entry(3, Put(anew), person="lea"),))])
        log.save_snapshot(Snapshot("lane", 2, tuple(content), ()))
        saved = log.snapshot("lane")
        assert saved is not None
        assert [dict(each.fields) for each in saved.records] == [{}, {"words": "words 2"}]
        log.save_snapshot(Snapshot("lane", 3, (anew,), ()))
        saved = log.snapshot("lane")
        assert saved is not None
        assert saved.records == (anew,)

    def test_blanking_twice_blanks_nothing_more(self, log: AnyLog) -> None:
        log.append([batch(1, 3)])
        assert log.redact("lane", "ann", NOON) == 3
        assert log.redact("lane", "ann", NOON) == 0

    def test_blanking_stays_in_its_workshop(self, log: AnyLog) -> None:
        log.append([batch(1), batch(1, workshop="mill")])
        log.redact("lane", "ann", NOON)
        assert log.entries("mill", 0) == [entry(1)]

    def test_erasing_blanks_the_log_and_its_snapshot_in_the_same_commit(self, log: AnyLog) -> None:
        log.append(
            [Batch("lane", (entry(1), entry(2, person="bob"), entry(3, Remove("note-1"), person="bob")))]
        )
        log.save_snapshot(
            Snapshot(
                "lane", 3, (record("note-2", author="bob", words="his"),), (record("note-1", words="hers"),)
            )
        )
        assert log.append([Batch("lane", (entry(4, Erase("note-1")),))]) == [True]
        first, his, removal, erasing = log.entries("lane", 0)
        assert (first.payload, first.changes) == (None, (Put(record("note-1", version=1)),))
        assert his == entry(2, person="bob")
        assert (removal.payload, removal.changes) == (None, (Remove("note-1"),))
        assert erasing == entry(4, Erase("note-1"))
        snapshot = log.snapshot("lane")
        assert snapshot is not None
        assert snapshot.removed == (record("note-1"),)
        assert [dict(each.fields) for each in snapshot.records] == [{"words": "his"}]

    def test_e5_restating_blanks_the_quotes_in_earlier_forms_and_in_the_snapshot(self, log: AnyLog) -> None:
        told = [{"text": "hers"}, {"text": "his"}]
        before = record("item", author=None, version=1, reasons=told)
        now = record("item", author=None, version=2, reasons=told[1:])
        log.append([Batch("lane", (entry(1, Put(before)),))])
        log.save_snapshot(Snapshot("lane", 1, (before,), ()))
        log.append([Batch("lane", (entry(2, Restate(now)),))])
        bare = record("item", author=None, version=1, reasons=[{"text": ""}, {"text": ""}])
        first, restating = log.entries("lane", 0)
        assert (first.payload, first.changes) == (None, (Put(bare),))
        assert restating == entry(2, Restate(now))
        assert log.snapshot("lane") == Snapshot("lane", 1, (bare,), ())
        log.save_snapshot(Snapshot("lane", 1, (before,), ()))
        assert log.snapshot("lane") == Snapshot("lane", 1, (bare,), ())

    def test_a_batch_that_came_too_late_erases_nothing(self, log: AnyLog) -> None:
        log.append([batch(1, 2)])
        assert log.append([Batch("lane", (entry(2, Erase("note-1")),))]) == [False]
        assert log.entries("lane", 0) == [entry(1), entry(2)]

    def test_what_was_saved_by_who_had_not_heard_of_the_erasing_is_blanked(self, log: AnyLog) -> None:
        log.append([batch(1, 2)])
        content = Content()
        for each in log.entries("lane", 0):
            content.apply(each)
        log.append([Batch("lane", (entry(3, Erase("note-1")),))])
        log.save_snapshot(Snapshot("lane", 2, tuple(content), ()))
        saved = log.snapshot("lane")
        assert saved is not None
        assert dict(saved.records[0].fields) == {}

    def test_after_blanking_the_log_still_builds_the_same_records(self, log: AnyLog) -> None:
        log.append([Batch("lane", (entry(1), entry(2, person="bob"), entry(3, Remove("note-1"))))])
        log.redact("lane", "ann", NOON)
        content = Content()
        for each in log.entries("lane", 0):
            content.apply(each)
        assert [each.id for each in content] == ["note-2"]
        assert log.append([batch(4)]) == [True]
