"""Which concepts of different areas may mean the same: candidates for a common glossary, for people to look at.

Two labels are compared after folding case and plurals, and by the trigrams that they share (Sørensen-Dice); two definitions by the
words that they share, those that nearly all use counting little. It proposes and never decides.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kithmap.glossary.model import Concept, Match, Status

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
    weights = _weights(entries)
    found = [
        pair
        for place, one in enumerate(entries)
        for other in entries[place + 1 :]
        if one.area != other.area and (pair := _compare(one, other, weights)) is not None
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
        self.words = {
            _singular(word) for word in WORD.findall(concept.definition.get(language, "").casefold())
        }


def _compare(one: _Entry, other: _Entry, weights: Mapping[str, float]) -> Candidate | None:
    label = 1.0 if one.names & other.names else _likest(one, other)
    meaning = _shared(one.words, other.words, weights)
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


def _dice(left: Counter[str], right: Counter[str]) -> float:
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0


def _trigrams(name: str) -> Counter[str]:
    padded = f"  {name} "
    return Counter(padded[start : start + 3] for start in range(len(padded) - 2))


def _folded(label: str) -> str:
    return " ".join(_singular(word) for word in label.casefold().split())


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word  # noqa: PLR2004


def _weights(entries: list[_Entry]) -> dict[str, float]:
    """Return how much a word tells: the fewer definitions hold it, the more (inverse document frequency)."""
    seen = Counter(word for entry in entries for word in entry.words)
    return {word: math.log(1 + len(entries) / count) for word, count in seen.items()}


def _shared(left: set[str], right: set[str], weights: Mapping[str, float]) -> float:
    both = sum(weights[word] for word in left & right)
    all_words = sum(weights[word] for word in left | right)
    return both / all_words if all_words else 0.0
