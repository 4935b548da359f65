"""One area's basemap as one SQLite file: metadata, tiles, and the whole map.

Drawings are stored without their style, which is put in when they are read: both themes come from one geometry, and a
better palette shows without building again. Kept open nowhere: each read opens the file and closes it, so that any
thread may read, and a finished build can take the file's place on systems that do not replace an open file.
"""

import gzip
import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from time import sleep

from kithmap.basemap.fingerprint import ContentHash
from kithmap.basemap.model import BasemapError, BasemapMetadata, Bounds, Theme, Tile, WholeMap
from kithmap.basemap.sheet import svg
from kithmap.basemap.style import STYLE_VERSION
from kithmap.basemap.whole import whole_svg

SUFFIX = ".basemap"

APPLICATION_ID = 0x4B69_7468
FORMAT = 1
"""What SQLite's file header says of an archive: that it is one (the letters Kith), and its layout's number."""

READY_TILES = 600
"""Finished tiles kept in memory for each archive: a hall of phones asks for the same few dozen, at 2 to 20 KB each."""

_TABLES = """
CREATE TABLE metadata (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE tiles (z INTEGER, x INTEGER, y INTEGER, body BLOB NOT NULL, PRIMARY KEY (z, x, y));
CREATE TABLE whole (zoom INTEGER, width INTEGER, height INTEGER, body BLOB NOT NULL);
"""


def archive_path(folder: Path, area_id: str) -> Path:
    """Return where an area's archive lies in the folder of archives."""
    return folder / f"{area_id}{SUFFIX}"


class Archive:
    """A finished basemap. Cheap to open; may be read from any number of threads."""

    def __init__(self, path: Path) -> None:
        """Read the metadata.

        Raises `BasemapError` when there is no archive, or it is damaged or of another version.
        """
        self._path = path
        self.metadata = self._read_metadata()
        self.version = f"{self.metadata.content}{STYLE_VERSION}"
        self._ready: Callable[[int, int, int, Theme], bytes | None] = lru_cache(READY_TILES)(self._finish)
        self._ready_whole: Callable[[Theme], bytes] = lru_cache(len(Theme))(self._finish_whole)

    def tile(self, z: int, x: int, y: int, theme: Theme) -> bytes | None:
        """Return a tile as a gzipped SVG document, or None where there is nothing but bare ground."""
        return self._ready(z, x, y, theme)

    def whole(self, theme: Theme) -> bytes:
        """Return the whole map as a gzipped SVG document."""
        return self._ready_whole(theme)

    @property
    def whole_size(self) -> tuple[int, int]:
        """Width and height of the whole map in pixels."""
        ((width, height),) = self._rows("SELECT width, height FROM whole")
        return width, height

    def _finish(self, z: int, x: int, y: int, theme: Theme) -> bytes | None:
        rows = self._rows("SELECT body FROM tiles WHERE z = ? AND x = ? AND y = ?", z, x, y)
        return _packed(svg(z + 1, theme, _unpacked(rows[0][0]))) if rows else None

    def _finish_whole(self, theme: Theme) -> bytes:
        ((zoom, width, height, body),) = self._rows("SELECT zoom, width, height, body FROM whole")
        whole = WholeMap(zoom, width, height, _unpacked(body))
        return _packed(whole_svg(whole, theme, self.metadata.attribution))

    def _read_metadata(self) -> BasemapMetadata:
        ((application,),) = self._rows("PRAGMA application_id")
        ((form,),) = self._rows("PRAGMA user_version")
        if (application, form) != (APPLICATION_ID, FORMAT):
            raise BasemapError("This basemap was made by another version of Kithmap. Build it again.")
        return _metadata(dict(self._rows("SELECT key, value FROM metadata")))

    def _rows(self, query: str, *values: int) -> list[tuple]:  # type: ignore[type-arg]
        try:
            address = f"{self._path.absolute().as_uri()}?mode=ro&immutable=1"
            with closing(sqlite3.connect(address, uri=True)) as connection:
                return connection.execute(query, values).fetchall()
        except sqlite3.Error as problem:
            raise BasemapError("The basemap's file is missing or damaged. Build it again.") from problem


def open_archive(path: Path) -> Archive:
    """Open a finished basemap; see `Archive`."""
    return Archive(path)


class ArchiveWriter:
    """Fills a new archive. Made by `new_archive`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Begin with an empty archive."""
        self._connection = connection
        self._hash = ContentHash()
        self.tiles = 0

    def add_tile(self, tile: Tile) -> None:
        """Store one tile."""
        body = tile.body.encode()
        self._hash.add(f"{tile.z}/{tile.x}/{tile.y}", body)
        self._connection.execute(
            "INSERT INTO tiles VALUES (?, ?, ?, ?)", (tile.z, tile.x, tile.y, _packed_bytes(body))
        )
        self.tiles += 1

    def add_whole(self, whole: WholeMap) -> None:
        """Store the whole map."""
        body = whole.body.encode()
        self._hash.add(f"whole/{whole.zoom}/{whole.width}/{whole.height}", body)
        values = (whole.zoom, whole.width, whole.height, _packed_bytes(body))
        self._connection.execute("INSERT INTO whole VALUES (?, ?, ?, ?)", values)

    def finish(self, metadata: BasemapMetadata) -> BasemapMetadata:
        """Store the metadata with the hash of what was drawn, and return it so."""
        complete = replace(metadata, content=self._hash.short())
        self._connection.executemany("INSERT INTO metadata VALUES (?, ?)", sorted(_as_rows(complete).items()))
        return complete


@contextmanager
def new_archive(target: Path) -> Iterator[ArchiveWriter]:
    """Fill an archive in a temporary file that takes the target's place at the end, and only if nothing failed."""
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as connection:
            # Nobody else sees the file and a failed one is thrown away, so nothing needs a journal.
            connection.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLES}")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {FORMAT}")
            connection.execute("BEGIN")
            yield ArchiveWriter(connection)
            connection.execute("COMMIT")
        _put_in_place(part, target)
    finally:
        part.unlink(missing_ok=True)


def _put_in_place(part: Path, target: Path) -> None:
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    for wait in (0.05, 0.1, 0.2, 0.4, 0.8, None):
        try:
            part.replace(target)
        except PermissionError:
            # On Windows a file cannot be replaced in the instant in which someone reads it.
            if wait is None:
                raise
            sleep(wait)
        else:
            return


def _as_rows(metadata: BasemapMetadata) -> dict[str, str]:
    return {
        "area": metadata.area,
        "bounds": " ".join(repr(edge) for edge in metadata.bounds.as_list()),
        "built_at": metadata.built_at.isoformat(),
        "source": metadata.source,
        "attribution": metadata.attribution,
        "content": metadata.content,
        "min_zoom": str(metadata.min_zoom),
        "max_zoom": str(metadata.max_zoom),
    }


def _metadata(rows: dict[str, str]) -> BasemapMetadata:
    try:
        return BasemapMetadata(
            area=rows["area"],
            bounds=Bounds(*map(float, rows["bounds"].split())),
            built_at=datetime.fromisoformat(rows["built_at"]),
            source=rows["source"],
            attribution=rows["attribution"],
            content=rows["content"],
            min_zoom=int(rows["min_zoom"]),
            max_zoom=int(rows["max_zoom"]),
        )
    except (KeyError, ValueError, TypeError) as problem:
        raise BasemapError("The basemap's file is damaged. Build it again.") from problem


def _packed(document: str) -> bytes:
    return gzip.compress(document.encode(), compresslevel=6, mtime=0)


def _packed_bytes(body: bytes) -> bytes:
    return gzip.compress(body, compresslevel=6, mtime=0)


def _unpacked(body: bytes) -> str:
    return gzip.decompress(body).decode()
