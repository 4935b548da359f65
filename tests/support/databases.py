"""Databases for tests, migrated and empty."""

import functools
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kithmap.storage.database import Database
from kithmap.storage.engine import open_database
from kithmap.storage.migrate import migrate


@contextmanager
def opened(url: str) -> Iterator[Database]:
    """Open a database as it is."""
    database = open_database(url)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def migrated(url: str) -> Iterator[Database]:
    """Open a database and bring its tables up to date."""
    with opened(url) as database:
        migrate(database)
        yield database


def sqlite_url(folder: Path) -> str:
    """Return the address of a migrated SQLite database in a folder; made by copying one, as migrating takes longer."""
    file = folder / "kithmap.sqlite"
    if not file.exists():
        file.write_bytes(_empty_sqlite())
    return f"sqlite:///{file.as_posix()}"


@functools.cache
def _empty_sqlite() -> bytes:
    folder = Path(tempfile.mkdtemp(prefix="kithmap-empty-"))
    try:
        with migrated(f"sqlite:///{(folder / 'empty.sqlite').as_posix()}"):
            pass
        return (folder / "empty.sqlite").read_bytes()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
