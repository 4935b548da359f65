"""The few statements that stand between a tap on a phone and its answer, written out once for the driver."""

from dataclasses import dataclass

from sqlalchemy import ClauseElement, bindparam, insert, select, update
from sqlalchemy.engine import Dialect

from kithmap.storage.base import metadata
from kithmap.storage.tables import EntryRow, NumberRow

ENTRIES = metadata.tables[EntryRow.__tablename__]
NUMBERS = metadata.tables[NumberRow.__tablename__]


@dataclass(frozen=True, slots=True)
class Statements:
    """SQL with named parameters, in the driver's own style.

    Attributes:
        insert_entry: all columns of ``entries``; passes over what is there already, which the row count tells.
        begin_number: ``workshop`` and ``number``; passes over what is there already.
        lock_number: the number of ``workshop``, held until the commit.
        set_number: the number ``to`` of the workshop ``of``.
    """

    insert_entry: str
    begin_number: str
    lock_number: str
    set_number: str


def statements(dialect: Dialect) -> Statements:
    """Write the statements for a database's driver."""
    this = NUMBERS.c.workshop == bindparam("workshop")
    # To change its number, the row need not be closed to those who only read or refer to it.
    locked = select(NUMBERS.c.number).where(this).with_for_update(key_share=True)
    # SQLAlchemy keeps the columns' own names for the values that it sets itself.
    moved = update(NUMBERS).where(NUMBERS.c.workshop == bindparam("of")).values(number=bindparam("to"))
    return Statements(
        insert_entry=written(insert(ENTRIES), dialect) + " ON CONFLICT DO NOTHING",
        begin_number=written(insert(NUMBERS), dialect) + " ON CONFLICT DO NOTHING",
        lock_number=written(locked, dialect),
        set_number=written(moved, dialect),
    )


def written(statement: ClauseElement, dialect: Dialect) -> str:
    """Return a statement as the driver takes it, with named parameters."""
    return str(statement.compile(dialect=dialect))
