"""The operation log as the engine needs it: a port, kept by one contract suite for every implementation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from kithmap.basics.records import Record
from kithmap.sync.entry import Entry


@dataclass(frozen=True, slots=True)
class Batch:
    """Entries of one workshop that are stored together or not at all.

    Attributes:
        workshop: the workshop's id.
        entries: numbered without gaps; the first number minus one is the number they were decided against.
    """

    workshop: str
    entries: tuple[Entry, ...]

    @property
    def after(self) -> int:
        """The number that these entries follow."""
        return self.entries[0].number - 1


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A workshop's records after a number, removed ones beside them."""

    workshop: str
    number: int
    records: tuple[Record, ...]
    removed: tuple[Record, ...]


class OperationLog(Protocol):
    """Entries in their order, for ever, except for what is redacted."""

    def append(self, batches: Sequence[Batch]) -> list[bool]:
        """Store batches of any workshops in one durable commit.

        Returns:
            For each batch whether it was stored. False: another process was first (the workshop's last number is no longer
            ``batch.after``, or one of its operation ids is already stored), and nothing of that batch is stored.
        """

    def entries(self, workshop: str, after: int, limit: int | None = None) -> list[Entry]:
        """Return the stored entries with numbers greater than ``after``, in order."""

    def last_number(self, workshop: str) -> int:
        """Return the last stored number of a workshop; 0 if it has none."""

    def operation_numbers(self, workshop: str) -> dict[str, int]:
        """Return the number under which each operation id of a workshop is stored."""

    def save_snapshot(self, snapshot: Snapshot) -> None:
        """Keep a snapshot; older ones of the workshop may be dropped."""

    def snapshot(self, workshop: str) -> Snapshot | None:
        """Return the workshop's newest snapshot."""

    def redact(self, workshop: str, person: str, at: datetime) -> int:
        """Blank what a person wrote.

        That is: payloads of entries that they asked for or that touch a record they authored, and the changes of those
        records wherever they stand, in entries and snapshots. Numbers and ids stay. An audit row is written that holds
        no personal information.

        Returns:
            How many entries were blanked.
        """
