"""What of each area stands beside the others': its release, its glossary, its rooms."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sqlmodel import Session

from kithmap.agreement.items import ITEM, ItemState, state_of
from kithmap.glossary.access import Library
from kithmap.glossary.model import Glossary, Published, Release
from kithmap.layers.access import edition_for
from kithmap.layers.model import Edition
from kithmap.layers.published import PublishedRelease, Series
from kithmap.people.model import Account
from kithmap.programme.access import census_profile_of, lawful_basis_of
from kithmap.programme.profile import CensusProfile
from kithmap.programme.representativeness import Comparison, compare
from kithmap.programme.suppression import threshold
from kithmap.research.balance import AreaBalance, RoomBeside
from kithmap.research.counting import Counts
from kithmap.research.pages.shelf import Shelf, glossary_used
from kithmap.web.dependencies import Services
from kithmap.workshop.actions import RoomPicture, last_picture
from kithmap.workshop.catalogue import workshops_of

WHOLE = ("age_band", "sex")
"""Questions of the census that every resident is counted in, the first that a profile has is taken."""


@dataclass(frozen=True, slots=True)
class Beside:
    """An area as it stands beside others.

    Attributes:
        series: its layers in the wave.
        release: which of them.
        edition: the reader's.
        counts: of the release.
        residents: by its census profile; None without one.
        kinds: the glossary's release by which kinds are called there; None where there was none.
        glossary: the newest release of its glossary; None where it published none.
        balance: its rooms beside it, as far as the reader may know.
        mine: whether the reader has a role there.
    """

    series: Series
    release: PublishedRelease
    edition: Edition
    counts: Counts
    residents: int | None
    kinds: Release | None
    glossary: Release | None
    balance: AreaBalance
    mine: bool


def beside(
    session: Session,
    library: Library,
    shelf: Shelf,
    account: Account | None,
    series: Series,
    glossary: tuple[Glossary, Published] | None,
) -> Beside:
    """Return an area as it stands beside others."""
    edition = edition_for(account, series.area_id)
    profile = census_profile_of(session, series.area_id)
    mine = account is not None and account.role_in(series.area_id) is not None
    return Beside(
        series=series,
        release=series.newest,
        edition=edition,
        counts=shelf.counts(session, series.newest, edition),
        residents=residents(profile),
        kinds=glossary_used(session, library, series.newest),
        glossary=None if glossary is None else library.release(session, *glossary),
        balance=_balance(session, series, profile) if mine else AreaBalance(series.area, None),
        mine=mine,
    )


def residents(profile: CensusProfile | None) -> int | None:
    """Return how many people live in an area; None where its profile does not tell."""
    if profile is None:
        return None
    return next((sum(profile.counts[each].values()) for each in WHOLE if each in profile.counts), None)


def _balance(session: Session, series: Series, profile: CensusProfile | None) -> AreaBalance:
    if profile is None:
        return AreaBalance(series.area, None)
    basis = lawful_basis_of(session, series.area_id)
    least = threshold(None if basis is None else basis.least_shown)
    rooms = (
        RoomBeside(each.title, tuple(compared(last_picture(session, each.workshop, least), profile)))
        for each in series.newest.header.sources
    )
    return AreaBalance(series.area, tuple(rooms))


def compared(picture: RoomPicture, profile: CensusProfile) -> Iterable[Comparison]:
    """Yield for each question that may be told of how the room stands beside its area."""
    for attribute, told in picture.told.items():
        found = compare(attribute, told, profile.counts.get(attribute, {}), picture.held[attribute])
        if found is not None:
            yield found


async def parked_in(services: Services, areas: Collection[str]) -> dict[str, int]:
    """Return how many proposals the rooms of each of these areas put aside for another day. Who may know was settled before."""
    found = dict.fromkeys(areas, 0)
    for each in await services.read(workshops_of, list(areas)):
        view = await services.rooms.read(each.id)
        found[each.area] += sum(state_of(item) is ItemState.PARKED for item in view.of_kind(ITEM))
    return found
