"""What changes programmes, areas, partners and waves. Who may is settled at the door, by the area's roles."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from kithmap.basics.errors import BadInputError, ConflictError, NotFoundError
from kithmap.basics.ids import new_id
from kithmap.programme import store
from kithmap.programme.lawful_basis import LawfulBasis
from kithmap.programme.model import Area, Partner, PartnerRole, Programme, Wave
from kithmap.programme.profile import LONGEST_SOURCE, CensusProfile, Fault, read_profile

LONGEST_NAME = 120
"""Of a programme, area, partner or wave: one line on a phone's title bar, twice."""


def plain_name(typed: str, what: str) -> str:
    """Return a name without needless spaces.

    Args:
        typed: what a person wrote.
        what: of what, for the sentence.

    Raises:
        BadInputError: if it is empty or too long.
    """
    name = " ".join(typed.split())
    if not name:
        raise BadInputError(f"Please give {what} a name.")
    if len(name) > LONGEST_NAME:
        raise BadInputError(f"That name is too long: {LONGEST_NAME} letters at most. Please shorten it.")
    return name


def add_programme(session: Session, title: str, now: datetime) -> Programme:
    """Make a programme.

    Raises:
        BadInputError: if the title cannot be used.
    """
    programme = Programme(new_id(), plain_name(title, "the programme"))
    store.add_programme(session, programme, now)
    return programme


def add_area(
    session: Session, programme_id: str, name: str, boundary: Mapping[str, Any], now: datetime
) -> Area:
    """Make an area.

    Args:
        session: the transaction.
        programme_id: its programme.
        name: as people call it; unique within the programme.
        boundary: a geometry that :mod:`kithmap.programme.boundary` found sound.
        now: the time.

    Raises:
        NotFoundError: if there is no such programme.
        BadInputError: if the name cannot be used.
        ConflictError: if the programme has an area of this name.
    """
    if store.programme(session, programme_id) is None:
        raise NotFoundError("There is no such programme.")
    area = Area(new_id(), programme_id, plain_name(name, "the area"), boundary)
    if any(each.programme == programme_id for each in store.areas_called(session, area.name)):
        raise ConflictError(f"This programme has an area called {area.name} already.")
    store.add_area(session, area, now)
    return area


def change_boundary(session: Session, area_id: str, boundary: Mapping[str, Any]) -> None:
    """Give an area another boundary. Workshops that were begun keep the one they have.

    Raises:
        NotFoundError: if there is no such area.
    """
    require_area(session, area_id)
    store.set_boundary(session, area_id, boundary)


def add_partner(session: Session, area_id: str, role: PartnerRole, name: str, since: date | None) -> Partner:
    """Give an area a partner from a day on.

    Raises:
        NotFoundError: if there is no such area.
        BadInputError: if the name cannot be used.
    """
    require_area(session, area_id)
    partner = Partner(new_id(), role, plain_name(name, "the organisation"), since)
    store.add_partner(session, area_id, partner)
    return partner


def end_partner(session: Session, area_id: str, partner_id: str, until: date) -> None:
    """Say on which day a partnership ended; it stays on record.

    Raises:
        NotFoundError: if the area has no such partner.
        BadInputError: if it would end before it began.
    """
    partner = next((each for each in store.partners(session, area_id) if each.id == partner_id), None)
    if partner is None:
        raise NotFoundError("This area has no such partner.")
    if partner.since is not None and until < partner.since:
        raise BadInputError("The last day cannot be before the first day.")
    store.end_partner(session, area_id, partner_id, until)


def add_wave(session: Session, programme_id: str, wave: Wave, now: datetime) -> Wave:
    """Plan a wave; its id is given here.

    Raises:
        NotFoundError: if there is no such programme.
        BadInputError: if its name or days cannot be used.
    """
    if store.programme(session, programme_id) is None:
        raise NotFoundError("There is no such programme.")
    checked = _checked(Wave(new_id(), wave.name, wave.starts, wave.ends))
    store.add_wave(session, programme_id, checked, now)
    return checked


def change_wave(session: Session, programme_id: str, wave: Wave) -> None:
    """Give a wave another name or other days: real programmes slip by years.

    Raises:
        NotFoundError: if the programme has no such wave.
        BadInputError: if its name or days cannot be used.
    """
    if not store.change_wave(session, programme_id, _checked(wave)):
        raise NotFoundError("This programme has no such wave.")


def change_census_profile(
    session: Session, area_id: str, file: bytes, source: str, day: date | None, now: datetime
) -> list[Fault]:
    """Give an area a census profile, in place of the one before. With any fault in the file nothing is kept of it.

    Args:
        session: the transaction.
        area_id: the area's id.
        file: see ``profile.read_profile``.
        source: where the numbers come from.
        day: which day they tell of, or None.
        now: the time.

    Returns:
        The faults; none where it was kept.

    Raises:
        NotFoundError: if there is no such area.
        BadInputError: if the source is missing or too long.
    """
    require_area(session, area_id)
    said = " ".join(source.split())
    if not said or len(said) > LONGEST_SOURCE:
        raise BadInputError("Please say where the numbers come from, in 200 letters at most.")
    counts, faults = read_profile(file)
    if not faults:
        store.set_census_profile(session, area_id, CensusProfile(counts, said, day), now)
    return faults


def change_lawful_basis(session: Session, area_id: str, kept: LawfulBasis, now: datetime) -> None:
    """Record an area's lawful basis, in place of the one before.

    Raises:
        NotFoundError: if there is no such area.
    """
    require_area(session, area_id)
    store.set_lawful_basis(session, area_id, kept, now)


def _checked(wave: Wave) -> Wave:
    if wave.starts is not None and wave.ends is not None and wave.ends < wave.starts:
        raise BadInputError("The last day of a wave cannot be before its first day.")
    return Wave(wave.id, plain_name(wave.name, "the wave"), wave.starts, wave.ends)


def require_area(session: Session, area_id: str) -> Area:
    """Return an area.

    Raises:
        NotFoundError: if there is none of this id.
    """
    area = store.area(session, area_id)
    if area is None:
        raise NotFoundError("There is no such area.")
    return area
