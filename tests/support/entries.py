"""Entries, batches and records for tests of what keeps them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from kithmap.basics.actors import Role
from kithmap.basics.ids import uuid7
from kithmap.basics.records import Audience, Change, Put, Record
from kithmap.sync.entry import Entry
from kithmap.sync.log import Batch

NOON = datetime(2026, 11, 23, 12, 0, 0, 123_456, tzinfo=UTC)


def operation_id(number: int, salt: int = 0) -> str:
    """Return an operation's id that differs for each number and salt."""
    return uuid7(1_763_899_200_000 + number, salt.to_bytes(10, "big"))


def record(record_id: str, *, author: str | None = "ann", version: int = 0, **fields: Any) -> Record:
    """Return a record of kind ``note`` that everyone may see."""
    return Record("note", record_id, author, Audience.EVERYONE, fields, version=version)


def entry(
    number: int, *changes: Change, person: str = "ann", operation: str | None = None, salt: int = 0
) -> Entry:
    """Return an entry that puts one note, or makes the changes that are given."""
    note = record(f"note-{number}", author=person, version=number, words=f"words {number}")
    return Entry(
        number=number,
        operation=operation or operation_id(number, salt),
        kind="note.put",
        person=person,
        role=Role.PARTICIPANT,
        at=NOON + timedelta(seconds=number),
        payload={"words": f"words {number}"},
        changes=changes or (Put(note),),
    )


def batch(first: int, last: int | None = None, *, workshop: str = "lane", salt: int = 0) -> Batch:
    """Return a batch of the entries from ``first`` to ``last``."""
    numbers = range(first, (last or first) + 1)
    return Batch(workshop, tuple(entry(number, salt=salt) for number in numbers))
