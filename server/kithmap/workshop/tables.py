"""Tables of workshops and who takes part. Names stand here and nowhere else."""

from datetime import datetime
from typing import Any

from sqlalchemy import Text, UniqueConstraint
from sqlmodel import Field

from kithmap.storage.base import JsonText, Moment, Table


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
    left_at: datetime | None = Field(default=None, sa_type=Moment)
    withdrawing_since: datetime | None = Field(default=None, sa_type=Moment)
    """Set in the transaction in which they say so, and cleared once the log has erased what they added."""


class ConsentRow(Table, table=True):
    """One thing that a person agreed to, or no longer does: a history, to which rows are only added."""

    __tablename__ = "consents"

    id: int | None = Field(default=None, primary_key=True)
    participant: str = Field(sa_type=Text, foreign_key="participants.id", index=True)
    purpose: str = Field(sa_type=Text)
    agreed: bool
    at: datetime = Field(sa_type=Moment)
    wording: str = Field(sa_type=Text)
    by_facilitator: bool


class AboutMeRow(Table, table=True):
    """What a person said about themselves: apart from the log and from names, and only ever told as counts."""

    __tablename__ = "about_me"

    participant: str = Field(primary_key=True, sa_type=Text, foreign_key="participants.id")
    workshop: str = Field(sa_type=Text, foreign_key="workshops.id", index=True)
    answers: dict[str, str] = Field(sa_type=JsonText)
    counted: bool
    """Whether the last picture of the room counts it as it is."""


class RoomPictureRow(Table, table=True):
    """What was last told of who is in a room. No person can be found in it: ``programme/suppression.py``."""

    __tablename__ = "room_pictures"

    workshop: str = Field(primary_key=True, sa_type=Text, foreign_key="workshops.id")
    pictures: dict[str, Any] = Field(sa_type=JsonText)
    gone: int
    """Answers that it counts and that are other ones now, or erased."""
    drawn_at: datetime | None = Field(default=None, sa_type=Moment)
