"""Rebuilding a workshop from its log: every operation decided again, and compared with what was stored.

Each operation is decided against the records that the stored entries before it make, so that one difference does not
bring others after it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kithmap.basics.actors import Actor
from kithmap.basics.errors import Refused
from kithmap.basics.operations import Asked
from kithmap.basics.records import Record
from kithmap.sync.content import Content
from kithmap.sync.differences import differences_of_changes, differences_of_records
from kithmap.sync.entry import Entry, Json, taken_back_by, versioned
from kithmap.sync.log import Snapshot
from kithmap.sync.rules import Rules


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it was stored.

    Attributes:
        number: of the entry, or the one that the compared records stand at.
        of: the operation's kind, or what was compared: ``the snapshot``.
        words: what differs, with ids and names of fields, without anybody's words.
    """

    number: int
    of: str
    words: str


@dataclass(slots=True)
class ReplayReport:
    """What a replay found.

    Attributes:
        content: the records after the last entry, from the stored changes.
        entries: how many entries were read.
        redacted: how many of them are blanked, or were decided by words that are; they are taken as they stand.
        differences: where the rules of today, or records kept elsewhere, give something else.
    """

    content: Content = field(default_factory=Content)
    entries: int = 0
    redacted: int = 0
    differences: list[Difference] = field(default_factory=list)

    def compare(self, name: str, number: int, records: Iterable[Record], removed: Iterable[Record]) -> None:
        """Compare records that are kept elsewhere with those that the entries make.

        Args:
            name: what is compared, for the report: ``the snapshot``.
            number: the number that it stands at.
            records: its present records.
            removed: its removed records.
        """
        if number != self.content.number:
            self.note(number, name, f"it stands at {number}, the log at {self.content.number}")
            return
        for words in differences_of_records(records, self.content):
            self.note(number, name, words)
        for words in differences_of_records(removed, self.content.all_removed()):
            self.note(number, name, f"among what was removed, {words}")

    def note(self, number: int, of: str, words: str) -> None:
        """Add a difference."""
        self.differences.append(Difference(number, of, words))


def replay(entries: Iterable[Entry], rules: Rules, snapshot: Snapshot | None = None) -> ReplayReport:
    """Decide every entry of a log again, from zero.

    Args:
        entries: the whole log, in order.
        rules: the rules to decide by.
        snapshot: one to compare when the entries have come to its number.

    Raises:
        ValueError: if a number is missing.
    """
    report = ReplayReport()
    for entry in entries:
        if entry.payload is None or taken_back_by(entry):
            # What it was decided by is gone.
            report.redacted += 1
        else:
            _decide_again(report, entry, entry.payload, rules)
        report.content.apply(entry)
        report.entries += 1
        if snapshot is not None and snapshot.number == entry.number:
            report.compare("the snapshot", entry.number, snapshot.records, snapshot.removed)
    if snapshot is not None and snapshot.number > report.content.number:
        report.compare("the snapshot", snapshot.number, snapshot.records, snapshot.removed)
    return report


def _decide_again(report: ReplayReport, entry: Entry, payload: Json, rules: Rules) -> None:
    asked = Asked(entry.operation, Actor(entry.person, entry.role), entry.at)
    try:
        decided = rules.decide(report.content, entry.kind, dict(payload), asked)
    except Refused as refused:
        words = f"it was accepted then and would be refused now ({refused.reason})"
        report.note(entry.number, entry.kind, words)
    except Exception as error:  # noqa: BLE001 - a fault in one rule must not hide what the others do
        if any(not record.fields for record in report.content):
            # It may have read a record whose words are blanked by now.
            report.redacted += 1
            return
        report.note(entry.number, entry.kind, f"its rule fails now ({type(error).__name__})")
    else:
        for words in differences_of_changes(entry.changes, versioned(decided, entry.number)):
            report.note(entry.number, entry.kind, words)
