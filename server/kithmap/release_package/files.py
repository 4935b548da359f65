"""Files of releases that were made once and are kept: ``layers/<slug>/<version>/<edition>/<sort>/<name>`` in the data folder.

They can all be made again from the database, so they may be deleted at any time, and no backup holds them.
"""

import secrets
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from kithmap.layers.model import Edition, Header

FOLDER = "layers"
"""Within the data folder."""

PART = ".part"
"""At the end of the name of a folder that is being written."""

ABANDONED_AFTER = 6 * 3600.0
"""Seconds after which nobody writes any more to what has no other name yet."""

Write = Callable[[Path], None]


class ReleaseFiles:
    """The files that were made of releases.

    Args:
        folder: where they are; it is made with the first one.
    """

    def __init__(self, folder: Path) -> None:
        """Keep the folder in mind."""
        self.folder = folder

    def kept(self, header: Header, edition: Edition, key: str, names: Sequence[str]) -> list[Path] | None:
        """Return the files of a sort, or None where they were not made yet, or not all of them.

        Args:
            header: of the release.
            edition: for whom: what is for some lies in another folder than what is for all.
            key: of the sort.
            names: of its files.
        """
        folder = self._at(header, edition, key)
        paths = [folder / name for name in names]
        return paths if all(path.is_file() for path in paths) else None

    def keep(
        self, header: Header, edition: Edition, key: str, names: Sequence[str], write: Write
    ) -> list[Path]:
        """Return the files of a sort, made now if they are not there.

        They are there whole or not at all, whoever else makes them at the same time, and whenever the power fails.

        Args:
            header: of the release.
            edition: for whom.
            key: of the sort.
            names: of its files.
            write: writes them into a folder that is there and empty.

        Raises:
            OSError: if the disk is full or may not be written.
        """
        found = self.kept(header, edition, key, names)
        if found is not None:
            return found
        target = self._at(header, edition, key)
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f"{target.name}.{secrets.token_hex(4)}{PART}")
        part.mkdir()
        try:
            write(part)
            self._put(part, target, names)
        finally:
            shutil.rmtree(part, ignore_errors=True)
        return [target / name for name in names]

    def _put(self, part: Path, target: Path, names: Sequence[str]) -> None:
        try:
            part.rename(target)
        except OSError:
            # Somebody else was first, or some of its files are gone: a file is put in place of another one in one step.
            target.mkdir(exist_ok=True)
            for name in names:
                if not (target / name).is_file():
                    (part / name).replace(target / name)

    def tidy(self) -> None:
        """Remove what was begun and never finished."""
        for part in self.folder.glob(f"*/*/*/*{PART}"):
            if time.time() - part.stat().st_mtime > ABANDONED_AFTER:
                shutil.rmtree(part, ignore_errors=True)

    def _at(self, header: Header, edition: Edition, key: str) -> Path:
        return self.folder / header.slug / str(header.version) / edition.value / key
