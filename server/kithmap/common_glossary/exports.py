"""How each area says it, term by term: as rows of a table, and as JSON."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kithmap.basics.csv_text import spreadsheet_csv
from kithmap.common_glossary.carrying import Releases, concepts_of
from kithmap.common_glossary.model import Answer, Group, Held, Sheet
from kithmap.common_glossary.standing import arithmetic, verdict_on
from kithmap.glossary.common import Standing, Verdict
from kithmap.glossary.in_words import preferred
from kithmap.glossary.model import Concept, Match

COLUMNS = (
    "common_label",
    "common_definition",
    "common_id",
    "standing",
    "arithmetic",
    "area",
    "match",
    "label",
    "definition",
    "glossary_version",
    "address",
    "answer",
    "reason",
)


@dataclass(frozen=True, slots=True)
class Saying:
    """How one area says a term.

    Attributes:
        area: the area's id.
        name: what people call the area.
        concepts: its concepts in the group with how they are like the common term; none if it has no word for it.
        version: of its glossary; empty if it has published none.
        base: the address under which its concepts stand.
        glossary: its glossary's name in addresses.
        answer: what it said in the second round, or None.
    """

    area: str
    name: str
    concepts: tuple[tuple[Match, Concept], ...]
    version: str
    base: str
    glossary: str
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Told:
    """A group with what every area says.

    Attributes:
        group: the group.
        verdict: where it stands.
        sayings: of every area, in the order in which areas are listed.
    """

    group: Group
    verdict: Verdict
    sayings: tuple[Saying, ...]


def told(sheet: Sheet, releases: Releases) -> list[Told]:
    """Return every group with what each area says: common terms first, then by name."""
    concepts = concepts_of(releases)
    found = [told_of(sheet, group, concepts) for group in sheet.groups]

    def place(each: Told) -> tuple[bool, bool, str, str]:
        group = each.group
        return each.verdict.standing is not Standing.ENTERS, not group.label, group.label.casefold(), group.id

    return sorted(found, key=place)


def told_of(sheet: Sheet, group: Group, concepts: Mapping[Held, Concept]) -> Told:
    """Return one group with what each area says.

    Args:
        sheet: the round.
        group: one of it.
        concepts: those in use of all areas.
    """
    answers = sheet.answers_to(group)
    sayings = tuple(
        Saying(
            source.area,
            source.name,
            tuple(
                (match, concepts[held])
                for held, match in group.members.items()
                if held[0] == source.area and held in concepts
            ),
            str(source.version or ""),
            source.base,
            source.glossary,
            answers.get(source.area),
        )
        for source in sheet.round.sources
    )
    return Told(group, verdict_on(sheet, group), sayings)


def terms_csv(terms: Sequence[Told], language: str) -> bytes:
    """Write a row for each term and area as CSV."""
    return spreadsheet_csv(COLUMNS, (row for each in terms for row in _rows(each, language)))


def _rows(each: Told, language: str) -> Iterator[dict[str, str]]:
    common = {
        "common_label": each.group.label,
        "common_definition": each.group.definition,
        "common_id": each.group.concept,
        "standing": each.verdict.standing.value,
        "arithmetic": arithmetic(each.verdict),
    }
    for saying in each.sayings:
        answer = {
            "area": saying.name,
            "glossary_version": saying.version,
            "answer": _answer(saying.answer),
            "reason": saying.answer.reason if saying.answer else "",
        }
        for match, concept in saying.concepts:
            words = {
                "match": match.value,
                "label": preferred(concept.label, language),
                "definition": preferred(concept.definition, language),
                "address": f"{saying.base}{concept.id}",
            }
            yield {**common, **answer, **words}
        if not saying.concepts:
            yield {**common, **answer, **dict.fromkeys(("match", "label", "definition", "address"), "")}


def _answer(answer: Answer | None) -> str:
    if answer is None:
        return ""
    return "accepts" if answer.accepts else "objects"


def terms_document(terms: Sequence[Told], language: str) -> list[dict[str, Any]]:
    """Return what each area says as JSON values, a term after the other."""
    return [_document(each, language) for each in terms]


def _document(each: Told, language: str) -> dict[str, Any]:
    verdict = each.verdict
    return {
        "id": each.group.concept,
        "label": each.group.label,
        "definition": each.group.definition,
        "standing": verdict.standing.value,
        "holding": verdict.holding,
        "needed": verdict.needed,
        "areas": verdict.areas,
        "arithmetic": arithmetic(verdict),
        "said": [_said(saying, language) for saying in each.sayings],
    }


def _said(saying: Saying, language: str) -> dict[str, Any]:
    return {
        "area": saying.name,
        "glossary_version": saying.version,
        "answer": _answer(saying.answer),
        "reason": saying.answer.reason if saying.answer else "",
        "words": [
            {
                "match": match.value,
                "id": concept.id,
                "address": f"{saying.base}{concept.id}",
                "label": preferred(concept.label, language),
                "definition": preferred(concept.definition, language),
            }
            for match, concept in saying.concepts
        ],
    }
