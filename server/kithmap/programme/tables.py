"""Tables of programmes, areas, partners and waves."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Text
from sqlmodel import Field

from kithmap.storage.base import JsonText, Moment, Table


class ProgrammeRow(Table, table=True):
    """A programme of workshops."""

    __tablename__ = "programmes"

    id: str = Field(primary_key=True, sa_type=Text)
    title: str = Field(sa_type=Text)
    made_at: datetime = Field(sa_type=Moment)


class AreaRow(Table, table=True):
    """A place where workshops are held, with its boundary as GeoJSON."""

    __tablename__ = "areas"

    id: str = Field(primary_key=True, sa_type=Text)
    programme: str = Field(sa_type=Text, foreign_key="programmes.id", index=True)
    name: str = Field(sa_type=Text)
    boundary: dict[str, Any] = Field(sa_type=JsonText)
    made_at: datetime = Field(sa_type=Moment)


class PartnerRow(Table, table=True):
    """An organisation in its role for an area, for a time."""

    __tablename__ = "partners"

    id: str = Field(primary_key=True, sa_type=Text)
    area: str = Field(sa_type=Text, foreign_key="areas.id", index=True)
    role: str = Field(sa_type=Text)
    name: str = Field(sa_type=Text)
    since: date | None = None
    until: date | None = None


class WaveRow(Table, table=True):
    """One round of fieldwork across a programme's areas."""

    __tablename__ = "waves"

    id: str = Field(primary_key=True, sa_type=Text)
    programme: str = Field(sa_type=Text, foreign_key="programmes.id", index=True)
    name: str = Field(sa_type=Text)
    starts: date | None = None
    ends: date | None = None
    made_at: datetime = Field(sa_type=Moment)


class CensusProfileRow(Table, table=True):
    """Who lives in an area: people by category, by attribute."""

    __tablename__ = "census_profiles"

    area: str = Field(primary_key=True, sa_type=Text, foreign_key="areas.id")
    counts: dict[str, dict[str, int]] = Field(sa_type=JsonText)
    source: str = Field(sa_type=Text)
    day: date | None = None
    sent_at: datetime = Field(sa_type=Moment)


class LawfulBasisRow(Table, table=True):
    """On what ground an area may use what people give."""

    __tablename__ = "lawful_bases"

    area: str = Field(primary_key=True, sa_type=Text, foreign_key="areas.id")
    basis: str = Field(sa_type=Text)
    condition: str = Field(sa_type=Text)
    controller: str = Field(sa_type=Text)
    contact: str = Field(sa_type=Text)
    retention_days: int
    least_shown: int
    changed_at: datetime = Field(sa_type=Moment)
