"""What people agree to, and taking it back: each function is one transaction's worth."""

import secrets
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from kithmap.basics.errors import BadInputError
from kithmap.workshop import store
from kithmap.workshop.actions.about_me import erase_about_me
from kithmap.workshop.actions.seats import change_seat, require_seat
from kithmap.workshop.joining import ConsentGiven, Purpose, Seat


def change_consent(session: Session, workshop_id: str, given: ConsentGiven) -> Seat:
    """Keep that a participant agrees to something, or no longer does, and return the seat.

    Who no longer agrees that what they added is kept withdraws it: their name and what they said about themselves are
    forgotten here, and ``withdrawing_since`` says that the log has still to erase the rest. Who no longer takes part withdraws
    all of that, and the seat ends.

    Raises:
        NotFoundError: if the workshop has no such participant.
        BadInputError: if they would take part again: that is asked for by joining.
    """
    seat = require_seat(session, workshop_id, given.person)
    if given.purpose is Purpose.TAKE_PART:
        if given.agreed:
            raise BadInputError("To take part again, please join by the workshop's code.")
        _leave(session, seat, given)
    else:
        _agree(session, seat, given)
        if given.purpose is Purpose.KEEP and not given.agreed:
            _withdraw(session, seat, given.at)
    session.expire_all()
    return require_seat(session, workshop_id, given.person)


def _agree(session: Session, seat: Seat, given: ConsentGiven) -> None:
    column = {Purpose.KEEP: "agreed_keep_at", Purpose.QUOTE: "agreed_quote_at"}[given.purpose]
    agreed = {column: given.at if given.agreed else None}
    change_seat(session, seat.workshop, seat.person, **agreed)
    store.add_consent(session, given)


def _leave(session: Session, seat: Seat, given: ConsentGiven) -> None:
    store.add_consent(session, given)
    for purpose in (Purpose.KEEP, Purpose.QUOTE):
        _agree(session, seat, replace(given, purpose=purpose))
    _withdraw(session, seat, given.at)
    # Nobody knows these words.
    change_seat(
        session, seat.workshop, seat.person, left_at=given.at, resume_fingerprint=secrets.token_urlsafe()
    )


def _withdraw(session: Session, seat: Seat, at: datetime) -> None:
    change_seat(session, seat.workshop, seat.person, name=None, withdrawing_since=at)
    erase_about_me(session, seat.workshop, seat.person)


def note_withdrawing(session: Session, persons: Collection[str], now: datetime) -> None:
    """Note that what some participants added is to be erased."""
    store.note_withdrawing(session, persons, now)


def withdrawn(session: Session, workshop_id: str, person: str) -> None:
    """Note that the log has erased what a participant added."""
    change_seat(session, workshop_id, person, withdrawing_since=None)
