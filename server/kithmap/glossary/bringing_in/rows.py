"""Concepts out of a table."""

import re
from dataclasses import dataclass

from kithmap.basics.csv_text import UnreadableRowError, csv_numbered_rows
from kithmap.basics.errors import BadInputError
from kithmap.glossary.bringing_in.bounds import Ids, check_rows, require_few
from kithmap.glossary.checks import Fault
from kithmap.glossary.model import Concept

LABELS = ("label", "preferred label", "preflabel", "term", "name")
DEFINITIONS = ("definition", "meaning", "description")
ALTERNATIVES = ("other_words", "other words", "alternative labels", "altlabel", "synonyms")

FORMULA = re.compile(r"[=@]|[+-][\w(]")
"""How a cell begins that a spreadsheet reckons out (OWASP: CSV injection); a dash before a word of a list is none."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Places of the columns that are read; None where there is none."""

    label: int
    definition: int
    others: int | None
    id: int | None


def from_rows(text: str, language: str) -> tuple[list[Concept], list[Fault], dict[str, int]]:
    """Return the concepts of a table, what cannot be used of it, and the line of each concept.

    Args:
        text: CSV with a line that names the columns.
        language: of its words.

    Raises:
        TooLargeError: if there is too much in it.
        BadInputError: if it cannot be read, naming the line.
    """
    check_rows(text)
    try:
        rows = [(line, [cell.strip() for cell in row]) for line, row in csv_numbered_rows(text)]
    except UnreadableRowError as error:
        raise BadInputError(f"Line {error.line} cannot be read: {error.says}.") from None
    rows = [(line, row) for line, row in rows if any(row)]
    if not rows:
        raise BadInputError("This file is empty.")
    columns = _columns(rows[0][1])
    require_few(len(rows) - 1)
    ids, lines = Ids(), dict[str, int]()
    concepts: list[Concept] = []
    refused: list[Fault] = []
    for line, row in rows[1:]:
        concept = _concept(row, columns, ids, language)
        lines[concept.id] = line
        concepts.append(concept)
        refused += [
            Fault(concept.id, f"Line {line}: “{cell[:20]}” is a formula. Write words in its place.")
            for place, cell in enumerate(row)
            if place in {columns.label, columns.definition, columns.others} and FORMULA.match(cell)
        ]
    return concepts, refused, lines


def _columns(head: list[str]) -> _Columns:
    places = {name.casefold(): place for place, name in enumerate(head)}

    def first(names: tuple[str, ...]) -> int | None:
        return next((places[name] for name in names if name in places), None)

    label, definition = first(LABELS), first(DEFINITIONS)
    if label is None or definition is None:
        raise BadInputError(
            "The first line has to name the columns; two of them are “label” and “definition”."
        )
    return _Columns(label, definition, first(ALTERNATIVES), places.get("id"))


def _concept(row: list[str], columns: _Columns, ids: Ids, language: str) -> Concept:
    label, definition = _cell(row, columns.label), _cell(row, columns.definition)
    others = tuple(part.strip() for part in re.split(r"[|;]", _cell(row, columns.others)) if part.strip())
    return Concept(
        id=ids.new(_cell(row, columns.id) or label),
        label={language: label} if label else {},
        definition={language: definition} if definition else {},
        alt={language: others} if others else {},
    )


def _cell(row: list[str], place: int | None) -> str:
    text = row[place] if place is not None and place < len(row) else ""
    # Our own tables put a quote before what a spreadsheet would reckon out.
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in "=+-@" else text
