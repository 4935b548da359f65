"""How like its area a room is: for the console, and to be noted beside what the room decides."""

from pydantic import BaseModel
from sqlmodel import Session

from kithmap.programme.access import census_profile_of, lawful_basis_of
from kithmap.programme.profile import CensusProfile
from kithmap.programme.representativeness import Comparison, compare, stamp
from kithmap.programme.suppression import ENOUGH, threshold
from kithmap.web.dependencies import Services
from kithmap.workshop import actions
from kithmap.workshop.actions import RoomPicture
from kithmap.workshop.joining import Listed


class ShownGroup(BaseModel):
    """One category of a question: shares in percent; ``room`` and ``gap`` are null where they are hidden.

    Attributes:
        category: as in ``kithmap.basics.census``.
        area: share of the area.
        room: share of the room, from rounded counts.
        gap: by how many percentage points the room's share is above the area's.
        few: hidden because few or none are here, and not to hide another one.
        missing: few or none here, and 5 % of the area or more.
    """

    category: str
    area: float
    room: float | None
    gap: float | None
    few: bool
    missing: bool


class ShownQuestion(BaseModel):
    """One question; ``furthest`` is the category that the room lacks most, or null."""

    attribute: str
    groups: list[ShownGroup]
    dissimilarity: float
    balanced: bool
    furthest: str | None


class Balance(BaseModel):
    """A room beside its area.

    Attributes:
        answered: how many said something about themselves.
        needed: how many have to, before anything is told of them.
        least_shown: the count below which nothing is told.
        questions: those that can be told of, and that the area's profile has.
        balanced: whether the room is like its area in all of them; null where nothing can be told.
        stamp: the same as one sentence, to be noted beside a decision; empty where nothing can be told.
        source: where the area's numbers come from; empty without a profile.
        day: which day those tell of, or null.
    """

    answered: int
    needed: int
    least_shown: int
    questions: list[ShownQuestion]
    balanced: bool | None
    stamp: str
    source: str
    day: str | None


async def balance_of(services: Services, workshop: Listed) -> Balance:
    """Return how like its area a room is now, as far as it may be told: also to note it beside a decision.

    It writes: a picture of the room is drawn anew here where enough people have answered since the last one.
    """
    return await services.write(_balance, workshop, services)


def _balance(session: Session, workshop: Listed, services: Services) -> Balance:
    basis = lawful_basis_of(session, workshop.area)
    least = threshold(None if basis is None else basis.least_shown)
    picture = actions.look_at_room(session, workshop.id, least, services.clock())
    profile = census_profile_of(session, workshop.area)
    compared = [] if profile is None else _compared(picture, profile)
    return Balance(
        answered=picture.answered,
        needed=ENOUGH * least,
        least_shown=least,
        questions=[_shown(each) for each in compared],
        balanced=all(each.balanced for each in compared) if compared else None,
        stamp=stamp(compared),
        source="" if profile is None else profile.source,
        day=None if profile is None or profile.day is None else profile.day.isoformat(),
    )


def _compared(picture: RoomPicture, profile: CensusProfile) -> list[Comparison]:
    found = (
        compare(each, told, profile.counts.get(each, {}), picture.held[each])
        for each, told in picture.told.items()
    )
    return [each for each in found if each is not None]


def _shown(compared: Comparison) -> ShownQuestion:
    groups = [
        ShownGroup(
            category=group.category,
            area=round(100 * group.area_share, 1),
            room=None if group.room_share is None else round(100 * group.room_share, 1),
            gap=group.gap,
            few=group.few,
            missing=group.missing,
        )
        for group in compared.groups
    ]
    furthest = compared.furthest
    return ShownQuestion(
        attribute=compared.attribute,
        groups=groups,
        dissimilarity=compared.dissimilarity,
        balanced=compared.balanced,
        furthest=None if furthest is None else furthest.category,
    )
