"""What an account may read of programmes and areas."""

from sqlmodel import Session

from kithmap.basics.errors import NotAllowedError, NotFoundError
from kithmap.people.model import Account
from kithmap.programme import store
from kithmap.programme.lawful_basis import LawfulBasis
from kithmap.programme.model import Area, Partner, Programme, Wave
from kithmap.programme.profile import CensusProfile

NOT_YOURS = "This belongs to an area that is not yours. An admin can change that."


def areas_of(session: Session, account: Account) -> list[Area]:
    """Return the areas in which an account has a role, by name."""
    return [area for area in store.areas(session) if account.role_in(area.id) is not None]


def areas_run_by(session: Session, account: Account) -> list[Area]:
    """Return the areas in which an account runs workshops, by name."""
    return [area for area in store.areas(session) if account.runs(area.id)]


def all_areas(session: Session, programme_id: str) -> list[Area]:
    """Return the areas of a programme by name, whoever asks: their names are no secret, what stands in them is."""
    return store.areas(session, programme_id)


def known_programme(session: Session, programme_id: str) -> Programme:
    """Return a programme for whoever reads what it published.

    Raises:
        NotFoundError: if there is none.
    """
    found = store.programme(session, programme_id)
    if found is None:
        raise NotFoundError("There is no such programme.")
    return found


def programmes_of(session: Session, account: Account) -> list[Programme]:
    """Return the programmes in which an account has a role somewhere."""
    theirs = {area.programme for area in areas_of(session, account)}
    return [each for each in store.programmes(session) if account.admin or each.id in theirs]


def readable_programme(session: Session, account: Account, programme_id: str) -> Programme:
    """Return a programme that an account may look at.

    Raises:
        NotFoundError: if there is none, or the account has no role in it: who may not know learns nothing.
    """
    found = next((each for each in programmes_of(session, account) if each.id == programme_id), None)
    if found is None:
        raise NotFoundError("There is no such programme, or it is not yours.")
    return found


def programme_title(session: Session, programme_id: str) -> str:
    """Return what a programme is called, for what an area of it publishes; empty if there is none."""
    found = store.programme(session, programme_id)
    return "" if found is None else found.title


def readable_area(session: Session, account: Account, area_id: str) -> Area:
    """Return an area that an account may look at.

    Raises:
        NotFoundError: if there is none.
        NotAllowedError: if the account has no role there.
    """
    area = known_area(session, area_id)
    if account.role_in(area_id) is None:
        raise NotAllowedError(NOT_YOURS)
    return area


def runnable_area(session: Session, account: Account, area_id: str) -> Area:
    """Return an area in which an account runs workshops.

    Raises:
        NotFoundError: if there is none.
        NotAllowedError: if the account runs none there.
    """
    area = readable_area(session, account, area_id)
    if not account.runs(area_id):
        raise NotAllowedError("In this area you can look at everything; changing it is for facilitators.")
    return area


def known_area(session: Session, area_id: str) -> Area:
    """Return an area for whoever was let into one of its workshops.

    Raises:
        NotFoundError: if there is none.
    """
    area = store.area(session, area_id)
    if area is None:
        raise NotFoundError("There is no such area.")
    return area


def waves_of(session: Session, area: Area) -> list[Wave]:
    """Return the waves of an area's programme in the order in which they were planned."""
    return store.waves(session, area.programme)


def wave_of(session: Session, area: Area, wave_id: str) -> Wave:
    """Return a wave of an area's programme.

    Raises:
        NotFoundError: if the programme has no such wave.
    """
    found = next((wave for wave in waves_of(session, area) if wave.id == wave_id), None)
    if found is None:
        raise NotFoundError("This programme has no such wave.")
    return found


def find_areas(session: Session, named: str) -> list[Area]:
    """Return the areas of this id or name, for whoever owns the data."""
    by_id = store.area(session, named)
    return store.areas_called(session, named) if by_id is None else [by_id]


def find_programmes(session: Session, named: str) -> list[Programme]:
    """Return the programmes of this id or title, whatever its capitals, for whoever owns the data."""
    known = store.programmes(session)
    by_id = [each for each in known if each.id == named]
    return by_id or [each for each in known if each.title.casefold() == named.casefold()]


def partners_of(session: Session, area_id: str) -> list[Partner]:
    """Return an area's partners, those of today and those before, the newest first."""
    return store.partners(session, area_id)


def census_profile_of(session: Session, area_id: str) -> CensusProfile | None:
    """Return an area's census profile, if it has one."""
    return store.census_profile(session, area_id)


def lawful_basis_of(session: Session, area_id: str) -> LawfulBasis | None:
    """Return what an area recorded as its lawful basis; anybody who is asked to join may read it."""
    return store.lawful_basis(session, area_id)


def retention_days_by_area(session: Session) -> dict[str, int]:
    """Return, for each area that recorded it, after how many days names are erased."""
    return store.retention_days(session)
