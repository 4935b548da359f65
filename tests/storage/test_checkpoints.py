from collections.abc import Iterator
from pathlib import Path

import pytest

from kithmap.storage import checkpoints as module
from kithmap.storage.database import Database
from kithmap.storage.oplog.sql import SqlLog
from tests.support.databases import opened, sqlite_url
from tests.support.entries import NOON, batch
from tests.support.waiting import until


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with opened(sqlite_url(tmp_path)) as database:
        yield database


def wal(folder: Path) -> Path:
    return folder / "kithmap.sqlite-wal"


def append(log: SqlLog, times: int) -> None:
    after = log.last_number("lane")
    for number in range(after + 1, after + times + 1):
        assert log.append([batch(number)]) == [True]


def test_a_long_write_ahead_log_is_moved_into_the_file_beside_the_commits(
    tmp_path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "COMMITS", 15)
    append(SqlLog(database), 40)
    until(lambda: b"words 30" in (tmp_path / "kithmap.sqlite").read_bytes())


def test_a_few_large_commits_are_moved_as_well(
    tmp_path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "ENOUGH", 100_000)
    assert SqlLog(database).append([batch(1, 500)]) == [True]
    until(lambda: b"words 499" in (tmp_path / "kithmap.sqlite").read_bytes())


def test_the_write_ahead_log_begins_anew_instead_of_growing(
    tmp_path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "COMMITS", 20)
    monkeypatch.setattr(module, "TOO_MUCH", 50)
    log = SqlLog(database)
    for _ in range(100):
        before = wal(tmp_path).stat().st_size if wal(tmp_path).exists() else 0
        # Every entry writes four pages or more.
        append(log, 25)
        if wal(tmp_path).stat().st_size == before:
            return
    pytest.fail("the write-ahead log only grows")


def test_a_reader_that_stays_does_not_stop_the_commits(
    tmp_path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "COMMITS", 10)
    monkeypatch.setattr(module, "TOO_MUCH", 10)
    log = SqlLog(database)
    append(log, 1)
    with database.connection() as reader:
        reader.exec_driver_sql("SELECT count(*) FROM entries").scalar()
        append(log, 60)
        assert reader.exec_driver_sql("SELECT count(*) FROM entries").scalar() == 1
    assert log.last_number("lane") == 61


def test_what_was_blanked_lies_in_no_file_any_more(tmp_path: Path, database: Database) -> None:
    log = SqlLog(database)
    append(log, 50)
    assert b"words 33" in wal(tmp_path).read_bytes() + (tmp_path / "kithmap.sqlite").read_bytes()
    log.redact("lane", "ann", NOON)
    left = wal(tmp_path).read_bytes() + (tmp_path / "kithmap.sqlite").read_bytes()
    assert b"words" not in left.replace(b'"words"', b"")


def test_closing_leaves_one_whole_file(tmp_path: Path) -> None:
    with opened(sqlite_url(tmp_path)) as database:
        append(SqlLog(database), 10)
    assert [path.name for path in tmp_path.iterdir()] == ["kithmap.sqlite"]
