"""Which files of releases are there, being made or waiting to be: one order is made at a time, whoever asks."""

import asyncio
import logging
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from kithmap.basics.errors import KithmapError, UnavailableError
from kithmap.basics.words import said
from kithmap.layers.model import Edition
from kithmap.layers.published import PublishedRelease
from kithmap.release_package.api.apart import Apart
from kithmap.release_package.api.orders import NOT_MADE, Far, Order, Reports, Run
from kithmap.release_package.files import FOLDER, ReleaseFiles
from kithmap.release_package.model import Progress, State
from kithmap.release_package.offers import MAKING, Sort, names_of, sort_of
from kithmap.settings import StorageSettings

logger = logging.getLogger(__name__)

STOPPED = said("The server was stopped before this file was made. Please ask for it again in a moment.")

Name = tuple[str, str, Edition, str]
"""By which files are known: slug, version, edition, and the key of their sort."""


class ReleaseFilesDesk:
    """Makes the files of releases once, and tells how far they are.

    Args:
        storage: where the database and the files are.
        reports: what writes reports of releases; it goes to another process, so it is something that a module holds.
        run: makes the files of an order; by default in a process of its own.
    """

    def __init__(self, storage: StorageSettings, reports: Reports, run: Run | None = None) -> None:
        """Begin with nothing to make."""
        self.files = ReleaseFiles(storage.data_folder / FOLDER)
        self._storage = storage
        self.reports = reports
        self._apart = Apart()
        self.run: Run = run or self._apart
        self._progress: dict[Name, Progress] = {}
        self._ended: dict[Name, asyncio.Event] = {}
        self._orders: deque[tuple[Order, PublishedRelease]] = deque()
        self._worker: asyncio.Task[None] | None = None

    def progress(self, release: PublishedRelease, edition: Edition, sort: Sort) -> Progress:
        """Return how far the files of a sort are."""
        if self.kept(release, edition, sort) is not None:
            return Progress("ready", 1.0)
        known = self._progress.get(_name(release, edition, sort.key))
        # Made once and gone: somebody cleared the folder.
        return Progress("none") if known is None or known.state == "ready" else known

    def sizes(self, release: PublishedRelease, edition: Edition, sort: Sort) -> dict[str, int]:
        """Return how large the files of a sort are, in bytes by name; empty where they are not made yet."""
        return {path.name: path.stat().st_size for path in self.kept(release, edition, sort) or ()}

    def kept(self, release: PublishedRelease, edition: Edition, sort: Sort) -> list[Path] | None:
        """Return the files of a sort, or None where they are not made yet."""
        return self.files.kept(release.header, edition, sort.key, _names(release, edition, sort))

    def begin(self, release: PublishedRelease) -> None:
        """Begin to make all files of a release, those for everybody first. To be called when it was published."""
        for edition in release.editions:
            self._order(release, edition, MAKING)

    def be_ready(self) -> None:
        """Begin what makes files, which takes longer than making them: somebody is about to publish."""
        if self.run is self._apart:
            self._apart.be_ready()

    async def get(self, release: PublishedRelease, edition: Edition, sort: Sort) -> list[Path]:
        """Return the files of a sort, made now if they are not there.

        Raises:
            UnavailableError: if they cannot be made.
        """
        found = await asyncio.to_thread(self.kept, release, edition, sort)
        if found is not None:
            return found
        name = _name(release, edition, sort.key)
        state = self.progress(release, edition, sort).state
        if state in {"none", "failed"}:
            # Whoever takes one away often takes more, and beginning costs more than making them.
            others = [key for key in MAKING if key != sort.key]
            self._order(release, edition, (sort.key, *others), at_once=True)
        elif state == "waiting" and not self._is_first_of_an_order(name):
            self._order(release, edition, (sort.key,), at_once=True)
        if name in self._ended:
            await self._ended[name].wait()
        found = await asyncio.to_thread(self.kept, release, edition, sort)
        if found is None:
            raise UnavailableError(self.progress(release, edition, sort).message or NOT_MADE)
        return found

    async def settled(self) -> None:
        """Wait until nothing is being made or waiting to be."""
        while self._worker is not None and not self._worker.done():
            await asyncio.wait([self._worker])

    def stop_waiting(self) -> None:
        """Answer whoever waits for a file, and stop what is being made: the server is about to stop."""
        self._orders.clear()
        self._apart.stop()
        for name, far in self._progress.items():
            if far.state in {"waiting", "making"}:
                self._progress[name] = Progress("failed", 0, STOPPED)
                self._ended[name].set()

    async def close(self) -> None:
        """Stop what is being made; it is made again when somebody asks for it."""
        self.stop_waiting()
        if self._worker is not None:
            self._worker.cancel()
            with suppress(asyncio.CancelledError):
                await self._worker

    def _order(
        self, release: PublishedRelease, edition: Edition, keys: Sequence[str], *, at_once: bool = False
    ) -> None:
        names = [_name(release, edition, key) for key in keys]
        for name in names:
            if not self._is_under_way(name):
                self._progress[name] = Progress("waiting")
                self._ended[name] = asyncio.Event()
        slug, version, *_ = names[0]
        storage = self._storage
        order = Order(storage.url, storage.data_folder, self.reports, slug, version, edition, tuple(keys))
        if order not in (each for each, _ in self._orders):
            # Somebody who waits comes before what nobody waits for.
            self._orders.insert(0 if at_once else len(self._orders), (order, release))
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work())

    def _is_first_of_an_order(self, name: Name) -> bool:
        """Tell whether somebody asked for exactly these files: then they come before all that nobody waits for."""
        return any((each.slug, each.version, each.edition, each.keys[0]) == name for each, _ in self._orders)

    def _is_under_way(self, name: Name) -> bool:
        found = self._progress.get(name)
        return found is not None and found.state in {"waiting", "making"}

    async def _work(self) -> None:
        await asyncio.to_thread(self.files.tidy)
        while self._orders:
            order, release = self._orders.popleft()
            message = NOT_MADE
            try:
                left = await asyncio.to_thread(self._without_kept, order, release)
                if left.keys:
                    message = await self._run(left)
            finally:
                # Where this task is cancelled as well: nobody may wait for ever.
                self._end(order, message)

    def _without_kept(self, order: Order, release: PublishedRelease) -> Order:
        """Return what of an order was not made meanwhile: a process is not begun for nothing."""
        left = [
            sort.key
            for sort in map(sort_of, order.keys)
            if sort is not None and self.kept(release, order.edition, sort) is None
        ]
        return replace(order, keys=tuple(left))

    async def _run(self, order: Order) -> str:
        """Make an order, and return what to tell of those of its files that were not made."""
        loop = asyncio.get_running_loop()
        message = NOT_MADE

        def tell(far: Far) -> None:
            loop.call_soon_threadsafe(self._note, order, far)

        try:
            await asyncio.to_thread(self.run, order, tell)
        except KithmapError as error:
            message = error.message
        except Exception:
            logger.exception("files of a release could not be made")
        # What was told last is noted on the loop's next turn.
        await asyncio.sleep(0)
        return message

    def _note(self, order: Order, far: Far) -> None:
        state: State = "failed" if far.failed else "ready" if far.fraction == 1 else "making"
        self._set(order, far.key, Progress(state, far.fraction, far.failed))

    def _end(self, order: Order, message: str) -> None:
        # Somebody may have asked again meanwhile for what failed: then it waits for the next turn.
        waiting = {name for each, _ in self._orders for name in _of(each)}
        for name in _of(order):
            if self._is_under_way(name) and name not in waiting:
                self._set(order, name[-1], Progress("failed", 0, message))

    def _set(self, order: Order, key: str, progress: Progress) -> None:
        name = (order.slug, order.version, order.edition, key)
        self._progress[name] = progress
        if progress.state in {"ready", "failed"}:
            self._ended[name].set()


def _of(order: Order) -> list[Name]:
    return [(order.slug, order.version, order.edition, key) for key in order.keys]


def _name(release: PublishedRelease, edition: Edition, key: str) -> Name:
    return release.header.slug, str(release.header.version), edition, key


def _names(release: PublishedRelease, edition: Edition, sort: Sort) -> list[str]:
    return names_of(sort, release.header, edition, tuple(release.editions[edition].counts))
