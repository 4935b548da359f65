"""What was agreed, in the one form in which a report tells it, whether it comes from a room or from a glossary's release."""

from collections.abc import Iterable
from dataclasses import dataclass

from kithmap.agreement.model import SUPPORTING, Choice
from kithmap.glossary.draft import Agreed
from kithmap.glossary.in_words import preferred
from kithmap.glossary.model import Concept, Decision, Release, Status


@dataclass(frozen=True, slots=True)
class Votes:
    """How many said one thing.

    Attributes:
        choice: what they said.
        count: how many.
        percent: of the most that was said, 0 to 100: the length of its bar.
        supports: whether it counts for the wording.
    """

    choice: Choice
    count: int
    percent: int
    supports: bool


@dataclass(frozen=True, slots=True)
class Term:
    """A term or an indicator.

    Attributes:
        label: what it is called.
        meaning: what it means.
        others: what else people say.
        examples: titles of places that show it, which everybody may know of.
        decision: how a room came to it, or None where it was not asked.
        votes: of that decision, every choice in its order; empty without one.
    """

    label: str
    meaning: str
    others: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    decision: Decision | None = None
    votes: tuple[Votes, ...] = ()


def of_room(agreed: Iterable[Agreed]) -> tuple[Term, ...]:
    """Return what a room agreed on, as it said it, in the order of deciding."""
    return tuple(
        Term(
            each.label,
            each.meaning,
            _others(each.label, each.others),
            each.examples,
            each.decision,
            votes(each.decision),
        )
        for each in agreed
    )


def of_release(release: Release, language: str) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """Return the terms of a glossary's release that are in use, by label, and its indicators in the order in which they are asked."""
    terms = [_of_concept(each, language) for each in release.concepts if each.status is Status.CURRENT]
    asked = (each.concept for each in release.indicators if each.concept.status is Status.CURRENT)
    return (
        tuple(sorted(terms, key=lambda term: (term.label.casefold(), term.label))),
        tuple(_of_concept(each, language) for each in asked),
    )


def votes(decision: Decision) -> tuple[Votes, ...]:
    """Return how people voted, with the length of each bar."""
    most = max([1, *decision.counts.values()])
    return tuple(
        Votes(choice, count, round(100 * count / most), choice in SUPPORTING)
        for choice in Choice
        if (count := decision.counts.get(choice.value, 0)) or choice in SUPPORTING
    )


def _of_concept(concept: Concept, language: str) -> Term:
    last = concept.decisions[-1] if concept.decisions else None
    label = preferred(concept.label, language)
    return Term(
        label,
        preferred(concept.definition, language),
        _others(label, concept.alt.get(language, ())),
        last.examples if last else (),
        last,
        votes(last) if last else (),
    )


def _others(label: str, others: Iterable[str]) -> tuple[str, ...]:
    """Return other words for it; a name that was kept while the meaning was reworded is no other one."""
    return tuple(each for each in others if each.casefold() != label.casefold())
