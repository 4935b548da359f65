"""Bringing in a vocabulary that others wrote, as SKOS or CSV: what can be used, and what was refused and why.

Nothing is taken over silently: what comes out is shown to a person before anything enters a glossary.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from kithmap.basics.csv_text import UnreadableRowError, csv_rows
from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.glossary.checks import MOST_CONCEPTS, Fault, faults
from kithmap.glossary.draft import new_id_of
from kithmap.glossary.model import Concept, Match, Status

if TYPE_CHECKING:
    from rdflib import Graph

MOST_BYTES = 20 * 1024 * 1024
"""Of a file: 20,000 concepts with their notes are some 15 MB of RDF/XML."""

Form = Literal["turtle", "xml", "json-ld", "csv"]

LABELS = ("label", "preferred label", "preflabel", "term", "name")
DEFINITIONS = ("definition", "meaning", "description")
ALTERNATIVES = ("other_words", "other words", "alternative labels", "altlabel", "synonyms")


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
        TooLargeError: if it is too large to be looked at.
        BadInputError: if it cannot be read as what it says it is, naming the line where that is known.
    """
    if len(content) > MOST_BYTES:
        raise TooLargeError(
            f"This file has {len(content) // 1_000_000} MB; {MOST_BYTES // 1_000_000} MB at most can be read."
        )
    found = _from_csv(content, language) if form == "csv" else _from_skos(content, form)
    return _sorted_out(found, language)


def _sorted_out(found: list[Concept], language: str) -> BroughtIn:
    """Leave out what is unsound, and again what became unsound by that, until nothing is."""
    refused: list[Fault] = []
    kept = found
    while True:
        wrong = [fault for fault in faults(kept, language) if fault.concept]
        if not wrong:
            if len(kept) > MOST_CONCEPTS:
                raise TooLargeError(f"There are {len(kept)} concepts; {MOST_CONCEPTS} at most can be used.")
            return BroughtIn(tuple(kept), tuple(refused))
        refused += wrong
        bad = {fault.concept for fault in wrong}
        kept = [_without(concept, bad) for concept in kept if concept.id not in bad]


def _without(concept: Concept, bad: set[str]) -> Concept:
    return replace(
        concept,
        broader=tuple(each for each in concept.broader if each not in bad),
        related=tuple(each for each in concept.related if each not in bad),
        replaced_by=tuple(each for each in concept.replaced_by if each not in bad),
    )


# SKOS


def _from_skos(content: bytes, form: Form) -> list[Concept]:
    from rdflib import Graph  # noqa: PLC0415 - it takes a third of a second to load
    from rdflib.namespace import RDF, SKOS  # noqa: PLC0415

    if form == "xml" and re.search(rb"<!(DOCTYPE|ENTITY)", content, re.IGNORECASE):
        raise BadInputError(
            "This file defines entities of its own, which could make it endless. Please save it without a DOCTYPE."
        )
    if form == "json-ld" and b'"@context"' in content and re.search(rb'"@context"\s*:\s*"https?:', content):
        raise BadInputError(
            "This file gets its meaning from another address. Please save it with its context written out."
        )
    graph = Graph()
    try:
        graph.parse(data=content, format=form)
    except Exception as error:  # noqa: BLE001 - its parsers raise whatever comes to hand
        raise BadInputError(f"This cannot be read as {form}: {' '.join(str(error).split())[:200]}") from None
    addresses = sorted(str(each) for each in set(graph.subjects(RDF.type, SKOS.Concept)))
    if not addresses:
        raise BadInputError("There is no SKOS concept in this file.")
    ids = _ids(addresses)
    return [_concept(graph, address, ids) for address in addresses]


def _ids(addresses: Iterable[str]) -> dict[str, str]:
    """Return an id for each address, made from its last part."""
    taken: set[str] = set()
    found: dict[str, str] = {}
    for address in addresses:
        last = re.split(r"[/#:]", address.rstrip("/#"))[-1]
        found[address] = new_id_of(last, taken)
        taken.add(found[address])
    return found


def _concept(graph: "Graph", address: str, ids: dict[str, str]) -> Concept:
    from rdflib import OWL, URIRef  # noqa: PLC0415 - see above
    from rdflib.namespace import DCTERMS, SKOS  # noqa: PLC0415

    at = URIRef(address)

    def words(predicate: Any) -> dict[str, str]:
        texts = sorted(graph.objects(at, predicate), key=str)
        return {str(getattr(text, "language", None) or ""): str(text) for text in texts}

    def pointers(predicate: Any) -> tuple[str, ...]:
        return tuple(
            ids.get(str(other), str(other)) for other in sorted(graph.objects(at, predicate), key=str)
        )

    alt: dict[str, tuple[str, ...]] = {}
    for text in sorted(graph.objects(at, SKOS.altLabel), key=str):
        language = str(getattr(text, "language", None) or "")
        alt[language] = (*alt.get(language, ()), str(text))
    withdrawn = str(graph.value(at, OWL.deprecated)).lower() == "true"
    return Concept(
        id=ids[address],
        label=words(SKOS.prefLabel),
        definition=words(SKOS.definition),
        alt=alt,
        scope=words(SKOS.scopeNote),
        example=words(SKOS.example),
        broader=pointers(SKOS.broader),
        related=() if withdrawn else tuple(each for each in pointers(SKOS.related)),
        matches={Match.EXACT: (address,)},
        status=Status.WITHDRAWN if withdrawn else Status.CURRENT,
        replaced_by=pointers(DCTERMS.isReplacedBy) if withdrawn else (),
    )


# CSV


def _from_csv(content: bytes, language: str) -> list[Concept]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BadInputError(
            f"Line {line} is not written in UTF-8. Please save the file as “CSV UTF-8”."
        ) from None
    try:
        rows = csv_rows(text)
    except UnreadableRowError as error:
        raise BadInputError(f"Line {error.line} cannot be read: {error.says}.") from None
    if not any(map(any, rows)):
        raise BadInputError("This file is empty.")
    columns = {name.strip().casefold(): place for place, name in enumerate(rows[0])}
    label, definition = _column(columns, LABELS), _column(columns, DEFINITIONS)
    if label is None or definition is None:
        raise BadInputError(
            "The first line has to name the columns; two of them are “label” and “definition”."
        )
    return list(
        _rows(rows[1:], label, definition, _column(columns, ALTERNATIVES), columns.get("id"), language)
    )


def _column(columns: dict[str, int], names: tuple[str, ...]) -> int | None:
    return next((columns[name] for name in names if name in columns), None)


def _rows(
    rows: list[list[str]], label: int, definition: int, others: int | None, given: int | None, language: str
) -> Iterator[Concept]:
    taken: set[str] = set()
    for row in rows:
        cells = [cell.strip() for cell in row]
        name = _cell(cells, label)
        if not any(cells):
            continue
        wish = _cell(cells, given)
        concept_id = new_id_of(wish or name, taken)
        taken.add(concept_id)
        alternatives = tuple(part.strip() for part in re.split(r"[|;]", _cell(cells, others)) if part.strip())
        yield Concept(
            id=concept_id,
            label={language: name} if name else {},
            definition={language: text} if (text := _cell(cells, definition)) else {},
            alt={language: alternatives} if alternatives else {},
        )


def _cell(cells: list[str], place: int | None) -> str:
    text = cells[place] if place is not None and place < len(cells) else ""
    # Our own tables put a quote before what a spreadsheet would reckon out.
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in "=+-@" else text
