"""Tables of workshops and who takes part. Names stand here and nowhere else."""

from datetime import datetime

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field

from kithmap.storage.base import Moment, Table


class WorkshopRow(Table, table=True):
    """A workshop as the programme lists it. What happens in it stands in its log."""

    __tablename__ = "workshops"

    id: str = Field(primary_key=True, sa_type=Text)
    area: str = Field(sa_type=Text, foreign_key="areas.id", index=True)
    wave: str | None = Field(default=None, sa_type=Text, foreign_key="waves.id")
    title: str = Field(sa_type=Text)
    code: str = Field(sa_type=Text, index=True)
    token_fingerprint: str = Field(sa_type=Text, unique=True)
    made_by: str = Field(sa_type=Text)
    made_at: datetime = Field(sa_type=Moment)
    closed_at: datetime | None = Field(default=None, sa_type=Moment)


class ParticipantRow(Table, table=True):
    """A participant: the one place where an id in a log meets a name."""

    __tablename__ = "participants"
    __table_args__ = (
        UniqueConstraint("workshop", "alias"),
        UniqueConstraint("workshop", "resume_fingerprint"),
    )

    id: str = Field(primary_key=True, sa_type=Text)
    workshop: str = Field(sa_type=Text, foreign_key="workshops.id")
    alias: str = Field(sa_type=Text)
    name: str | None = Field(default=None, sa_type=Text)
    resume_fingerprint: str = Field(sa_type=Text)
    joined_at: datetime = Field(sa_type=Moment)
    removed_at: datetime | None = Field(default=None, sa_type=Moment)
    agreed_take_part_at: datetime = Field(sa_type=Moment)
    agreed_keep_at: datetime | None = Field(default=None, sa_type=Moment)
    agreed_quote_at: datetime | None = Field(default=None, sa_type=Moment)
