"""All files of a normal release, made beside a running server: how long they take, and how long a room waits meanwhile.

The room is an event loop that wants to wake every five milliseconds, as one does that sends a frame to many phones: how late it wakes is
what every phone would wait longer. In turns: with nothing beside it (the floor), with the files made in a process of their own (the
product), and with the same in a thread. Bounds: all files of 2,000 features within 5 s, by a process that is ready, as it is once both have signed, and by one that has
to be begun; the room at the 99th percentile no more than 20 ms later than with nothing beside it.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from benchmarks.layer_formats import NORMAL, release
from benchmarks.load.machine import verdict
from kithmap.layers.model import Edition
from kithmap.layers.store import releases
from kithmap.release_package.api.apart import Apart
from kithmap.release_package.api.making import make_here
from kithmap.release_package.api.orders import Far, Order, Tell
from kithmap.release_package.offers import MAKING
from kithmap.reports.pages.releases import ReleaseReports
from tests.layers.stored import NOW, with_area
from tests.support.databases import sqlite_url

WAKE_EVERY_S = 0.005
ALL_GOAL_S = 5.0
LATER_GOAL_MS = 20.0
IDLE_S = 5.0

Work = Callable[[Order, Tell], None]


def store(folder: Path, features: int) -> str:
    """Store a release of so many features, and return the database's address."""
    url = sqlite_url(folder)
    made = release(features)
    header = replace(made.header, sources=(), glossary=None)
    editions = {each: replace(made, header=header, edition=each) for each in Edition}
    with with_area(url) as database, database.session() as session:
        releases.add(session, "s", releases.NewRelease(editions, "{}", "ab" * 32), NOW)
    return url


def order_in(url: str, folder: Path) -> Order:
    """Return an order for all files of the public edition, into a folder."""
    return Order(url, folder, ReleaseReports, "oakham-baseline", "1.0.0", Edition.PUBLIC, MAKING)


async def lateness(work: Callable[[], None]) -> list[float]:
    """Return how late the loop woke each time, in seconds, while something ran in a thread."""
    late: list[float] = []
    running = asyncio.create_task(asyncio.to_thread(work))
    while not running.done():
        before = time.perf_counter()
        await asyncio.sleep(WAKE_EVERY_S)
        late.append(time.perf_counter() - before - WAKE_EVERY_S)
    await running
    return late


def p99(late: list[float]) -> float:
    """Return the 99th percentile, in milliseconds."""
    return statistics.quantiles(late, n=100)[98] * 1000


def seconds_of_work(told: list[tuple[float, Far]]) -> dict[str, float]:
    """Return how long each sort took, by when its beginning and its end were told."""
    began: dict[str, float] = {}
    took: dict[str, float] = {}
    for at, far in told:
        assert not far.failed, far
        began.setdefault(far.key, at)
        if far.fraction == 1:
            took[far.key] = at - began[far.key]
    return took


def one_round(url: str, work: Work) -> tuple[float, float, dict[str, float]]:
    """Return the room's p99, the seconds until all was there, and the seconds of each sort."""
    told: list[tuple[float, Far]] = []
    with tempfile.TemporaryDirectory() as folder:
        order = order_in(url, Path(folder))
        began = time.perf_counter()
        late = asyncio.run(lateness(lambda: work(order, lambda far: told.append((time.perf_counter(), far)))))
        whole = time.perf_counter() - began
    return p99(late), whole, seconds_of_work(told)


def main() -> int:
    """Measure and print. Returns 1 when a bound is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--features", type=int, default=NORMAL)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = store(Path(folder), given.features)
        # What is imported at the first use belongs to the start of a server.
        one_round(url, make_here)
        floors, begun, apart, thread = [], [], [], []
        for _ in range(given.rounds):
            floors.append(p99(asyncio.run(lateness(lambda: time.sleep(IDLE_S)))))
            maker = Apart()
            begun.append(one_round(url, maker))
            apart.append(one_round(url, maker))
            maker.stop()
            thread.append(one_round(url, make_here))
    floor = statistics.median(floors)
    print(f"{given.features} features, {len(MAKING)} sorts of files, medians of {given.rounds}")
    for key in MAKING:
        print(f"  {key}: {statistics.median(took[key] for _, _, took in apart):.2f} s")
    work = statistics.median(sum(took.values()) for _, _, took in apart)
    whole = statistics.median(seconds for _, seconds, _ in apart)
    first = statistics.median(seconds for _, seconds, _ in begun)
    print(
        f"all: {whole:.2f} s by the clock, {work:.2f} s of them work; {first:.2f} s where the process is begun for it"
    )
    print(f"the room wakes late by, at p99: {floor:.1f} ms with nothing beside it")
    later = statistics.median(late for late, _, _ in apart) - floor
    print(f"  {later:.1f} ms later with a process beside it")
    print(f"  {statistics.median(late for late, _, _ in thread) - floor:.1f} ms later with a thread")
    verdict("all files of a release, s", whole, ALL_GOAL_S)
    verdict("the same by a process that is begun for it, s", first, ALL_GOAL_S)
    verdict("the room with a process beside it, ms later", later, LATER_GOAL_MS)
    return 0 if max(whole, first) <= ALL_GOAL_S and later <= LATER_GOAL_MS else 1


if __name__ == "__main__":
    sys.exit(main())
