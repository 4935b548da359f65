"""The kinds of asset that a map uses, as an area's glossary has them: the six, renamed, split or added to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kithmap.glossary.in_words import preferred
from kithmap.glossary.model import Concept, Status

MOST_KINDS = 24
"""More would not be chosen from on a phone."""

LONGEST_LABEL = 120


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of asset.

    Attributes:
        key: the concept's id.
        label: what the area calls it.
        matches: which of the six it is, or is a kind of.
    """

    key: str
    label: str
    matches: str


def kinds(concepts: Iterable[Concept], six: Iterable[tuple[str, str]], language: str) -> list[Kind]:
    """Return the kinds that a workshop begins with, each after the one of the six that it matches.

    One of the six that the glossary holds is called as it is there. What stands directly below it is a kind too. One that was
    withdrawn gives way to what replaces it. One that the glossary does not hold stays as it was.

    Args:
        concepts: of the release in force, withdrawn ones too.
        six: keys and labels of the six.
        language: of the labels.
    """
    known = {concept.id: concept for concept in concepts}
    found: dict[str, Kind] = {}
    for key, label in six:
        for kind in _of_one(key, label, known, language):
            found.setdefault(kind.key, kind)
    return list(found.values())[:MOST_KINDS]


def _of_one(key: str, label: str, known: Mapping[str, Concept], language: str) -> list[Kind]:
    concept = known.get(key)
    if concept is None:
        return [Kind(key, label, key)]
    heads = in_place_of(key, known)
    below = [
        each
        for each in sorted(known.values(), key=lambda each: each.id)
        if each.status is Status.CURRENT and set(each.broader) & {key, *heads}
    ]
    return [_kind(each, key, language) for each in [*(known[head] for head in heads), *below]]


def _kind(concept: Concept, matches: str, language: str) -> Kind:
    return Kind(concept.id, preferred(concept.label, language)[:LONGEST_LABEL], matches)


def in_place_of(key: str, known: Mapping[str, Concept]) -> list[str]:
    """Return the concepts in use that stand for one: itself, or what replaced it, and what replaced that."""
    waiting, seen, found = [key], {key}, []
    while waiting:
        concept = known.get(waiting.pop(0))
        if concept is None:
            continue
        if concept.status is Status.CURRENT:
            found.append(concept.id)
            continue
        waiting += [each for each in concept.replaced_by if each not in seen]
        seen |= set(concept.replaced_by)
    return found


def labels_now(keys: Iterable[str], concepts: Iterable[Concept], language: str) -> dict[str, str]:
    """Return what kinds are called in a release.

    A kind that was replaced by one other is called by that one's name; one that was split keeps the name that it had, for
    nobody knows which of its parts a place belongs to.
    """
    known = {concept.id: concept for concept in concepts}
    found = {key: in_place_of(key, known) for key in keys}
    return {key: preferred(known[now[0]].label, language) for key, now in found.items() if len(now) == 1}
