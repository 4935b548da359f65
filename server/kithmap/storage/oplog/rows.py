"""Entries and snapshots as rows, and back."""

from datetime import UTC, datetime
from typing import TypedDict

from kithmap.basics.actors import Role
from kithmap.basics.clock import from_iso
from kithmap.basics.records import Changes, Record
from kithmap.storage.json_text import from_json, to_json, unstorable
from kithmap.sync.entry import (
    Entry,
    change_from_json,
    change_to_json,
    record_from_json,
    record_to_json,
)
from kithmap.sync.log import Batch, Snapshot


class Row(TypedDict):
    """One row of ``entries``."""

    workshop: str
    number: int
    operation: str
    kind: str
    person: str
    role: str
    at: str
    payload: str | None
    changes: str
    blanked_at: str | None


class WrittenSnapshot(TypedDict):
    """One row of ``snapshots``."""

    workshop: str
    number: int
    records: str
    removed: str


def batch_to_rows(batch: Batch) -> list[Row]:
    """Write a batch.

    Raises:
        BadInputError: if some value could not be read back as it is.
        ValueError: if the batch is empty or its numbers have a gap.
    """
    numbers = [entry.number for entry in batch.entries]
    if not numbers or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        raise ValueError("a batch's entries are numbered without gaps, and there is one at least")
    return [entry_to_row(batch.workshop, entry) for entry in batch.entries]


def entry_to_row(workshop: str, entry: Entry) -> Row:
    """Write an entry.

    Raises:
        BadInputError: if some value could not be read back as it is.
    """
    return {
        "workshop": _plain(workshop),
        "number": entry.number,
        "operation": _plain(entry.operation),
        "kind": _plain(entry.kind),
        "person": _plain(entry.person),
        "role": entry.role.value,
        "at": moment_to_text(entry.at),
        "payload": None if entry.payload is None else to_json(entry.payload),
        "changes": changes_to_text(entry.changes),
        "blanked_at": None,
    }


def entry_from_row(row: Row) -> Entry:
    """Read what :func:`entry_to_row` wrote."""
    return Entry(
        number=row["number"],
        operation=row["operation"],
        kind=row["kind"],
        person=row["person"],
        role=Role(row["role"]),
        at=from_iso(row["at"]),
        payload=None if row["payload"] is None else from_json(row["payload"]),
        changes=changes_from_text(row["changes"]),
    )


def changes_to_text(changes: Changes) -> str:
    """Write an entry's changes."""
    return to_json([change_to_json(change) for change in changes])


def changes_from_text(text: str) -> Changes:
    """Read what :func:`changes_to_text` wrote."""
    return tuple(change_from_json(change) for change in from_json(text))


def snapshot_to_row(snapshot: Snapshot) -> WrittenSnapshot:
    """Write a snapshot.

    Raises:
        BadInputError: if some value could not be read back as it is.
    """
    return {
        "workshop": _plain(snapshot.workshop),
        "number": snapshot.number,
        "records": _records_to_text(snapshot.records),
        "removed": _records_to_text(snapshot.removed),
    }


def snapshot_from_row(row: WrittenSnapshot) -> Snapshot:
    """Read what :func:`snapshot_to_row` wrote."""
    return Snapshot(
        workshop=row["workshop"],
        number=row["number"],
        records=_records_from_text(row["records"]),
        removed=_records_from_text(row["removed"]),
    )


def moment_to_text(moment: datetime) -> str:
    """Write a moment in UTC to the microsecond: a rule that is asked again must be told the very same time.

    Raises:
        ValueError: if it does not know its offset from UTC.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs its offset from UTC")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _records_to_text(records: tuple[Record, ...]) -> str:
    return to_json([record_to_json(record) for record in records])


def _records_from_text(text: str) -> tuple[Record, ...]:
    return tuple(record_from_json(record) for record in from_json(text))


def _plain(text: str) -> str:
    """Let through what every database takes as plain text: PostgreSQL refuses NUL, and UTF-8 half a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise unstorable() from None
    if "\0" in text:
        raise unstorable()
    return text
