"""Going back to a backup: into a new folder, and only if all of it is as it was written."""

import hashlib
import json
import secrets
import shutil
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any

from kithmap.basics.errors import BadInputError, ConflictError, NotFoundError, UnavailableError
from kithmap.storage.backup import AT_ONCE, DATABASE, FORM, MANIFEST, Folder, Step
from kithmap.storage.migrate import NewerDatabaseError, known

SQLITE = b"SQLite format 3\x00"
"""How every SQLite file begins."""

MOST_OF_MANIFEST = 64 * 1024 * 1024

DAMAGED = "{name} in {backup} is not as it was written. Nothing was restored. Please take another backup."
NO_BACKUP = "{backup} is no backup of Kithmap: {why}. Nothing was restored."


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored.

    Attributes:
        made_at: when the backup was taken, in ISO 8601; empty where it does not say.
        files: how many files of each folder.
    """

    made_at: str
    files: dict[str, int]


@dataclass(frozen=True, slots=True)
class _Listed:
    """A file as the backup's list has it."""

    size: int
    sha256: str


def restore(backup: Path, data_folder: Path, folders: Sequence[Folder], step: Step) -> Restored:
    """Restore a backup. The folder is there with all of it, or as it was before.

    Args:
        backup: as ``kithmap backup`` writes it; or a database file as it wrote them before, with its photos in a folder beside it.
        data_folder: the folder for everything; new or empty.
        folders: those that a backup may hold.
        step: told how much is done.

    Raises:
        NotFoundError: if there is no such backup.
        ConflictError: if the folder holds something; it is left as it is.
        BadInputError: if this is no backup, or a part of it is not as it was written.
        NewerDatabaseError: if a newer Kithmap wrote it.
        UnavailableError: if it cannot be read or written.
    """
    if not backup.is_file():
        raise NotFoundError(f"There is no file {backup}.")
    _require_free(data_folder)
    part = data_folder.absolute().with_name(f"{data_folder.absolute().name}.{secrets.token_hex(4)}.part")
    try:
        part.mkdir(mode=0o700, parents=True)
        found = _unpacked(backup, part, folders, step)
        _require_sound(part / DATABASE, backup)
        step(1, "")
        if data_folder.exists():
            data_folder.rmdir()
        part.rename(data_folder)
    except OSError as error:
        raise UnavailableError(
            f"{backup} could not be restored to {data_folder} ({error}). Nothing was changed."
        ) from None
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return found


def _require_free(data_folder: Path) -> None:
    if data_folder.exists() and (not data_folder.is_dir() or any(data_folder.iterdir())):
        raise ConflictError(
            f"{data_folder} holds something already, and nothing is ever written over. "
            "Please choose a new folder with --data."
        )


def _unpacked(backup: Path, to: Path, folders: Sequence[Folder], step: Step) -> Restored:
    with backup.open("rb") as file:
        if file.read(len(SQLITE)) == SQLITE:
            return _copied(backup, to, folders, step)
    if not zipfile.is_zipfile(backup):
        raise BadInputError(NO_BACKUP.format(backup=backup, why="it is neither a zip file nor a database"))
    try:
        with zipfile.ZipFile(backup) as packed:
            return _unzipped(packed, backup, to, folders, step)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise BadInputError(DAMAGED.format(name="Something", backup=backup)) from error


def _copied(backup: Path, to: Path, folders: Sequence[Folder], step: Step) -> Restored:
    """Restore a database file with its folders beside it, ``kithmap.sqlite`` and ``kithmap.sqlite.photos``."""
    step(0, DATABASE)
    shutil.copyfile(backup, to / DATABASE)
    counted = {}
    for number, folder in enumerate(folders, start=1):
        beside = backup.with_name(f"{backup.name}.{folder.name}")
        if beside.is_dir():
            shutil.copytree(beside, to / folder.name)
        counted[folder.name] = sum(path.is_file() for path in (to / folder.name).glob(folder.files))
        step(number / (len(folders) + 1), folder.name)
    return Restored("", counted)


def _unzipped(
    packed: zipfile.ZipFile, backup: Path, to: Path, folders: Sequence[Folder], step: Step
) -> Restored:
    manifest = _manifest(packed, backup)
    listed = _listed(manifest, backup, folders)
    whole = sum(each.size for each in listed.values()) or 1
    done = 0
    for name, each in listed.items():
        step(done / whole, name)
        try:
            source = packed.open(name)
        except KeyError:
            raise BadInputError(DAMAGED.format(name=name, backup=backup)) from None
        with source:
            _extract(source, to.joinpath(*PurePosixPath(name).parts), each, name, backup)
        done += each.size
    counted = {folder.name: sum(name.startswith(f"{folder.name}/") for name in listed) for folder in folders}
    return Restored(str(manifest.get("made_at", "")), counted)


def _manifest(packed: zipfile.ZipFile, backup: Path) -> Mapping[str, Any]:
    try:
        told = packed.getinfo(MANIFEST)
    except KeyError:
        raise BadInputError(NO_BACKUP.format(backup=backup, why=f"it holds no {MANIFEST}")) from None
    try:
        manifest = json.loads(packed.read(MANIFEST)) if told.file_size <= MOST_OF_MANIFEST else None
    except (ValueError, RecursionError):
        manifest = None
    if not isinstance(manifest, dict) or not isinstance(manifest.get("form"), int):
        raise BadInputError(DAMAGED.format(name=MANIFEST, backup=backup))
    if manifest["form"] > FORM:
        raise NewerDatabaseError(
            f"A newer Kithmap ({manifest.get('kithmap', 'unknown')}) wrote {backup}. Nothing was restored. "
            "Please install the newer Kithmap first."
        )
    return manifest


def _listed(manifest: Mapping[str, Any], backup: Path, folders: Sequence[Folder]) -> dict[str, _Listed]:
    """Return the files that the backup says it holds; whatever else lies in it is passed over."""
    files = manifest.get("files")
    try:
        found = {str(name): _Listed(int(each["bytes"]), str(each["sha256"])) for name, each in files.items()}  # type: ignore[union-attr]
    except (AttributeError, KeyError, TypeError, ValueError):
        raise BadInputError(DAMAGED.format(name=MANIFEST, backup=backup)) from None
    allowed = {folder.name for folder in folders}
    for name in found:
        if name != DATABASE and not _is_within(name, allowed):
            raise BadInputError(
                NO_BACKUP.format(backup=backup, why=f"it wants to write to “{name}”, outside its folders")
            )
    if DATABASE not in found:
        raise BadInputError(NO_BACKUP.format(backup=backup, why="it holds no database"))
    return found


def _is_within(name: str, allowed: set[str]) -> bool:
    """Tell whether a name leads into one of the folders, on every system."""
    parts = name.split("/")
    odd = any(part in {"", ".", ".."} or set(part) & set('\\:*?"<>|\0') for part in parts)
    return len(parts) > 1 and parts[0] in allowed and not odd


def _extract(source: IO[bytes], target: Path, listed: _Listed, name: str, backup: Path) -> None:
    """Write a file, no longer than it says it is, and compare it with its checksum."""
    target.parent.mkdir(parents=True, exist_ok=True)
    found = hashlib.sha256()
    left = listed.size
    with target.open("xb") as file:
        while chunk := source.read(min(AT_ONCE, left + 1)):
            left -= len(chunk)
            if left < 0:
                break
            found.update(chunk)
            file.write(chunk)
    if left != 0 or found.hexdigest() != listed.sha256:
        raise BadInputError(DAMAGED.format(name=name, backup=backup))


def _require_sound(database: Path, backup: Path) -> None:
    """Look the whole database over, and whether this Kithmap knows its tables."""
    try:
        with closing(sqlite3.connect(database)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            dangling = connection.execute("PRAGMA foreign_key_check").fetchone() is not None
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error:
        sound, dangling, row = False, False, None
    if not sound or dangling or row is None:
        raise BadInputError(DAMAGED.format(name="The database", backup=backup))
    if row[0] not in known():
        raise NewerDatabaseError(
            f"The database in {backup} was used by a newer Kithmap (it has {row[0]}). Nothing was restored. "
            "Please install the newer Kithmap first."
        )
