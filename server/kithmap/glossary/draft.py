"""The next release, drafted from the last one and what rooms have agreed since."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from kithmap.glossary.model import Concept, Decision, Status

ID_LENGTH = 60

RESERVED = frozenset({"versions", "changes", "questionnaire", "terms"})
"""Words that stand in a glossary's addresses where its concepts' ids stand."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """A term that a room adopted.

    Attributes:
        label: its name.
        meaning: what it means.
        others: names by which it was proposed or known before, people's own words.
        concept: id of the concept that it was proposed for, or None for a new one.
        examples: titles of places that show it.
        decision: how it was agreed.
        editorial: whether only the wording is another: the meaning stays what it was.
    """

    label: str
    meaning: str
    others: tuple[str, ...]
    concept: str | None
    examples: tuple[str, ...]
    decision: Decision
    editorial: bool = False


def draft(
    last: Iterable[Concept], agreed: Iterable[Agreed], language: str, taken: Collection[str] = ()
) -> list[Concept]:
    """Return the concepts of the next release, in the order of their ids.

    Each adopted term becomes a concept or changes the one that it was proposed for. Names that fall away stay as other words for
    it. A term that comes again in a later workshop changes its concept again.

    Args:
        last: the concepts of the last release, or those that the project starts with.
        agreed: what was adopted since, oldest first.
        language: of what was agreed.
        taken: ids that no new concept may get: those of indicators.
    """
    concepts = {concept.id: concept for concept in last}
    for term in agreed:
        known = concepts.get(term.concept or "") or _by_label(concepts.values(), term.label, language)
        made = _changed(known, term, language) if known else _new(term, {*concepts, *taken}, language)
        concepts[made.id] = made
    return sorted(concepts.values(), key=lambda concept: concept.id)


def _by_label(concepts: Collection[Concept], label: str, language: str) -> Concept | None:
    """Return the concept in use of this name: the same word is the same concept until somebody says otherwise."""
    folded = label.casefold()
    found = (each for each in concepts if each.label.get(language, "").casefold() == folded)
    return next((each for each in found if each.status is Status.CURRENT), None)


def _changed(known: Concept, term: Agreed, language: str) -> Concept:
    before = known.definition.get(language, "")
    means_more = before != term.meaning and not term.editorial
    old_names = [known.label.get(language, ""), *known.alt.get(language, ()), *term.others]
    return replace(
        known,
        label={**known.label, language: term.label},
        definition={**known.definition, language: term.meaning},
        alt=_other_words(known.alt, old_names, term.label, language),
        example=_example(known.example, term, language),
        meaning=known.meaning + means_more,
        status=Status.CURRENT,
        replaced_by=(),
        decisions=(*known.decisions, term.decision),
    )


def _new(term: Agreed, taken: set[str], language: str) -> Concept:
    return Concept(
        id=new_id_of(term.label, taken),
        label={language: term.label},
        definition={language: term.meaning},
        alt=_other_words({}, term.others, term.label, language),
        example=_example({}, term, language),
        decisions=(term.decision,),
    )


def _other_words(
    known: Mapping[str, tuple[str, ...]], names: Iterable[str], label: str, language: str
) -> dict[str, tuple[str, ...]]:
    """Return the other words with these names among them, each once and none of them the label."""
    together: dict[str, str] = {}
    for name in names:
        if name and name.casefold() != label.casefold():
            together.setdefault(name.casefold(), name)
    rest = {each: words for each, words in known.items() if each != language}
    return {**rest, language: tuple(together.values())} if together else rest


def _example(known: Mapping[str, str], term: Agreed, language: str) -> dict[str, str]:
    return {**known, language: "; ".join(term.examples)} if term.examples else dict(known)


def new_id_of(label: str, taken: Collection[str]) -> str:
    """Return an id for a new concept, made from its first label; what is taken gets a number behind it."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:ID_LENGTH].strip("_")
    if not stem or not stem[0].isalpha():
        stem = f"term_{stem}".strip("_")
    number, found = 2, stem
    while found in taken or found in RESERVED:
        found = f"{stem}_{number}"
        number += 1
    return found


def withdraw(
    concepts: Iterable[Concept], concept_id: str, replaced_by: tuple[str, ...] = ()
) -> list[Concept]:
    """Return the concepts with one no longer in use: its id and words stay, and it says what to use instead.

    What stood below it stands below what was above it.
    """
    known = {concept.id: concept for concept in concepts}
    gone = known[concept_id]
    known[concept_id] = replace(
        gone, status=Status.WITHDRAWN, replaced_by=replaced_by, broader=(), related=()
    )
    for each in known.values():
        if concept_id in each.broader or concept_id in each.related:
            above = tuple(
                dict.fromkeys(up for old in each.broader for up in _instead(old, concept_id, gone.broader))
            )
            near = tuple(other for other in each.related if other != concept_id)
            known[each.id] = replace(each, broader=above, related=near)
    return list(known.values())


def _instead(old: str, gone: str, above: tuple[str, ...]) -> tuple[str, ...]:
    return above if old == gone else (old,)
