"""Tables of glossaries: releases that never change, and the draft of the next one."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Text
from sqlmodel import Field

from kithmap.storage.base import JsonText, Moment, Table


class GlossaryRow(Table, table=True):
    """A glossary of an area, or the common one of a programme."""

    __tablename__ = "glossaries"

    id: str = Field(primary_key=True, sa_type=Text)
    programme: str = Field(sa_type=Text, foreign_key="programmes.id", index=True)
    area: str | None = Field(default=None, sa_type=Text, foreign_key="areas.id", unique=True)
    """NULL for the common one. Its name, made from the programme's, keeps it from being founded twice."""
    name: str = Field(sa_type=Text, unique=True)
    base: str = Field(sa_type=Text)
    language: str = Field(sa_type=Text)
    made_at: datetime = Field(sa_type=Moment)


class GlossaryReleaseRow(Table, table=True):
    """A release. Rows are added and never touched again."""

    __tablename__ = "glossary_releases"

    glossary: str = Field(primary_key=True, sa_type=Text, foreign_key="glossaries.id")
    major: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    minor: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    patch: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    day: date
    note: str = Field(sa_type=Text)
    document: str = Field(sa_type=Text)
    checksum: str = Field(sa_type=Text)
    published_at: datetime = Field(sa_type=Moment)
    signed_by: list[dict[str, str]] = Field(sa_type=JsonText)
    """Role, account and moment of each signature, for those who look after the database; no document holds an account."""


class GlossaryDraftRow(Table, table=True):
    """What people changed for the next release. The draft itself is worked out afresh."""

    __tablename__ = "glossary_drafts"

    glossary: str = Field(primary_key=True, sa_type=Text, foreign_key="glossaries.id")
    edits: list[dict[str, Any]] = Field(sa_type=JsonText)
    changed_at: datetime = Field(sa_type=Moment)


class GlossarySignatureRow(Table, table=True):
    """That somebody stands for a draft."""

    __tablename__ = "glossary_signatures"

    glossary: str = Field(primary_key=True, sa_type=Text, foreign_key="glossaries.id")
    role: str = Field(primary_key=True, sa_type=Text)
    account: str = Field(sa_type=Text)
    checksum: str = Field(sa_type=Text)
    at: datetime = Field(sa_type=Moment)
