import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kithmap.basics.errors import ConflictError, UnavailableError
from kithmap.storage.backup import back_up_sqlite
from kithmap.storage.engine import open_database
from kithmap.storage.migrate import migrate


def test_a_copy_holds_what_was_committed(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{(tmp_path / 'a.sqlite').as_posix()}")
    migrate(database)
    back_up_sqlite(database, tmp_path / "b.sqlite")
    with closing(sqlite3.connect(tmp_path / "b.sqlite")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("SELECT count(*) FROM alembic_version").fetchone() == (1,)
    with pytest.raises(ConflictError):
        back_up_sqlite(database, tmp_path / "b.sqlite")
    with pytest.raises(UnavailableError):
        back_up_sqlite(database, tmp_path / "nowhere" / "b.sqlite")
    database.close()
