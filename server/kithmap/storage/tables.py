"""The tables of the operation log. Only ``storage/`` reads and writes them."""

from sqlalchemy import BigInteger, Text, UniqueConstraint
from sqlmodel import Field

from kithmap.storage.base import Table


class EntryRow(Table, table=True):
    """One entry. JSON and moments are text, so that every database gives back exactly what it was given."""

    __tablename__ = "entries"
    __table_args__ = (UniqueConstraint("workshop", "operation"),)

    workshop: str = Field(primary_key=True, sa_type=Text)
    number: int = Field(primary_key=True, sa_type=BigInteger)
    operation: str = Field(sa_type=Text)
    kind: str = Field(sa_type=Text)
    person: str = Field(sa_type=Text)
    role: str = Field(sa_type=Text)
    at: str = Field(sa_type=Text)
    payload: str | None = Field(sa_type=Text)
    """NULL once it was blanked."""
    changes: str = Field(sa_type=Text)
    blanked_at: str | None = Field(default=None, sa_type=Text)


class NumberRow(Table, table=True):
    """A workshop's last number: the row that orders those who append at the same time."""

    __tablename__ = "workshop_numbers"

    workshop: str = Field(primary_key=True, sa_type=Text)
    number: int = Field(sa_type=BigInteger)


class SnapshotRow(Table, table=True):
    """A workshop's records after a number. Each workshop keeps its newest."""

    __tablename__ = "snapshots"

    workshop: str = Field(primary_key=True, sa_type=Text)
    number: int = Field(sa_type=BigInteger)
    records: str = Field(sa_type=Text)
    removed: str = Field(sa_type=Text)


class RedactionRow(Table, table=True):
    """That something was blanked: when, in which workshop, how many entries; never who or what."""

    __tablename__ = "redactions"

    id: int | None = Field(default=None, primary_key=True)
    workshop: str = Field(sa_type=Text, index=True)
    at: str = Field(sa_type=Text)
    count: int
