"""Which of many word sets can be alike at all, found without comparing each with each.

Prefix filtering (Chaudhuri, Ganti and Kaushik 2006, "A primitive operator for similarity joins"; Bayardo, Ma and Srikant 2007):
two sets whose likeness reaches a threshold must share one of the rarest parts of each, so that it is enough to look at whatever
shares one of those. Every pair that reaches the threshold is found; others are left out before anything is worked out for them.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeVar

Part = TypeVar("Part", bound=Hashable)

MOST_HOLDERS = 1_500
"""Sets that may share a part before it is taken for empty talk: seven areas that each say it in two hundred definitions."""

TINY = 1e-9
"""Room for what floating point adds or drops: rather a pair too many, which the comparison itself then leaves out."""


def alike_by_count(sets: Sequence[AbstractSet[Part]], threshold: float) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places whose Sørensen-Dice likeness may reach a threshold, each once, the lower place first.

    Args:
        sets: what is compared.
        threshold: above 0 and at most 1.
    """
    # 2 * both / (a + b) >= t with b >= both needs both >= a * t / (2 - t).
    least = threshold / (2 - threshold)
    order = _rarest_first(sets)
    prefixes = []
    for each in sets:
        parts = sorted(each, key=order.__getitem__)
        needed = -int(-(len(parts) * least - TINY) // 1)
        prefixes.append(parts[: len(parts) - max(needed, 1) + 1])
    yield from _sharing(prefixes)


def alike_by_weight(
    sets: Sequence[AbstractSet[Part]], weights: Mapping[Part, float], threshold: float
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of places whose weighted Jaccard likeness may reach a threshold, each once, the lower place first.

    Args:
        sets: what is compared.
        weights: what each part tells, above 0.
        threshold: above 0 and at most 1.
    """
    order = _rarest_first(sets)
    prefixes = []
    for each in sets:
        parts = sorted(each, key=order.__getitem__)
        rest = sum(weights[part] for part in parts)
        needed = rest * threshold - TINY
        kept = 0
        while kept < len(parts) and rest >= needed:
            rest -= weights[parts[kept]]
            kept += 1
        prefixes.append(parts[:kept])
    yield from _sharing(prefixes)


def _rarest_first(sets: Iterable[Iterable[Part]]) -> dict[Part, int]:
    """Return each part's place in one order for all sets; equally rare ones in the order in which they came, which changes nothing."""
    seen = Counter(part for each in sets for part in each)
    return {part: place for place, part in enumerate(sorted(seen, key=seen.__getitem__))}


def _sharing(prefixes: Sequence[Sequence[Part]]) -> Iterator[tuple[int, int]]:
    holders: dict[Part, list[int]] = defaultdict(list)
    for place, parts in enumerate(prefixes):
        for part in parts:
            holders[part].append(place)
    for place, parts in enumerate(prefixes):
        earlier: set[int] = set()
        for part in parts:
            among = holders[part]
            if len(among) <= MOST_HOLDERS:
                earlier.update(each for each in among if each < place)
        yield from ((each, place) for each in sorted(earlier))
