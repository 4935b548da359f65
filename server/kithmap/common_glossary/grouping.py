"""Proposals of what may belong together: likely pairs joined into groups, never two concepts of one area.

Pairs are taken from the likeliest down; two groups are joined if that puts no two concepts of one area together and nothing that
people have set apart. Whatever is kept out by that is told beside the group. A proposal is a question: only a person's yes makes
a group of it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kithmap.common_glossary.model import Held
from kithmap.glossary.matching import Candidate
from kithmap.glossary.model import Match

SAME = (Match.EXACT, Match.CLOSE)


@dataclass(frozen=True, slots=True)
class Proposal:
    """Concepts that may mean the same.

    Attributes:
        members: how each seems to be like the others; at most one of each area.
        near: concepts in no group that are like one of them, and how, seen from the members.
    """

    members: Mapping[Held, Match]
    near: Mapping[Held, Match]

    @property
    def areas(self) -> int:
        """How many areas have one of these."""
        return len({area for area, _ in self.members})


def proposals(
    pairs: Iterable[Candidate],
    settled: Collection[Held] = (),
    apart: Collection[frozenset[Held]] = (),
) -> list[Proposal]:
    """Return what may belong together, what most areas have first.

    Args:
        pairs: of concepts that are alike, in any order.
        settled: concepts that are in a group already.
        apart: pairs that people said are not the same.
    """
    open_pairs = [
        pair
        for pair in sorted(pairs, key=_likeliest)
        if pair.one not in settled
        and pair.other not in settled
        and frozenset((pair.one, pair.other)) not in apart
    ]
    together = _joined([pair for pair in open_pairs if pair.match in SAME], apart)
    likeness = _likeness(open_pairs)
    found = [_proposal(members, likeness) for members in together]
    return sorted(found, key=lambda each: (-each.areas, min(each.members)))


def near_to(members: Collection[Held], pairs: Iterable[Candidate]) -> dict[Held, Match]:
    """Return the concepts outside a group that are like one within, and how, the likeliest first.

    Args:
        members: of the group.
        pairs: of concepts that are alike.
    """
    found: dict[Held, Match] = {}
    for pair in sorted(pairs, key=_likeliest):
        for inside, outside, match in _both_ways(pair):
            if inside in members and outside not in members:
                found.setdefault(outside, match)
    return found


def _likeliest(pair: Candidate) -> tuple[bool, float, Held, Held]:
    first, second = sorted((pair.one, pair.other))
    return pair.match is not Match.EXACT, -(pair.label + pair.meaning), first, second


def _both_ways(pair: Candidate) -> tuple[tuple[Held, Held, Match], tuple[Held, Held, Match]]:
    """Return a pair as it is seen from each side: the match is how the second is like the first."""
    return (pair.one, pair.other, pair.match), (pair.other, pair.one, pair.match.inverse)


def _joined(pairs: Iterable[Candidate], apart: Collection[frozenset[Held]]) -> list[tuple[Held, ...]]:
    """Join pairs into groups without two concepts of one area, the likeliest first."""
    group: dict[Held, tuple[Held, ...]] = {}
    for pair in pairs:
        one = group.setdefault(pair.one, (pair.one,))
        other = group.setdefault(pair.other, (pair.other,))
        if one is not other and _may_join(one, other, apart):
            whole = tuple(sorted((*one, *other)))
            group.update(dict.fromkeys(whole, whole))
    return sorted({each for each in group.values() if len(each) > 1})


def _may_join(one: tuple[Held, ...], other: tuple[Held, ...], apart: Collection[frozenset[Held]]) -> bool:
    if {area for area, _ in one} & {area for area, _ in other}:
        return False
    return not any(frozenset((left, right)) in apart for left in one for right in other)


def _likeness(pairs: Iterable[Candidate]) -> dict[Held, dict[Held, Match]]:
    """Return, for each concept, the others that are like it, and how, the likeliest first."""
    found: dict[Held, dict[Held, Match]] = defaultdict(dict)
    for pair in pairs:
        for one, other, match in _both_ways(pair):
            found[one].setdefault(other, match)
    return found


def _proposal(members: tuple[Held, ...], likeness: Mapping[Held, Mapping[Held, Match]]) -> Proposal:
    def agreeing(held: Held) -> int:
        return sum(likeness[held].get(other) is Match.EXACT for other in members)

    # Seen from the one that most others agree with; what is only alike by way of another is close at best.
    middle = min(members, key=lambda held: (-agreeing(held), held))
    matches = {held: likeness[middle].get(held, Match.CLOSE) for held in members}
    near: dict[Held, Match] = {}
    for held in members:
        near |= {
            other: match
            for other, match in likeness[held].items()
            if other not in matches and other not in near
        }
    return Proposal({**matches, middle: Match.EXACT}, dict(sorted(near.items())))
