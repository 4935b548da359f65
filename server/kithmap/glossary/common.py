"""When a term of the areas becomes one of the programme: enough of them hold it, and nobody objects."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

FIVE_OF_SEVEN = (5, 7)
"""The share of areas that must hold an equivalent; a programme may set another."""


class Standing(StrEnum):
    """Where a proposed common term stands."""

    ENTERS = "enters"
    TOO_FEW = "too_few"
    OBJECTED = "objected"
    OPEN = "open"
    """Areas have yet to answer in the second round."""


@dataclass(frozen=True, slots=True)
class Equivalent:
    """What the areas say of one proposed common term.

    Attributes:
        holds: for each area that has an equivalent, the id of its concept.
        answers: in the second round, whether each area accepts the common wording; an area that says False objects.
    """

    holds: Mapping[str, str]
    answers: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What follows, with its arithmetic.

    Attributes:
        standing: where the term stands.
        holding: areas with an equivalent.
        needed: how many must have one.
        areas: how many areas there are.
        objecting: areas that object, in order.
        waiting: areas that hold it and have not answered, in order.
    """

    standing: Standing
    holding: int
    needed: int
    areas: int
    objecting: tuple[str, ...]
    waiting: tuple[str, ...]


def needed_areas(areas: int, share: tuple[int, int] = FIVE_OF_SEVEN) -> int:
    """Return how many of so many areas must hold a term: the share, rounded up, and two at the least."""
    return max(2, -(-areas * share[0] // share[1]))


def verdict(
    equivalent: Equivalent, areas: Collection[str], share: tuple[int, int] = FIVE_OF_SEVEN
) -> Verdict:
    """Apply the rule to one proposed common term.

    Args:
        equivalent: what the areas hold and say.
        areas: all areas of the programme; what others say does not count.
        share: how many, of how many.
    """
    holding = sorted(set(equivalent.holds) & set(areas))
    objecting = tuple(area for area in sorted(areas) if equivalent.answers.get(area) is False)
    waiting = tuple(area for area in holding if area not in equivalent.answers)
    needed = needed_areas(len(set(areas)), share)
    if len(holding) < needed:
        standing = Standing.TOO_FEW
    elif objecting:
        standing = Standing.OBJECTED
    elif waiting:
        standing = Standing.OPEN
    else:
        standing = Standing.ENTERS
    return Verdict(standing, len(holding), needed, len(set(areas)), objecting, waiting)
