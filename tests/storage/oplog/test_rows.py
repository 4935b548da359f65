from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.actors import Role
from kithmap.basics.records import Audience, Put, Record, Remove
from kithmap.storage.database import Database
from kithmap.storage.oplog.rows import (
    entry_from_row,
    entry_to_row,
    moment_to_text,
    snapshot_from_row,
    snapshot_to_row,
)
from kithmap.storage.oplog.sql import SqlLog
from kithmap.sync.entry import Entry
from kithmap.sync.log import Batch, Snapshot
from tests.support.databases import migrated, opened, sqlite_url
from tests.support.json_values import JSON_OBJECTS

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12)
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(2020, 1, 2), datetime(2100, 1, 1), timezones=OFFSETS)  # noqa: DTZ001 - bounds are naive

RECORDS = st.builds(
    Record,
    kind=WORDS,
    id=WORDS,
    author=st.none() | WORDS,
    audience=st.sampled_from(Audience),
    fields=JSON_OBJECTS,
    stands_on=st.lists(WORDS, max_size=3).map(tuple),
    version=st.integers(0, 2**53),
)
CHANGES = st.lists(st.builds(Put, RECORDS) | st.builds(Remove, WORDS), max_size=4).map(tuple)


def entries(number: st.SearchStrategy[int]) -> st.SearchStrategy[Entry]:
    return st.builds(
        Entry,
        number=number,
        operation=WORDS,
        kind=WORDS,
        person=WORDS,
        role=st.sampled_from(Role),
        at=MOMENTS,
        payload=st.none() | JSON_OBJECTS,
        changes=CHANGES,
    )


@given(WORDS, entries(st.integers(1, 2**53)))
def test_any_entry_is_read_back_as_it_was_written(workshop: str, entry: Entry) -> None:
    assert entry_from_row(entry_to_row(workshop, entry)) == entry


@given(st.lists(RECORDS, max_size=3).map(tuple), st.lists(RECORDS, max_size=3).map(tuple), WORDS)
def test_any_snapshot_is_read_back_as_it_was_written(
    records: tuple[Record, ...], removed: tuple[Record, ...], workshop: str
) -> None:
    snapshot = Snapshot(workshop, 7, records, removed)
    assert snapshot_from_row(snapshot_to_row(snapshot)) == snapshot


@given(MOMENTS, MOMENTS)
def test_moments_as_text_stand_in_the_order_of_time(one: datetime, other: datetime) -> None:
    assert (moment_to_text(one) < moment_to_text(other)) == (one < other)


def test_a_moment_without_its_offset_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="offset"):
        moment_to_text(datetime.now(UTC).replace(tzinfo=None))


class EveryDatabase:
    """The same, through a database: its columns and its driver keep what the rows say."""

    def test_any_entry_comes_back_from_the_database(self, database: Database) -> None:
        log = SqlLog(database)

        @given(entries(st.just(1)))
        def comes_back(entry: Entry) -> None:
            workshop = f"w{next(numbers)}"
            assert log.append([Batch(workshop, (entry,))]) == [True]
            assert log.entries(workshop, 0) == [entry]

        numbers = iter(range(10_000))
        comes_back()


class TestOnSqlite(EveryDatabase):
    @pytest.fixture
    def database(self, tmp_path: Path) -> Iterator[Database]:
        with opened(sqlite_url(tmp_path)) as database:
            yield database


@pytest.mark.postgresql
class TestOnPostgreSQL(EveryDatabase):
    @pytest.fixture
    def database(self, postgresql: str) -> Iterator[Database]:
        with migrated(postgresql) as database:
            yield database
