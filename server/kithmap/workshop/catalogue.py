"""Which workshops there are, for pages of the programme."""

from collections.abc import Collection

from sqlmodel import Session

from kithmap.basics.ids import is_id
from kithmap.workshop import store
from kithmap.workshop.codes import read_join_code
from kithmap.workshop.joining import Listed, Seat


def workshops_of(session: Session, areas: Collection[str]) -> list[Listed]:
    """Return the workshops of some areas, the newest first. Whose areas they are was settled before."""
    return store.workshops(session, areas)


def quotable_people(session: Session, workshop_id: str) -> frozenset[str]:
    """Return the participants of a workshop whose words may be quoted, for exports."""
    return frozenset(store.quotable(session, workshop_id))


def aliases_of(session: Session, workshop_id: str) -> dict[str, str]:
    """Return what the room calls each participant of a workshop, those who left among them, by person."""
    return {seat.person: seat.alias for seat in store.seats(session, workshop_id)}


def find_workshop(session: Session, named: str) -> Listed | None:
    """Return the workshop of this id or code, for whoever owns the data."""
    if is_id(named):
        return store.workshop(session, named)
    code = read_join_code(named)
    return None if code is None else store.by_code(session, code)


def every_workshop(session: Session) -> list[Listed]:
    """Return all workshops, for what looks after all of them."""
    return store.every_workshop(session)


def seated_without_phone(session: Session, workshop_id: str) -> list[Seat]:
    """Return who came in by the facilitator's hand and is still among those who take part, in the order in which they came."""
    without_phone = store.without_phone(session, workshop_id)
    return [
        seat for seat in store.seats(session, workshop_id) if seat.person in without_phone and not seat.ended
    ]


def joined_by_phone(session: Session, workshop_id: str) -> list[Seat]:
    """Return who came in by their own phone, at whatever time, and is still among those who take part, in that order."""
    without_phone = store.without_phone(session, workshop_id)
    return [
        seat
        for seat in store.seats(session, workshop_id)
        if seat.person not in without_phone and not seat.ended
    ]


def withdrawing(session: Session) -> list[Seat]:
    """Return, of all workshops, the participants whose records are to be erased and are not yet."""
    return store.withdrawing(session)


def not_to_be_kept(session: Session, workshop_id: str) -> list[Seat]:
    """Return the participants of a workshop who do not want what they add to be kept."""
    return store.not_to_be_kept(session, workshop_id)
