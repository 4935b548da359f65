"""What is agreed on, how people rate it, and the thresholds by which the room decides."""

from dataclasses import dataclass, field
from enum import StrEnum


class Choice(StrEnum):
    """What a person says to a wording."""

    STRONGLY_FOR = "strongly_for"
    FOR = "for"
    CAN_LIVE_WITH_IT = "can_live_with_it"
    AGAINST = "against"
    CANNOT_ACCEPT = "cannot_accept"
    NOT_CLEAR = "not_clear"
    SKIP = "skip"


SUPPORTING = frozenset({Choice.STRONGLY_FOR, Choice.FOR, Choice.CAN_LIVE_WITH_IT})
WEIGHED = SUPPORTING | {Choice.AGAINST, Choice.CANNOT_ACCEPT}
"""Choices that say something of the wording; the others say that a person did not understand, or would rather not."""


class Outcome(StrEnum):
    """What the rule makes of a rating."""

    ADOPTED = "adopted"
    ADOPTED_WITH_DISSENT = "adopted_with_dissent"
    PARKED = "parked"
    NOT_ADOPTED = "not_adopted"
    TOO_FEW = "too_few"
    """Not enough people answered: nothing is decided."""
    REWORD = "reword"
    """Too many did not understand it: it goes back for other words."""
    INTEGRATE = "integrate"
    """Somebody cannot accept it: the room looks once more for words that take in what they said."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One person's register on one revision; the latest one before closing.

    Attributes:
        person: whose.
        choice: what they say.
        groups: the declared groups they belong to.
        matters: for an indicator, 1 to 9: how much it matters here. None where it was not asked.
        fair: for an indicator, 1 to 9: whether it can be asked fairly. None where it was not asked.
    """

    person: str
    choice: Choice
    groups: frozenset[str] = frozenset()
    matters: int | None = None
    fair: int | None = None


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The rule's numbers, fixed when a workshop opens. Shares are in percent; each is reached by being equal.

    Attributes:
        quorum: of those who may rate, how many must answer.
        least: how many must answer at the least.
        unclear: from this share of "not clear to me" on, the wording goes back.
        support: for adopting.
        parked: for parking, below which it is not adopted.
        group_floor: support that each group needs.
        group_least: raters from whom on a group is looked at by itself.
        high: for an indicator, the share at 7 to 9 that each of its two questions needs.
        low: for an indicator, the share at 1 to 3 that each must stay under.
    """

    quorum: int = 60
    least: int = 5
    unclear: int = 20
    support: int = 75
    parked: int = 50
    group_floor: int = 50
    group_least: int = 5
    high: int = 70
    low: int = 15


THRESHOLDS = Thresholds()


@dataclass(frozen=True, slots=True)
class Share:
    """A count among others.

    Attributes:
        count: how many.
        of: among how many.
    """

    count: int
    of: int

    def reaches(self, percent: int) -> bool:
        """Tell whether the share is at least so many percent; nothing of nobody reaches nothing."""
        return self.of > 0 and self.count * 100 >= percent * self.of

    @property
    def percent(self) -> int:
        """The share in whole percent, cut off, so that what is shown never reaches a threshold that the share does not."""
        return 0 if self.of == 0 else self.count * 100 // self.of


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the arithmetic.

    Attributes:
        name: which: ``quorum``, ``clear``, ``support``, ``acceptable``, ``group``, ``matters``, ``fair``, ``rated_low``.
        passed: whether it lets the wording go on.
        share: what was counted.
        needed: the threshold: people for ``quorum``, none for ``acceptable``, else percent.
        group: which group, for ``group``; which question, for ``rated_low``.
    """

    name: str
    passed: bool
    share: Share
    needed: int
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """What the room said, and what follows.

    Attributes:
        outcome: what the rule makes of it.
        counts: people by choice, every choice in its order.
        checks: the arithmetic, in the order in which it is done; it ends where it is decided.
    """

    outcome: Outcome
    counts: dict[Choice, int]
    checks: tuple[Check, ...] = field(default=())
