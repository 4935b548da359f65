"""Who is asking, of the people with accounts: read from the sign-in cookie, or where one only reads from a read token."""

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from starlette.requests import HTTPConnection

from kithmap.basics.clock import Clock, system_clock
from kithmap.basics.errors import NotAllowedError, NotSignedInError
from kithmap.basics.signing import Signing, fingerprint
from kithmap.people import store
from kithmap.people.authorization import token_in
from kithmap.people.model import Account
from kithmap.storage.database import Database

COOKIE = "kithmap_account"
PURPOSE = "account"

TOKEN_IS_OVER = (
    "This read token is over. Make a new one on the page of your tokens, and give it to your program."  # noqa: S105 - no token
)
TOKEN_IS_NONE = (
    "This is no read token that we know. Please copy it anew, or make another one on the page of your tokens."  # noqa: S105
)


class WrongTokenError(NotSignedInError):
    """What was shown is no read token, and never was one."""


@dataclass(frozen=True, slots=True)
class AccountDoor:
    """Reads sign-in cookies.

    Attributes:
        database: where sign-ins are kept.
        signing: by which cookies are known as ours, before the database is asked.
        clock: the time.
    """

    database: Database
    signing: Signing
    clock: Clock = system_clock

    def sign_in_of(self, connection: HTTPConnection) -> str | None:
        """Return the id of the sign-in that a request's cookie names."""
        text = connection.cookies.get(COOKIE)
        return None if text is None else self.signing.read(PURPOSE, text)

    async def account_of(self, connection: HTTPConnection) -> Account | None:
        """Return the account that asks, or None."""
        sign_in = self.sign_in_of(connection)
        return None if sign_in is None else await asyncio.to_thread(self._read, sign_in)

    async def reader_of(self, connection: HTTPConnection) -> Account | None:
        """Return the account that reads: by its read token if one is shown, or else by its cookie. Only for what changes nothing.

        Raises:
            NotSignedInError: if the token is over; who has shown one would take what everybody may read for what they may.
            WrongTokenError: if it is none.
        """
        token = token_in(connection.headers.get("authorization"))
        if token is None:
            return await self.account_of(connection)
        return await asyncio.to_thread(self._read_by_token, token)

    def by_ids(self, account_ids: Collection[str]) -> Mapping[str, Account]:
        """Return those of these accounts that have not ended."""
        if not account_ids:
            return {}
        with self.database.reading() as session:
            return {each.id: each for each in store.accounts(session) if each.id in account_ids}

    def _read(self, sign_in: str) -> Account | None:
        with self.database.reading() as session:
            return store.signed_in(session, sign_in, self.clock())

    def _read_by_token(self, token: str) -> Account:
        now = self.clock()
        with self.database.reading() as session:
            found = store.read_token(session, fingerprint(token))
            account = None if found is None else store.account(session, found.account)
        if found is None:
            raise WrongTokenError(TOKEN_IS_NONE)
        if account is None or not found.is_good(now):
            raise NotSignedInError(TOKEN_IS_OVER)
        if found.used_on != now.date():
            # The day alone: when somebody works is nobody's business, and a write for each page of a layer would be slow.
            with self.database.session() as session:
                store.mark_read_token(session, found.id, now.date())
        return account


def require_account(account: Account | None) -> Account:
    """Return the account.

    Raises:
        NotSignedInError: if there is none.
    """
    if account is None:
        raise NotSignedInError(
            "This page is for people who run workshops or work with their maps. To take part in a workshop, join by its code."
        )
    return account


def require_admin(account: Account | None) -> Account:
    """Return the account of an admin.

    Raises:
        NotSignedInError: if nobody is signed in.
        NotAllowedError: if they are no admin.
    """
    account = require_account(account)
    if not account.admin:
        raise NotAllowedError("Only an admin can do this.")
    return account
