"""What is ordered from whoever makes files, and what is told meanwhile: little enough to go to another process and back."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kithmap.basics.words import said
from kithmap.glossary.access import Library
from kithmap.layers.model import Edition, ReleaseEdition
from kithmap.storage.database import Database

Reports = Callable[[Database, Callable[[], Library], Path], Callable[[ReleaseEdition], bytes]]
"""What writes reports of releases, from the database, the glossaries and the folder of basemaps."""

NOT_MADE = said("The file could not be made. What was published is safe. Please try again in a moment.")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made.

    Attributes:
        database: its address. It may hold a password, so it is never shown.
        data_folder: where files are kept.
        reports: what writes reports; it is named at the place where everything is wired.
        slug: of the release's series.
        version: of the release.
        edition: for whom.
        keys: of the sorts, in the order in which they are made.
    """

    database: str
    data_folder: Path
    reports: Reports
    slug: str
    version: str
    edition: Edition
    keys: tuple[str, ...]

    def __repr__(self) -> str:
        """Leave the address out: this may come into a log."""
        return f"Order({self.slug} {self.version} {self.edition}: {', '.join(self.keys)})"


@dataclass(frozen=True, slots=True)
class Far:
    """How far an order is.

    Attributes:
        key: of the sort that is being made.
        fraction: of it, from 0 to 1; at 1 its files are there.
        failed: what went wrong with it; empty if nothing did.
    """

    key: str
    fraction: float
    failed: str = ""


Tell = Callable[[Far], None]

Run = Callable[[Order, Tell], None]
"""Makes the files of an order and tells how far it is; it blocks, and runs in a thread."""
