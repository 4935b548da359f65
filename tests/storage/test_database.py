import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

import pytest
from sqlalchemy import text
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import IntegrityError

from kithmap.basics.errors import UnavailableError
from kithmap.storage import database as module
from kithmap.storage.database import Database
from tests.support.databases import opened

BOTH = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgresql)]


@pytest.fixture(params=BOTH)
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "sqlite":
        url = f"sqlite:///{(tmp_path / 'kithmap.sqlite').as_posix()}"
    else:
        url = request.getfixturevalue("postgresql")
    with opened(url) as database:
        with database.session() as session:
            session.execute(text("CREATE TABLE visits (name TEXT PRIMARY KEY)"))
        yield database


def visit(database: Database, name: str) -> None:
    with database.session() as session:
        session.execute(text("INSERT INTO visits VALUES (:name)"), {"name": name})


def visits(database: Database) -> list[str]:
    with database.reading() as session:
        return sorted(session.execute(text("SELECT name FROM visits")).scalars())


def test_a_session_is_committed_at_its_end(database: Database) -> None:
    visit(database, "ann")
    assert visits(database) == ["ann"]


def test_a_session_that_an_exception_leaves_changes_nothing(database: Database) -> None:
    def half_done() -> None:
        with database.session() as session:
            session.execute(text("INSERT INTO visits VALUES ('ann')"))
            raise KeyError

    with pytest.raises(KeyError):
        half_done()
    assert visits(database) == []


def test_what_breaks_a_rule_of_the_tables_is_told_as_such_for_the_caller_to_translate(
    database: Database,
) -> None:
    visit(database, "ann")
    with pytest.raises(IntegrityError):
        visit(database, "ann")


def test_a_reader_is_not_kept_waiting_and_sees_what_was_committed(database: Database) -> None:
    with database.session() as session:
        session.execute(text("INSERT INTO visits VALUES ('ann')"))
        assert visits(database) == []
    assert visits(database) == ["ann"]


def test_reading_alone_leaves_nothing_behind(database: Database) -> None:
    with database.reading() as session:
        session.execute(text("SELECT 1"))
    assert visits(database) == []


def test_work_on_the_driver_is_one_transaction(database: Database) -> None:
    def half_done(cursor: DBAPICursor) -> None:
        cursor.execute("INSERT INTO visits VALUES ('ann')")
        raise KeyError

    with pytest.raises(KeyError):
        database.write(half_done)
    assert database.write(lambda cursor: cursor.execute("INSERT INTO visits VALUES ('bob')") and None) is None
    assert visits(database) == ["bob"]


def test_many_writers_at_once_all_have_their_turn(database: Database) -> None:
    names = [f"visitor {number:02}" for number in range(40)]
    with ThreadPoolExecutor(8) as writers:
        list(writers.map(lambda name: visit(database, name), names))
    assert visits(database) == names


def test_a_writer_that_never_ends_makes_the_others_give_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BUSY_SECONDS", 0.01)
    url = f"sqlite:///{(tmp_path / 'kithmap.sqlite').as_posix()}"
    with opened(url) as database, database.session(), pytest.raises(UnavailableError):
        visit(database, "ann")


def test_a_failure_is_told_in_plain_words_and_what_was_written_stays_out_of_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    url = f"sqlite:///{(tmp_path / 'kithmap.sqlite').as_posix()}"
    # There is no table yet.
    with opened(url) as database, pytest.raises(UnavailableError, match="cannot reach its database"):
        visit(database, "Ann was here")
    assert "OperationalError" in caplog.text
    assert "Ann" not in caplog.text


def test_migrations_may_make_a_table_anew_without_losing_the_rows_that_refer_to_it(tmp_path: Path) -> None:
    with opened(f"sqlite:///{(tmp_path / 'kithmap.sqlite').as_posix()}") as database:
        with database.session() as session:
            session.execute(text("CREATE TABLE streets (id INTEGER PRIMARY KEY)"))
            session.execute(
                text("CREATE TABLE houses (street INTEGER REFERENCES streets (id) ON DELETE CASCADE)")
            )
            session.execute(text("INSERT INTO streets VALUES (1)"))
            session.execute(text("INSERT INTO houses VALUES (1)"))
        with database.changing_tables() as connection:
            connection.exec_driver_sql("CREATE TABLE anew (id INTEGER PRIMARY KEY, name TEXT)")
            connection.exec_driver_sql("INSERT INTO anew SELECT id, '' FROM streets")
            connection.exec_driver_sql("DROP TABLE streets")
            connection.exec_driver_sql("ALTER TABLE anew RENAME TO streets")
        with database.reading() as session:
            assert session.execute(text("SELECT count(*) FROM houses")).scalar() == 1
        with pytest.raises(UnavailableError, match="do not fit"), database.changing_tables() as connection:
            connection.exec_driver_sql("DELETE FROM streets")
        with database.reading() as session:
            assert session.execute(text("SELECT count(*) FROM streets")).scalar() == 1


@pytest.mark.postgresql
def test_a_write_is_done_again_when_postgresql_ends_its_connection(
    postgresql: str, caplog: pytest.LogCaptureFixture
) -> None:
    with opened(postgresql) as database, opened(postgresql) as other:
        with database.session() as session:
            session.execute(text("CREATE TABLE visits (name TEXT PRIMARY KEY)"))
        tries: SimpleQueue[int] = SimpleQueue()

        def interrupted_once(cursor: DBAPICursor) -> None:
            cursor.execute("SELECT pg_backend_pid()")
            row = cursor.fetchone()
            assert row is not None
            if tries.empty():
                tries.put(row[0])
                with other.connection(writes=True) as connection:
                    connection.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": row[0]})
            cursor.execute("INSERT INTO visits VALUES ('ann')")

        database.write(interrupted_once)
        assert visits(database) == ["ann"]
        assert "tried again" in caplog.text


@pytest.mark.postgresql
def test_connections_that_died_while_nobody_used_them_are_made_anew(postgresql: str) -> None:
    with opened(postgresql) as database, opened(postgresql) as other:
        with database.session() as session:
            session.execute(text("CREATE TABLE visits (name TEXT PRIMARY KEY)"))
        with other.connection(writes=True) as connection:
            connection.exec_driver_sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        visit(database, "ann")
        assert visits(database) == ["ann"]


@pytest.mark.postgresql
def test_writers_that_wait_for_each_other_both_finish(postgresql: str) -> None:
    with opened(postgresql) as database:
        with database.session() as session:
            session.execute(text("CREATE TABLE visits (name TEXT PRIMARY KEY, times INTEGER)"))
            session.execute(text("INSERT INTO visits VALUES ('a', 0), ('b', 0)"))
        both_hold_one = threading.Barrier(2, timeout=5)

        def cross(first: str, second: str) -> None:
            waited: list[bool] = []

            def work(cursor: DBAPICursor) -> None:
                cursor.execute("SET LOCAL deadlock_timeout = '10ms'")
                cursor.execute("UPDATE visits SET times = times + 1 WHERE name = %s", (first,))
                if not waited:
                    waited.append(True)
                    both_hold_one.wait()
                cursor.execute("UPDATE visits SET times = times + 1 WHERE name = %s", (second,))

            database.write(work)

        with ThreadPoolExecutor(2) as writers:
            list(writers.map(cross, "ab", "ba"))
        with database.reading() as reading:
            assert [tuple(row) for row in reading.execute(text("SELECT * FROM visits ORDER BY 1"))] == [
                ("a", 2),
                ("b", 2),
            ]


def test_a_full_disk_fails_one_write_and_not_the_next(tmp_path: Path) -> None:
    with opened(f"sqlite:///{(tmp_path / 'kithmap.sqlite').as_posix()}") as database:
        with database.session() as session:
            session.execute(text("CREATE TABLE visits (name TEXT)"))

        def too_much(cursor: DBAPICursor) -> None:
            cursor.execute("PRAGMA max_page_count = 3")
            cursor.execute("INSERT INTO visits VALUES (:name)", {"name": "x" * 100_000})

        with pytest.raises(UnavailableError) as caught:
            database.write(too_much)
        assert isinstance(caught.value.__cause__, sqlite3.OperationalError)
        visit(database, "ann")
        assert visits(database) == ["ann"]


def test_what_was_erased_lies_in_no_file_once_the_database_was_scrubbed(
    database: Database, tmp_path: Path
) -> None:
    visit(database, "Wrenfield")
    with database.session() as session:
        session.execute(text("DELETE FROM visits"))
    database.scrub()
    folder = tmp_path
    if database.engine.dialect.name == "postgresql":
        with database.connection() as connection:
            folder = Path(connection.exec_driver_sql("SHOW data_directory").scalar_one()) / "base"
            connection.exec_driver_sql("CHECKPOINT")
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if b"Wrenfield" in path.read_bytes()]
