"""Backups: making one while the server runs, and going back to one."""

from pathlib import Path

from kithmap.basics.clock import system_clock
from kithmap.basics.errors import BadInputError, NotFoundError
from kithmap.cli.progress import shown
from kithmap.cli.saying import say
from kithmap.cli.upkeep import BASEMAPS, opened
from kithmap.photos.files import FOLDER as PHOTOS
from kithmap.settings import Settings
from kithmap.storage.backup import DATABASE, Folder
from kithmap.storage.backup import back_up as copy_all
from kithmap.storage.restore import restore as restore_all

FOLDERS = (Folder(PHOTOS, "*/*.jpg"), Folder(BASEMAPS, "*.basemap"), Folder("guides", "**/*.md"))
"""What is copied beside the database. Files made of published layers are not: they are made again when somebody asks."""

MEGABYTE = 1_000_000


def back_up(settings: Settings, target: Path) -> None:
    """Copy everything that cannot be made again into one file, while the server runs, and tell what was copied.

    Raises:
        NotFoundError: if there is nothing to copy.
        BadInputError: if the database is on a server, which has its own ways.
        ConflictError: if the file is there already.
        UnavailableError: if it cannot be written.
    """
    folder = settings.storage.data_folder
    if settings.storage.database_url is None and not (folder / DATABASE).is_file():
        raise NotFoundError(f"There is no database in {folder}. Please say with --data where it is.")
    with opened(settings) as database, shown("Copying") as step:
        copied = copy_all(database, folder, FOLDERS, target, system_clock(), step)
    say(f"Saved to {target}, {copied.size / MEGABYTE:,.1f} MB: the database; {_counted(copied.files)}.")
    say("It holds everything, names and secrets among it: keep it where only you can read it.")
    say(f"To go back to it: kithmap restore {target} --data NEW_FOLDER")


def restore(settings: Settings, backup: Path) -> None:
    """Restore a backup into a new data folder, and tell what is there now.

    Raises:
        BadInputError: if the settings name a database server, which has its own ways.
    """
    if settings.storage.database_url is not None:
        raise BadInputError(
            "KITHMAP_DATABASE_URL names a database server, and this restores SQLite databases. For PostgreSQL use pg_restore, "
            "and put the folders photos, basemaps and guides back into the data folder."
        )
    folder = settings.storage.data_folder
    with shown("Restoring") as step:
        found = restore_all(backup, folder, FOLDERS, step)
    as_of = f" as it was on {found.made_at}" if found.made_at else ""
    say(f"Restored to {folder}: the database{as_of}; {_counted(found.files)}.")
    say(f"To serve it: kithmap serve --data {folder}")


def _counted(files: dict[str, int]) -> str:
    """Return how many files of each folder there are: ``photos: 24 files, basemaps: 1 file, guides: none``."""
    told = {0: "none", 1: "1 file"}
    return ", ".join(f"{name}: {told.get(count, f'{count:,} files')}" for name, count in files.items())
