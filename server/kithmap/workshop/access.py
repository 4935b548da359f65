"""The one door to a workshop: who asks, and in which role, for sockets, routes and pages alike.

A participant is known by a signed cookie, without a look into the database: who sits in a workshop is remembered here, and
so is who was removed. What other processes change is noticed by :meth:`WorkshopDoor.changes`, which runs every two seconds and
after every change made in this process.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from starlette.requests import HTTPConnection

from kithmap.basics.actors import LEADING, Role
from kithmap.basics.errors import NotAllowedError, NotSignedInError
from kithmap.basics.signing import Signing
from kithmap.people.model import Account
from kithmap.storage.database import Database
from kithmap.sync.audience import NOBODY, Viewer
from kithmap.workshop import store
from kithmap.workshop.actions import PROJECTOR_LINK, require_workshop
from kithmap.workshop.joining import Listed, Seat

SEAT = "seat"
PROJECTOR = "projector"
LEADER_ALIAS = "the facilitator"

MOST_ROSTERS = 256
"""Workshops remembered, some 400 bytes for each participant. Beyond them the one that was quiet longest is read again."""

NOT_JOINED = "You have not joined this workshop on this device. Please type its code, or your three words if you were here before."
REMOVED = (
    "Your place in this workshop was ended by the facilitator. Please talk to them; they can let you back in."
)
LEFT = "You left this workshop, and what you added is gone. To take part again, please join by the workshop's code."
ONLY_IN_THE_ROOM = (
    "The live map is for the people in the room. What researchers may read of it is in the exports and in the area's layers. "
    "If you are in the room, please join by the workshop's code."
)
NOT_YOUR_AREA = "This workshop belongs to an area that is not yours. An admin can change that."
ONLY_LEADING = "This page is for facilitators. Participants join by the workshop's code."


class As(StrEnum):
    """As what a page asks, in its query (``?as=``): one browser may hold several rights at once.

    The projector's page on the facilitator's own laptop must not see what only the facilitator may.
    """

    PARTICIPANT = "participant"
    LEADING = "leading"
    PROJECTOR = "projector"


class Accounts(Protocol):
    """What this door needs to know of accounts."""

    async def account_of(self, connection: HTTPConnection) -> Account | None:
        """Return the account that asks."""

    def by_ids(self, account_ids: Collection[str]) -> Mapping[str, Account]:
        """Return those of these accounts that have not ended; called in a thread."""


@dataclass(frozen=True, slots=True)
class RoleChange:
    """A person's right in a workshop is another one now; ``viewer`` is None where it is over, in the room at least."""

    workshop: str
    person: str
    viewer: Viewer | None


@dataclass(slots=True)
class Roster:
    """Who is known in a workshop.

    Attributes:
        listed: the workshop.
        seats: its participants, by person.
        leading: the roles in which accounts came in.
    """

    listed: Listed
    seats: dict[str, Seat]
    leading: dict[str, Role] = field(default_factory=dict)


def seat_cookie(workshop_id: str) -> str:
    """Return the name of the cookie by which a phone holds its seat."""
    return f"kithmap_seat_{workshop_id}"


def projector_cookie(workshop_id: str) -> str:
    """Return the name of the cookie by which a screen may show a workshop."""
    return f"kithmap_projector_{workshop_id}"


class WorkshopDoor:
    """Tells who asks for a workshop.

    Args:
        database: where seats are kept.
        signing: signs and reads cookies.
        accounts: who has an account.
    """

    def __init__(self, database: Database, signing: Signing, accounts: Accounts) -> None:
        """Begin with nobody known."""
        self._database = database
        self._signing = signing
        self._accounts = accounts
        self._rosters: OrderedDict[str, Roster] = OrderedDict()
        self._reading: dict[str, asyncio.Task[Roster]] = {}

    async def viewer_for(self, connection: HTTPConnection, workshop_id: str, way: As | None = None) -> Viewer:
        """Return who asks for a workshop, and in which role.

        Args:
            connection: the request or socket.
            workshop_id: the workshop's id.
            way: as what they ask; by default as the query says (``?as=participant``), and else as the most they are.

        Raises:
            NotFoundError: if there is no such workshop.
            NotSignedInError: if nobody is known to be asking.
            NotAllowedError: if they have no business in it, or were removed from it.
        """
        roster = await self._roster(workshop_id)
        doors: dict[As, Callable[[HTTPConnection, Roster], Awaitable[Viewer | None]]] = {
            As.LEADING: self._by_account,
            As.PARTICIPANT: self._by_seat,
            As.PROJECTOR: self._by_projector,
        }
        asked = [way] if way is not None else _asked(connection, list(doors))
        for each in asked:
            viewer = await doors[each](connection, roster)
            if viewer is not None:
                return viewer
        account = await self._accounts.account_of(connection)
        if account is not None:
            here = account.role_in(roster.listed.area) is not None
            raise NotAllowedError(ONLY_IN_THE_ROOM if here else NOT_YOUR_AREA)
        raise NotSignedInError(ONLY_LEADING if asked == [As.LEADING] else NOT_JOINED)

    async def viewer_in_room(
        self, connection: HTTPConnection, workshop_id: str, way: As | None = None
    ) -> Viewer:
        """Return who asks for a workshop's live map; see :meth:`viewer_for`.

        Raises:
            NotAllowedError: also to researchers, who know places as exactly as their authors said: the room sees all exactly.
        """
        viewer = await self.viewer_for(connection, workshop_id, way)
        if viewer.role is Role.RESEARCHER:
            raise NotAllowedError(ONLY_IN_THE_ROOM)
        return viewer

    async def _by_account(self, connection: HTTPConnection, roster: Roster) -> Viewer | None:
        account = await self._accounts.account_of(connection)
        viewer = None if account is None else _viewer_of_account(account, roster.listed.area)
        if viewer is not None:
            roster.leading[viewer.person] = viewer.role
        return viewer

    async def _by_seat(self, connection: HTTPConnection, roster: Roster) -> Viewer | None:
        person = self.seat_of(connection, roster.listed.id)
        if person is None:
            return None
        seat = roster.seats.get(person) or await self._newly_seated(roster, person)
        if seat is not None and seat.left_at is not None:
            raise NotAllowedError(LEFT, code="left")
        if seat is None or seat.ended:
            raise NotAllowedError(REMOVED, code="removed")
        return viewer_of_seat(seat)

    async def _by_projector(self, connection: HTTPConnection, roster: Roster) -> Viewer | None:
        shown = connection.cookies.get(projector_cookie(roster.listed.id))
        if shown is not None and self._signing.read(PROJECTOR, shown) == roster.listed.id:
            return Viewer(NOBODY, Role.PROJECTOR)
        viewer = await self._by_account(connection, roster)
        return Viewer(NOBODY, Role.PROJECTOR) if viewer is not None and viewer.role in LEADING else None

    def seat_of(self, connection: HTTPConnection, workshop_id: str) -> str | None:
        """Return the person whose seat a request's cookie holds, whether they may still use it or not."""
        text = connection.cookies.get(seat_cookie(workshop_id))
        workshop, _, person = (self._signing.read(SEAT, text or "") or "").partition(".")
        return person if workshop == workshop_id and person else None

    def seat_value(self, seat: Seat) -> str:
        """Return what a seat's cookie holds."""
        return self._signing.sign(SEAT, f"{seat.workshop}.{seat.person}")

    def projector_value(self, workshop_id: str, key: str) -> str:
        """Return what a projector's cookie holds, for the key of the link.

        Raises:
            NotAllowedError: if it is not this workshop's key.
        """
        if not self._signing.matches(PROJECTOR_LINK, workshop_id, key):
            raise NotAllowedError(
                "This projector link is not complete. Please copy it again from the facilitator's page."
            )
        return self._signing.sign(PROJECTOR, workshop_id)

    # What is remembered.

    def seated(self, seat: Seat) -> None:
        """A participant has come in or is another than before: remember, where the workshop is remembered."""
        roster = self._rosters.get(seat.workshop)
        if roster is not None:
            roster.seats[seat.person] = seat

    async def changes(self) -> list[RoleChange]:
        """Look at what is stored of the workshops remembered, and return whose right is another than before."""
        rosters = dict(self._rosters)
        if not rosters:
            return []
        stored, accounts = await asyncio.to_thread(self._read_changes, rosters)
        found: list[RoleChange] = []
        for workshop_id, roster in rosters.items():
            found += _changed_seats(roster, stored[workshop_id])
            found += _changed_leading(roster, accounts)
        return found

    def _read_changes(
        self, rosters: Mapping[str, Roster]
    ) -> tuple[dict[str, dict[str, Seat]], Mapping[str, Account]]:
        leading = {person for roster in rosters.values() for person in roster.leading}
        with self._database.reading() as session:
            stored = {
                workshop_id: {seat.person: seat for seat in store.removed_seats(session, workshop_id)}
                for workshop_id in rosters
            }
        return stored, self._accounts.by_ids(leading)

    async def _roster(self, workshop_id: str) -> Roster:
        known = self._rosters.get(workshop_id)
        if known is not None:
            self._rosters.move_to_end(workshop_id)
            return known
        reading = self._reading.get(workshop_id)
        if reading is None:
            reading = self._reading[workshop_id] = asyncio.create_task(self._remember(workshop_id))
            reading.add_done_callback(lambda _: self._reading.pop(workshop_id))
        return await asyncio.shield(reading)

    async def _remember(self, workshop_id: str) -> Roster:
        roster = await asyncio.to_thread(self._read_roster, workshop_id)
        self._rosters[workshop_id] = roster
        while len(self._rosters) > MOST_ROSTERS:
            self._rosters.popitem(last=False)
        return roster

    def _read_roster(self, workshop_id: str) -> Roster:
        with self._database.reading() as session:
            listed = require_workshop(session, workshop_id)
            return Roster(listed, {seat.person: seat for seat in store.seats(session, workshop_id)})

    async def _newly_seated(self, roster: Roster, person: str) -> Seat | None:
        """Return a seat that another process gave since the roster was read."""

        def read() -> Seat | None:
            with self._database.reading() as session:
                return store.seat(session, person)

        seat = await asyncio.to_thread(read)
        if seat is None or seat.workshop != roster.listed.id:
            return None
        roster.seats[person] = seat
        return seat


def _asked(connection: HTTPConnection, by_default: list[As]) -> list[As]:
    wish = connection.query_params.get("as")
    return [As(wish)] if wish in list(As) else by_default


def viewer_of_seat(seat: Seat) -> Viewer:
    """Return a participant as the engine knows them."""
    return Viewer(seat.person, Role.PARTICIPANT, name=seat.name, alias=seat.alias)


def _viewer_of_account(account: Account, area: str) -> Viewer | None:
    role = account.role_in(area)
    return None if role is None else Viewer(account.id, role, name=account.name, alias=LEADER_ALIAS)


def _changed_seats(roster: Roster, removed: Mapping[str, Seat]) -> list[RoleChange]:
    found = []
    for person, seat in list(roster.seats.items()):
        if seat.ended == (person in removed):
            continue
        if person in removed:
            roster.seats[person] = removed[person]
            found.append(RoleChange(roster.listed.id, person, None))
        else:
            # Let back in: read again when they next ask.
            del roster.seats[person]
    return found


def _changed_leading(roster: Roster, accounts: Mapping[str, Account]) -> list[RoleChange]:
    found = []
    for person, before in list(roster.leading.items()):
        account = accounts.get(person)
        viewer = None if account is None else _viewer_of_account(account, roster.listed.area)
        if viewer is None:
            del roster.leading[person]
        elif viewer.role is not before:
            roster.leading[person] = viewer.role
        else:
            continue
        leads = viewer is not None and viewer.role in LEADING
        found.append(RoleChange(roster.listed.id, person, viewer if leads else None))
    return found
