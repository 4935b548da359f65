"""Making files in a process of its own: writing a large release fills one processor, and a room must not wait for it."""

import logging
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock
from time import monotonic

from kithmap.basics.errors import KithmapError, UnavailableError
from kithmap.glossary.access import Library
from kithmap.layers.access import published
from kithmap.layers.model import Edition
from kithmap.release_package.api.making import Making, Reports
from kithmap.release_package.files import FOLDER, ReleaseFiles
from kithmap.storage.engine import open_database
from kithmap.web.assets import content_folder

logger = logging.getLogger(__name__)

TELL_EVERY = 0.1
"""Seconds between two words on how far a file is."""

BASEMAPS = "basemaps"
"""The folder of the areas' basemaps, within the data folder."""

LOWER = 5
"""By how much less than the rooms this asks for the processor, where the system knows such a thing."""

TROUBLE = "The file could not be made. What was published is safe. Please try again in a moment."


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
        return Far(key, 0, TROUBLE)
    return Far(key, 1)


def _now_and_then(key: str, tell: Tell) -> Callable[[float], None]:
    last = monotonic()

    def step(fraction: float) -> None:
        nonlocal last
        if fraction < 1 and monotonic() - last >= TELL_EVERY:
            last = monotonic()
            tell(Far(key, fraction))

    return step


class Apart:
    """Makes files in a process of its own, one order at a time.

    Whoever runs an order waits in a thread; :meth:`stop` ends the process from any other one.
    """

    def __init__(self) -> None:
        """Begin with no process."""
        self._context = get_context("spawn")
        self._running: dict[int, Callable[[], None]] = {}
        self._lock = Lock()
        self._stopped = False

    def __call__(self, order: Order, tell: Tell) -> None:
        """Make the files of an order and wait until they are made; see :func:`make_here`.

        Raises:
            UnavailableError: if the process ended before it was done.
        """
        here, there = self._context.Pipe(duplex=False)
        process = self._context.Process(target=_work, args=(order, there), daemon=True)
        with self._lock:
            if self._stopped:
                raise UnavailableError(TROUBLE)
            process.start()
            self._running[id(process)] = process.terminate
        # With the other end open here as well, the end of the process would never be noticed.
        there.close()
        try:
            done = _told(here, tell)
            process.join()
        finally:
            here.close()
            with self._lock:
                del self._running[id(process)]
        if not done:
            raise UnavailableError(TROUBLE)

    def stop(self) -> None:
        """End what is being made, and begin nothing any more."""
        with self._lock:
            self._stopped = True
            for terminate in self._running.values():
                terminate()


def _told(here: "Connection[object, object]", tell: Tell) -> bool:
    """Pass on what the process tells, and return whether it came to its end."""
    with suppress(EOFError, OSError):
        while (far := here.recv()) is not None:
            assert isinstance(far, Far)
            tell(far)
        return True
    return False


def _work(order: Order, there: "Connection[object, object]") -> None:
    """Make an order's files, in a process that nobody talks to but the one that began it."""
    # Ctrl+C in a terminal goes to every process; the server ends this one itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):
        os.nice(LOWER)
    make_here(order, there.send)
    there.send(None)
