"""Which concepts of different areas may mean the same: candidates for a common glossary, for people to look at.

Two labels are compared after folding case and plurals, and by the trigrams that they share (Sørensen-Dice); two definitions by the
words that they share, those that nearly all use counting little. It proposes and never decides.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kithmap.glossary.model import Concept, Match, Status
from kithmap.glossary.near_pairs import alike_by_count, alike_by_weight

CLOSE_LABEL = 0.6
CLOSE_MEANING = 0.35
"""Shares from which a pair is worth a look: of the starting glossary against itself, they leave one pair in a hundred."""

WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two concepts that may be alike.

    Attributes:
        one: area and id of the first.
        other: of the second.
        match: how they seem to be alike.
        label: likeness of the labels, 0 to 1.
        meaning: likeness of the definitions, 0 to 1.
    """

    one: tuple[str, str]
    other: tuple[str, str]
    match: Match
    label: float
    meaning: float


def candidates(glossaries: Mapping[str, Iterable[Concept]], language: str) -> list[Candidate]:
    """Compare the glossaries of areas with one another.

    Args:
        glossaries: concepts by area.
        language: in which their words are compared.

    Returns:
        Pairs of different areas, the likeliest first.
    """
    entries = [
        _Entry(area, concept, language)
        for area, concepts in sorted(glossaries.items())
        for concept in concepts
        if concept.status is Status.CURRENT
    ]
    meanings = _Meanings(entries)
    pairs = {*_alike_in_name(entries), *_alike_in_meaning(entries, meanings)}
    found = [
        pair
        for one, other in pairs
        if entries[one].area != entries[other].area
        and (pair := _compare(entries[one], entries[other], meanings)) is not None
    ]
    return sorted(found, key=lambda pair: (-(pair.label + pair.meaning), pair.one, pair.other))


class _Entry:
    """A concept as it is compared."""

    def __init__(self, area: str, concept: Concept, language: str) -> None:
        self.area = area
        self.id = concept.id
        labels = [concept.label.get(language, ""), *concept.alt.get(language, ())]
        self.names = {folded for label in labels if (folded := _folded(label))}
        self.trigrams = [_trigrams(name) for name in sorted(self.names)]
        self.words = frozenset(
            _singular(word) for word in WORD.findall(concept.definition.get(language, "").casefold())
        )


class _Meanings:
    """How much the words of definitions tell: the fewer definitions hold one, the more (inverse document frequency)."""

    def __init__(self, entries: Sequence[_Entry]) -> None:
        seen = Counter(word for entry in entries for word in entry.words)
        self.weights = {word: math.log(1 + len(entries) / count) for word, count in seen.items()}
        self.whole = {entry.words: self.weight(entry.words) for entry in entries}

    def weight(self, words: Iterable[str]) -> float:
        """Return how much some words tell together, the same in whichever order they come."""
        return math.fsum(map(self.weights.__getitem__, words))

    def shared(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return which share of what two definitions tell they both tell (weighted Jaccard)."""
        both = self.weight(one & other)
        together = self.whole[one] + self.whole[other] - both
        return both / together if together else 0.0


def _alike_in_name(entries: Sequence[_Entry]) -> Iterator[tuple[int, int]]:
    """Yield the places of entries of which one name is like, or within, another's; the lower place first."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, entry in enumerate(entries):
        for name in entry.names:
            holders[name].append(place)
    for name, other in _near_names(sorted(holders)):
        for one in holders[name]:
            yield from ((min(one, two), max(one, two)) for two in holders[other] if one != two)


def _near_names(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names: each with itself, with those that are spelt much alike, and with those that are a part of it."""
    known = set(names)
    for name in names:
        yield name, name
        yield from ((name, part) for part in _parts(name) if part in known)
    spelt = [_trigrams(name) for name in names]
    for one, other in alike_by_count(spelt, CLOSE_LABEL):
        if _dice(spelt[one], spelt[other]) >= CLOSE_LABEL:
            yield names[one], names[other]


def _parts(name: str) -> Iterator[str]:
    """Yield the runs of words within a name that are shorter than it is."""
    words = name.split()
    for length in range(1, len(words)):
        yield from (" ".join(words[start : start + length]) for start in range(len(words) - length + 1))


def _alike_in_meaning(entries: Sequence[_Entry], meanings: _Meanings) -> Iterator[tuple[int, int]]:
    """Yield the places of entries whose definitions are alike; the lower place first."""
    words = [entry.words for entry in entries]
    for one, other in alike_by_weight(words, meanings.weights, CLOSE_MEANING):
        if (
            entries[one].area != entries[other].area
            and meanings.shared(words[one], words[other]) >= CLOSE_MEANING
        ):
            yield one, other


def _compare(one: _Entry, other: _Entry, meanings: _Meanings) -> Candidate | None:
    label = 1.0 if one.names & other.names else _likest(one, other)
    meaning = meanings.shared(one.words, other.words)
    match = _match(one, other, label, meaning)
    if match is None:
        return None
    return Candidate((one.area, one.id), (other.area, other.id), match, round(label, 3), round(meaning, 3))


def _match(one: _Entry, other: _Entry, label: float, meaning: float) -> Match | None:
    if one.names & other.names:
        return Match.EXACT if meaning >= CLOSE_MEANING else Match.CLOSE
    # "park" beside "pocket park": the longer name is a kind of the shorter.
    if any(f" {short} " in f" {long} " for short in one.names for long in other.names):
        return Match.NARROW
    if any(f" {short} " in f" {long} " for short in other.names for long in one.names):
        return Match.BROAD
    return Match.CLOSE if label >= CLOSE_LABEL or meaning >= CLOSE_MEANING else None


def _likest(one: _Entry, other: _Entry) -> float:
    return max((_dice(left, right) for left in one.trigrams for right in other.trigrams), default=0.0)


Trigrams = frozenset[tuple[str, int]]
"""Each with a number, from 0, for those that come several times."""


def _dice(left: Trigrams, right: Trigrams) -> float:
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 0.0


def _trigrams(name: str) -> Trigrams:
    padded = f"  {name} "
    counted = Counter(padded[start : start + 3] for start in range(len(padded) - 2))
    return frozenset((each, number) for each, times in counted.items() for number in range(times))


def _folded(label: str) -> str:
    return " ".join(_singular(word) for word in label.casefold().split())


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word  # noqa: PLR2004
