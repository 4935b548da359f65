"""The log in memory, for tests and for trying things out. What it holds is gone with the process.

It keeps what a database would, as text, so that a test on it meets the same refusals and the same values.
"""

import threading
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from kithmap.basics.records import Fields
from kithmap.storage.json_text import to_json
from kithmap.storage.oplog import redaction
from kithmap.storage.oplog.rows import (
    Row,
    WrittenSnapshot,
    batch_to_rows,
    changes_to_text,
    entry_from_row,
    moment_to_text,
    snapshot_from_row,
    snapshot_to_row,
)
from kithmap.sync.entry import Entry
from kithmap.sync.log import Batch, Snapshot


class MemoryLog:
    """An :class:`kithmap.sync.log.OperationLog` without a disk. Any thread may use it."""

    def __init__(self) -> None:
        """Begin empty."""
        self.redactions: list[tuple[str, str, int]] = []
        self._lock = threading.RLock()
        self._rows: defaultdict[str, list[Row]] = defaultdict(list)
        self._operations: defaultdict[str, dict[str, int]] = defaultdict(dict)
        self._snapshots: dict[str, WrittenSnapshot] = {}

    def append(self, batches: Sequence[Batch]) -> list[bool]:
        """Store batches; see the port."""
        written = [(batch, batch_to_rows(batch)) for batch in batches]
        with self._lock:
            return [self._store(batch, rows) for batch, rows in written]

    def _store(self, batch: Batch, rows: list[Row]) -> bool:
        operations = self._operations[batch.workshop]
        fresh = {row["operation"]: row["number"] for row in rows}
        if (
            batch.after != len(self._rows[batch.workshop])
            or len(fresh) < len(rows)
            or not fresh.keys().isdisjoint(operations)
        ):
            return False
        self._rows[batch.workshop] += rows
        operations.update(fresh)
        if back := redaction.taken_back_by(batch.entries):
            self._erase(batch.workshop, back, batch.entries[-1].at)
        return True

    def _erase(self, workshop: str, back: redaction.TakenBack, at: datetime) -> None:
        blanking = redaction.Blanking(self.entries(workshop, 0), back)
        blanks = blanking.entries()
        for blank in blanks:
            self._blank(workshop, blank.number - 1, blank, at)
        if (kept := self._snapshots.get(workshop)) is not None:
            self._snapshots[workshop] = snapshot_to_row(blanking.snapshot(snapshot_from_row(kept)))
        self.redactions.append((workshop, moment_to_text(at), len(blanks)))

    def entries(self, workshop: str, after: int, limit: int | None = None) -> list[Entry]:
        """Return the entries after a number; see the port."""
        with self._lock:
            rows = self._rows[workshop][after:]
        return [entry_from_row(row) for row in rows[:limit]]

    def last_number(self, workshop: str) -> int:
        """Return the last number; see the port."""
        with self._lock:
            return len(self._rows[workshop])

    def operation_numbers(self, workshop: str) -> dict[str, int]:
        """Return the number of each operation id; see the port."""
        with self._lock:
            return dict(self._operations[workshop])

    def save_snapshot(self, snapshot: Snapshot) -> None:
        """Keep a snapshot unless a newer one is there; see the port."""
        with self._lock:
            kept = self._snapshots.get(snapshot.workshop)
            if kept is None or kept["number"] <= snapshot.number:
                clean = redaction.blank_snapshot(snapshot, self._blanked(snapshot.workshop))
                self._snapshots[snapshot.workshop] = snapshot_to_row(clean)

    def snapshot(self, workshop: str) -> Snapshot | None:
        """Return the newest snapshot; see the port."""
        with self._lock:
            row = self._snapshots.get(workshop)
        return None if row is None else snapshot_from_row(row)

    def redact(self, workshop: str, person: str, at: datetime) -> int:
        """Blank what a person wrote; see the port."""
        with self._lock:
            entries = self.entries(workshop, 0)
            theirs = redaction.written_by(person, entries)
            count = 0
            for place, entry in enumerate(entries):
                blank = redaction.blank_entry(entry, person, theirs)
                if blank != entry:
                    self._blank(workshop, place, blank, at)
                    count += 1
            if (kept := self._snapshots.get(workshop)) is not None:
                clean = redaction.blank_snapshot(snapshot_from_row(kept), self._blanked(workshop))
                self._snapshots[workshop] = snapshot_to_row(clean)
            self.redactions.append((workshop, moment_to_text(at), count))
        return count

    def _blank(self, workshop: str, place: int, blank: Entry, at: datetime) -> None:
        row = self._rows[workshop][place]
        # A new row: a reader may hold the old one.
        self._rows[workshop][place] = {
            **row,
            "payload": None if blank.payload is None else to_json(blank.payload),
            "changes": changes_to_text(blank.changes),
            "blanked_at": moment_to_text(at),
        }

    def _blanked(self, workshop: str) -> dict[str, dict[int, Fields]]:
        return redaction.blanked_records(
            entry_from_row(row) for row in self._rows[workshop] if row["blanked_at"] is not None
        )
