"""What changes the list of workshops and of those who take part: each function is one transaction's worth."""

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from kithmap.basics.errors import BadInputError, ConflictError, GoneError, NotFoundError
from kithmap.basics.ids import new_id
from kithmap.basics.signing import Signing, fingerprint
from kithmap.programme.suppression import Picture, Told, draw, is_due
from kithmap.workshop import store
from kithmap.workshop.about_me import counted
from kithmap.workshop.aliases import alias_of
from kithmap.workshop.codes import new_join_code, new_resume_code
from kithmap.workshop.joining import Coming, Consent, ConsentGiven, Listed, Purpose, Seat, plain_name
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
    return rename(session, workshop_id, person, "")


def rename(session: Session, workshop_id: str, person: str, name: str) -> Seat:
    """Give a participant another name, or none, and return the seat.

    Raises:
        NotFoundError: if the workshop has no such participant.
        BadInputError: if the name is too long.
    """
    _change(session, workshop_id, person, name=plain_name(name) or None)
    session.expire_all()
    return require_seat(session, workshop_id, person)


# Consent.


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
    _change(session, seat.workshop, seat.person, **agreed)
    store.add_consent(session, given)


def _leave(session: Session, seat: Seat, given: ConsentGiven) -> None:
    store.add_consent(session, given)
    for purpose in (Purpose.KEEP, Purpose.QUOTE):
        _agree(session, seat, replace(given, purpose=purpose))
    _withdraw(session, seat, given.at)
    # Nobody knows these words.
    _change(session, seat.workshop, seat.person, left_at=given.at, resume_fingerprint=secrets.token_urlsafe())


def _withdraw(session: Session, seat: Seat, at: datetime) -> None:
    _change(session, seat.workshop, seat.person, name=None, withdrawing_since=at)
    erase_about_me(session, seat.workshop, seat.person)


def note_withdrawing(session: Session, persons: Collection[str], now: datetime) -> None:
    """Note that what some participants added is to be erased."""
    store.note_withdrawing(session, persons, now)


def withdrawn(session: Session, workshop_id: str, person: str) -> None:
    """Note that the log has erased what a participant added."""
    _change(session, workshop_id, person, withdrawing_since=None)


# What people say about themselves.


def save_about_me(session: Session, workshop_id: str, person: str, answers: dict[str, str]) -> None:
    """Keep what a participant says about themselves, in place of what they said before.

    Raises:
        NotFoundError: if the workshop has no such participant, or they left.
    """
    if require_seat(session, workshop_id, person).ended:
        raise NotFoundError("This workshop has no such participant.")
    before = store.about_me(session, person)
    if before is not None and before[0] == answers:
        return
    if before is not None and before[1]:
        store.note_gone(session, workshop_id)
    if answers:
        store.set_about_me(session, workshop_id, person, answers)
    else:
        store.erase_about_me(session, person)


def erase_about_me(session: Session, workshop_id: str, person: str) -> None:
    """Forget what a participant said about themselves."""
    before = store.about_me(session, person)
    if before is not None and before[1]:
        store.note_gone(session, workshop_id)
    store.erase_about_me(session, person)


@dataclass(frozen=True, slots=True)
class RoomPicture:
    """Who is in a room, as far as it may be told.

    Attributes:
        answered: how many said something about themselves.
        told: rounded counts by category, None where hidden, for the questions that may be told of.
        held: for those, the categories that are hidden although they are not small.
    """

    answered: int
    told: Mapping[str, Told]
    held: Mapping[str, Collection[str]]


def look_at_room(session: Session, workshop_id: str, least: int, now: datetime) -> RoomPicture:
    """Return who is in a room; the picture is drawn anew here, where it may be.

    Args:
        session: a transaction that writes.
        workshop_id: the workshop's id.
        least: the count below which nothing is shown.
        now: the time.
    """
    answers = store.all_about_me(session, workshop_id)
    kept, gone = store.room_picture(session, workshop_id)
    joined = sum(not is_counted for _, is_counted in answers)
    if is_due(joined, gone, least):
        counts = counted([each for each, _ in answers])
        kept = {attribute: _next(kept.get(attribute), given, least) for attribute, given in counts.items()}
        store.set_room_picture(session, workshop_id, kept, now)
    shown = {
        attribute: each
        for attribute, each in kept.items()
        if each is not None and each["shown"] and each["least"] >= least
    }
    told = {attribute: each["told"] for attribute, each in shown.items()}
    held = {attribute: each["held"] for attribute, each in shown.items()}
    return RoomPicture(len(answers), told, held)


def _next(before: dict[str, Any] | None, counts: Mapping[str, int], least: int) -> dict[str, Any] | None:
    """Return what is kept of one question: the new picture, or the last one that was told, not shown any more."""
    last = None
    if before is not None:
        last = Picture(before["told"], frozenset(before["held"]), before["total"], before["least"])
    picture = draw(counts, least, last)
    if picture is None:
        return None if before is None else {**before, "shown": False}
    return {
        "told": dict(picture.told),
        "held": sorted(picture.held),
        "total": picture.total,
        "least": least,
        "shown": True,
    }


def erase_names(session: Session, workshop_id: str) -> int:
    """Forget all names of a workshop, and what its people said about themselves; return how many had a name."""
    store.erase_all_about_me(session, workshop_id)
    return store.erase_names(session, workshop_id)


def require_seat(session: Session, workshop_id: str, person: str) -> Seat:
    """Return a participant.

    Raises:
        NotFoundError: if the workshop has no such participant.
    """
    seat = store.seat(session, person)
    if seat is None or seat.workshop != workshop_id:
        raise NotFoundError("This workshop has no such participant.")
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
