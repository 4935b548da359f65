"""The indicators of a draft: an instrument keeps its questions, and takes the name and the words that a room gave it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kithmap.glossary.draft import Agreed, new_id_of
from kithmap.glossary.model import Concept, Indicator, Status

NOT_SETTLED = "The room agreed what to ask. How it is asked, answered and worked out is not settled yet."


def indicators_now(
    before: Iterable[Indicator],
    start: Mapping[str, Indicator],
    agreed: Iterable[Agreed],
    language: str,
    taken: set[str],
) -> list[Indicator]:
    """Return the indicators in the order in which they are asked: those of the last release, then each as a room adopted it.

    Args:
        before: those of the last release.
        start: those to begin with, by id.
        agreed: what rooms adopted since, oldest first.
        language: of what was agreed.
        taken: ids that no new one may get: those of concepts.
    """
    found = {each.concept.id: each for each in before}
    for term in agreed:
        known = found.get(term.concept or "") or start.get(term.concept or "")
        made = _adopted(known, term, language) if known else _own(term, taken | found.keys(), language)
        found[made.concept.id] = made
    return list(found.values())


def _adopted(known: Indicator, term: Agreed, language: str) -> Indicator:
    """An instrument keeps its own words; what the room calls it and says of it stands beside them."""
    concept = known.concept
    says = {} if term.meaning == concept.definition.get(language) else {language: term.meaning}
    others = (concept.label.get(language, ""), *concept.alt.get(language, ()), *term.others)
    alt = tuple(dict.fromkeys(each for each in others if each and each.casefold() != term.label.casefold()))
    rest = {each: words for each, words in concept.alt.items() if each != language}
    named = replace(
        concept,
        label={**concept.label, language: term.label},
        alt={**rest, language: alt} if alt else rest,
        scope={**concept.scope, **says},
        status=Status.CURRENT,
        decisions=(*concept.decisions, term.decision),
    )
    return replace(known, concept=named)


def _own(term: Agreed, taken: set[str], language: str) -> Indicator:
    """An indicator that the room made: what to ask is agreed, how it is measured is for those who ask."""
    concept = Concept(
        id=new_id_of(term.label, taken),
        label={language: term.label},
        definition={language: term.meaning},
        decisions=(term.decision,),
    )
    return Indicator(
        concept=concept,
        about=term.concept or "",
        rights="ours",
        source="",
        licence="CC BY 4.0",
        attribution="",
        questions=(),
        answers={},
        mode="",
        direction="none",
        compute={},
        also={},
        limits=NOT_SETTLED,
        benchmark="",
    )
