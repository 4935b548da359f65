"""People with an account, and their roles by area."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from kithmap.basics.actors import Role

AREA_ROLES = frozenset({Role.FACILITATOR, Role.RESEARCHER})
"""Roles that an account holds in an area; admins are admins everywhere."""

LINK_LASTS = timedelta(hours=24)
"""A link that signs in without a password is good for a day and for once."""

INVITATION_LASTS = timedelta(days=14)
"""People read their mail on another day; a fortnight covers a holiday."""

SIGN_IN_LASTS = timedelta(days=30)
"""After which a browser asks again: workshops of one area lie some weeks apart."""

TOKEN_LASTS = timedelta(days=90)
"""What a read token is good for unless somebody chooses otherwise: the length of a piece of work."""

TOKEN_LASTS_AT_MOST = timedelta(days=366)
"""A year of a study; programs that read for longer get another one."""

MOST_TOKENS = 20
"""Good ones of one account: enough for each program on each computer, few enough to be looked through."""


@dataclass(frozen=True, slots=True)
class Account:
    """A person with an account.

    Attributes:
        id: stands for them in operation logs.
        name: as colleagues know them, and what they sign in with.
        admin: whether they may do everything in every programme.
        roles: their role by area id.
        has_password: whether they can sign in without a link.
    """

    id: str
    name: str
    admin: bool = False
    roles: Mapping[str, Role] = field(default_factory=dict)
    has_password: bool = False

    def role_in(self, area: str) -> Role | None:
        """Return the account's role in an area, or None if it has no business there."""
        return Role.ADMIN if self.admin else self.roles.get(area)

    def runs(self, area: str) -> bool:
        """Tell whether the account may run workshops in an area."""
        return self.role_in(area) in (Role.ADMIN, Role.FACILITATOR)


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link by which someone gets an account.

    Attributes:
        id: names it; the link's token is not kept.
        admin: whether it makes an admin.
        role: the role it gives in ``areas``; None for an admin.
        areas: area ids.
        note: for whom it is meant, so that the right one can be taken back.
        made_at: when.
        ends_at: until when it is good.
        used_at: when it was used.
        revoked_at: when it was taken back.
    """

    id: str
    admin: bool
    role: Role | None
    areas: tuple[str, ...]
    note: str
    made_at: datetime
    ends_at: datetime
    used_at: datetime | None = None
    revoked_at: datetime | None = None

    def is_good(self, now: datetime) -> bool:
        """Tell whether it can still be used."""
        return self.used_at is None and self.revoked_at is None and now < self.ends_at


@dataclass(frozen=True, slots=True)
class ReadToken:
    """What a program shows to read as an account does: it can read, and nothing else. The token itself is not kept.

    Attributes:
        id: names it.
        account: whose it is.
        name: for which program, so that the right one can be taken back.
        made_at: when.
        ends_at: until when it is good.
        used_on: the last day on which it was used (UTC); None if it never was.
        revoked_at: when it was taken back.
    """

    id: str
    account: str
    name: str
    made_at: datetime
    ends_at: datetime
    used_on: date | None = None
    revoked_at: datetime | None = None

    @property
    def last_day(self) -> date:
        """The last day (UTC) on which it is good."""
        return (self.ends_at - timedelta.resolution).date()

    def is_good(self, now: datetime) -> bool:
        """Tell whether it can still be used."""
        return self.revoked_at is None and now < self.ends_at


def sign_in_name(name: str) -> str:
    """Return the form in which names are compared: capitals and spaces do not tell people apart."""
    return " ".join(name.casefold().split())
