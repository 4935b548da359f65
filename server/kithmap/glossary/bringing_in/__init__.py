"""Bringing in a vocabulary that others wrote, as SKOS or CSV: what can be used, and what was refused and why.

Nothing is taken over silently: what comes out is shown to a person before anything enters a glossary. Nothing in a file is fetched,
opened or worked out, and how much of it is looked at is bounded before a reader sees it (``bounds``).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from kithmap.basics.errors import TooLargeError
from kithmap.glossary.bringing_in.bounds import require_few, utf8
from kithmap.glossary.bringing_in.rows import from_rows
from kithmap.glossary.checks import Fault, faults
from kithmap.glossary.model import Concept

MOST_BYTES = 20 * 1024 * 1024
"""Of a file: 20,000 concepts with their notes are some 15 MB of RDF/XML."""

Form = Literal["turtle", "xml", "json-ld", "csv"]


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What a file holds.

    Attributes:
        concepts: those that can be used.
        refused: what was left out, each with its reason.
    """

    concepts: tuple[Concept, ...]
    refused: tuple[Fault, ...]


def bring_in(content: bytes, form: Form, language: str) -> BroughtIn:
    """Read a vocabulary.

    Args:
        content: the file.
        form: how it is written.
        language: in which each concept must have a label and a definition.

    Raises:
        TooLargeError: if there is too much to be looked at.
        BadInputError: if it cannot be read as what it says it is, naming the line where that is known.
    """
    if len(content) > MOST_BYTES:
        raise TooLargeError(
            f"This file has {len(content) // 1_000_000} MB; {MOST_BYTES // 1_000_000} MB at most can be read."
        )
    text = utf8(content)
    if form == "csv":
        found, refused, lines = from_rows(text, language)
    else:
        from kithmap.glossary.bringing_in.rdf import from_rdf  # noqa: PLC0415 - it takes a third of a second

        found, refused = from_rdf(text, form)
        lines = {}
    require_few(len(found))
    return _sorted_out(found, refused, lines, language)


def _sorted_out(
    found: list[Concept], refused: Iterable[Fault], lines: dict[str, int], language: str
) -> BroughtIn:
    """Leave out what is unsound, and again what became unsound by that, until nothing is."""
    told: list[Fault] = list(refused)
    bad = {fault.concept for fault in told}
    kept = found
    while True:
        kept = [_without(concept, bad) for concept in kept if concept.id not in bad] if bad else kept
        wrong = faults(kept, language)
        if not wrong:
            return BroughtIn(tuple(kept), tuple(told))
        told += [_with_line(fault, lines) for fault in wrong]
        bad = {fault.concept for fault in wrong}


def _with_line(fault: Fault, lines: dict[str, int]) -> Fault:
    line = lines.get(fault.concept)
    return fault if line is None else replace(fault, says=f"Line {line}: {fault.says}")


def _without(concept: Concept, bad: set[str]) -> Concept:
    pointers = (concept.broader, concept.related, concept.replaced_by)
    if bad.isdisjoint(each for kind in pointers for each in kind):
        return concept
    broader, related, replaced_by = (tuple(each for each in kind if each not in bad) for kind in pointers)
    return replace(concept, broader=broader, related=related, replaced_by=replaced_by)
