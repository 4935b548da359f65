"""Every query about programmes, areas, partners and waves."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, select

from kithmap.programme.lawful_basis import Basis, Condition, LawfulBasis
from kithmap.programme.model import Area, Partner, PartnerRole, Programme, Wave
from kithmap.programme.profile import CensusProfile
from kithmap.programme.tables import (
    AreaRow,
    CensusProfileRow,
    LawfulBasisRow,
    PartnerRow,
    ProgrammeRow,
    WaveRow,
)


def programmes(session: Session) -> list[Programme]:
    """Return all programmes, the oldest first."""
    rows = session.exec(select(ProgrammeRow).order_by(col(ProgrammeRow.made_at), col(ProgrammeRow.id)))
    return [Programme(row.id, row.title) for row in rows]


def programme(session: Session, programme_id: str) -> Programme | None:
    """Return a programme."""
    row = session.get(ProgrammeRow, programme_id)
    return None if row is None else Programme(row.id, row.title)


def add_programme(session: Session, programme: Programme, now: datetime) -> None:
    """Store a new programme."""
    session.add(ProgrammeRow(id=programme.id, title=programme.title, made_at=now))
    session.flush()


def areas(session: Session, programme_id: str | None = None) -> list[Area]:
    """Return the areas of a programme, or of all, by name."""
    wanted = select(AreaRow).order_by(AreaRow.name, AreaRow.id)
    if programme_id is not None:
        wanted = wanted.where(AreaRow.programme == programme_id)
    return [_area(row) for row in session.exec(wanted)]


def area(session: Session, area_id: str) -> Area | None:
    """Return an area."""
    row = session.get(AreaRow, area_id)
    return None if row is None else _area(row)


def areas_called(session: Session, name: str) -> list[Area]:
    """Return the areas of this name, whatever their capitals, in any programme."""
    return [each for each in areas(session) if each.name.casefold() == name.casefold()]


def add_area(session: Session, area: Area, now: datetime) -> None:
    """Store a new area."""
    session.add(
        AreaRow(
            id=area.id, programme=area.programme, name=area.name, boundary=dict(area.boundary), made_at=now
        )
    )
    session.flush()


def set_boundary(session: Session, area_id: str, boundary: Mapping[str, Any]) -> None:
    """Store another boundary of an area."""
    session.exec(update(AreaRow).where(col(AreaRow.id) == area_id).values(boundary=dict(boundary)))


def partners(session: Session, area_id: str) -> list[Partner]:
    """Return an area's partners, those of today and those before, the newest first."""
    newest = (col(PartnerRow.role), col(PartnerRow.since).desc(), col(PartnerRow.id).desc())
    return [
        _partner(row)
        for row in session.exec(select(PartnerRow).where(PartnerRow.area == area_id).order_by(*newest))
    ]


def add_partner(session: Session, area_id: str, partner: Partner) -> None:
    """Store a new partner of an area."""
    session.add(
        PartnerRow(
            id=partner.id,
            area=area_id,
            role=partner.role.value,
            name=partner.name,
            since=partner.since,
            until=partner.until,
        )
    )


def end_partner(session: Session, area_id: str, partner_id: str, until: date) -> bool:
    """Store the last day of a partner; False if the area has no such partner."""
    ending = (
        update(PartnerRow)
        .where(col(PartnerRow.id) == partner_id, col(PartnerRow.area) == area_id)
        .values(until=until)
    )
    return session.exec(ending).rowcount == 1


def waves(session: Session, programme_id: str) -> list[Wave]:
    """Return a programme's waves in the order in which they were planned."""
    rows = session.exec(
        select(WaveRow)
        .where(WaveRow.programme == programme_id)
        .order_by(col(WaveRow.made_at), col(WaveRow.id))
    )
    return [_wave(row) for row in rows]


def wave(session: Session, wave_id: str) -> Wave | None:
    """Return a wave."""
    row = session.get(WaveRow, wave_id)
    return None if row is None else _wave(row)


def add_wave(session: Session, programme_id: str, wave: Wave, now: datetime) -> None:
    """Store a new wave."""
    session.add(
        WaveRow(
            id=wave.id,
            programme=programme_id,
            name=wave.name,
            starts=wave.starts,
            ends=wave.ends,
            made_at=now,
        )
    )
    session.flush()


def change_wave(session: Session, programme_id: str, wave: Wave) -> bool:
    """Store a wave's name and days; False if the programme has no such wave."""
    changing = (
        update(WaveRow)
        .where(col(WaveRow.id) == wave.id, col(WaveRow.programme) == programme_id)
        .values(name=wave.name, starts=wave.starts, ends=wave.ends)
    )
    return session.exec(changing).rowcount == 1


def census_profile(session: Session, area_id: str) -> CensusProfile | None:
    """Return an area's census profile."""
    row = session.get(CensusProfileRow, area_id)
    return None if row is None else CensusProfile(row.counts, row.source, row.day)


def set_census_profile(session: Session, area_id: str, profile: CensusProfile, now: datetime) -> None:
    """Store an area's census profile in place of the one before."""
    counts = {attribute: dict(given) for attribute, given in profile.counts.items()}
    row = CensusProfileRow(area=area_id, counts=counts, source=profile.source, day=profile.day, sent_at=now)
    session.merge(row)


def lawful_basis(session: Session, area_id: str) -> LawfulBasis | None:
    """Return what an area recorded as its lawful basis."""
    row = session.get(LawfulBasisRow, area_id)
    return None if row is None else _lawful_basis(row)


def set_lawful_basis(session: Session, area_id: str, kept: LawfulBasis, now: datetime) -> None:
    """Store an area's lawful basis in place of the one before."""
    row = LawfulBasisRow(
        area=area_id,
        basis=kept.basis.value,
        condition=kept.condition.value,
        controller=kept.controller,
        contact=kept.contact,
        retention_days=kept.retention_days,
        least_shown=kept.least_shown,
        changed_at=now,
    )
    session.merge(row)


def retention_days(session: Session) -> dict[str, int]:
    """Return, for each area that recorded it, after how many days names are erased."""
    return dict(session.exec(select(LawfulBasisRow.area, LawfulBasisRow.retention_days)).all())


def _lawful_basis(row: LawfulBasisRow) -> LawfulBasis:
    return LawfulBasis(
        Basis(row.basis),
        Condition(row.condition),
        row.controller,
        row.contact,
        row.retention_days,
        row.least_shown,
    )


def _area(row: AreaRow) -> Area:
    return Area(row.id, row.programme, row.name, row.boundary)


def _partner(row: PartnerRow) -> Partner:
    return Partner(row.id, PartnerRole(row.role), row.name, row.since, row.until)


def _wave(row: WaveRow) -> Wave:
    return Wave(row.id, row.name, row.starts, row.ends)
