import sqlite3
import stat
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from kithmap.basics.errors import BadInputError, UnavailableError
from kithmap.storage import engine
from kithmap.storage.database import Kind
from kithmap.storage.engine import open_database
from kithmap.storage.oplog.sql import SqlLog
from tests.support.databases import opened


def test_a_sqlite_file_and_its_folder_are_made(tmp_path: Path) -> None:
    file = tmp_path / "new folder" / "50%" / "kithmap.sqlite"
    with opened(f"sqlite:///{file.as_posix()}") as database:
        assert database.kind is Kind.SQLITE
        with database.connection() as connection:
            connection.exec_driver_sql("SELECT 1")
    assert file.is_file()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("busy_timeout", 10_000),
        ("wal_autocheckpoint", 0),
        ("secure_delete", 1),
    ],
)
def test_every_sqlite_connection_is_durable_patient_and_strict(
    tmp_path: Path, pragma: str, value: object
) -> None:
    url = f"sqlite:///{(tmp_path / 'kithmap.sqlite').as_posix()}"
    with opened(url) as database, database.connection() as one, database.connection() as other:
        assert [each.exec_driver_sql(f"PRAGMA {pragma}").scalar() for each in (one, other)] == [value] * 2


@pytest.mark.parametrize("url", ["", "no address", "mysql://host/name", "sqlite://", "sqlite:///:memory:"])
def test_an_address_that_is_none_is_refused_with_an_example(url: str) -> None:
    with pytest.raises(BadInputError, match=r"(?i)sqlite"):
        open_database(url)


def test_a_folder_that_cannot_be_made_is_told_by_name(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnavailableError, match="cannot be made"):
        open_database(f"sqlite:///{(tmp_path / 'file' / 'kithmap.sqlite').as_posix()}")


def test_without_its_driver_postgresql_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(BadInputError, match="pip install"):
        open_database("postgresql://kith@host/map")


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_common_way_to_name_postgresql_is_taken(scheme: str) -> None:
    with opened(f"{scheme}://kith@host.invalid/map") as database:
        assert database.kind is Kind.POSTGRESQL


def test_a_database_that_is_no_database_is_told_as_unavailable(tmp_path: Path) -> None:
    file = tmp_path / "kithmap.sqlite"
    file.write_bytes(b"this is a letter and no database" * 100)
    with opened(f"sqlite:///{file.as_posix()}") as database, pytest.raises(UnavailableError):
        SqlLog(database).last_number("lane")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_nobody_else_on_the_machine_can_read_what_participants_wrote(tmp_path: Path) -> None:
    file = tmp_path / "data" / "kithmap.sqlite"
    with opened(f"sqlite:///{file.as_posix()}") as database, database.connection():
        pass
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_the_settings_name_no_pragma_that_sqlite_does_not_know() -> None:
    connection = sqlite3.connect(":memory:")
    for setting in engine.SQLITE_SETTINGS:
        name = setting.removeprefix("PRAGMA ").partition(" ")[0]
        assert connection.execute(f"PRAGMA {name}").fetchone() is not None
    connection.close()


def test_a_file_that_others_open_at_once_is_tried_again(tmp_path: Path) -> None:
    file = tmp_path / "kithmap.sqlite"
    # As SQLite does it where several change a new file's journal at once: it refuses without any waiting.
    with (
        closing(sqlite3.connect(file, check_same_thread=False)) as other,
        closing(sqlite3.connect(file, timeout=0)) as ours,
    ):
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            ours.execute("PRAGMA journal_mode = WAL")
        later = threading.Timer(0.2, other.rollback)
        later.start()
        engine._prepare_sqlite(ours)
        later.join()
        assert ours.execute("PRAGMA journal_mode").fetchone() == ("wal",)
