"""What may be told of the answers of a room, so that nobody in it is found out.

1. A question is told of only once ``ENOUGH`` times the threshold have answered it.
2. A count below the threshold is hidden (primary suppression); every other one is rounded to the nearest multiple of it.
3. Whoever knows the exact total, the rounding and which counts are hidden for being small must find two possible numbers at
   least for each of those. Where one number only is possible, more counts are hidden, smallest first (secondary suppression).
4. A picture is drawn anew only when as many people as the threshold have answered, changed or erased their answers since
   (:func:`is_due`), and rule 3 then holds for whoever lays the new picture beside the last one. So one person who joins moves
   nothing, and a difference between two pictures tells of no single person.

Known limit: three and more pictures laid beside each other are not searched together.

Sources: threshold, rounding to multiples of five and a least base after the rounding strategy of the Higher Education Statistics
Agency (HESA Standard Rounding and Suppression Methodology); secondary suppression and the audit by the range that each hidden
count could have after Hundepool et al., Statistical Disclosure Control (2012), chapter 4.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

LEAST_SHOWN = 5
"""No count below this is ever shown. An area may raise it, never lower it."""

MOST_LEAST_SHOWN = 50
"""Beyond it nothing would be shown in any room."""

ENOUGH = 4
"""Answers needed, as a multiple of the threshold: from 20 on, one person is at most 5 % of the room."""

Told = Mapping[str, int | None]
"""For each category the rounded count, or None where it is hidden."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is told of one question, and what is needed to judge the next picture. Only ``told`` may leave the server.

    Attributes:
        told: for each category the rounded count, or None where it is hidden.
        held: categories that are hidden although they are not small.
        total: how many answered.
        least: the threshold.
    """

    told: Told
    held: frozenset[str]
    total: int
    least: int

    @property
    def hidden(self) -> list[str]:
        """The categories that are hidden for being small."""
        return [
            category for category, count in self.told.items() if count is None and category not in self.held
        ]

    def range_of(self, category: str) -> tuple[int, int]:
        """Return the least and the greatest number that a category's count could be, seen by itself."""
        count = self.told[category]
        if count is not None:
            return max(self.least, count - self.least // 2), min(self.total, count + (self.least - 1) // 2)
        return (self.least, self.total) if category in self.held else (0, self.least - 1)


def threshold(asked: int | None) -> int:
    """Return the count below which nothing is shown: what an area asks for, but no less than ``LEAST_SHOWN``."""
    return min(max(LEAST_SHOWN, asked or 0), MOST_LEAST_SHOWN)


def is_due(joined: int, gone: int, least: int) -> bool:
    """Tell whether the picture may be drawn anew.

    Args:
        joined: answers that the last picture does not count.
        gone: answers that it counts and that are other ones now, or erased. One person may stand in both.
        least: the threshold.
    """
    return max(joined, gone) >= least


def draw(counts: Mapping[str, int], least: int, before: Picture | None = None) -> Picture | None:
    """Return what may be told of the answers to one question; None for nothing.

    Args:
        counts: how many gave each answer, all categories, without those who prefer not to say.
        least: the threshold.
        before: the last picture that was told.
    """
    total = sum(counts.values())
    if total < ENOUGH * least:
        return None
    told = {category: rounded(count, least) if count >= least else None for category, count in counts.items()}
    picture = Picture(told, frozenset(), total, least)
    while not (is_safe(picture) and (before is None or is_safe_beside(before, picture))):
        shown = [(count, category) for category, count in picture.told.items() if count is not None]
        if not shown:
            return None
        next_to_hide = min(shown)[1]
        picture = replace(
            picture, told={**picture.told, next_to_hide: None}, held=picture.held | {next_to_hide}
        )
    return picture if any(count is not None for count in picture.told.values()) else None


def rounded(count: int, least: int) -> int:
    """Return the multiple of the threshold that is nearest; the upper one of two that are equally near."""
    return (count + least // 2) // least * least


def is_safe(picture: Picture) -> bool:
    """Tell whether each hidden count could be two numbers at least, for somebody who knows the exact total."""
    return all(_possible(picture, category) >= 2 for category in picture.hidden)  # noqa: PLR2004 - see the rule


def _possible(picture: Picture, category: str) -> int:
    """Return how many numbers a category's count could be."""
    low, high = picture.range_of(category)
    others = [picture.range_of(other) for other in picture.told if other != category]
    least = max(low, picture.total - sum(each for _, each in others))
    most = min(high, picture.total - sum(each for each, _ in others))
    return max(0, most - least + 1)


def is_safe_beside(before: Picture, after: Picture) -> bool:
    """Tell whether that still holds for somebody who lays two pictures beside each other, and knows that nobody left.

    Where people left as well, they know less.
    """
    if before.told.keys() != after.told.keys():
        return True
    pairs = {
        category: _Pair(*before.range_of(category), *after.range_of(category)) for category in after.told
    }
    return all(
        len(values) != 1
        for category in {*before.hidden, *after.hidden}
        for values in _possible_pairs(pairs, category, before, after)
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    """What two successive counts of one category could be: each in its range, and the second no smaller than the first."""

    low: int
    high: int
    low_after: int
    high_after: int

    def holds(self, one: int, two: int) -> bool:
        return self.low <= one <= self.high and self.low_after <= two <= self.high_after and one <= two

    def bounds(self) -> tuple[int, int, int, int, int, int]:
        """Return the least and greatest first count, second count and growth."""
        growth = max(0, self.low_after - self.high), self.high_after - self.low
        first = self.low, min(self.high, self.high_after)
        return (*first, max(self.low, self.low_after), self.high_after, *growth)


def _possible_pairs(
    pairs: Mapping[str, _Pair], category: str, before: Picture, after: Picture
) -> Iterable[set[int]]:
    """Return the numbers that a category's count could have been, and could be now, where it is hidden for being small.

    What the others could come to together is bounded by sums alone, without holes between, for all bounds are on the first
    count, the second, and their difference.
    """
    mine = pairs[category]
    sums = [
        sum(each)
        for each in zip(*(pair.bounds() for name, pair in pairs.items() if name != category), strict=True)
    ]
    low, high, low_after, high_after, least_growth, most_growth = sums or [0] * 6
    possible = [
        (one, two)
        for one in range(mine.low, mine.high + 1)
        for two in range(mine.low_after, mine.high_after + 1)
        if mine.holds(one, two)
        and low <= before.total - one <= high
        and low_after <= after.total - two <= high_after
        and least_growth <= (after.total - two) - (before.total - one) <= most_growth
    ]
    if category in before.hidden:
        yield {one for one, _ in possible}
    if category in after.hidden:
        yield {two for _, two in possible}
