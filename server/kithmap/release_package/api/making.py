"""Making the files of a release from what the database holds: beside a running server in a process of its own, or by command."""

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from importlib.abc import MetaPathFinder
from pathlib import Path
from time import monotonic

from kithmap.basics.errors import KithmapError, NotFoundError, UnavailableError
from kithmap.glossary.access import Library
from kithmap.glossary.model import Release
from kithmap.layer_formats.files import write as write_format
from kithmap.layer_formats.formats import file_names, format_of
from kithmap.layers.access import published, whole
from kithmap.layers.model import Edition, LayerName, ReleaseEdition
from kithmap.layers.privacy import WORDS
from kithmap.layers.published import PublishedRelease
from kithmap.release_package.api.orders import NOT_MADE, Far, Order, Tell
from kithmap.release_package.archive import Content, measure, write_package
from kithmap.release_package.citation import bibtex, citation_file
from kithmap.release_package.contents import LAYERS, Beside, described, texts
from kithmap.release_package.dictionary import dictionary_csv, dictionary_markdown
from kithmap.release_package.files import FOLDER, ReleaseFiles
from kithmap.release_package.offers import CITING, DICTIONARY, PACKAGE, PACKED, REPORT, names_of, sort_of
from kithmap.release_package.workshop_record import WorkshopRecord, workshop_record
from kithmap.storage.database import Database
from kithmap.storage.engine import open_database
from kithmap.storage.oplog.sql import SqlLog
from kithmap.storage.snapshots import content_at
from kithmap.web.assets import content_folder
from kithmap.workshop.catalogue import aliases_of

logger = logging.getLogger(__name__)

WHY_WITHHELD = {why.value: words for why, words in WORDS.items()}

LIBRARIES = ("pyogrio.raw", "pyarrow.parquet", "kithmap.reports.folium_map")
"""They take half a second together."""

UNUSED = ("geopandas", "pandas")
"""The libraries load them where they are installed, and do without where they are not: another second, and 50 MB."""

TELL_EVERY = 0.1
"""Seconds between two words on how far a file is."""

BASEMAPS = "basemaps"
"""The folder of the areas' basemaps, within the data folder."""

Step = Callable[[float], None]
"""Told how much of one sort of file is done, from 0 to 1."""


def in_silence(_done: float, /) -> None:
    """Tell nobody."""


@dataclass
class Making:
    """Makes the files of one edition of a release; what several of them need is read once.

    Attributes:
        database: holds the release.
        library: holds the glossaries.
        files: keeps what is made.
        report: writes the report of an edition.
        published: the release.
        edition: for whom.
    """

    database: Database
    library: Library
    files: ReleaseFiles
    report: Callable[[ReleaseEdition], bytes]
    published: PublishedRelease
    edition: Edition

    def make(self, key: str, step: Step = in_silence) -> list[Path]:
        """Return the files of a sort, made if they are not kept yet.

        Args:
            key: of the sort, one of ``offers.SORTS``.
            step: told how much is done.

        Raises:
            UnavailableError: if the database does not answer, or does not hold what was published.
            OSError: if the disk is full or may not be written.
        """
        sort = sort_of(key)
        assert sort is not None, "whoever asks has looked"
        names = names_of(sort, self.published.header, self.edition, self.layers)
        # The package is made of others: they are made first, and not within.
        parts = {part: self.make(part) for part in PACKED} if sort is PACKAGE else {}

        def write(folder: Path) -> None:
            if sort is PACKAGE:
                self._write_package(folder / names[0], parts, step)
            elif sort is REPORT:
                (folder / names[0]).write_bytes(self.report(self.release))
            elif sort in (DICTIONARY, CITING):
                self._write_words(folder, names, key)
            else:
                self._write_format(folder, key, step)

        made = self.files.keep(self.published.header, self.edition, key, names, write)
        step(1)
        return made

    @property
    def layers(self) -> tuple[LayerName, ...]:
        """The layers of the edition, in order."""
        return tuple(self.published.editions[self.edition].counts)

    @cached_property
    def release(self) -> ReleaseEdition:
        """The edition with all its features."""
        header = self.published.header
        with self.database.reading() as session:
            return whole(session, header.slug, header.version, self.edition)

    @cached_property
    def glossary(self) -> Release | None:
        """The release of the glossary by which kinds are called; None without one, and where it is not kept here any more."""
        used = self.published.header.glossary
        if used is None:
            return None
        with self.database.reading() as session:
            try:
                found = self.library.glossary(session, used.name)
                out = self.library.publication(session, found, str(used.version))
            except NotFoundError:
                return None
            return self.library.release(session, found, out)

    @cached_property
    def records(self) -> tuple[WorkshopRecord, ...]:
        """What is told of the workshops that the release was built from."""
        header = self.published.header
        log = SqlLog(self.database)
        found = []
        for source in header.sources:
            with self.database.reading() as session:
                people = frozenset(aliases_of(session, source.workshop))
            content = content_at(log, source.workshop, source.number)
            with_reasons = self.edition is Edition.PARTNERS
            found.append(
                workshop_record(content, source, people, header.threshold, with_reasons=with_reasons)
            )
        return tuple(found)

    def _write_format(self, folder: Path, key: str, step: Step) -> None:
        form = format_of(key)
        assert form is not None, "every other sort is a format"
        paths = write_format(form, self.release, folder, lambda done, _title: step(done))
        if key == "geojson":
            self._compare(paths)

    def _compare(self, paths: list[Path]) -> None:
        """Compare canonical files with what was published: a damaged database must not speak in its name."""
        checksums = self.published.editions[self.edition].checksums.values()
        for path, checksum in zip(paths, checksums, strict=True):
            if measure(path).sha256 != checksum:
                raise UnavailableError(
                    f"{path.name} is not as it was published: its checksum is another one. Please tell whoever runs this server; "
                    "a backup from before holds it as it was."
                )

    def _write_words(self, folder: Path, names: list[str], key: str) -> None:
        header = self.published.header
        if key == DICTIONARY.key:
            contents = [dictionary_csv(self.layers), dictionary_markdown(self.layers).encode()]
        else:
            contents = [citation_file(header).encode(), bibtex(header).encode()]
        for name, content in zip(names, contents, strict=True):
            (folder / name).write_bytes(content)

    def _write_package(self, target: Path, parts: dict[str, list[Path]], step: Step) -> None:
        beside = Beside(self.glossary, self.records, WHY_WITHHELD)
        files: dict[str, Content] = dict(texts(self.published, self.edition, beside))
        files |= {f"{LAYERS}{path.name}": path for paths in parts.values() for path in paths}
        listed = [entry for key, paths in parts.items() for entry in self._listed(key, paths)]
        write_package(target, self.published.header, files, described(listed, beside), step)

    def _listed(self, key: str, paths: list[Path]) -> list[tuple[str, str, LayerName | None]]:
        """Return what each file of a format is: its name, its media type and, for a table of one layer, whose."""
        form = format_of(key)
        assert form is not None
        header = self.published.header
        by_name = {
            file_names(form, header, self.edition, (layer,))[0]: layer
            for layer in self.layers
            if key == "csv" and layer in form.layers
        }
        return [
            (path.name, form.media_type, by_name.get(path.name))
            for path in paths
            if path.name.endswith(form.suffix)
        ]


class _Unused(MetaPathFinder):
    """Refuses to find what no writer uses."""

    def find_spec(self, fullname: str, _path: object, _target: object = None) -> None:
        """Say that there is no such module, or leave it to others to find it."""
        if fullname in UNUSED:
            raise ModuleNotFoundError(name=fullname)


def load_libraries() -> None:
    """Load what writers of formats load at their first use, so that no order waits for it.

    For a process that does nothing else: what no writer uses cannot be loaded there any more.
    """
    sys.meta_path.insert(0, _Unused())
    for name in LIBRARIES:
        import_module(name)


def make_here(order: Order, tell: Tell) -> None:
    """Make the files of an order, one sort after another; one that fails keeps no other one back."""
    database = open_database(order.database)
    try:
        with database.reading() as session:
            release = published(session, order.slug, order.version)
        library = Library(content_folder("indicator_glossary"))
        report = order.reports(database, lambda: library, order.data_folder / BASEMAPS)
        files = ReleaseFiles(order.data_folder / FOLDER)
        making = Making(database, library, files, report, release, order.edition)
        for key in order.keys:
            tell(_made(making, key, tell))
    finally:
        database.close()


def _made(making: Making, key: str, tell: Tell) -> Far:
    tell(Far(key, 0))
    try:
        making.make(key, _now_and_then(key, tell))
    except KithmapError as error:
        return Far(key, 0, error.message)
    except Exception:
        logger.exception("a file of a release could not be made: %s", key)
        return Far(key, 0, NOT_MADE)
    return Far(key, 1)


def _now_and_then(key: str, tell: Tell) -> Callable[[float], None]:
    last = monotonic()

    def step(fraction: float) -> None:
        nonlocal last
        if fraction < 1 and monotonic() - last >= TELL_EVERY:
            last = monotonic()
            tell(Far(key, fraction))

    return step
