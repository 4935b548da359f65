"""Who is in the room beside who lives in the area: a help in inviting people, no inference.

All of it is worked out from what :mod:`kithmap.programme.suppression` lets be known of the room. Source of the index of
dissimilarity: Duncan and Duncan, A Methodological Analysis of Segregation Indexes (1955).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kithmap.basics.words import said
from kithmap.programme.suppression import Told

BIG_ENOUGH_TO_MISS = 0.05
"""Share of the area from which on a group is named when it is missing from the room."""

BALANCED = 0.2
"""Index of dissimilarity up to which a room counts as like its area: one person in five would have to be another.

A convention of this programme, not a test. Below it, rounding alone can make the difference in a room of twenty.
"""

Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Group:
    """One category of one question.

    Attributes:
        category: as in ``kithmap.basics.census``.
        area_share: of the area, 0 to 1.
        room_share: of those in the room who answered, 0 to 1, from rounded counts; None where it is hidden.
        few: whether it is hidden because few or none are here, and not to hide another one.
        missing: whether it is ``BIG_ENOUGH_TO_MISS`` in the area and few or none are here.
    """

    category: str
    area_share: float
    room_share: float | None
    few: bool
    missing: bool

    @property
    def gap(self) -> float | None:
        """Percentage points by which the room's share is above the area's; None where it is hidden."""
        return None if self.room_share is None else round(100 * (self.room_share - self.area_share), 1)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The room beside the area, for one question.

    Attributes:
        attribute: as in ``kithmap.basics.census``.
        groups: the categories in their order.
        dissimilarity: half the sum of the absolute differences of the shares, 0 (alike) to 1; hidden categories together
            count as one group of what is left.
    """

    attribute: str
    groups: tuple[Group, ...]
    dissimilarity: float

    @property
    def balanced(self) -> bool:
        """Whether the room is like the area, as far as this question tells."""
        return self.dissimilarity <= BALANCED and not any(group.missing for group in self.groups)

    @property
    def furthest(self) -> Group | None:
        """The group of which the room lacks most; one that is missing before one that is only smaller."""
        missing = [group for group in self.groups if group.missing]
        if missing:
            return max(missing, key=lambda group: group.area_share)
        seen = [(group.gap, group) for group in self.groups if group.gap is not None and group.gap < 0]
        return min(seen, key=lambda pair: pair[0])[1] if seen else None


def compare(attribute: str, told: Told, area: Counts, held: Collection[str] = ()) -> Comparison | None:
    """Lay what is published of the room beside the area's profile; None where the profile does not have this question.

    Args:
        attribute: as in ``kithmap.basics.census``.
        told: what is told of the room.
        area: how many people of the area are in each category.
        held: categories that are hidden although they are not small.
    """
    people, answered = sum(area.values()), sum(count or 0 for count in told.values())
    if not people or not answered:
        return None
    groups = tuple(
        _group(category, count, answered, area.get(category, 0) / people, is_held=category in held)
        for category, count in told.items()
    )
    seen = [abs(group.room_share - group.area_share) for group in groups if group.room_share is not None]
    unseen = sum(group.area_share for group in groups if group.room_share is None)
    return Comparison(attribute, groups, round((sum(seen) + unseen) / 2, 3))


def stamp(compared: Collection[Comparison]) -> str:
    """Return what is noted beside a decision of the room, in one sentence; nothing where nothing can be told.

    Only what was published of the room goes into it: the largest index, and how many groups were missing.
    """
    if not compared:
        return ""
    if all(each.balanced for each in compared):
        return said("The room was like its area, as far as people told.")
    index = f"{max(each.dissimilarity for each in compared):.2f}"
    if missing := sum(group.missing for each in compared for group in each.groups):
        return said(
            f"The room was not like its area: index of dissimilarity up to {index}. "
            f"Groups of 5 in 100 or more that were missing: {missing}."
        )
    return said(f"The room was not like its area: index of dissimilarity up to {index}.")


def _group(category: str, count: int | None, answered: int, area_share: float, *, is_held: bool) -> Group:
    few = count is None and not is_held
    room_share = None if count is None else count / answered
    return Group(category, area_share, room_share, few, missing=few and area_share >= BIG_ENOUGH_TO_MISS)
