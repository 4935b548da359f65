"""Photos as files beside the database: ``photos/<workshop>/<photo>.jpg`` and, small, ``<photo>.small.jpg``.

A file's time of change is when it was last seen in use, so that what no place shows any more can go a day later: long enough for an
undo and for a photo whose place is still on its way, and no longer.
"""

import os
import secrets
from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from kithmap.basics.ids import is_id
from kithmap.photos.model import Picture, Size

FOLDER = "photos"
"""Within the data folder."""

KEPT_UNUSED = timedelta(days=1)

ENDINGS = {Size.LARGE: ".jpg", Size.SMALL: ".small.jpg"}
PART = ".part"


class PhotoFiles:
    """The photos of all workshops.

    Args:
        folder: where they are; it is made with the first photo.
    """

    def __init__(self, folder: Path) -> None:
        """Keep the folder in mind."""
        self.folder = folder

    def path(self, workshop: str, photo: str, size: Size) -> Path:
        """Return where a form of a photo is, or would be.

        Raises:
            ValueError: if an id is none: it would lead somewhere else.
        """
        if not (is_id(workshop) and is_id(photo)):
            raise ValueError("A photo is found by two ids.")
        return self.folder / workshop / f"{photo}{ENDINGS[size]}"

    def read(self, workshop: str, photo: str, size: Size) -> bytes | None:
        """Return a form of a photo, or None where there is none."""
        try:
            return self.path(workshop, photo, size).read_bytes()
        except FileNotFoundError:
            return None

    def write(self, workshop: str, photo: str, picture: Picture) -> None:
        """Keep a photo. It is there once its large form is, whole; a crash before that leaves none.

        Raises:
            OSError: if the disk is full or may not be written.
        """
        (self.folder / workshop).mkdir(parents=True, exist_ok=True)
        _put(self.path(workshop, photo, Size.SMALL), picture.small)
        _put(self.path(workshop, photo, Size.LARGE), picture.large)

    def remove(self, workshop: str, photos: Collection[str]) -> None:
        """Remove photos for good, at once; what is not there is passed over."""
        for photo in photos:
            for size in Size:
                self.path(workshop, photo, size).unlink(missing_ok=True)

    def workshops(self) -> list[str]:
        """Return the ids of the workshops that have photos."""
        if not self.folder.is_dir():
            return []
        return sorted(each.name for each in self.folder.iterdir() if each.is_dir() and is_id(each.name))

    def sweep(self, workshop: str, in_use: Collection[str], now: datetime) -> int:
        """Remove what no place has shown for a day.

        Args:
            workshop: whose photos.
            in_use: the photos that stand on a place now.
            now: the time.

        Returns:
            How many files went.
        """
        removed = 0
        for path in self._all(workshop):
            if path.name.partition(".")[0] in in_use and path.suffix != PART:
                os.utime(path, (now.timestamp(), now.timestamp()))
            elif now.timestamp() - path.stat().st_mtime > KEPT_UNUSED.total_seconds():
                path.unlink(missing_ok=True)
                removed += 1
        return removed

    def _all(self, workshop: str) -> Iterator[Path]:
        folder = self.folder / workshop
        if is_id(workshop) and folder.is_dir():
            yield from sorted(folder.iterdir())


def _put(target: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    part = target.with_name(f"{target.name}.{secrets.token_hex(4)}{PART}")
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
