import json
import sqlite3
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kithmap.basics.errors import BadInputError, ConflictError, UnavailableError
from kithmap.storage.backup import DATABASE, MANIFEST, Folder, back_up, back_up_sqlite
from kithmap.storage.database import Database
from kithmap.storage.engine import open_database
from tests.support.databases import migrated, sqlite_url

AT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
FOLDERS = (Folder("photos", "*/*.jpg"), Folder("guides", "**/*.md"))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    (tmp_path / "data" / "photos" / "w").mkdir(parents=True)
    (tmp_path / "data" / "photos" / "w" / "p.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "data" / "photos" / "w" / "q.jpg.ab.part").write_bytes(b"half")
    with migrated(sqlite_url(tmp_path / "data")) as database:
        yield database


def taken(database: Database, tmp_path: Path, name: str = "b.zip") -> tuple[Path, list[float]]:
    steps: list[float] = []
    target = tmp_path / name
    back_up(database, tmp_path / "data", FOLDERS, target, AT, lambda done, _: steps.append(done))
    return target, steps


def test_a_copy_holds_what_was_committed(database: Database, tmp_path: Path) -> None:
    steps: list[float] = []
    back_up_sqlite(database, tmp_path / "b.sqlite", steps.append)
    with closing(sqlite3.connect(tmp_path / "b.sqlite")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("SELECT count(*) FROM alembic_version").fetchone() == (1,)
    assert (steps, steps[-1]) == (sorted(steps), 1)
    with pytest.raises(ConflictError):
        back_up_sqlite(database, tmp_path / "b.sqlite", steps.append)
    with pytest.raises(UnavailableError):
        back_up_sqlite(database, tmp_path / "nowhere" / "b.sqlite", steps.append)


def test_a_backup_is_one_file_with_everything_that_is_whole(database: Database, tmp_path: Path) -> None:
    target, steps = taken(database, tmp_path)
    with zipfile.ZipFile(target) as packed:
        assert packed.testzip() is None
        assert packed.namelist() == [DATABASE, "photos/w/p.jpg", MANIFEST]
        told = json.loads(packed.read(MANIFEST))
        assert (told["form"], told["made_at"]) == (1, "2026-11-23T10:00:00.000Z")
        assert told["files"]["photos/w/p.jpg"]["bytes"] == 2
    assert (steps, steps[-1]) == (sorted(steps), 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.zip", "data"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_nobody_else_on_the_machine_may_read_it(database: Database, tmp_path: Path) -> None:
    target, _ = taken(database, tmp_path)
    assert target.stat().st_mode & 0o077 == 0


def test_what_is_there_already_is_left_as_it_is(database: Database, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(b"mine")
    with pytest.raises(ConflictError):
        taken(database, tmp_path)
    assert (tmp_path / "b.zip").read_bytes() == b"mine"


def test_a_folder_that_is_not_there_is_said_and_leaves_nothing(database: Database, tmp_path: Path) -> None:
    with pytest.raises(UnavailableError):
        taken(database, tmp_path, "nowhere/b.zip")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data"]


def test_a_photo_that_goes_meanwhile_is_passed_over(database: Database, tmp_path: Path) -> None:
    def step(_done: float, what: str) -> None:
        if what == "photos/w/p.jpg":
            (tmp_path / "data" / "photos" / "w" / "p.jpg").unlink()

    found = back_up(database, tmp_path / "data", FOLDERS, tmp_path / "b.zip", AT, step)
    assert found.files == {"photos": 0, "guides": 0}


@pytest.mark.postgresql
def test_a_database_server_has_its_own_ways(postgresql: str, tmp_path: Path) -> None:
    database = open_database(postgresql)
    try:
        with pytest.raises(BadInputError, match="pg_dump"):
            back_up(database, tmp_path, FOLDERS, tmp_path / "b.zip", AT, lambda *_: None)
    finally:
        database.close()
    assert list(tmp_path.iterdir()) == []
