"""A copy of a SQLite database, taken while others read and write."""

import sqlite3
from contextlib import closing
from pathlib import Path

from kithmap.basics.errors import BadInputError, ConflictError, UnavailableError
from kithmap.storage.database import Database, Kind

PAGES_AT_ONCE = 2_000
"""Copied between two turns of other writers: 8 MB, some ten milliseconds."""


def back_up_sqlite(database: Database, target: Path) -> None:
    """Copy the database to a new file by SQLite's own online backup: the copy is whole, whatever happens meanwhile.

    Raises:
        BadInputError: if the database is no SQLite file.
        ConflictError: if the target is there already; it is left as it is.
        UnavailableError: if it cannot be written.
    """
    source = database.engine.url.database
    if database.kind is not Kind.SQLITE or source is None:
        raise BadInputError(
            "This copies SQLite databases only. For PostgreSQL use pg_dump, and copy the folder photos."
        )
    if target.exists():
        raise ConflictError(f"{target} is there already. Please choose another name.")
    try:
        with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(target)) as copy:
            original.backup(copy, pages=PAGES_AT_ONCE)
    except sqlite3.Error as error:
        target.unlink(missing_ok=True)
        raise UnavailableError(f"The copy could not be written to {target} ({error}).") from None
