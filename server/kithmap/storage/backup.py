"""Everything that an installation cannot make again, as one file, taken while others read and write.

A zip file that any program opens:

    kithmap-backup.json     which Kithmap wrote it and when, and the checksum of every other file
    kithmap.sqlite          the database, whole
    photos/  basemaps/  guides/     as they lie in the data folder

Files that were made of published layers are not in it: they are made again when somebody asks for them.
"""

import hashlib
import json
import os
import secrets
import sqlite3
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kithmap import __version__
from kithmap.basics.clock import iso
from kithmap.basics.errors import BadInputError, ConflictError, UnavailableError
from kithmap.storage.database import Database, Kind

PAGES_AT_ONCE = 2_000
"""Copied between two turns of other writers: 8 MB, some ten milliseconds."""

MANIFEST = "kithmap-backup.json"
DATABASE = "kithmap.sqlite"
FORM = 1
"""Counts up when a backup comes to be laid out in another way."""

AT_ONCE = 1024 * 1024

FOR_POSTGRESQL = "This copies SQLite databases only. For PostgreSQL use pg_dump, and copy the folders photos, basemaps and guides."

Step = Callable[[float, str], None]
"""Told how much is done, from 0 to 1, and what is being copied."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of the data folder that is copied.

    Attributes:
        name: of the folder.
        files: those that count, as a pattern within it; what is half written has other names.
    """

    name: str
    files: str


@dataclass(frozen=True, slots=True)
class Copied:
    """What a backup holds.

    Attributes:
        size: of the backup, in bytes.
        files: how many files of each folder.
    """

    size: int
    files: dict[str, int]


def back_up(
    database: Database,
    data_folder: Path,
    folders: Sequence[Folder],
    target: Path,
    at: datetime,
    step: Step,
) -> Copied:
    """Copy the database and what lies beside it into one new file, while all of it may be in use.

    The database comes first, so that every photo that it knows of is among those that are copied after it. The file is there
    whole or not at all.

    Args:
        database: open; in SQLite.
        data_folder: where the folders are.
        folders: which.
        target: the file to write.
        at: the time.
        step: told how much is done.

    Raises:
        BadInputError: if the database is no SQLite file.
        ConflictError: if the target is there already; it is left as it is.
        UnavailableError: if it cannot be written.
    """
    if target.exists():
        raise ConflictError(f"{target} is there already. Please choose another name.")
    mark = f"{target.name}.{secrets.token_hex(4)}"
    copy, part = target.with_name(f"{mark}.sqlite"), target.with_name(f"{mark}.part")
    try:
        back_up_sqlite(database, copy, lambda done: step(done / 2, "the database"))
        counted = _pack(part, copy, data_folder, folders, at, step)
        size = part.stat().st_size
        if target.exists():
            raise ConflictError(f"{target} is there already. Please choose another name.")
        part.replace(target)
    except OSError as error:
        raise UnavailableError(f"The copy could not be written to {target} ({error}).") from None
    finally:
        copy.unlink(missing_ok=True)
        part.unlink(missing_ok=True)
    return Copied(size, counted)


def back_up_sqlite(database: Database, target: Path, step: Callable[[float], None]) -> None:
    """Copy the database to a new file by SQLite's own online backup: the copy is whole, whatever happens meanwhile.

    Args:
        database: open; in SQLite.
        target: the file to write.
        step: told how much is done, from 0 to 1.

    Raises:
        BadInputError: if the database is no SQLite file.
        ConflictError: if the target is there already; it is left as it is.
        UnavailableError: if it cannot be written.
    """
    source = database.engine.url.database
    if database.kind is not Kind.SQLITE or source is None:
        raise BadInputError(FOR_POSTGRESQL)
    if target.exists():
        raise ConflictError(f"{target} is there already. Please choose another name.")

    def told(_status: int, left: int, pages: int) -> None:
        step(1 - left / max(pages, 1))

    try:
        _for_its_owner_alone(target)
        with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(target)) as copy:
            original.backup(copy, pages=PAGES_AT_ONCE, progress=told)
    except (sqlite3.Error, OSError) as error:
        target.unlink(missing_ok=True)
        raise UnavailableError(f"The copy could not be written to {target} ({error}).") from None


def _for_its_owner_alone(target: Path) -> None:
    """Make an empty file that nobody else on this machine may read: there are names in it, and secrets."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _pack(
    target: Path, copy: Path, data_folder: Path, folders: Sequence[Folder], at: datetime, step: Step
) -> dict[str, int]:
    sources = [(DATABASE, copy), *_beside(data_folder, folders)]
    whole = sum(path.stat().st_size for _, path in sources if path.exists()) or 1
    told: dict[str, dict[str, Any]] = {}
    done = 0
    _for_its_owner_alone(target)
    with zipfile.ZipFile(target, "w") as packed:
        for name, path in sources:
            step(0.5 + min(done / whole, 1) / 2, name)
            try:
                told[name] = _add(packed, name, path)
            except FileNotFoundError:
                # A photo that no place showed any more was removed meanwhile.
                continue
            done += told[name]["bytes"]
        manifest = {"form": FORM, "kithmap": __version__, "made_at": iso(at), "files": told}
        packed.writestr(MANIFEST, json.dumps(manifest, indent=1))
    step(1, "")
    return {folder.name: sum(name.startswith(f"{folder.name}/") for name in told) for folder in folders}


def _beside(data_folder: Path, folders: Sequence[Folder]) -> Iterator[tuple[str, Path]]:
    for folder in folders:
        for path in sorted((data_folder / folder.name).glob(folder.files)):
            if path.is_file():
                yield path.relative_to(data_folder).as_posix(), path


def _add(packed: zipfile.ZipFile, name: str, path: Path) -> dict[str, Any]:
    """Add a file, and return its size and checksum as they went in."""
    with path.open("rb") as file:
        told = zipfile.ZipInfo(name)
        # Photos and basemaps are packed already.
        told.compress_type = zipfile.ZIP_DEFLATED if name == DATABASE else zipfile.ZIP_STORED
        told.file_size = os.fstat(file.fileno()).st_size
        found = hashlib.sha256()
        size = 0
        with packed.open(told, "w", force_zip64=True) as to:
            while chunk := file.read(AT_ONCE):
                found.update(chunk)
                size += len(chunk)
                to.write(chunk)
    return {"bytes": size, "sha256": found.hexdigest()}
