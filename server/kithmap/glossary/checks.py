"""What makes a vocabulary sound, whoever wrote it: every fault names the concept, and is found at once.

The rules are those of SKOS (W3C 2009): S13 labels of different sorts are disjoint, S14 one preferred label for each language, S27
what is related is not also broader; and ours: no circles, no label for two meanings, nothing points into the void.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kithmap.basics.words import said
from kithmap.glossary.model import CONCEPT_ID, Concept, Status

MOST_CONCEPTS = 20_000
LONGEST = 5_000
"""Letters of a definition or note."""

LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
"""The form of a language tag (BCP 47), whatever language it names."""

ADDRESS = re.compile(r'(https?|urn):[^\x00-\x20<>"{}|\\^`]+')
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Signs that nobody sees and that not every form of a vocabulary can hold."""

MOST_SHOWN = 8
"""Concepts of a circle that are named: one of thousands is shown by its ends."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that keeps a vocabulary from being used.

    Attributes:
        concept: the concept's id.
        says: what is wrong, and what to do, in plain words.
    """

    concept: str
    says: str


def faults(concepts: Iterable[Concept], language: str) -> list[Fault]:
    """Return everything that is wrong, in the order of the concepts.

    Args:
        concepts: the vocabulary.
        language: in which each has to have a label and a definition.
    """
    given = list(concepts)
    if len(given) > MOST_CONCEPTS:
        return [Fault("", f"There are {len(given)} concepts; {MOST_CONCEPTS} at most can be used.")]
    known = {concept.id: concept for concept in given}
    found = [
        Fault(each, said("Two concepts have this id. Give one of them another.")) for each in _twice(given)
    ]
    check: Callable[[Concept], Iterator[str]]
    for concept in given:
        for check in (
            _id,
            lambda each: _words(each, language),
            _signs,
            _labels_apart,
            lambda each: _pointers(each, known),
            _place,
        ):
            found += [Fault(concept.id, says) for says in check(concept)]
    found += _same_labels(given)
    circles, upwards = _climbed(known)
    return [*found, *circles, *_near_and_above(known, upwards)]


def _twice(concepts: list[Concept]) -> list[str]:
    seen: set[str] = set()
    return [each.id for each in concepts if each.id in seen or seen.add(each.id)]  # type: ignore[func-returns-value]


def _id(concept: Concept) -> Iterator[str]:
    if not CONCEPT_ID.fullmatch(concept.id):
        yield said(
            "An id is small letters, figures and low lines, and begins with a letter, such as meeting_place."
        )


def _words(concept: Concept, language: str) -> Iterator[str]:
    if not concept.label.get(language, "").strip():
        yield said(f"It has no label in the glossary's language ({language}).")
    if not concept.definition.get(language, "").strip():
        yield said(f"It has no definition in the glossary's language ({language}).")
    texts = [*concept.label.values(), *concept.definition.values(), *concept.scope.values()]
    if any(len(text) > LONGEST for text in texts):
        yield said(f"A text is longer than {LONGEST} letters. Shorten it.")


def _signs(concept: Concept) -> Iterator[str]:
    """Look at what the words are made of, and in which languages they say to be."""
    told = [concept.label, concept.definition, concept.scope, concept.example]
    texts = [
        *(text for words in told for text in words.values()),
        *(text for _, text in _all_labels(concept)),
    ]
    if not all(LANGUAGE.fullmatch(tag) for words in (*told, concept.alt) for tag in words):
        yield said(
            "Some of its words do not say in which language they are. Mark them all, for one with “en”."
        )
    if any(UNSEEN.search(text) for text in texts):
        yield said("One of its texts holds a sign that cannot be seen. Write that text anew.")
    if not all(ADDRESS.fullmatch(each) for addresses in concept.matches.values() for each in addresses):
        yield said(
            "It is said to be like something whose address is none. An address begins with “https://”."
        )


def _labels_apart(concept: Concept) -> Iterator[str]:
    for language, others in concept.alt.items():
        folded = [other.casefold() for other in others]
        if concept.label.get(language, "").casefold() in folded:
            yield said("Its label stands among its other words as well. Take it out there.")
        if len(set(folded)) < len(folded):
            yield said("One of its other words stands there twice.")


def _pointers(concept: Concept, known: Mapping[str, Concept]) -> Iterator[str]:
    for words, others in (
        (said("is a part of"), concept.broader),
        (said("is near"), concept.related),
        (said("gave way to"), concept.replaced_by),
    ):
        for other in others:
            if other == concept.id:
                yield said(f"It says that it {words} itself.")
            elif other not in known:
                yield said(f"It says that it {words} “{other}”, which is not in this vocabulary.")


def _place(concept: Concept) -> Iterator[str]:
    if concept.replaced_by and concept.status is not Status.WITHDRAWN:
        yield said("It names what to use instead, and is still in use. Withdraw it, or take that out.")


def _same_labels(concepts: list[Concept]) -> list[Fault]:
    """Find a label that two concepts in use share: nobody could tell which is meant."""
    holder: dict[tuple[str, str], str] = {}
    found = []
    for concept in concepts:
        if concept.status is Status.WITHDRAWN:
            continue
        for language, text in _all_labels(concept):
            # The same letters may be written in two ways: é, and e with an accent behind it.
            folded = unicodedata.normalize("NFC", text.casefold())
            first = holder.setdefault((language, folded), concept.id)
            if first != concept.id:
                found.append(
                    Fault(concept.id, said(f"“{text}” is also what “{first}” is called. Change one of them."))
                )
    return found


def _all_labels(concept: Concept) -> Iterator[tuple[str, str]]:
    yield from concept.label.items()
    for language, others in concept.alt.items():
        for other in others:
            yield language, other


def _climbed(known: Mapping[str, Concept]) -> tuple[list[Fault], list[str]]:
    """Go up from every concept.

    Returns:
        A fault for each concept at which a circle closes, and all ids, each behind those above it but for the circles.
    """
    found: dict[str, Fault] = {}
    done: dict[str, None] = {}
    for start in sorted(known):
        if start not in done:
            _climb(start, known, done, found)
    return list(found.values()), list(done)


def _climb(start: str, known: Mapping[str, Concept], done: dict[str, None], found: dict[str, Fault]) -> None:
    """Go up from a concept, depth first, without recursion: a hostile file may hold a chain of thousands."""
    trail = [start]
    places = {start: 0}
    waiting = [iter(known[start].broader)]
    while waiting:
        following = next((each for each in waiting[-1] if each in known and each not in done), None)
        if following is None:
            waiting.pop()
            concept = trail.pop()
            del places[concept]
            done[concept] = None
        elif following in places:
            found.setdefault(following, _circle(trail, places[following]))
        else:
            places[following] = len(trail)
            trail.append(following)
            waiting.append(iter(known[following].broader))


def _circle(trail: list[str], first: int) -> Fault:
    length = len(trail) - first
    if length > MOST_SHOWN:
        shown = [*trail[first : first + MOST_SHOWN // 2], "…", *trail[-MOST_SHOWN // 2 :]]
    else:
        shown = trail[first:]
    way = " > ".join([*shown, trail[first]])
    return Fault(trail[first], f"It is above itself: {way}. Break the circle.")


def _near_and_above(known: Mapping[str, Concept], upwards: Iterable[str]) -> list[Fault]:
    """S27: what is near a concept is not also above it.

    What is above each is kept as the bits of a number: as sets, those of a deep hierarchy would fill the memory.
    """
    bit = {concept_id: 1 << place for place, concept_id in enumerate(known)}
    above: dict[str, int] = {}
    for concept_id in upwards:
        above[concept_id] = 0
        for other in known[concept_id].broader:
            above[concept_id] |= above.get(other, 0) | bit.get(other, 0)
    return [
        Fault(concept.id, said(f"“{other}” is near it and above or below it. Keep one of the two."))
        for concept in known.values()
        for other in concept.related
        if other in known and (above[concept.id] & bit[other] or above[other] & bit[concept.id])
    ]


def above_of(concept_id: str, known: Mapping[str, Concept]) -> set[str]:
    """Return the ids of all concepts above one, at any distance."""
    above: set[str] = set()
    waiting = list(known[concept_id].broader)
    while waiting:
        each = waiting.pop()
        if each in known and each not in above:
            above.add(each)
            waiting += known[each].broader
    return above
