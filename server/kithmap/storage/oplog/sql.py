"""The log in SQLite or PostgreSQL.

How the order is kept: whoever appends to a workshop holds its row in ``workshop_numbers`` until the commit, and looks only
then whether the number is still the one that the entries follow. SQLite locks its whole file instead. Rows are locked in
the order of the workshops' ids, so that two writers cannot wait for each other.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update
from sqlalchemy.engine.interfaces import DBAPICursor

from kithmap.basics.records import Fields
from kithmap.storage.base import metadata
from kithmap.storage.database import Database
from kithmap.storage.oplog import redaction
from kithmap.storage.oplog.erasing import Erasing
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
from kithmap.storage.oplog.statements import ENTRIES, NUMBERS, statements
from kithmap.storage.tables import RedactionRow, SnapshotRow
from kithmap.sync.entry import Entry
from kithmap.sync.log import Batch, Snapshot

SNAPSHOTS = metadata.tables[SnapshotRow.__tablename__]
REDACTIONS = metadata.tables[RedactionRow.__tablename__]


class _CollisionError(Exception):
    """An operation id is stored already, although its workshop's number fits."""


class SqlLog:
    """An :class:`kithmap.sync.log.OperationLog` in a database. Any thread may use it."""

    def __init__(self, database: Database) -> None:
        """Use a migrated database."""
        self._database = database
        self._do = statements(database.engine.dialect)
        self._erasing = Erasing(database.engine.dialect)

    # Entries.

    def append(self, batches: Sequence[Batch]) -> list[bool]:
        """Store batches in one commit; see the port.

        Raises:
            BadInputError: if an entry holds what no database could give back; nothing is stored then.
            UnavailableError: if the database does not answer. Then it is not known whether anything was stored.
        """
        written = [(batch, batch_to_rows(batch)) for batch in batches]
        try:
            stored = self._database.write(lambda cursor: self._store_all(cursor, written))
        except _CollisionError:
            stored = self._database.write(lambda cursor: self._store_each(cursor, written))
        if any(redaction.taken_back_by(batch.entries) for batch in batches):
            # The words must not lie on in SQLite's write-ahead log until that is written over.
            self._database.move_to_file()
        return stored

    def _store_all(self, cursor: DBAPICursor, written: Sequence[tuple[Batch, list[Row]]]) -> list[bool]:
        """Store what fits with one statement."""
        numbers = self._lock(cursor, {batch.workshop for batch, _ in written})
        fits: list[bool] = []
        for batch, rows in written:
            fits.append(numbers[batch.workshop] == batch.after)
            if fits[-1]:
                numbers[batch.workshop] += len(rows)
        rows_to_store = [row for (_, rows), fit in zip(written, fits, strict=True) if fit for row in rows]
        if rows_to_store:
            self._insert(cursor, rows_to_store)
            self._advance(cursor, numbers)
        self._erase(cursor, [batch for (batch, _), fit in zip(written, fits, strict=True) if fit])
        return fits

    def _store_each(self, cursor: DBAPICursor, written: Sequence[tuple[Batch, list[Row]]]) -> list[bool]:
        """Store what fits, each batch for itself, so that only those fail whose ids are stored already."""
        numbers = self._lock(cursor, {batch.workshop for batch, _ in written})
        stored: list[bool] = []
        for batch, rows in written:
            stored.append(numbers[batch.workshop] == batch.after and self._try_insert(cursor, rows))
            if stored[-1]:
                numbers[batch.workshop] += len(rows)
        self._advance(cursor, numbers)
        self._erase(cursor, [batch for (batch, _), was in zip(written, stored, strict=True) if was])
        return stored

    def _erase(self, cursor: DBAPICursor, batches: Iterable[Batch]) -> None:
        """Blank what is taken back, in the same commit that takes it back: there is no moment in between."""
        for batch in batches:
            if back := redaction.taken_back_by(batch.entries):
                self._erasing.erase(cursor, batch.workshop, back, batch.entries[-1].at)

    def _try_insert(self, cursor: DBAPICursor, rows: list[Row]) -> bool:
        cursor.execute("SAVEPOINT batch")
        try:
            self._insert(cursor, rows)
        except _CollisionError:
            cursor.execute("ROLLBACK TO SAVEPOINT batch")
            return False
        return True

    def _insert(self, cursor: DBAPICursor, rows: list[Row]) -> None:
        cursor.executemany(self._do.insert_entry, cast("list[Mapping[str, Any]]", rows))
        if cursor.rowcount != len(rows):
            raise _CollisionError

    def _lock(self, cursor: DBAPICursor, workshops: Iterable[str]) -> dict[str, int]:
        """Return the last number of each workshop, which nobody else can move on before the commit."""
        return {workshop: self._lock_one(cursor, workshop) for workshop in sorted(workshops)}

    def _lock_one(self, cursor: DBAPICursor, workshop: str) -> int:
        named = {"workshop": workshop, "number": 0}
        cursor.execute(self._do.lock_number, named)
        row = cursor.fetchone()
        if row is None:
            cursor.execute(self._do.begin_number, named)
            cursor.execute(self._do.lock_number, named)
            row = cursor.fetchone()
        assert row is not None, "the row was made"
        return int(row[0])

    def _advance(self, cursor: DBAPICursor, numbers: Mapping[str, int]) -> None:
        cursor.executemany(
            self._do.set_number,
            [{"of": workshop, "to": number} for workshop, number in numbers.items()],
        )

    def entries(self, workshop: str, after: int, limit: int | None = None) -> list[Entry]:
        """Return the entries after a number; see the port."""
        wanted = select(ENTRIES).where(ENTRIES.c.workshop == workshop, ENTRIES.c.number > after)
        with self._database.connection() as connection:
            return _read(connection, wanted.order_by(ENTRIES.c.number).limit(limit))

    def last_number(self, workshop: str) -> int:
        """Return the last number; see the port."""
        with self._database.connection() as connection:
            return connection.scalar(select(NUMBERS.c.number).where(NUMBERS.c.workshop == workshop)) or 0

    def operation_numbers(self, workshop: str) -> dict[str, int]:
        """Return the number of each operation id; see the port."""
        wanted = select(ENTRIES.c.operation, ENTRIES.c.number).where(ENTRIES.c.workshop == workshop)
        with self._database.connection() as connection:
            return {row.operation: row.number for row in connection.execute(wanted)}

    # Snapshots.

    def save_snapshot(self, snapshot: Snapshot) -> None:
        """Keep a snapshot unless a newer one is there; see the port.

        What was blanked meanwhile is blanked in it, too.

        Raises:
            BadInputError: if a record holds what no database could give back.
            UnavailableError: if the database does not answer.
        """
        of_workshop = SNAPSHOTS.c.workshop == snapshot.workshop
        # Writing it out takes longer than storing it, so nobody waits for that.
        row = snapshot_to_row(snapshot)
        with self._database.connection(writes=True) as connection:
            self._hold(connection, snapshot.workshop)
            kept = connection.scalar(select(SNAPSHOTS.c.number).where(of_workshop))
            if kept is not None and kept > snapshot.number:
                return
            if blanked := _blanked(connection, snapshot.workshop):
                row = snapshot_to_row(redaction.blank_snapshot(snapshot, blanked))
            connection.execute(delete(SNAPSHOTS).where(of_workshop))
            connection.execute(insert(SNAPSHOTS).values(**row))

    def snapshot(self, workshop: str) -> Snapshot | None:
        """Return the newest snapshot; see the port."""
        with self._database.connection() as connection:
            return _snapshot(connection, workshop)

    # Redaction.

    def redact(self, workshop: str, person: str, at: datetime) -> int:
        """Blank what a person wrote; see the port.

        Raises:
            UnavailableError: if the database does not answer; nothing is blanked then.
        """
        with self._database.connection(writes=True) as connection:
            self._hold(connection, workshop)
            count = _blank_entries(connection, workshop, person, at)
            connection.execute(
                insert(REDACTIONS).values(workshop=workshop, at=moment_to_text(at), count=count)
            )
            kept = _snapshot(connection, workshop)
            if kept is not None:
                clean = snapshot_to_row(redaction.blank_snapshot(kept, _blanked(connection, workshop)))
                of_workshop = SNAPSHOTS.c.workshop == workshop
                connection.execute(update(SNAPSHOTS).where(of_workshop).values(**clean))
        # The words must not lie on in SQLite's write-ahead log until that is written over.
        self._database.move_to_file()
        return count

    def _hold(self, connection: Connection, workshop: str) -> None:
        """Keep those who append to this workshop waiting until the commit."""
        mine = select(NUMBERS.c.number).where(NUMBERS.c.workshop == workshop)
        connection.execute(mine.with_for_update(key_share=True))


def _read(connection: Connection, wanted: Select[Any]) -> list[Entry]:
    return [entry_from_row(cast("Row", row)) for row in connection.execute(wanted).mappings()]


def _snapshot(connection: Connection, workshop: str) -> Snapshot | None:
    wanted = select(SNAPSHOTS).where(SNAPSHOTS.c.workshop == workshop)
    row = connection.execute(wanted).mappings().first()
    return None if row is None else snapshot_from_row(cast("WrittenSnapshot", row))


def _blank_entries(connection: Connection, workshop: str, person: str, at: datetime) -> int:
    mine = ENTRIES.c.workshop == workshop
    entries = _read(connection, select(ENTRIES).where(mine).order_by(ENTRIES.c.number))
    theirs = redaction.written_by(person, entries)
    blanks = [
        (blank.number, changes_to_text(blank.changes))
        for entry in entries
        if (blank := redaction.blank_entry(entry, person, theirs)) != entry
    ]
    if blanks:
        blanked = update(ENTRIES).where(mine, ENTRIES.c.number == bindparam("of"))
        connection.execute(
            blanked.values(payload=None, changes=bindparam("to"), blanked_at=moment_to_text(at)),
            [{"of": number, "to": changes} for number, changes in blanks],
        )
    return len(blanks)


def _blanked(connection: Connection, workshop: str) -> dict[str, dict[int, Fields]]:
    """Return what blanked entries leave of records, by their numbers; see ``redaction.blanked_records``."""
    if connection.scalar(select(REDACTIONS.c.id).where(REDACTIONS.c.workshop == workshop).limit(1)) is None:
        return {}
    wanted = select(ENTRIES).where(ENTRIES.c.workshop == workshop, ENTRIES.c.blanked_at.is_not(None))
    return redaction.blanked_records(_read(connection, wanted.order_by(ENTRIES.c.number)))
