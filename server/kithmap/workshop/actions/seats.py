"""What changes who takes part: each function is one transaction's worth."""

import secrets
from datetime import datetime

from sqlmodel import Session

from kithmap.basics.errors import BadInputError, ConflictError, GoneError, NotFoundError
from kithmap.basics.ids import new_id
from kithmap.basics.signing import Signing
from kithmap.workshop import store
from kithmap.workshop.actions.workshops import require_workshop
from kithmap.workshop.aliases import alias_of
from kithmap.workshop.codes import new_resume_code
from kithmap.workshop.joining import Coming, Consent, ConsentGiven, Purpose, Seat, plain_name

RESUME = "resume"
MOST_PARTICIPANTS = 5_000
"""In one workshop: ten times the largest hall, and an end to whoever joins by a program."""

ENDED = "This workshop has ended, so nobody can join it any more. Thank you for coming."


def join(
    session: Session, workshop_id: str, consent: Consent, name: str, signing: Signing, now: datetime
) -> tuple[Seat, str]:
    """Give a person a seat, and return it with their resume code, which is not kept.

    Raises:
        NotFoundError: if there is no such workshop.
        GoneError: if it has ended.
        BadInputError: if they did not agree to take part, or their name is too long.
        ConflictError: if the workshop is full.
    """
    consent.check()
    return _sit_down(session, workshop_id, Coming(new_id(), consent, name, now), signing)


def seat_without_phone(
    session: Session, workshop_id: str, coming: Coming, signing: Signing
) -> tuple[Seat, str]:
    """Give a seat to somebody who told the facilitator what they agree to, and return it with their resume code.

    Raises:
        NotFoundError: if there is no such workshop.
        GoneError: if it has ended.
        BadInputError: if they did not agree to take part, or their name is too long.
        ConflictError: if the workshop is full, or the same form was sent before.
    """
    if not coming.consent.take_part:
        raise BadInputError("Please ask whether they want to take part, and tick it. Nobody was added.")
    if store.seat(session, coming.person) is not None:
        raise ConflictError(
            "They have their place already. New words for them are one press away, in the list."
        )
    return _sit_down(session, workshop_id, coming, signing)


def _sit_down(session: Session, workshop_id: str, coming: Coming, signing: Signing) -> tuple[Seat, str]:
    if require_workshop(session, workshop_id).closed_at is not None:
        raise GoneError(ENDED)
    taken = store.aliases(session, workshop_id)
    if len(taken) >= MOST_PARTICIPANTS:
        raise ConflictError("This workshop is full. Please tell the facilitator.")
    person, consent = coming.person, coming.consent
    seat = Seat(person, workshop_id, alias_of(person, taken), plain_name(coming.name), consent, coming.at)
    words = _free_words(session, workshop_id, signing)
    store.add_seat(session, seat, _resume_fingerprint(signing, workshop_id, words))
    for purpose in Purpose:
        agreed: bool = getattr(consent, purpose.value)
        given = ConsentGiven(person, purpose, agreed, coming.at, by_facilitator=coming.by_facilitator)
        store.add_consent(session, given)
    return seat, words


def come_back(session: Session, workshop_id: str, words: str, signing: Signing) -> Seat | None:
    """Return the seat of whoever knows these three words; None if nobody, or if they were removed."""
    seat = store.by_resume(session, workshop_id, _resume_fingerprint(signing, workshop_id, words))
    return None if seat is None or seat.ended else seat


def renew_words(session: Session, workshop_id: str, person: str, signing: Signing) -> str:
    """Return new words for a participant; the old ones are worthless from now on.

    Raises:
        NotFoundError: if the workshop has no such participant.
    """
    words = _free_words(session, workshop_id, signing)
    kept = _resume_fingerprint(signing, workshop_id, words)
    change_seat(session, workshop_id, person, resume_fingerprint=kept)
    return words


def remove(session: Session, workshop_id: str, person: str, now: datetime) -> None:
    """Take a participant's seat away. What they added stays until somebody removes it.

    Raises:
        NotFoundError: if the workshop has no such participant.
    """
    change_seat(session, workshop_id, person, removed_at=now)


def let_back(session: Session, workshop_id: str, person: str) -> None:
    """Give a removed participant the seat back: a slip of the hand must not end somebody's evening.

    Raises:
        NotFoundError: if the workshop has no such participant.
    """
    change_seat(session, workshop_id, person, removed_at=None)


def erase_name(session: Session, workshop_id: str, person: str) -> Seat:
    """Forget a participant's name and return the seat; its alias stays.

    Raises:
        NotFoundError: if the workshop has no such participant.
    """
    return rename(session, workshop_id, person, "")


def rename(session: Session, workshop_id: str, person: str, name: str) -> Seat:
    """Give a participant another name, or none, and return the seat.

    Raises:
        NotFoundError: if the workshop has no such participant.
        BadInputError: if the name is too long.
    """
    change_seat(session, workshop_id, person, name=plain_name(name) or None)
    session.expire_all()
    return require_seat(session, workshop_id, person)


def require_seat(session: Session, workshop_id: str, person: str) -> Seat:
    """Return a participant.

    Raises:
        NotFoundError: if the workshop has no such participant.
    """
    seat = store.seat(session, person)
    if seat is None or seat.workshop != workshop_id:
        raise NotFoundError("This workshop has no such participant.")
    return seat


def change_seat(session: Session, workshop_id: str, person: str, **values: datetime | str | None) -> None:
    """Give columns of a seat other values.

    Raises:
        NotFoundError: if the workshop has no such participant.
    """
    if not store.change_seat(session, workshop_id, person, **values):
        raise NotFoundError("This workshop has no such participant.")


def _free_words(session: Session, workshop_id: str, signing: Signing) -> str:
    while True:
        words = new_resume_code(secrets.randbelow)
        if store.by_resume(session, workshop_id, _resume_fingerprint(signing, workshop_id, words)) is None:
            return words


def _resume_fingerprint(signing: Signing, workshop_id: str, words: str) -> str:
    """Return what is stored of a resume code.

    Words are few enough to be tried through, so the fingerprint is keyed with the secret, and differs by workshop.
    """
    return signing.token(RESUME, f"{workshop_id}\0{words}")
