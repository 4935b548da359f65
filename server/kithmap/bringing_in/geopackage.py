"""Places out of a GeoPackage, which is a database that somebody else made.

It is opened in memory, so that nothing is written and no file beside it is looked for; only plain tables are read, by statements
of ours that may do nothing but read columns; and the database's own machine is stopped after a time.

Source: OGC 12-128r18; SQLite, "Defense against the dark arts" (sqlite.org/security.html).
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.bringing_in.coordinates import known_epsg
from kithmap.bringing_in.gathering import Gathering
from kithmap.bringing_in.model import (
    MOST_COLUMNS,
    MOST_LETTERS,
    MOST_ROWS,
    MOST_TABLES,
    Coordinates,
    Left,
    Table,
)
from kithmap.bringing_in.wkb import from_geopackage_blob

MOST_SECONDS = 5.0
"""Of reading: 10 MB take a tenth of a second."""

STEPS_BETWEEN_LOOKS = 10_000
"""Of SQLite's machine between two looks at the clock: some 0.2 ms."""

NOT_READABLE = "This GeoPackage cannot be read. Please save it anew from the program that it comes from."

_READING = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 12_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 2_000,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 3,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}

_FILE_FORMAT = slice(18, 20)
"""The bytes of the head that say whether a log lies beside the file. One in memory has none (sqlite.org/fileformat.html)."""


def from_geopackage(content: bytes) -> list[Table]:
    """Return the layers of a GeoPackage that have shapes.

    Raises:
        TooLargeError: if there is too much in it.
        BadInputError: if it cannot be read.
    """
    try:
        with _opened(content) as database:
            return [_table_or_why_not(database, *layer) for layer in _layers(database)]
    except (sqlite3.Error, OverflowError):
        # Whatever SQLite says of it was written for whoever made the file.
        raise BadInputError(NOT_READABLE) from None


@contextmanager
def _opened(content: bytes) -> Iterator[sqlite3.Connection]:
    head = bytearray(content)
    head[_FILE_FORMAT] = b"\x01\x01"
    database = sqlite3.connect(":memory:", isolation_level=None)
    try:
        database.deserialize(bytes(head))
        for limit, most in _LIMITS.items():
            database.setlimit(limit, most)
        for setting in (
            "trusted_schema = OFF",
            "cell_size_check = ON",
            "query_only = ON",
            "writable_schema = OFF",
        ):
            database.execute(f"PRAGMA {setting}")
        database.text_factory = lambda raw: raw.decode("utf-8", "replace")
        database.set_authorizer(_only_reading)
        ends = time.monotonic() + MOST_SECONDS
        database.set_progress_handler(lambda: int(time.monotonic() > ends), STEPS_BETWEEN_LOOKS)
        yield database
    finally:
        database.close()


def _only_reading(action: int, *_: Any) -> int:
    """Let statements read columns; no function is called, no setting changed, no other file opened."""
    return sqlite3.SQLITE_OK if action in _READING else sqlite3.SQLITE_DENY


def _layers(database: sqlite3.Connection) -> list[tuple[str, str, int]]:
    """Return the name, the geometry column and the number of the coordinate system of each layer."""
    plain = _plain_tables(database)
    needed = {"gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"}
    if not needed <= plain:
        raise BadInputError(
            "This is a database, but no GeoPackage. Please save your places as GeoPackage or GeoJSON."
        )
    found = database.execute(
        "SELECT c.table_name, g.column_name, g.srs_id FROM gpkg_contents c JOIN gpkg_geometry_columns g "
        "ON g.table_name = c.table_name WHERE c.data_type = 'features' LIMIT ?",
        (MOST_TABLES,),
    ).fetchall()
    layers = [
        (name, column, srs)
        for name, column, srs in found
        if isinstance(name, str) and isinstance(column, str) and isinstance(srs, int) and name in plain
    ]
    if not layers:
        raise BadInputError("This GeoPackage holds no table of places.")
    return layers


def _plain_tables(database: sqlite3.Connection) -> set[str]:
    """Return the names of what is a table that holds its own rows: a view or a virtual table can be a program."""
    rows = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        name
        for name, sql in rows
        if isinstance(name, str)
        and isinstance(sql, str)
        and not sql.lstrip().upper().startswith("CREATE VIRTUAL")
    }


def _table_or_why_not(database: sqlite3.Connection, name: str, geometry: str, srs: int) -> Table:
    """Return a layer; one that cannot be used does not keep others from being."""
    try:
        return _table(database, name, geometry, srs)
    except BadInputError as error:
        return Table(name, (), (), (Left(0, error.message),))


def _table(database: sqlite3.Connection, name: str, geometry: str, srs: int) -> Table:
    columns = _columns(database, name)
    if geometry not in columns:
        raise BadInputError(NOT_READABLE)
    words = [column for column in columns if column != geometry][:MOST_COLUMNS]
    gathering = Gathering(name, _coordinates(database, srs))
    gathering.name_columns(words)
    wanted = ", ".join(_quoted(column) for column in (geometry, *words))
    rows = database.execute(f"SELECT {wanted} FROM {_quoted(name)} LIMIT {MOST_ROWS + 1}")  # noqa: S608 - quoted
    for number, (shape, *cells) in enumerate(rows, start=1):
        if number > MOST_ROWS:
            raise TooLargeError(
                f"This file holds more than {MOST_ROWS} places. Please bring in a part of them: those around your area, say."
            )
        texts = {column: _as_text(cell) for column, cell in zip(words, cells, strict=True)}
        try:
            gathering.add(number, texts, from_geopackage_blob(shape))
        except BadInputError as error:
            gathering.leave(number, error)
    return gathering.table()


def _columns(database: sqlite3.Connection, name: str) -> list[str]:
    """Return the names of a table's own columns. Those that are worked out from others are not read."""
    database.set_authorizer(None)
    try:
        found = database.execute(f"PRAGMA table_xinfo({_quoted(name)})").fetchall()
    finally:
        database.set_authorizer(_only_reading)
    return [column for _, column, _, _, _, _, hidden in found if not hidden]


def _coordinates(database: sqlite3.Connection, srs: int) -> Coordinates | None:
    found = database.execute(
        "SELECT organization, organization_coordsys_id FROM gpkg_spatial_ref_sys WHERE srs_id = ?", (srs,)
    ).fetchone()
    organization, code = found or ("", 0)
    if srs in {0, -1} or not isinstance(code, int) or str(organization).upper() in {"", "NONE"}:
        return None
    if str(organization).upper() != "EPSG":
        return known_epsg(0, str(organization)[:20])
    return known_epsg(code)


def _quoted(name: str) -> str:
    if "\x00" in name:
        raise BadInputError(NOT_READABLE)
    return '"' + name.replace('"', '""') + '"'


def _as_text(cell: Any) -> str:
    match cell:
        case None | bytes():
            return ""
        case str():
            return cell[: MOST_LETTERS + 1]
        case _:
            return str(cell)
