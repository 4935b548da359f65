"""A release as tables: concepts, indicators in the field names of Open SDG, and a list of questions ready for a survey."""

from collections.abc import Iterable, Mapping, Sequence

from kithmap.basics.csv_text import csv_text
from kithmap.glossary.in_words import preferred
from kithmap.glossary.model import Concept, Indicator, Release

CONCEPT_COLUMNS = (
    "id",
    "label",
    "definition",
    "other_words",
    "scope",
    "example",
    "broader",
    "related",
    "status",
    "replaced_by",
    "meaning",
    "since_version",
    "agreed_on",
    "outcome",
    "minority_statements",
    "consult",
)

INDICATOR_COLUMNS = (
    "indicator_number",
    "indicator_name",
    "indicator_definition",
    "national_geographical_coverage",
    "computation_units",
    "computation_calculations",
    "other_info",
    "source_organisation_1",
    "source_url_text_1",
    "data_collection_method",
    "questions_used",
    "comparability",
    "rights",
    "direction",
    "instrument_version",
    "glossary_version",
)
"""After the metadata fields of Open SDG (docs/metadata-format), with what a survey needs beside them."""

QUESTION_COLUMNS = ("indicator", "position", "key", "question", "answers", "how_to_ask", "attribution")

OTHER_ANSWERS = {
    "count": "a number",
    "pairs": "yes or no, one by one",
    "map": "none: it is counted on the map",
    "from_source": "as in the source",
}
"""Sorts of answers that are no list, as they are read out."""

BETWEEN = " | "
"""Between several values in one cell: no wording holds it."""

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings that spreadsheets take for a formula (OWASP: CSV injection)."""


def concepts_csv(release: Release) -> bytes:
    """Write the concepts as CSV (RFC 4180), UTF-8 with a byte order mark, so that spreadsheets know it."""
    language = release.scheme.language
    return _csv(CONCEPT_COLUMNS, (_concept_row(each, language) for each in release.concepts))


def indicators_csv(release: Release, area: str) -> bytes:
    """Write the indicators' metadata as CSV.

    Args:
        release: of which glossary.
        area: where they are used.
    """
    return _csv(INDICATOR_COLUMNS, (_indicator_row(each, release, area) for each in release.indicators))


def questionnaire_csv(release: Release) -> bytes:
    """Write every question that may be asked, in order, with its answers; indicators without a wording are left out."""
    rows = (row for each in release.indicators for row in _question_rows(each, release.scheme.language))
    return _csv(QUESTION_COLUMNS, rows)


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    cells = ([_safe(row[column]) for column in columns] for row in rows)
    return "\ufeff".encode() + csv_text(columns, cells).encode()


def _safe(text: str) -> str:
    """Return a cell that no spreadsheet reckons out: a quote before it keeps it text."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def _concept_row(concept: Concept, language: str) -> dict[str, str]:
    last = concept.decisions[-1] if concept.decisions else None
    statements = [text for decision in concept.decisions for text in decision.minority]
    return {
        "id": concept.id,
        "label": preferred(concept.label, language),
        "definition": preferred(concept.definition, language),
        "other_words": BETWEEN.join(concept.alt.get(language, ())),
        "scope": preferred(concept.scope, language),
        "example": preferred(concept.example, language),
        "broader": BETWEEN.join(concept.broader),
        "related": BETWEEN.join(concept.related),
        "status": concept.status.value,
        "replaced_by": BETWEEN.join(concept.replaced_by),
        "meaning": str(concept.meaning),
        "since_version": str(concept.first or ""),
        "agreed_on": last.on.isoformat() if last else "",
        "outcome": last.outcome if last else "",
        "minority_statements": BETWEEN.join(statements),
        "consult": BETWEEN.join(concept.consult),
    }


def _indicator_row(indicator: Indicator, release: Release, area: str) -> dict[str, str]:
    language = release.scheme.language
    return {
        "indicator_number": indicator.concept.id,
        "indicator_name": preferred(indicator.concept.label, language),
        "indicator_definition": preferred(indicator.concept.definition, language),
        "national_geographical_coverage": area,
        "computation_units": _units(indicator),
        "computation_calculations": calculation(indicator.compute),
        "other_info": indicator.limits,
        "source_organisation_1": indicator.source,
        "source_url_text_1": indicator.benchmark,
        "data_collection_method": indicator.mode,
        "questions_used": BETWEEN.join(text for _, text in indicator.questions),
        "comparability": comparability(indicator),
        "rights": f"{indicator.rights}: {indicator.licence}",
        "direction": indicator.direction,
        "instrument_version": str(indicator.instrument),
        "glossary_version": str(release.version),
    }


def comparability(indicator: Indicator) -> str:
    """Return beside what an indicator's figures may stand."""
    same = f"Comparable only with figures of instrument version {indicator.instrument}."
    return f"{same} {indicator.comparability}".rstrip()


def _units(indicator: Indicator) -> str:
    function = str(indicator.compute.get("function", ""))
    if function.startswith("percent"):
        return "percent of people"
    scale = indicator.answers.get("scale")
    return f"{function}, {scale[0]} to {scale[1]}" if scale else function


def calculation(compute: Mapping[str, object]) -> str:
    """Return a computation as its name and arguments: ``percent_of (answers: [1, 2])``."""
    rest = ", ".join(f"{name}: {value}" for name, value in compute.items() if name != "function")
    return f"{compute.get('function', '')} ({rest})" if rest else str(compute.get("function", ""))


def _question_rows(indicator: Indicator, language: str) -> Iterable[dict[str, str]]:
    for position, (key, text) in enumerate(indicator.questions, start=1):
        yield {
            "indicator": indicator.concept.id,
            "position": str(position),
            "key": key,
            "question": text,
            "answers": answers_in_words(indicator.answers),
            "how_to_ask": indicator.mode,
            "attribution": indicator.attribution or f"{indicator.source}, {indicator.licence}, {language}",
        }


def answers_in_words(answers: Mapping[str, object]) -> str:
    """Return a response list as one line, as it is read out."""
    match answers:
        case {"scale": [low, high], "low": low_words, "high": high_words}:
            return f"{low} ({low_words}) to {high} ({high_words})"
        case {"list": list(options), "from": int(first)}:
            return BETWEEN.join(f"{number} {option}" for number, option in enumerate(options, start=first))
        case {"positions": list(positions)}:
            return BETWEEN.join(map(str, positions))
        case _:
            told = (OTHER_ANSWERS.get(name, f"{name}: {value}") for name, value in answers.items())
            return BETWEEN.join(told)
