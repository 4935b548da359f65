"""Every query about accounts."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from kithmap.basics.actors import Role
from kithmap.people.model import TOKEN_LASTS_AT_MOST, Account, Invitation, ReadToken
from kithmap.people.tables import (
    AccountRow,
    AreaRoleRow,
    InvitationRow,
    LinkRow,
    ReadTokenRow,
    SecretRow,
    SignInRow,
)


def secret(session: Session, name: str) -> str | None:
    """Return the secret of this name."""
    row = session.get(SecretRow, name)
    return None if row is None else row.value


def keep_secret(session: Session, name: str, value: str) -> None:
    """Store a secret."""
    session.add(SecretRow(name=name, value=value))
    session.flush()


def account(session: Session, account_id: str) -> Account | None:
    """Return an account that has not ended."""
    row = session.get(AccountRow, account_id)
    if row is None or row.ended_at is not None:
        return None
    return _account(row, _roles(session, [row.id]).get(row.id, {}))


def accounts(session: Session) -> list[Account]:
    """Return every account that has not ended, by name."""
    rows = session.exec(
        select(AccountRow).where(col(AccountRow.ended_at).is_(None)).order_by(AccountRow.sign_in_name)
    ).all()
    roles = _roles(session, [row.id for row in rows])
    return [_account(row, roles.get(row.id, {})) for row in rows]


def by_sign_in_name(session: Session, name: str) -> tuple[Account, str | None] | None:
    """Return the account that signs in by this name, with what is stored of its password."""
    row = session.exec(
        select(AccountRow).where(AccountRow.sign_in_name == name, col(AccountRow.ended_at).is_(None))
    ).first()
    return None if row is None else (_account(row, _roles(session, [row.id]).get(row.id, {})), row.password)


def is_name_taken(session: Session, name: str) -> bool:
    """Tell whether an account signs in, or once signed in, by this name."""
    return session.exec(select(AccountRow.id).where(AccountRow.sign_in_name == name)).first() is not None


def add_account(
    session: Session, account: Account, sign_in_name: str, password: str | None, now: datetime
) -> None:
    """Store a new account with its roles."""
    session.add(
        AccountRow(
            id=account.id,
            name=account.name,
            sign_in_name=sign_in_name,
            password=password,
            admin=account.admin,
            made_at=now,
        )
    )
    session.flush()
    set_roles(session, account.id, account.roles.items())


def set_roles(session: Session, account_id: str, roles: Iterable[tuple[str, Role]]) -> None:
    """Store the roles of an account, in place of those that it had."""
    session.exec(delete(AreaRoleRow).where(col(AreaRoleRow.account) == account_id))
    session.add_all(AreaRoleRow(account=account_id, area=area, role=role.value) for area, role in roles)


def set_password(session: Session, account_id: str, password: str | None) -> None:
    """Store what is kept of a password."""
    session.exec(update(AccountRow).where(col(AccountRow.id) == account_id).values(password=password))


def end_account(session: Session, account_id: str, name: str, now: datetime) -> None:
    """End an account: its name is given up, it is signed out everywhere, and its links and tokens are dead."""
    ended = {"ended_at": now, "name": name, "sign_in_name": f"{name} {account_id}", "password": None}
    session.exec(update(AccountRow).where(col(AccountRow.id) == account_id).values(**ended))
    for table in (AreaRoleRow, SignInRow, LinkRow, ReadTokenRow):
        session.exec(delete(table).where(col(table.account) == account_id))


def add_link(
    session: Session, fingerprint: str, account_id: str, made_at: datetime, ends_at: datetime
) -> None:
    """Store a sign-in link."""
    session.add(LinkRow(fingerprint=fingerprint, account=account_id, made_at=made_at, ends_at=ends_at))


def use_link(session: Session, fingerprint: str, now: datetime) -> str | None:
    """Mark a good link as used and return its account; None if it is not good. Two who try at once: one succeeds."""
    good = (
        update(LinkRow)
        .where(
            col(LinkRow.fingerprint) == fingerprint,
            col(LinkRow.used_at).is_(None),
            col(LinkRow.ends_at) > now,
        )
        .values(used_at=now)
        .returning(col(LinkRow.account))
    )
    return session.exec(good).scalar_one_or_none()


def is_link_good(session: Session, fingerprint: str, now: datetime) -> bool:
    """Tell whether a link can still be used."""
    row = session.get(LinkRow, fingerprint)
    return row is not None and row.used_at is None and now < row.ends_at


def add_invitation(session: Session, invitation: Invitation, fingerprint: str, made_by: str) -> None:
    """Store an invitation."""
    session.add(
        InvitationRow(
            id=invitation.id,
            fingerprint=fingerprint,
            admin=invitation.admin,
            role=None if invitation.role is None else invitation.role.value,
            areas=list(invitation.areas),
            note=invitation.note,
            made_by=made_by,
            made_at=invitation.made_at,
            ends_at=invitation.ends_at,
        )
    )


def invitation(session: Session, fingerprint: str) -> Invitation | None:
    """Return the invitation of a link."""
    row = session.exec(select(InvitationRow).where(InvitationRow.fingerprint == fingerprint)).first()
    return None if row is None else _invitation(row)


def open_invitations(session: Session, now: datetime) -> list[Invitation]:
    """Return the invitations that can still be used, the newest first."""
    rows = session.exec(
        select(InvitationRow)
        .where(
            col(InvitationRow.used_at).is_(None),
            col(InvitationRow.revoked_at).is_(None),
            col(InvitationRow.ends_at) > now,
        )
        .order_by(col(InvitationRow.made_at).desc())
    )
    return [_invitation(row) for row in rows]


def use_invitation(session: Session, invitation_id: str, now: datetime) -> bool:
    """Mark an invitation as used; False if somebody was faster or it was taken back."""
    return _mark_invitation(session, invitation_id, used_at=now)


def revoke_invitation(session: Session, invitation_id: str, now: datetime) -> bool:
    """Take an invitation back; False if it was used or taken back before."""
    return _mark_invitation(session, invitation_id, revoked_at=now)


def add_sign_in(
    session: Session, sign_in: str, account_id: str, made_at: datetime, ends_at: datetime
) -> None:
    """Store that a browser is signed in; those whose time is over are forgotten."""
    session.exec(delete(SignInRow).where(col(SignInRow.ends_at) <= made_at))
    session.add(SignInRow(id=sign_in, account=account_id, made_at=made_at, ends_at=ends_at))


def signed_in(session: Session, sign_in: str, now: datetime) -> Account | None:
    """Return the account of a browser that is signed in."""
    row = session.get(SignInRow, sign_in)
    return None if row is None or row.ends_at <= now else account(session, row.account)


def end_sign_in(session: Session, sign_in: str) -> None:
    """Forget that a browser is signed in."""
    session.exec(delete(SignInRow).where(col(SignInRow.id) == sign_in))


def add_read_token(session: Session, token: ReadToken, fingerprint: str) -> None:
    """Store a read token; the account's that ended before this one's beginning by more than they may last are forgotten."""
    old = col(ReadTokenRow.ends_at) <= token.made_at - TOKEN_LASTS_AT_MOST
    session.exec(delete(ReadTokenRow).where(col(ReadTokenRow.account) == token.account, old))
    session.add(
        ReadTokenRow(
            id=token.id,
            fingerprint=fingerprint,
            account=token.account,
            name=token.name,
            made_at=token.made_at,
            ends_at=token.ends_at,
        )
    )


def read_token(session: Session, fingerprint: str) -> ReadToken | None:
    """Return a read token, be it good or not."""
    row = session.exec(select(ReadTokenRow).where(ReadTokenRow.fingerprint == fingerprint)).first()
    return None if row is None else _read_token(row)


def read_tokens(session: Session, account_id: str) -> list[ReadToken]:
    """Return the read tokens of an account that were not taken back, the newest first."""
    rows = session.exec(
        select(ReadTokenRow)
        .where(ReadTokenRow.account == account_id, col(ReadTokenRow.revoked_at).is_(None))
        .order_by(col(ReadTokenRow.made_at).desc(), col(ReadTokenRow.id).desc())
    )
    return [_read_token(row) for row in rows]


def mark_read_token(session: Session, token_id: str, used_on: date) -> None:
    """Store on which day a read token was used."""
    session.exec(update(ReadTokenRow).where(col(ReadTokenRow.id) == token_id).values(used_on=used_on))


def revoke_read_token(session: Session, account_id: str, token_id: str, now: datetime) -> bool:
    """Mark a read token of an account as taken back; False if it has no such one."""
    open_one = (
        update(ReadTokenRow)
        .where(
            col(ReadTokenRow.id) == token_id,
            col(ReadTokenRow.account) == account_id,
            col(ReadTokenRow.revoked_at).is_(None),
        )
        .values(revoked_at=now)
    )
    return session.exec(open_one).rowcount == 1


def _mark_invitation(session: Session, invitation_id: str, **moment: datetime) -> bool:
    open_one = (
        update(InvitationRow)
        .where(
            col(InvitationRow.id) == invitation_id,
            col(InvitationRow.used_at).is_(None),
            col(InvitationRow.revoked_at).is_(None),
        )
        .values(**moment)
    )
    return session.exec(open_one).rowcount == 1


def _roles(session: Session, account_ids: list[str]) -> dict[str, dict[str, Role]]:
    found: dict[str, dict[str, Role]] = {}
    for row in session.exec(select(AreaRoleRow).where(col(AreaRoleRow.account).in_(account_ids))):
        found.setdefault(row.account, {})[row.area] = Role(row.role)
    return found


def _account(row: AccountRow, roles: dict[str, Role]) -> Account:
    return Account(row.id, row.name, row.admin, roles, has_password=row.password is not None)


def _invitation(row: InvitationRow) -> Invitation:
    return Invitation(
        id=row.id,
        admin=row.admin,
        role=None if row.role is None else Role(row.role),
        areas=tuple(row.areas),
        note=row.note,
        made_at=row.made_at,
        ends_at=row.ends_at,
        used_at=row.used_at,
        revoked_at=row.revoked_at,
    )


def _read_token(row: ReadTokenRow) -> ReadToken:
    return ReadToken(
        id=row.id,
        account=row.account,
        name=row.name,
        made_at=row.made_at,
        ends_at=row.ends_at,
        used_on=row.used_on,
        revoked_at=row.revoked_at,
    )
