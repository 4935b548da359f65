from pathlib import Path

import pytest

from kithmap.basics.records import Erase, Put
from kithmap.storage.oplog.sql import SqlLog
from kithmap.sync.log import Batch, Snapshot
from tests.support.databases import migrated, opened, sqlite_url
from tests.support.entries import entry, record

WORD = "Wrenfield"


def say_and_erase(log: SqlLog) -> None:
    said = [
        record(f"note-{number}", version=number, words=f"{WORD} {number} " + "x" * 3000) for number in (1, 2)
    ]
    log.append([Batch("lane", tuple(entry(note.version, Put(note)) for note in said))])
    log.save_snapshot(Snapshot("lane", 2, tuple(said), ()))
    log.append([Batch("lane", (entry(3, Erase("note-1"), Erase("note-2")),))])


def test_no_page_of_the_file_holds_what_was_erased_not_even_a_free_one(tmp_path: Path) -> None:
    with opened(sqlite_url(tmp_path)) as database:
        log = SqlLog(database)
        say_and_erase(log)
        files = [path for path in tmp_path.iterdir() if WORD.encode() in path.read_bytes()]
    assert files == []


def test_what_was_erased_is_counted_and_nobody_named(tmp_path: Path) -> None:
    with opened(sqlite_url(tmp_path)) as database:
        say_and_erase(SqlLog(database))
        with database.connection() as connection:
            rows = connection.exec_driver_sql("SELECT workshop, count FROM redactions").all()
    assert [tuple(row) for row in rows] == [("lane", 2)]


@pytest.mark.postgresql
def test_no_row_of_postgresql_holds_what_was_erased(postgresql: str) -> None:
    with migrated(postgresql) as database:
        say_and_erase(SqlLog(database))
        with database.connection() as connection:
            for table in ("entries", "snapshots", "redactions"):
                rows = connection.exec_driver_sql(f"SELECT t::text FROM {table} t").scalars().all()
                assert rows
                assert not [row for row in rows if WORD in row]
