"""Opening a database: SQLite in one file, or PostgreSQL."""

import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from kithmap.basics.errors import BadInputError, UnavailableError
from kithmap.storage.checkpoints import Checkpoints
from kithmap.storage.database import BUSY_SECONDS, WRITES, Database

SQLITE_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    # Every commit is on the disk before anybody is told of it.
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    # Checkpoints are made beside the commits: storage/checkpoints.py.
    "PRAGMA wal_autocheckpoint = 0",
    # The log is written over and over in its place, which the disk does in half the time that a growing file takes.
    "PRAGMA journal_size_limit = 16000000",
    # What was blanked or replaced must not lie on in free pages.
    "PRAGMA secure_delete = ON",
)

NOT_UNDERSTOOD = (
    "The database's address is not understood. It looks like sqlite:///data/kithmap.sqlite "
    "or postgresql://person@host/name."
)


def open_database(url: str) -> Database:
    """Open a database; a SQLite file and its folder are made where there are none. Tables: ``storage/migrate.py``.

    Args:
        url: ``sqlite:///folder/kithmap.sqlite`` or ``postgresql://person@host/name``.

    Raises:
        BadInputError: if the address is none of the two, or PostgreSQL's driver is not installed.
        UnavailableError: if the folder of the file cannot be made.
    """
    try:
        address = make_url(url)
    except ArgumentError:
        raise BadInputError(NOT_UNDERSTOOD) from None
    match address.drivername.partition("+")[0]:
        case "sqlite":
            return _open_sqlite(address)
        case "postgresql" | "postgres":
            return _open_postgresql(address)
        case _:
            raise BadInputError(NOT_UNDERSTOOD)


def _open_sqlite(address: URL) -> Database:
    if address.database in (None, "", ":memory:"):
        raise BadInputError("SQLite needs a file, so that several parts of Kithmap see the same one.")
    file = Path(str(address.database)).absolute()
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise UnavailableError(
            f"The folder {file.parent} cannot be made. Please choose another one."
        ) from None
    engine = create_engine(
        URL.create("sqlite", database=str(file)),
        paramstyle="named",
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return Database(engine, Checkpoints(file, lambda: _connect_for_checkpoints(file)))


def _prepare_sqlite(connection: sqlite3.Connection, _record: object = None) -> None:
    # Python's driver would begin transactions by itself, at the first write and not before the first read.
    connection.isolation_level = None
    for setting in SQLITE_SETTINGS:
        _set(connection, setting)


def _set(connection: sqlite3.Connection, setting: str) -> None:
    """Set something for a connection.

    While several processes open a new file at once, SQLite refuses to change its journal at once, however long it may wait for locks otherwise.
    """
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute(setting)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _connect_for_checkpoints(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=BUSY_SECONDS)
    _prepare_sqlite(connection)
    return connection


def _open_postgresql(address: URL) -> Database:
    try:
        return Database(_postgresql_engine(address))
    except ModuleNotFoundError:
        raise BadInputError(
            "PostgreSQL needs its driver. Please install it: pip install 'kithmap[postgresql]'."
        ) from None


def _postgresql_engine(address: URL, **options: Any) -> Engine:
    return create_engine(
        address.set(drivername="postgresql+psycopg"),
        # A connection may have died with a restart of the server since it was used last.
        pool_pre_ping=True,
        **options,
    )
