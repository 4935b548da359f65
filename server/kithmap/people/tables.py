"""Tables of people with accounts. Participants of workshops are elsewhere: they have none."""

from datetime import date, datetime

from sqlalchemy import Date, Text
from sqlmodel import Field

from kithmap.storage.base import JsonText, Moment, Table


class SecretRow(Table, table=True):
    """A secret that every process of the programme shares, made at first start."""

    __tablename__ = "secrets"

    name: str = Field(primary_key=True, sa_type=Text)
    value: str = Field(sa_type=Text)


class AccountRow(Table, table=True):
    """A person with an account."""

    __tablename__ = "accounts"

    id: str = Field(primary_key=True, sa_type=Text)
    name: str = Field(sa_type=Text)
    sign_in_name: str = Field(sa_type=Text, unique=True)
    password: str | None = Field(default=None, sa_type=Text)
    admin: bool = False
    made_at: datetime = Field(sa_type=Moment)
    ended_at: datetime | None = Field(default=None, sa_type=Moment)


class AreaRoleRow(Table, table=True):
    """What an account may do in one area."""

    __tablename__ = "area_roles"

    account: str = Field(primary_key=True, sa_type=Text, foreign_key="accounts.id")
    area: str = Field(primary_key=True, sa_type=Text)
    role: str = Field(sa_type=Text)


class LinkRow(Table, table=True):
    """A link that signs an account in, once. Only its fingerprint is kept."""

    __tablename__ = "sign_in_links"

    fingerprint: str = Field(primary_key=True, sa_type=Text)
    account: str = Field(sa_type=Text, foreign_key="accounts.id")
    made_at: datetime = Field(sa_type=Moment)
    ends_at: datetime = Field(sa_type=Moment)
    used_at: datetime | None = Field(default=None, sa_type=Moment)


class InvitationRow(Table, table=True):
    """A link by which someone gets an account, once. Only its fingerprint is kept."""

    __tablename__ = "invitations"

    id: str = Field(primary_key=True, sa_type=Text)
    fingerprint: str = Field(sa_type=Text, unique=True)
    admin: bool
    role: str | None = Field(default=None, sa_type=Text)
    areas: list[str] = Field(sa_type=JsonText)
    note: str = Field(sa_type=Text)
    made_by: str = Field(sa_type=Text)
    made_at: datetime = Field(sa_type=Moment)
    ends_at: datetime = Field(sa_type=Moment)
    used_at: datetime | None = Field(default=None, sa_type=Moment)
    revoked_at: datetime | None = Field(default=None, sa_type=Moment)


class SignInRow(Table, table=True):
    """A browser that is signed in."""

    __tablename__ = "sign_ins"

    id: str = Field(primary_key=True, sa_type=Text)
    account: str = Field(sa_type=Text, foreign_key="accounts.id", index=True)
    made_at: datetime = Field(sa_type=Moment)
    ends_at: datetime = Field(sa_type=Moment)


class ReadTokenRow(Table, table=True):
    """What a program shows to read as an account does. Only its fingerprint is kept."""

    __tablename__ = "read_tokens"

    id: str = Field(primary_key=True, sa_type=Text)
    fingerprint: str = Field(sa_type=Text, unique=True)
    account: str = Field(sa_type=Text, foreign_key="accounts.id", index=True)
    name: str = Field(sa_type=Text)
    made_at: datetime = Field(sa_type=Moment)
    ends_at: datetime = Field(sa_type=Moment)
    used_on: date | None = Field(default=None, sa_type=Date)
    revoked_at: datetime | None = Field(default=None, sa_type=Moment)
