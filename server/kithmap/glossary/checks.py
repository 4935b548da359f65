"""What makes a vocabulary sound, whoever wrote it: every fault names the concept, and is found at once.

The rules are those of SKOS (W3C 2009): S13 labels of different sorts are disjoint, S14 one preferred label for each language, S27
what is related is not also broader; and ours: no circles, no label for two meanings, nothing points into the void.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kithmap.glossary.model import CONCEPT_ID, Concept, Status

MOST_CONCEPTS = 20_000
LONGEST = 5_000
"""Letters of a definition or note."""


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
    found = [Fault(each, "Two concepts have this id. Give one of them another.") for each in _twice(given)]
    check: Callable[[Concept], Iterator[str]]
    for concept in given:
        for check in (
            _id,
            lambda each: _words(each, language),
            _labels_apart,
            lambda each: _pointers(each, known),
            _place,
        ):
            found += [Fault(concept.id, says) for says in check(concept)]
    found += _same_labels(given)
    found += _circles(known)
    found += _near_and_above(known)
    return found


def _twice(concepts: list[Concept]) -> list[str]:
    seen: set[str] = set()
    return [each.id for each in concepts if each.id in seen or seen.add(each.id)]  # type: ignore[func-returns-value]


def _id(concept: Concept) -> Iterator[str]:
    if not CONCEPT_ID.match(concept.id):
        yield "An id is small letters, figures and low lines, and begins with a letter, such as meeting_place."


def _words(concept: Concept, language: str) -> Iterator[str]:
    if not concept.label.get(language, "").strip():
        yield f"It has no label in the glossary's language ({language})."
    if not concept.definition.get(language, "").strip():
        yield f"It has no definition in the glossary's language ({language})."
    texts = [*concept.label.values(), *concept.definition.values(), *concept.scope.values()]
    if any(len(text) > LONGEST for text in texts):
        yield f"A text is longer than {LONGEST} letters. Shorten it."


def _labels_apart(concept: Concept) -> Iterator[str]:
    for language, others in concept.alt.items():
        folded = [other.casefold() for other in others]
        if concept.label.get(language, "").casefold() in folded:
            yield "Its label stands among its other words as well. Take it out there."
        if len(set(folded)) < len(folded):
            yield "One of its other words stands there twice."


def _pointers(concept: Concept, known: Mapping[str, Concept]) -> Iterator[str]:
    for words, others in (
        ("is a part of", concept.broader),
        ("is near", concept.related),
        ("gave way to", concept.replaced_by),
    ):
        for other in others:
            if other == concept.id:
                yield f"It says that it {words} itself."
            elif other not in known:
                yield f"It says that it {words} “{other}”, which is not in this vocabulary."


def _place(concept: Concept) -> Iterator[str]:
    if concept.replaced_by and concept.status is not Status.WITHDRAWN:
        yield "It names what to use instead, and is still in use. Withdraw it, or take that out."


def _same_labels(concepts: list[Concept]) -> list[Fault]:
    """Find a label that two concepts in use share: nobody could tell which is meant."""
    holder: dict[tuple[str, str], str] = {}
    found = []
    for concept in concepts:
        if concept.status is Status.WITHDRAWN:
            continue
        for language, text in _all_labels(concept):
            first = holder.setdefault((language, text.casefold()), concept.id)
            if first != concept.id:
                found.append(
                    Fault(concept.id, f"“{text}” is also what “{first}” is called. Change one of them.")
                )
    return found


def _all_labels(concept: Concept) -> Iterator[tuple[str, str]]:
    yield from concept.label.items()
    for language, others in concept.alt.items():
        for other in others:
            yield language, other


def _circles(known: Mapping[str, Concept]) -> list[Fault]:
    """Find concepts that are above themselves; each circle is told once, at its first id."""
    found: list[Fault] = []
    done: set[str] = set()
    for start in sorted(known):
        trail: dict[str, None] = {}
        _walk(start, known, trail, done, found)
    return found


def _walk(
    start: str, known: Mapping[str, Concept], trail: dict[str, None], done: set[str], found: list[Fault]
) -> None:
    """Go up from a concept, depth first, without recursion: a hostile file may hold a chain of thousands."""
    waiting: list[tuple[str, Iterator[str]]] = [(start, iter(known[start].broader))]
    trail[start] = None
    while waiting:
        concept, above = waiting[-1]
        following = next((each for each in above if each in known and each not in done), None)
        if following is None:
            waiting.pop()
            trail.pop(concept)
            done.add(concept)
        elif following in trail:
            circle = [*list(trail)[list(trail).index(following) :], following]
            first = " > ".join(circle)
            found.append(Fault(following, f"It is above itself: {first}. Break the circle."))
        else:
            trail[following] = None
            waiting.append((following, iter(known[following].broader)))


def _near_and_above(known: Mapping[str, Concept]) -> list[Fault]:
    """S27: what is near a concept is not also above it."""
    found = []
    for concept in known.values():
        if not concept.related:
            continue
        above = above_of(concept.id, known)
        found += [
            Fault(concept.id, f"“{other}” is near it and above or below it. Keep one of the two.")
            for other in concept.related
            if other in above or (other in known and concept.id in above_of(other, known))
        ]
    return found


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
