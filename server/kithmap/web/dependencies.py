"""What routes ask for by the type of an argument, and how they reach the database without holding up the room."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Annotated, Concatenate, ParamSpec, Protocol, TypeVar

from fastapi import Depends
from sqlmodel import Session
from starlette.requests import HTTPConnection, Request

from kithmap.basics.clock import Clock, system_clock
from kithmap.basics.errors import TooManyError
from kithmap.basics.signing import Signing
from kithmap.people.access import AccountDoor, WrongTokenError
from kithmap.people.model import Account
from kithmap.photos.files import PhotoFiles
from kithmap.storage.database import Database
from kithmap.sync.audience import Viewer
from kithmap.sync.content import Content
from kithmap.sync.protocol import CatchUp, ServerMessage, Submit
from kithmap.web.limits import Guessing, SlidingWindow, address_of
from kithmap.workshop.access import WorkshopDoor

P = ParamSpec("P")
T = TypeVar("T")


class Rooms(Protocol):
    """What pages need of the live host. ``web/`` and ``live/`` do not know each other."""

    async def ask(self, workshop: str, viewer: Viewer, submit: Submit) -> list[ServerMessage]:
        """Submit operations; return the answer to each."""

    async def read(self, workshop: str) -> Content:
        """Return a workshop's content as it stands."""

    async def catch_up(self, workshop: str, viewer: Viewer, after: int | None) -> CatchUp:
        """Return what a viewer's page needs that has ``after``, or nothing yet."""

    def change_role(self, workshop: str, person: str, viewer: Viewer | None) -> None:
        """Tell a person's open lines that their right is another, or over."""

    def let_reconnect(self, person: str) -> None:
        """Close a person's open lines for a moment; those that may not enter any more stay closed."""

    def stop_waiting(self) -> None:
        """Answer whoever waits for something new: the server is about to stop."""


@dataclass(frozen=True, slots=True)
class Services:
    """What the application's routes share; made once, by ``create_app``.

    Attributes:
        database: the store.
        signing: signs cookies and links.
        accounts: who has an account.
        workshops: who may enter a workshop.
        rooms: the live rooms.
        masking: the secret by which places are shown away from where they are; see ``shared_map.masking``.
        public_address: under which address others reach this server, ``http://192.168.1.20:8000``; empty to take the request's.
        clock: the time.
        photos: keeps photos of places, for erasing them; None keeps none.
        codes: limits guesses at join codes and resume codes.
        passwords: limits guesses at passwords and sign-in links.
        tokens: counts wrong read tokens by address. One that is over is no guess: a program may show it for months.
    """

    database: Database
    signing: Signing
    accounts: AccountDoor
    workshops: WorkshopDoor
    rooms: Rooms
    masking: bytes = field(repr=False)
    public_address: str = ""
    clock: Clock = system_clock
    photos: PhotoFiles | None = None
    codes: Guessing = field(default_factory=Guessing)
    passwords: Guessing = field(default_factory=Guessing)
    tokens: SlidingWindow = field(default_factory=lambda: SlidingWindow(60, timedelta(minutes=10)))

    async def read(self, work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Read in a thread: ``await services.read(store.areas, programme)``."""

        def run() -> T:
            with self.database.reading() as session:
                return work(session, *args, **kwargs)

        return await asyncio.to_thread(run)

    async def write(self, work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do one transaction in a thread: ``await services.write(actions.add_area, ...)``."""

        def run() -> T:
            with self.database.session() as session:
                return work(session, *args, **kwargs)

        return await asyncio.to_thread(run)

    async def tell_role_changes(self) -> None:
        """Let open lines know whose right is another than before: after each change, and now and then for other processes'."""
        for change in await self.workshops.changes():
            self.rooms.change_role(change.workshop, change.person, change.viewer)

    def address(self, connection: HTTPConnection) -> str:
        """Return the address of this server as others can reach it, without a slash at its end."""
        if self.public_address:
            return self.public_address.rstrip("/")
        return f"{connection.url.scheme}://{connection.headers.get('host', connection.url.netloc)}"


# Dependencies are async even if they wait for nothing: FastAPI gives any other to a thread, which takes longer than all that it does there.


def of_app(name: str, kind: type[T]) -> Callable[[HTTPConnection], Awaitable[T]]:
    """Return a dependency: what ``create_app`` keeps for its routes under a name.

    Args:
        name: in the application's state.
        kind: what it is.
    """

    async def kept(connection: HTTPConnection) -> T:
        found = getattr(connection.app.state, name)
        assert isinstance(found, kind)
        return found

    return kept


ServicesDep = Annotated[Services, Depends(of_app("services", Services))]


async def _database(services: ServicesDep) -> Database:
    return services.database


async def _rooms(services: ServicesDep) -> Rooms:
    return services.rooms


async def _now(services: ServicesDep) -> datetime:
    return services.clock()


async def _account(request: Request, services: ServicesDep) -> Account | None:
    account = await services.accounts.account_of(request)
    # The frame of every page shows who is signed in.
    request.state.account = account
    return account


async def reader_of(request: Request, services: ServicesDep) -> Account | None:
    """Return who reads, signed in or by a read token, or None.

    Raises:
        NotSignedInError: if a token is shown that is over, or is none.
        TooManyError: if too many wrong ones came from the same address lately.
    """
    address, now = address_of(request), services.clock()
    wait = services.tokens.wait(address, now) if "authorization" in request.headers else None
    if wait is not None:
        words = (
            f"There were too many wrong read tokens. Please wait {int(wait.total_seconds()) // 60 + 1} min."
        )
        raise TooManyError(words, retry_after=int(wait.total_seconds()) + 1)
    try:
        account = await services.accounts.reader_of(request)
    except WrongTokenError:
        services.tokens.count(address, now)
        raise
    request.state.account = account
    return account


DatabaseDep = Annotated[Database, Depends(_database)]
RoomsDep = Annotated[Rooms, Depends(_rooms)]
Now = Annotated[datetime, Depends(_now)]
AccountDep = Annotated[Account | None, Depends(_account)]
"""Who is signed in, or None; a route that needs somebody hands it to one of ``people.access.require_...``."""
ReaderDep = Annotated[Account | None, Depends(reader_of)]
"""Who reads, signed in or by a read token, or None: for routes with GET that change nothing."""
