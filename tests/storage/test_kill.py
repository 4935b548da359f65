"""Processes that are killed while they write, and processes that write against each other."""

import itertools
import os
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from kithmap.storage.migrate import migrate
from kithmap.storage.oplog.sql import SqlLog
from tests.support.children import Child
from tests.support.databases import migrated, opened, sqlite_url
from tests.support.log_child import Stored, keep_appending, stored_by

pytestmark = pytest.mark.processes

ROUNDS = int(os.environ.get("KITHMAP_KILL_ROUNDS", "20"))
ROOMS = 3
BOTH = [pytest.param("sqlite"), pytest.param("postgresql", marks=pytest.mark.postgresql)]

Workshops = dict[str, dict[int, str]]
"""By workshop and number, the operations' ids."""


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return sqlite_url(tmp_path)
    url = str(request.getfixturevalue("postgresql"))
    with migrated(url):
        return url


def read_all(url: str) -> Workshops:
    """Open the database as a new process would, and return what each workshop holds."""
    with opened(url) as database:
        assert migrate(database) == []
        log = SqlLog(database)
        stored = {
            f"room-{room}": {entry.number: entry.operation for entry in log.entries(f"room-{room}", 0)}
            for room in range(ROOMS)
        }
        for workshop, entries in stored.items():
            assert list(entries) == list(range(1, len(entries) + 1)), "numbers have no gap"
            assert log.last_number(workshop) == len(entries)
            assert log.operation_numbers(workshop) == {each: number for number, each in entries.items()}
        return stored


def until_killed(url: str, name: str, messages: int) -> Iterator[Stored]:
    """Start a process, kill it after so many messages, and go through all that it said had been stored."""
    with Child(keep_appending, url, name, ROOMS) as child:
        said = child.said()
        yield from itertools.chain.from_iterable(map(stored_by, itertools.islice(said, messages)))
        # It went on meanwhile: nobody knows how far.
        child.kill()
        yield from itertools.chain.from_iterable(map(stored_by, said))


def test_no_acknowledged_entry_is_lost_when_the_process_is_killed_at_any_moment(url: str) -> None:
    draw = random.Random(20_261_123)
    acknowledged: Workshops = {f"room-{room}": {} for room in range(ROOMS)}
    for count in range(ROUNDS):
        messages = draw.choice([0, 1, draw.randint(2, 30), draw.randint(30, 80)])
        for workshop, number, operation in until_killed(url, f"life-{count}", messages):
            assert number not in acknowledged[workshop], "a number is told once"
            acknowledged[workshop][number] = operation
        stored = read_all(url)
        for workshop, entries in acknowledged.items():
            assert entries.items() <= stored[workshop].items(), f"round {count}, after {messages} messages"
    assert all(acknowledged.values())


def test_processes_on_one_database_leave_no_gap_and_lose_nothing(url: str) -> None:
    limit = 60
    with (
        Child(keep_appending, url, "one", ROOMS, limit) as one,
        Child(keep_appending, url, "two", ROOMS, limit) as two,
    ):
        acknowledged = [
            each for child in (one, two) for message in child.said() for each in stored_by(message)
        ]
        for child in (one, two):
            child.process.join(30)
            assert child.process.exitcode == 0
    stored = read_all(url)
    assert Counter(acknowledged) == Counter(
        (workshop, number, operation)
        for workshop, entries in stored.items()
        for number, operation in entries.items()
    )
    assert len(acknowledged) == 2 * ROOMS * limit
