"""The log: how long a commit takes, beside what the disk needs for the same bytes, and how many a second there are.

``python benchmarks/storage.py`` measures SQLite in a temporary folder; ``KITHMAP_BENCH_DATABASE`` names a PostgreSQL database,
empty and for nothing else, to be measured as well. Floor and product take turns in one run, since disks differ more between
minutes than the two do.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from kithmap.basics.actors import Role
from kithmap.basics.ids import new_id
from kithmap.basics.records import Audience, Put, Record
from kithmap.storage.engine import open_database
from kithmap.storage.migrate import migrate
from kithmap.storage.oplog.sql import SqlLog
from kithmap.storage.snapshots import load
from kithmap.storage.writer import Writer
from kithmap.sync.entry import Entry
from kithmap.sync.log import Batch

ROUNDS = 5
COMMITS = 200
PAGES = 4
"""Pages of 4,096 bytes that one entry changes: its own, those of two indexes, and its workshop's number."""

names = (f"workshop-{number}" for number in count())


@dataclass(frozen=True)
class Times:
    """How long each of many took, in milliseconds, and how many there were a second."""

    each: list[float]
    a_second: float

    @property
    def p50(self) -> float:
        """The time that half of them kept."""
        return statistics.median(self.each)

    @property
    def p99(self) -> float:
        """The time that all but one in a hundred kept."""
        return sorted(self.each)[int(len(self.each) * 0.99)]


def entry(number: int) -> Entry:
    """Return an entry of the usual size: a place with a name and a few words, some 600 bytes in all."""
    fields = {
        "name": "The bakery on the corner",
        "at": [-0.7321, 52.6543],
        "words": "Warm bread at six. " * 6,
    }
    place = Record("asset", new_id(), new_id(), Audience.EVERYONE, fields, version=number)
    now = datetime.now(UTC)
    return Entry(number, new_id(), "asset.add", new_id(), Role.PARTICIPANT, now, dict(fields), (Put(place),))


def timed(work: Callable[[int], object], times: int = COMMITS) -> Times:
    """Do something many times, one after another."""
    each: list[float] = []
    start = time.perf_counter()
    for number in range(1, times + 1):
        begun = time.perf_counter()
        work(number)
        each.append((time.perf_counter() - begun) * 1000)
    return Times(each, times / (time.perf_counter() - start))


def bare_disk(folder: Path) -> Times:
    """Write as many bytes as a commit does, and wait for the disk; nothing else."""
    handle = os.open(folder / "bare", os.O_CREAT | os.O_WRONLY | getattr(os, "O_BINARY", 0))
    page = os.urandom(4096 * PAGES)
    sync = getattr(os, "fdatasync", os.fsync)

    def write(_number: int) -> None:
        os.write(handle, page)
        sync(handle)

    try:
        return timed(write)
    finally:
        os.close(handle)


def alone(log: SqlLog) -> Times:
    """Append entries one by one in this thread."""
    workshop = next(names)
    return timed(lambda number: log.append([Batch(workshop, (entry(number),))]))


def through_the_writer(writer: Writer, rooms: int, pause: float = 0.0) -> Times:
    """Append from an event loop, as rooms do.

    Args:
        writer: the writer.
        rooms: how many append at once.
        pause: seconds between two entries of a room; 0 for as fast as it goes.
    """
    return asyncio.run(_through_the_writer(writer, rooms, pause))


async def _through_the_writer(writer: Writer, rooms: int, pause: float) -> Times:
    each: list[float] = []
    times = max(20, COMMITS * 4 // rooms)

    async def room(workshop: str) -> None:
        for number in range(1, times + 1):
            batch = Batch(workshop, (entry(number),))
            begun = time.perf_counter()
            await writer.append(batch)
            each.append((time.perf_counter() - begun) * 1000)
            if pause:
                await asyncio.sleep(pause)

    start = time.perf_counter()
    waiting: list[Awaitable[None]] = [room(next(names)) for _ in range(rooms)]
    await asyncio.gather(*waiting)
    return Times(each, rooms * times / (time.perf_counter() - start))


def middle(runs: list[Times]) -> Times:
    """Put runs together: all single times, and the middle one of the rates."""
    return Times([one for run in runs for one in run.each], statistics.median(run.a_second for run in runs))


def show(name: str, times: Times, floor: Times) -> None:
    """Print one line."""
    print(
        f"{name:42} p50 {times.p50:7.3f} ms  p99 {times.p99:7.3f} ms  {times.a_second:9,.0f} a second"
        f"   {times.p50 / floor.p50:5.2f} x the bare disk"
    )


@contextmanager
def opened(url: str) -> Iterator[SqlLog]:
    """Open and migrate a database."""
    database = open_database(url)
    try:
        migrate(database)
        yield SqlLog(database)
    finally:
        database.close()


def measure(name: str, url: str, folder: Path) -> None:
    """Measure one database beside the bare disk."""
    with opened(url) as log:
        writer = Writer(log)
        measures: dict[str, Callable[[], Times]] = {
            "bare disk, the same bytes": lambda: bare_disk(folder),
            "one entry, one commit": lambda: alone(log),
            "through the writer, one room": lambda: through_the_writer(writer, 1),
            "through the writer, 10 rooms, calm": lambda: through_the_writer(writer, 10, 0.02),
            "through the writer, 40 rooms at once": lambda: through_the_writer(writer, 40),
        }
        for work in measures.values():
            work()
        runs: dict[str, list[Times]] = {each: [] for each in measures}
        for _ in range(ROUNDS):
            for each, work in measures.items():
                runs[each].append(work())
        writer.close()
        print(f"-- {name}, medians of {ROUNDS} runs that took turns")
        floor = middle(runs["bare disk, the same bytes"])
        for each, times in runs.items():
            show(each, middle(times), floor)
        open_a_room(log)


def open_a_room(log: SqlLog, entries: int = 5_000) -> None:
    """Print how long it takes to read a workshop without any snapshot: what `EVERY` in `storage/snapshots.py` rests on."""
    workshop = next(names)
    for first in range(1, entries, 500):
        log.append([Batch(workshop, tuple(entry(number) for number in range(first, first + 500)))])
    times = timed(lambda _: load(log, workshop), 5)
    print(f"{'a workshop read, for each 500 entries':42} p50 {times.p50 * 500 / entries:7.3f} ms")


def main() -> int:
    """Measure SQLite, and PostgreSQL where one is named."""
    with tempfile.TemporaryDirectory(prefix="kithmap-bench-") as name:
        folder = Path(name)
        measure("SQLite", f"sqlite:///{(folder / 'kithmap.sqlite').as_posix()}", folder)
        if url := os.environ.get("KITHMAP_BENCH_DATABASE"):
            measure("PostgreSQL", url, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
