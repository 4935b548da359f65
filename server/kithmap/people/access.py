"""Who is asking, of the people with accounts: read from the sign-in cookie."""

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from starlette.requests import HTTPConnection

from kithmap.basics.clock import Clock, system_clock
from kithmap.basics.errors import NotAllowedError, NotSignedInError
from kithmap.basics.signing import Signing
from kithmap.people import store
from kithmap.people.model import Account
from kithmap.storage.database import Database

COOKIE = "kithmap_account"
PURPOSE = "account"


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

    def by_ids(self, account_ids: Collection[str]) -> Mapping[str, Account]:
        """Return those of these accounts that have not ended."""
        if not account_ids:
            return {}
        with self.database.reading() as session:
            return {each.id: each for each in store.accounts(session) if each.id in account_ids}

    def _read(self, sign_in: str) -> Account | None:
        with self.database.reading() as session:
            return store.signed_in(session, sign_in, self.clock())


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
