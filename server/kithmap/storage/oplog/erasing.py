"""Blanking, within the commit that erases records, what the log and its snapshot hold of them."""

from datetime import datetime
from typing import Any, cast

from sqlalchemy import BindParameter, Table, bindparam, insert, select, update
from sqlalchemy.engine import Dialect
from sqlalchemy.engine.interfaces import DBAPICursor

from kithmap.storage.base import metadata
from kithmap.storage.json_text import to_json
from kithmap.storage.oplog.redaction import Blanking, TakenBack
from kithmap.storage.oplog.rows import (
    Row,
    WrittenSnapshot,
    changes_to_text,
    entry_from_row,
    moment_to_text,
    snapshot_from_row,
    snapshot_to_row,
)
from kithmap.storage.oplog.statements import ENTRIES, written
from kithmap.storage.tables import RedactionRow, SnapshotRow

SNAPSHOTS = metadata.tables[SnapshotRow.__tablename__]
REDACTIONS = metadata.tables[RedactionRow.__tablename__]


class Erasing:
    """Statements on the driver's own cursor, as appending uses it."""

    def __init__(self, dialect: Dialect) -> None:
        """Write the statements for a database's driver."""
        of: BindParameter[str] = bindparam("of")
        number: BindParameter[int] = bindparam("at_number")
        self._read_entries = written(
            select(ENTRIES).where(ENTRIES.c.workshop == of).order_by(ENTRIES.c.number), dialect
        )
        self._blank_entry = written(
            update(ENTRIES)
            .where(ENTRIES.c.workshop == of, ENTRIES.c.number == number)
            .values(payload=bindparam("left"), changes=bindparam("to"), blanked_at=bindparam("when")),
            dialect,
        )
        self._read_snapshot = written(select(SNAPSHOTS).where(SNAPSHOTS.c.workshop == of), dialect)
        self._blank_snapshot = written(
            update(SNAPSHOTS)
            .where(SNAPSHOTS.c.workshop == of)
            .values(records=bindparam("present"), removed=bindparam("gone")),
            dialect,
        )
        audited = {"workshop": of, "at": bindparam("when"), "count": bindparam("many")}
        self._note = written(insert(REDACTIONS).values(**audited), dialect)

    def erase(self, cursor: DBAPICursor, workshop: str, back: TakenBack, at: datetime) -> None:
        """Blank what is taken back in all that is stored of a workshop, and note that it was done.

        Args:
            cursor: within the transaction that stored the entries which take it back.
            workshop: the workshop's id.
            back: what they take back.
            at: when it was asked.
        """
        entries = self._rows(cursor, self._read_entries, workshop, ENTRIES)
        blanking = Blanking((entry_from_row(cast("Row", row)) for row in entries), back)
        blanks = blanking.entries()
        when = moment_to_text(at)
        for blank in blanks:
            payload = None if blank.payload is None else to_json(blank.payload)
            values = {"of": workshop, "at_number": blank.number, "left": payload, "when": when}
            cursor.execute(self._blank_entry, {**values, "to": changes_to_text(blank.changes)})
        for row in self._rows(cursor, self._read_snapshot, workshop, SNAPSHOTS):
            kept = snapshot_to_row(blanking.snapshot(snapshot_from_row(cast("WrittenSnapshot", row))))
            values = {"of": workshop, "present": kept["records"], "gone": kept["removed"]}
            cursor.execute(self._blank_snapshot, values)
        cursor.execute(self._note, {"of": workshop, "when": when, "many": len(blanks)})

    def _rows(self, cursor: DBAPICursor, statement: str, workshop: str, table: Table) -> list[dict[str, Any]]:
        cursor.execute(statement, {"of": workshop})
        return [dict(zip(table.c.keys(), row, strict=True)) for row in cursor.fetchall()]
