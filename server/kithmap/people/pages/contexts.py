"""What the pages about accounts show."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from markupsafe import Markup

from kithmap.people.model import ReadToken
from kithmap.web.templates import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInPage(Page):
    """Name and password.

    Attributes:
        to: the path to go to afterwards.
        name: what was typed as the name before.
        problem: why it did not work, or None.
    """

    template: ClassVar[str] = "people/sign_in.html"

    to: str
    name: str = ""
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInLinkPage(Page):
    """One button that uses a link up.

    Attributes:
        token: the link's.
    """

    template: ClassVar[str] = "people/sign_in_link.html"

    token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationPage(Page):
    """What an invitation is for, and the name to come in by.

    Attributes:
        token: the link's.
        role: admin, facilitator or researcher.
        areas: names of the areas that it is for.
        name: what was typed as the name before.
        problem: why it did not work, or None.
    """

    template: ClassVar[str] = "people/invitation.html"

    token: str
    role: str
    areas: tuple[str, ...]
    name: str = ""
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPage(Page):
    """One's own account.

    Attributes:
        name: by which they sign in.
        has_password: whether there is one to be changed.
        changed: whether it was changed just now.
        problem: why it was not, or None.
    """

    template: ClassVar[str] = "people/account.html"

    name: str
    has_password: bool
    changed: bool = False
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAccount:
    """An account in the list.

    Attributes:
        id: the account's.
        name: of the person.
        admin: whether they are an admin.
        roles: area id, area name and role, for each area.
        is_me: whether it is who looks.
    """

    id: str
    name: str
    admin: bool
    roles: tuple[tuple[str, str, str], ...]
    is_me: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownInvitation:
    """An invitation that nobody used yet.

    Attributes:
        id: the invitation's.
        note: for whom it is.
        role: that it gives.
        areas: names of its areas.
        ends: until when it is good.
    """

    id: str
    note: str
    role: str
    areas: tuple[str, ...]
    ends: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLink:
    """A link that was made just now; it cannot be shown again.

    Attributes:
        address: the whole address.
        whose: for whom it is, in a few words.
        qr: it as an SVG drawing, to be scanned from this screen.
    """

    address: str
    whose: str
    qr: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage(Page):
    """Who has an account, and inviting more.

    Attributes:
        accounts: those that the viewer may see.
        invitations: those that are not used yet.
        areas: id and name of the areas into which the viewer may invite.
        may_change: whether the viewer may change accounts: admins.
        link: a link that was made just now and is shown this once, or None.
        problem: why something did not work, or None.
    """

    template: ClassVar[str] = "people/people.html"

    accounts: tuple[ShownAccount, ...]
    invitations: tuple[ShownInvitation, ...]
    areas: tuple[tuple[str, str], ...]
    may_change: bool
    link: NewLink | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TokensPage(Page):
    """One's own read tokens, and making another.

    Attributes:
        tokens: those that were not taken back, the newest first.
        now: the time, which tells those that are over.
        address: where programs read by OGC API - Features.
        first_day: the earliest last day that may be chosen.
        last_day: the latest.
        ends: the last day that stands in the form.
        name: what was typed as the name before.
        token: a token that was made just now and is shown this once, or None.
        made: what is kept of it, or None.
        problem: why something did not work, or None.
    """

    template: ClassVar[str] = "people/tokens.html"

    tokens: tuple[ReadToken, ...]
    now: datetime
    address: str
    first_day: date
    last_day: date
    ends: str
    name: str = ""
    token: str | None = None
    made: ReadToken | None = None
    problem: str | None = None
