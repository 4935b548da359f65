"""Every query about workshops and who takes part."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, select

from kithmap.workshop.joining import Consent, Listed, Seat
from kithmap.workshop.tables import ParticipantRow, WorkshopRow


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
    """Return the participants who were removed from a workshop."""
    rows = session.exec(
        select(ParticipantRow).where(
            ParticipantRow.workshop == workshop_id, col(ParticipantRow.removed_at).is_not(None)
        )
    )
    return [_seat(row) for row in rows]


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


def _holder(code: str) -> Any:
    return select(WorkshopRow.id).where(WorkshopRow.code == code, col(WorkshopRow.closed_at).is_(None))


def _listed(row: WorkshopRow) -> Listed:
    return Listed(row.id, row.area, row.wave, row.title, row.code, row.made_at, row.closed_at)


def _seat(row: ParticipantRow) -> Seat:
    consent = Consent(
        take_part=True, keep=row.agreed_keep_at is not None, quote=row.agreed_quote_at is not None
    )
    return Seat(row.id, row.workshop, row.alias, row.name or "", consent, row.joined_at, row.removed_at)
