"""When a snapshot is stored, and how a workshop is read: its newest snapshot and the entries after it."""

from dataclasses import dataclass

from kithmap.basics.errors import NotFoundError
from kithmap.sync.content import Content
from kithmap.sync.log import OperationLog, Snapshot

EVERY = 500
"""Entries after which another snapshot is worth its place: reading 500 entries takes some ten milliseconds."""

AT_ONCE = 1_000
"""Entries read at a time: some megabytes."""

AT_CLOSING = 20
"""Entries after which a room that closes stores one, so that it opens at once next time."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A workshop as a room begins with it.

    Attributes:
        content: the records after the last stored entry.
        operations: the number of every operation id up to there.
        snapshot: the number of the stored snapshot; 0 if there is none.
    """

    content: Content
    operations: dict[str, int]
    snapshot: int


def is_due(number: int, snapshot: int, *, closing: bool = False) -> bool:
    """Tell whether to store a snapshot.

    Args:
        number: of the last stored entry.
        snapshot: of the newest stored snapshot; 0 if there is none.
        closing: whether the room closes.
    """
    return number - snapshot >= (AT_CLOSING if closing else EVERY)


def snapshot_of(workshop: str, content: Content) -> Snapshot:
    """Return a snapshot of the records as they stand. It stays as it is when the content goes on."""
    return Snapshot(workshop, content.number, tuple(content), tuple(content.all_removed()))


def load(log: OperationLog, workshop: str) -> Loaded:
    """Read a workshop.

    Raises:
        UnavailableError: if the database does not answer.
    """
    stored = log.snapshot(workshop)
    content = Content() if stored is None else Content(stored.number, stored.records, stored.removed)
    for entry in log.entries(workshop, content.number):
        content.apply(entry)
    # Another process may append between the two readings: only what the records hold counts as known.
    operations = {
        operation: number
        for operation, number in log.operation_numbers(workshop).items()
        if number <= content.number
    }
    return Loaded(content, operations, 0 if stored is None else stored.number)


def content_at(log: OperationLog, workshop: str, number: int) -> Content:
    """Return a workshop's records as they stood after an entry, less what was erased since.

    Args:
        log: where it is stored.
        workshop: the workshop's id.
        number: of the entry; 0 gives no records.

    Raises:
        NotFoundError: if the log does not reach as far.
        UnavailableError: if the database does not answer.
    """
    content = Content()
    while content.number < number:
        entries = log.entries(workshop, content.number, min(AT_ONCE, number - content.number))
        if not entries:
            last = content.number
            raise NotFoundError(
                f"The log of workshop {workshop} ends with entry {last}. Entry {number} is not in it."
            )
        for entry in entries:
            content.apply(entry)
    return content
