"""Tables of rounds: groups of concepts, what is set apart, and what areas answer."""

from datetime import datetime
from typing import Any

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field

from kithmap.storage.base import JsonText, Moment, Table


class CommonRoundRow(Table, table=True):
    """One go at a common release."""

    __tablename__ = "common_rounds"
    __table_args__ = (UniqueConstraint("programme", "number"),)

    id: str = Field(primary_key=True, sa_type=Text)
    programme: str = Field(sa_type=Text, foreign_key="programmes.id")
    number: int
    phase: str = Field(sa_type=Text)
    share_of: int
    share_among: int
    sources: list[dict[str, Any]] = Field(sa_type=JsonText)
    released: str = Field(sa_type=Text)
    """The version that came of it; empty before."""
    begun_at: datetime = Field(sa_type=Moment)
    opened_at: datetime | None = Field(default=None, sa_type=Moment)


class CommonGroupRow(Table, table=True):
    """Concepts that people put together, and the words for all of them."""

    __tablename__ = "common_groups"

    id: str = Field(primary_key=True, sa_type=Text)
    round: str = Field(sa_type=Text, foreign_key="common_rounds.id", index=True)
    label: str = Field(sa_type=Text)
    definition: str = Field(sa_type=Text)
    taken_from: str = Field(sa_type=Text)
    revision: int
    concept: str = Field(sa_type=Text)
    changed_at: datetime = Field(sa_type=Moment)


class CommonMemberRow(Table, table=True):
    """A concept in a group: in one of each round at most."""

    __tablename__ = "common_members"

    round: str = Field(primary_key=True, sa_type=Text, foreign_key="common_rounds.id")
    area: str = Field(primary_key=True, sa_type=Text)
    concept: str = Field(primary_key=True, sa_type=Text)
    group: str = Field(sa_type=Text, foreign_key="common_groups.id", index=True)
    match: str = Field(sa_type=Text)


class CommonApartRow(Table, table=True):
    """Two concepts that people said are not the same, the lower one first."""

    __tablename__ = "common_apart"

    round: str = Field(primary_key=True, sa_type=Text, foreign_key="common_rounds.id")
    one_area: str = Field(primary_key=True, sa_type=Text)
    one_concept: str = Field(primary_key=True, sa_type=Text)
    other_area: str = Field(primary_key=True, sa_type=Text)
    other_concept: str = Field(primary_key=True, sa_type=Text)


class CommonAnswerRow(Table, table=True):
    """What an area says of a group."""

    __tablename__ = "common_answers"

    group: str = Field(primary_key=True, sa_type=Text, foreign_key="common_groups.id")
    area: str = Field(primary_key=True, sa_type=Text)
    accepts: bool
    reason: str = Field(sa_type=Text)
    revision: int
    role: str = Field(sa_type=Text)
    account: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=Moment)
