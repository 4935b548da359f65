"""Tables of layers: releases that never change, and the draft of the next one."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Float, Integer, Text, UniqueConstraint
from sqlmodel import Field

from kithmap.storage.base import JsonText, Moment, Table

LARGE = BigInteger().with_variant(Integer(), "sqlite")
"""SQLite numbers its rows by a key of exactly the type INTEGER, which holds 64 bits there."""


class LayerSeriesRow(Table, table=True):
    """The layers of one area in one wave, release after release."""

    __tablename__ = "layer_series"
    __table_args__ = (UniqueConstraint("area", "wave"),)

    id: str = Field(primary_key=True, sa_type=Text)
    area: str = Field(sa_type=Text, foreign_key="areas.id")
    wave: str = Field(sa_type=Text, foreign_key="waves.id")
    slug: str = Field(sa_type=Text, unique=True)
    address: str = Field(sa_type=Text)
    made_at: datetime = Field(sa_type=Moment)


class LayerReleaseRow(Table, table=True):
    """A release. Rows are added and never touched again."""

    __tablename__ = "layer_releases"
    __table_args__ = (UniqueConstraint("series", "major", "minor", "patch"),)

    id: str = Field(primary_key=True, sa_type=Text)
    series: str = Field(sa_type=Text, foreign_key="layer_series.id")
    major: int
    minor: int
    patch: int
    day: date
    header: str = Field(sa_type=Text)
    reports: str = Field(sa_type=Text)
    """What was changed for privacy, by edition."""
    ground: str = Field(sa_type=Text)
    """From what it was built; no reader ever gets it."""
    checksum: str = Field(sa_type=Text)
    """What was signed: over both editions."""
    published_at: datetime = Field(sa_type=Moment)
    signed_by: list[dict[str, str]] = Field(sa_type=JsonText)
    """Role, account and moment of each signature, for those who look after the database; no layer holds an account."""


class LayerPartRow(Table, table=True):
    """One layer of one edition of a release."""

    __tablename__ = "layer_parts"
    __table_args__ = (UniqueConstraint("release", "edition", "layer"),)

    number: int | None = Field(default=None, primary_key=True)
    release: str = Field(sa_type=Text, foreign_key="layer_releases.id")
    edition: str = Field(sa_type=Text)
    layer: str = Field(sa_type=Text)
    count: int
    points: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    lines: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    outlines: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    checksum: str = Field(sa_type=Text)
    west: float | None = Field(default=None, sa_type=Float)
    south: float | None = Field(default=None, sa_type=Float)
    east: float | None = Field(default=None, sa_type=Float)
    north: float | None = Field(default=None, sa_type=Float)


class LayerFeatureRow(Table, table=True):
    """A feature as the line of JSON that everybody is sent."""

    __tablename__ = "layer_features"
    __table_args__ = (UniqueConstraint("part", "id"),)

    number: int = Field(primary_key=True, sa_type=LARGE, sa_column_kwargs={"autoincrement": False})
    """The part and the feature's place in it, so that a part is read from one end to the other as it lies on the disk."""
    part: int = Field(foreign_key="layer_parts.number")
    id: str = Field(sa_type=Text)
    text: str = Field(sa_type=Text)
    west: float | None = Field(default=None, sa_type=Float)
    south: float | None = Field(default=None, sa_type=Float)
    east: float | None = Field(default=None, sa_type=Float)
    north: float | None = Field(default=None, sa_type=Float)


class LayerDraftRow(Table, table=True):
    """What people decided for the next release. The draft itself is worked out afresh."""

    __tablename__ = "layer_drafts"

    series: str = Field(primary_key=True, sa_type=Text, foreign_key="layer_series.id")
    details: dict[str, Any] = Field(sa_type=JsonText)
    settlements: dict[str, Any] = Field(sa_type=JsonText)
    statistical_areas: dict[str, Any] | None = Field(default=None, sa_type=JsonText)
    changed_at: datetime = Field(sa_type=Moment)


class LayerSignatureRow(Table, table=True):
    """That somebody stands for a draft."""

    __tablename__ = "layer_signatures"

    series: str = Field(primary_key=True, sa_type=Text, foreign_key="layer_series.id")
    role: str = Field(primary_key=True, sa_type=Text)
    account: str = Field(sa_type=Text)
    checksum: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=Moment)
