"""What changes the list of workshops and of those who take part: each function is one transaction's worth."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from kithmap.basics.errors import BadInputError, ConflictError, GoneError, NotFoundError
from kithmap.basics.ids import new_id
from kithmap.basics.signing import Signing, fingerprint
from kithmap.workshop import store
from kithmap.workshop.aliases import alias_of
from kithmap.workshop.codes import new_join_code, new_resume_code
from kithmap.workshop.joining import Consent, Listed, Seat, plain_name
from kithmap.workshop.model import Life

LONGEST_TITLE = 120
JOIN_LINK = "join"
PROJECTOR_LINK = "projector"
RESUME = "resume"
MOST_PARTICIPANTS = 5_000
"""In one workshop: ten times the largest hall, and an end to whoever joins by a program."""

ENDED = "This workshop has ended, so nobody can join it any more. Thank you for coming."


@dataclass(frozen=True, slots=True)
class NewWorkshop:
    """What a facilitator fills in.

    Attributes:
        area: the area's id.
        wave: the wave's id, or None.
        title: what it is called.
    """

    area: str
    wave: str | None
    title: str


def make_workshop(session: Session, new: NewWorkshop, signing: Signing, by: str, now: datetime) -> Listed:
    """List a new workshop under a code and a link of its own. Its log is begun by ``workshop.begin``.

    Args:
        session: the transaction.
        new: what was filled in.
        signing: makes the link's token.
        by: the account's id.
        now: the time.

    Raises:
        BadInputError: if the title cannot be used.
    """
    title = " ".join(new.title.split())
    if not title or len(title) > LONGEST_TITLE:
        raise BadInputError(f"Please give the workshop a title of at most {LONGEST_TITLE} letters.")
    workshop = Listed(new_id(), new.area, new.wave, title, _free_code(session), now)
    store.add_workshop(session, workshop, fingerprint(join_token(signing, workshop.id)), by)
    return workshop


def join_token(signing: Signing, workshop_id: str) -> str:
    """Return the token of a workshop's join link: it can be shown again at any time, and is stored nowhere."""
    return signing.token(JOIN_LINK, workshop_id)


def projector_key(signing: Signing, workshop_id: str) -> str:
    """Return the key of a workshop's projector link."""
    return signing.token(PROJECTOR_LINK, workshop_id)


def _free_code(session: Session) -> str:
    while store.is_code_taken(session, code := new_join_code(secrets.randbelow)):
        pass
    return code


def note_life(session: Session, workshop_id: str, life: Life, now: datetime) -> Listed:
    """Let the list follow what the log says: the code dies with a workshop, and lives again if it is opened again.

    Raises:
        NotFoundError: if there is no such workshop.
    """
    workshop = require_workshop(session, workshop_id)
    if (life is Life.CLOSED) == (workshop.closed_at is not None):
        return workshop
    if life is not Life.CLOSED and store.is_code_taken(session, workshop.code):
        # Another workshop has the code by now.
        store.set_code(session, workshop_id, _free_code(session))
    store.set_closed(session, workshop_id, now if life is Life.CLOSED else None)
    session.expire_all()
    return require_workshop(session, workshop_id)


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
    if require_workshop(session, workshop_id).closed_at is not None:
        raise GoneError(ENDED)
    taken = store.aliases(session, workshop_id)
    if len(taken) >= MOST_PARTICIPANTS:
        raise ConflictError("This workshop is full. Please tell the facilitator.")
    person = new_id()
    seat = Seat(person, workshop_id, alias_of(person, taken), plain_name(name), consent, now)
    words = _free_words(session, workshop_id, signing)
    store.add_seat(session, seat, _resume_fingerprint(signing, workshop_id, words))
    return seat, words


def come_back(session: Session, workshop_id: str, words: str, signing: Signing) -> Seat | None:
    """Return the seat of whoever knows these three words; None if nobody, or if they were removed."""
    seat = store.by_resume(session, workshop_id, _resume_fingerprint(signing, workshop_id, words))
    return None if seat is None or seat.removed_at is not None else seat


def renew_words(session: Session, workshop_id: str, person: str, signing: Signing) -> str:
    """Return new words for a participant; the old ones are worthless from now on.

    Raises:
        NotFoundError: if the workshop has no such participant.
    """
    words = _free_words(session, workshop_id, signing)
    kept = _resume_fingerprint(signing, workshop_id, words)
    if not store.change_seat(session, workshop_id, person, resume_fingerprint=kept):
        raise NotFoundError("This workshop has no such participant.")
    return words


def remove(session: Session, workshop_id: str, person: str, now: datetime) -> None:
    """Take a participant's seat away. What they added stays until somebody removes it.

    Raises:
        NotFoundError: if the workshop has no such participant.
    """
    _change(session, workshop_id, person, removed_at=now)


def let_back(session: Session, workshop_id: str, person: str) -> None:
    """Give a removed participant the seat back: a slip of the hand must not end somebody's evening.

    Raises:
        NotFoundError: if the workshop has no such participant.
    """
    _change(session, workshop_id, person, removed_at=None)


def erase_name(session: Session, workshop_id: str, person: str) -> Seat:
    """Forget a participant's name and return the seat; its alias stays.

    Raises:
        NotFoundError: if the workshop has no such participant.
    """
    _change(session, workshop_id, person, name=None)
    session.expire_all()
    seat = store.seat(session, person)
    assert seat is not None
    return seat


def _change(session: Session, workshop_id: str, person: str, **values: datetime | str | None) -> None:
    if not store.change_seat(session, workshop_id, person, **values):
        raise NotFoundError("This workshop has no such participant.")


def require_workshop(session: Session, workshop_id: str) -> Listed:
    """Return a workshop.

    Raises:
        NotFoundError: if there is none of this id.
    """
    workshop = store.workshop(session, workshop_id)
    if workshop is None:
        raise NotFoundError("There is no such workshop. Please check the address, or join by its code.")
    return workshop


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
