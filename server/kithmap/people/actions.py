"""What changes accounts: each function is one transaction's worth of checking, changing and recording."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlmodel import Session

from kithmap.basics.actors import Role
from kithmap.basics.errors import BadInputError, ConflictError, GoneError, NotAllowedError, NotFoundError
from kithmap.basics.ids import new_id
from kithmap.basics.signing import TOKEN_BYTES, fingerprint
from kithmap.people import store
from kithmap.people.model import (
    AREA_ROLES,
    INVITATION_LASTS,
    LINK_LASTS,
    MOST_TOKENS,
    SIGN_IN_LASTS,
    TOKEN_LASTS_AT_MOST,
    Account,
    Invitation,
    ReadToken,
    sign_in_name,
)
from kithmap.people.passwords import SALT_BYTES, hash_password

SIGNING_SECRET = "signing"  # noqa: S105 - its name, not itself
MASKING_SECRET = "masking"  # noqa: S105 - its name, not itself
FIRST_ADMIN = "Admin"
LONGEST_NAME = 80
LONGEST_NOTE = 120
READ_PREFIX = "kithmap_"
"""By which people and programs that look for secrets in files know a read token."""
NO_LONGER_HERE = "somebody who left"

LINK_IS_OVER = (
    "This link has been used or is too old. Ask for a new one: an admin can make one on the people page."
)
INVITATION_IS_OVER = "This invitation has been used, taken back, or is too old. Please ask for a new one."


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What a person fills in who takes up an invitation.

    Attributes:
        name: as colleagues know them.
        password: what :func:`stored_password` made of the one they chose, or None to come back by links only.
    """

    name: str
    password: str | None


def stored_password(password: str) -> str:
    """Return what is stored of a password that somebody chose. Takes 0.1 s, so not within a transaction.

    Raises:
        BadInputError: if it is not strong enough.
    """
    return hash_password(password, secrets.token_bytes(SALT_BYTES))


def signing_secret(session: Session) -> bytes:
    """Return the secret that cookies and links are signed with; made when first asked for."""
    return _secret(session, SIGNING_SECRET)


def masking_secret(session: Session) -> bytes:
    """Return the secret by which places are shown away from where they are; made when first asked for.

    It is never changed and never leaves the server: with another one every place would be shown somewhere else, and whoever knows two
    such positions knows more of where it is.
    """
    return _secret(session, MASKING_SECRET)


def _secret(session: Session, name: str) -> bytes:
    kept = store.secret(session, name)
    if kept is None:
        kept = secrets.token_hex(32)
        store.keep_secret(session, name, kept)
    return bytes.fromhex(kept)


def first_link(session: Session, now: datetime) -> str | None:
    """Return a sign-in link's token for the first admin, made at the first start; None if there are accounts."""
    if store.accounts(session):
        return None
    admin = Account(new_id(), FIRST_ADMIN, admin=True)
    store.add_account(session, admin, sign_in_name(FIRST_ADMIN), None, now)
    return make_link(session, admin.id, now)


def make_link(session: Session, account_id: str, now: datetime) -> str:
    """Return the token of a new link that signs an account in, once.

    Raises:
        NotFoundError: if there is no such account.
    """
    if store.account(session, account_id) is None:
        raise NotFoundError("There is no such account.")
    token = secrets.token_urlsafe(TOKEN_BYTES)
    store.add_link(session, fingerprint(token), account_id, now, now + LINK_LASTS)
    return token


def admin_link(session: Session, name: str | None, now: datetime) -> str:
    """Return a sign-in link's token for an account by name, or for any admin: what the command line gives to who owns the data.

    Raises:
        NotFoundError: if nobody signs in by that name.
    """
    everyone = store.accounts(session)
    wanted = sign_in_name(name) if name is not None else None
    fitting = [
        each for each in everyone if (each.admin if wanted is None else sign_in_name(each.name) == wanted)
    ]
    if fitting:
        return make_link(session, fitting[0].id, now)
    token = first_link(session, now) if wanted is None else None
    if token is None:
        raise NotFoundError(f"Nobody signs in as {name}.")
    return token


def sign_in_by_link(session: Session, token: str, now: datetime) -> str:
    """Use up a link and return the id of the new sign-in.

    Raises:
        GoneError: if the link is used, too old, or none at all.
    """
    account_id = store.use_link(session, fingerprint(token), now)
    if account_id is None or store.account(session, account_id) is None:
        raise GoneError(LINK_IS_OVER)
    return sign_in(session, account_id, now)


def sign_in(session: Session, account_id: str, now: datetime) -> str:
    """Return the id of a new sign-in of an account, whose right to it was checked."""
    sign_in_id = secrets.token_urlsafe(TOKEN_BYTES)
    store.add_sign_in(session, sign_in_id, account_id, now, now + SIGN_IN_LASTS)
    return sign_in_id


def invite(
    session: Session, by: Account, role: Role, areas: Sequence[str], note: str, now: datetime
) -> tuple[Invitation, str]:
    """Make an invitation and return it with its link's token, which is not kept.

    Args:
        session: the transaction.
        by: who invites: an admin anybody; a facilitator others into their own areas.
        role: admin, facilitator or researcher.
        areas: area ids; none for an admin.
        note: for whom it is.
        now: the time.

    Raises:
        NotAllowedError: if the inviter may not give that role.
        BadInputError: if a role needs areas and has none.
    """
    check_may_give(by, role, areas)
    if role is not Role.ADMIN and not areas:
        raise BadInputError("Please choose at least one area for this person.")
    invitation = Invitation(
        id=new_id(),
        admin=role is Role.ADMIN,
        role=None if role is Role.ADMIN else role,
        areas=() if role is Role.ADMIN else tuple(areas),
        note=note.strip()[:LONGEST_NOTE],
        made_at=now,
        ends_at=now + INVITATION_LASTS,
    )
    token = secrets.token_urlsafe(TOKEN_BYTES)
    store.add_invitation(session, invitation, fingerprint(token), by.id)
    return invitation, token


def check_may_give(by: Account, role: Role, areas: Sequence[str]) -> None:
    """Accept that an account gives a role in some areas.

    Raises:
        NotAllowedError: if it may not.
    """
    if by.admin and role in AREA_ROLES | {Role.ADMIN}:
        return
    if role not in AREA_ROLES or not all(by.runs(area) for area in areas):
        raise NotAllowedError("You can invite people into your own areas only. An admin can do the rest.")


def accept_invitation(session: Session, token: str, person: NewAccount, now: datetime) -> str:
    """Make the account that an invitation promises and return the id of its first sign-in.

    Raises:
        GoneError: if the invitation is over.
        BadInputError: if the name cannot be used.
        ConflictError: if the name is taken.
    """
    invitation = store.invitation(session, fingerprint(token))
    if invitation is None or not invitation.is_good(now):
        raise GoneError(INVITATION_IS_OVER)
    name = _check_name(session, person.name)
    if not store.use_invitation(session, invitation.id, now):
        raise GoneError(INVITATION_IS_OVER)
    roles = {} if invitation.role is None else dict.fromkeys(invitation.areas, invitation.role)
    account = Account(new_id(), name, invitation.admin, roles)
    store.add_account(session, account, sign_in_name(name), person.password, now)
    return sign_in(session, account.id, now)


def revoke_invitation(session: Session, by: Account, invitation_id: str, now: datetime) -> None:
    """Take an invitation back.

    Raises:
        NotFoundError: if it is not open any more, or not for ``by`` to take back.
    """
    found = next((each for each in store.open_invitations(session, now) if each.id == invitation_id), None)
    may = found is not None and (by.admin or (found.areas and all(by.runs(area) for area in found.areas)))
    if not may or not store.revoke_invitation(session, invitation_id, now):
        raise NotFoundError("There is no such invitation any more. It may have been used already.")


def _check_name(session: Session, typed: str) -> str:
    name = " ".join(typed.split())
    if not name or len(name) > LONGEST_NAME:
        raise BadInputError(f"Please give a name of at most {LONGEST_NAME} letters.")
    if store.is_name_taken(session, sign_in_name(name)):
        raise ConflictError("Somebody signs in by that name already. Please add a second name or a letter.")
    return name


def change_roles(session: Session, by: Account, account_id: str, roles: Mapping[str, Role]) -> Account:
    """Give an account these roles in place of those it has, and return it.

    Raises:
        NotAllowedError: if ``by`` is no admin.
        NotFoundError: if there is no such account.
        BadInputError: if a role is none that an area knows.
    """
    _require_admin(by)
    if not set(roles.values()) <= AREA_ROLES:
        raise BadInputError("In an area people are facilitators or researchers.")
    _require_account(session, account_id)
    store.set_roles(session, account_id, roles.items())
    session.flush()
    return _require_account(session, account_id)


def change_password(session: Session, account: Account, password: str) -> None:
    """Give an account another password, by what :func:`stored_password` made of it."""
    store.set_password(session, account.id, password)


def end_account(session: Session, by: Account, account_id: str, now: datetime) -> None:
    """End an account; its name is forgotten, what it did stays under its id.

    Raises:
        NotAllowedError: if ``by`` is no admin.
        ConflictError: if an admin would end their own account, and the programme might have none left.
        NotFoundError: if there is no such account.
    """
    _require_admin(by)
    if account_id == by.id:
        raise ConflictError("You cannot end your own account. Another admin can.")
    _require_account(session, account_id)
    store.end_account(session, account_id, NO_LONGER_HERE, now)


def make_read_token(
    session: Session, account: Account, name: str, ends_on: date, now: datetime
) -> tuple[ReadToken, str]:
    """Make a read token of an account; return what is kept of it, and itself.

    Args:
        session: the transaction.
        account: whose rights it reads with, as they are whenever it is used.
        name: for which program it is.
        ends_on: the last day (UTC) on which it is good.
        now: the time.

    Raises:
        BadInputError: if it has no name, or its last day is over or too far off.
        ConflictError: if the account has as many as it may have.
    """
    called = " ".join(name.split())
    if not called or len(called) > LONGEST_NAME:
        raise BadInputError(f"Please say in at most {LONGEST_NAME} letters what the token is for.")
    if not now.date() <= ends_on <= (now + TOKEN_LASTS_AT_MOST).date():
        raise BadInputError("Please choose a last day from today to a year ahead.")
    if sum(each.is_good(now) for each in store.read_tokens(session, account.id)) >= MOST_TOKENS:
        raise ConflictError(f"You have {MOST_TOKENS} tokens. Please take back one that you no longer use.")
    midnight = datetime.combine(ends_on + timedelta(days=1), time(), UTC)
    kept = ReadToken(new_id(), account.id, called, now, midnight)
    token = READ_PREFIX + secrets.token_urlsafe(TOKEN_BYTES)
    store.add_read_token(session, kept, fingerprint(token))
    return kept, token


def revoke_read_token(session: Session, account: Account, token_id: str, now: datetime) -> None:
    """Take a read token of one's own back; from now on nobody reads with it.

    Raises:
        NotFoundError: if there is no such one.
    """
    if not store.revoke_read_token(session, account.id, token_id, now):
        raise NotFoundError("There is no such token any more. It may have been taken back already.")


def _require_admin(by: Account) -> None:
    if not by.admin:
        raise NotAllowedError("Only an admin can do this.")


def _require_account(session: Session, account_id: str) -> Account:
    account = store.account(session, account_id)
    if account is None:
        raise NotFoundError("There is no such account. It may have been ended.")
    return account
