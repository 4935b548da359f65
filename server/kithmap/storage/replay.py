"""Replaying a stored workshop."""

from collections.abc import Iterator

from kithmap.storage.snapshots import load
from kithmap.sync.entry import Entry
from kithmap.sync.log import OperationLog
from kithmap.sync.replay import ReplayReport, replay
from kithmap.sync.rules import Rules

AT_ONCE = 1_000
"""Entries read at a time: some megabytes."""


def replay_workshop(log: OperationLog, rules: Rules, workshop: str) -> ReplayReport:
    """Decide every operation of a workshop again, and compare with what is stored.

    Compared are the changes of each entry, the stored snapshot, and the records as a room would begin with them.

    Raises:
        UnavailableError: if the database does not answer.
    """
    report = replay(all_entries(log, workshop), rules, log.snapshot(workshop))
    live = load(log, workshop).content
    # Entries that arrived since the last reading were not decided again, so there is nothing to hold them against.
    if live.number <= report.content.number:
        report.compare("what a room begins with", live.number, live, live.all_removed())
    return report


def all_entries(log: OperationLog, workshop: str) -> Iterator[Entry]:
    """Go through a workshop's entries, reading some at a time."""
    after = 0
    while entries := log.entries(workshop, after, AT_ONCE):
        yield from entries
        after = entries[-1].number
