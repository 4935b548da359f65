"""Every query about workshops and who takes part."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import delete, or_, update
from sqlmodel import Session, col, select

from kithmap.workshop.joining import Consent, ConsentGiven, Listed, Purpose, Seat
from kithmap.workshop.tables import AboutMeRow, ConsentRow, ParticipantRow, RoomPictureRow, WorkshopRow


def add_workshop(session: Session, workshop: Listed, token_fingerprint: str, made_by: str) -> None:
    """Store a new workshop."""
    session.add(
        WorkshopRow(
            id=workshop.id,
            area=workshop.area,
            wave=workshop.wave,
            title=workshop.title,
            code=workshop.code,
            token_fingerprint=token_fingerprint,
            made_by=made_by,
            made_at=workshop.made_at,
        )
    )
    session.flush()


def workshop(session: Session, workshop_id: str) -> Listed | None:
    """Return a workshop."""
    row = session.get(WorkshopRow, workshop_id)
    return None if row is None else _listed(row)


def workshops(session: Session, areas: Collection[str]) -> list[Listed]:
    """Return the workshops of some areas, the newest first."""
    newest = (col(WorkshopRow.made_at).desc(), col(WorkshopRow.id).desc())
    rows = session.exec(select(WorkshopRow).where(col(WorkshopRow.area).in_(areas)).order_by(*newest))
    return [_listed(row) for row in rows]


def by_code(session: Session, code: str) -> Listed | None:
    """Return the workshop that people join by this code, or else the one that last did."""
    rows = session.exec(
        select(WorkshopRow).where(WorkshopRow.code == code).order_by(col(WorkshopRow.made_at).desc())
    ).all()
    living = [row for row in rows if row.closed_at is None]
    return _listed((living or rows)[0]) if rows else None


def by_token(session: Session, token_fingerprint: str) -> Listed | None:
    """Return the workshop that people join by this link."""
    row = session.exec(select(WorkshopRow).where(WorkshopRow.token_fingerprint == token_fingerprint)).first()
    return None if row is None else _listed(row)


def is_code_taken(session: Session, code: str) -> bool:
    """Tell whether a workshop that is not closed has this code."""
    return session.exec(_holder(code)).first() is not None


def set_closed(session: Session, workshop_id: str, closed_at: datetime | None) -> None:
    """Store when a workshop was closed, or that it is not."""
    session.exec(update(WorkshopRow).where(col(WorkshopRow.id) == workshop_id).values(closed_at=closed_at))


def set_code(session: Session, workshop_id: str, code: str) -> None:
    """Store another join code."""
    session.exec(update(WorkshopRow).where(col(WorkshopRow.id) == workshop_id).values(code=code))


def add_seat(session: Session, seat: Seat, resume_fingerprint: str) -> None:
    """Store a new participant."""
    at, consent = seat.joined_at, seat.consent
    session.add(
        ParticipantRow(
            id=seat.person,
            workshop=seat.workshop,
            alias=seat.alias,
            name=seat.name or None,
            resume_fingerprint=resume_fingerprint,
            joined_at=at,
            agreed_take_part_at=at,
            agreed_keep_at=at if consent.keep else None,
            agreed_quote_at=at if consent.quote else None,
        )
    )
    session.flush()


def seat(session: Session, person: str) -> Seat | None:
    """Return a participant."""
    row = session.get(ParticipantRow, person)
    return None if row is None else _seat(row)


def seats(session: Session, workshop_id: str) -> list[Seat]:
    """Return a workshop's participants, removed ones too, in the order in which they came."""
    in_order = (col(ParticipantRow.joined_at), col(ParticipantRow.id))
    rows = session.exec(
        select(ParticipantRow).where(ParticipantRow.workshop == workshop_id).order_by(*in_order)
    )
    return [_seat(row) for row in rows]


def removed_seats(session: Session, workshop_id: str) -> list[Seat]:
    """Return the participants who were removed from a workshop, or left it."""
    ended = or_(col(ParticipantRow.removed_at).is_not(None), col(ParticipantRow.left_at).is_not(None))
    rows = session.exec(select(ParticipantRow).where(ParticipantRow.workshop == workshop_id, ended))
    return [_seat(row) for row in rows]


def withdrawing(session: Session) -> list[Seat]:
    """Return, of all workshops, the participants whose records are to be erased and are not yet."""
    rows = session.exec(select(ParticipantRow).where(col(ParticipantRow.withdrawing_since).is_not(None)))
    return [_seat(row) for row in rows]


def not_to_be_kept(session: Session, workshop_id: str) -> list[Seat]:
    """Return the participants of a workshop who do not want what they add to be kept."""
    rows = session.exec(
        select(ParticipantRow).where(
            ParticipantRow.workshop == workshop_id, col(ParticipantRow.agreed_keep_at).is_(None)
        )
    )
    return [_seat(row) for row in rows]


def note_withdrawing(session: Session, persons: Collection[str], since: datetime) -> None:
    """Note that what some participants added is to be erased."""
    theirs = col(ParticipantRow.id).in_(persons)
    session.exec(update(ParticipantRow).where(theirs).values(withdrawing_since=since))


def every_workshop(session: Session) -> list[Listed]:
    """Return all workshops."""
    return [_listed(row) for row in session.exec(select(WorkshopRow).order_by(WorkshopRow.id))]


def aliases(session: Session, workshop_id: str) -> set[str]:
    """Return the aliases that are given in a workshop."""
    return set(session.exec(select(ParticipantRow.alias).where(ParticipantRow.workshop == workshop_id)))


def by_resume(session: Session, workshop_id: str, resume_fingerprint: str) -> Seat | None:
    """Return the participant who comes back by this resume code."""
    row = session.exec(
        select(ParticipantRow).where(
            ParticipantRow.workshop == workshop_id, ParticipantRow.resume_fingerprint == resume_fingerprint
        )
    ).first()
    return None if row is None else _seat(row)


def change_seat(session: Session, workshop_id: str, person: str, **values: Any) -> bool:
    """Store some columns of a participant; False if the workshop has no such participant."""
    changing = (
        update(ParticipantRow)
        .where(col(ParticipantRow.id) == person, col(ParticipantRow.workshop) == workshop_id)
        .values(**values)
    )
    return session.exec(changing).rowcount == 1


def erase_names(session: Session, workshop_id: str) -> int:
    """Forget the names of all participants of a workshop; return how many there were."""
    named = (col(ParticipantRow.workshop) == workshop_id, col(ParticipantRow.name).is_not(None))
    return session.exec(update(ParticipantRow).where(*named).values(name=None)).rowcount


# Consent.


def add_consent(session: Session, given: ConsentGiven) -> None:
    """Add to the history of what a person agreed to."""
    session.add(
        ConsentRow(
            participant=given.person,
            purpose=given.purpose.value,
            agreed=given.agreed,
            at=given.at,
            wording=given.wording,
            by_facilitator=given.by_facilitator,
        )
    )
    session.flush()


def consents(session: Session, person: str) -> list[ConsentGiven]:
    """Return what a person agreed to and no longer does, in order."""
    rows = session.exec(
        select(ConsentRow).where(ConsentRow.participant == person).order_by(col(ConsentRow.id))
    )
    return [
        ConsentGiven(
            row.participant, Purpose(row.purpose), row.agreed, row.at, row.by_facilitator, row.wording
        )
        for row in rows
    ]


def without_phone(session: Session, workshop_id: str) -> set[str]:
    """Return the participants of a workshop who came in by the facilitator's hand."""
    seated = select(ConsentRow.participant).join(
        ParticipantRow, col(ParticipantRow.id) == col(ConsentRow.participant)
    )
    by_hand = (
        col(ConsentRow.purpose) == Purpose.TAKE_PART.value,
        col(ConsentRow.agreed).is_(True),
        col(ConsentRow.by_facilitator).is_(True),
    )
    return set(session.exec(seated.where(ParticipantRow.workshop == workshop_id, *by_hand)))


def quotable(session: Session, workshop_id: str) -> set[str]:
    """Return the participants of a workshop whose words may be quoted."""
    agreed = col(ParticipantRow.agreed_quote_at).is_not(None)
    return set(session.exec(select(ParticipantRow.id).where(ParticipantRow.workshop == workshop_id, agreed)))


# What people said about themselves.


def about_me(session: Session, person: str) -> tuple[dict[str, str], bool] | None:
    """Return what a person said about themselves, and whether the last picture counts it."""
    row = session.get(AboutMeRow, person)
    return None if row is None else (row.answers, row.counted)


def all_about_me(session: Session, workshop_id: str) -> list[tuple[dict[str, str], bool]]:
    """Return what the people of a workshop said about themselves, and whether the last picture counts it."""
    rows = session.exec(select(AboutMeRow).where(AboutMeRow.workshop == workshop_id))
    return [(row.answers, row.counted) for row in rows]


def set_about_me(session: Session, workshop_id: str, person: str, answers: dict[str, str]) -> None:
    """Store what a person said about themselves, in place of what they said before."""
    session.merge(AboutMeRow(participant=person, workshop=workshop_id, answers=answers, counted=False))
    session.flush()


def erase_about_me(session: Session, person: str) -> None:
    """Forget what a person said about themselves."""
    session.exec(delete(AboutMeRow).where(col(AboutMeRow.participant) == person))


def erase_all_about_me(session: Session, workshop_id: str) -> None:
    """Forget what the people of a workshop said about themselves."""
    session.exec(delete(AboutMeRow).where(col(AboutMeRow.workshop) == workshop_id))


def room_picture(session: Session, workshop_id: str) -> tuple[dict[str, Any], int]:
    """Return what was last told of a room, and how many of its answers are other ones now."""
    row = session.get(RoomPictureRow, workshop_id)
    return ({}, 0) if row is None else (row.pictures, row.gone)


def note_gone(session: Session, workshop_id: str) -> None:
    """Note that one answer of the last picture is another one now, or erased."""
    mine = col(RoomPictureRow.workshop) == workshop_id
    session.exec(update(RoomPictureRow).where(mine).values(gone=RoomPictureRow.gone + 1))


def set_room_picture(session: Session, workshop_id: str, pictures: dict[str, Any], now: datetime) -> None:
    """Store what is told of a room now; it counts every answer as it stands."""
    session.merge(RoomPictureRow(workshop=workshop_id, pictures=pictures, gone=0, drawn_at=now))
    session.exec(update(AboutMeRow).where(col(AboutMeRow.workshop) == workshop_id).values(counted=True))


def _holder(code: str) -> Any:
    return select(WorkshopRow.id).where(WorkshopRow.code == code, col(WorkshopRow.closed_at).is_(None))


def _listed(row: WorkshopRow) -> Listed:
    return Listed(row.id, row.area, row.wave, row.title, row.code, row.made_at, row.closed_at)


def _seat(row: ParticipantRow) -> Seat:
    consent = Consent(
        take_part=True, keep=row.agreed_keep_at is not None, quote=row.agreed_quote_at is not None
    )
    return Seat(
        person=row.id,
        workshop=row.workshop,
        alias=row.alias,
        name=row.name or "",
        consent=consent,
        joined_at=row.joined_at,
        removed_at=row.removed_at,
        left_at=row.left_at,
        withdrawing_since=row.withdrawing_since,
    )
