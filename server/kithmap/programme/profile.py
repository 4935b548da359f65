"""An area's census profile: how many people are in each category, read from a CSV file."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kithmap.basics.census import CENSUS
from kithmap.basics.words import said

COLUMNS = ("attribute", "category", "count")
MOST_BYTES = 100_000
"""Of a file: the whole template has 22 lines."""

MOST_FAULTS = 20
"""Told at once; a file with more is of another kind."""

MOST_PEOPLE = 100_000_000
"""In one category: more than live in England and Wales."""

LONGEST_SOURCE = 200


@dataclass(frozen=True, slots=True)
class CensusProfile:
    """Who lives in an area.

    Attributes:
        counts: people by category, by attribute; attributes and categories of ``kithmap.basics.census``, each attribute whole.
        source: where the numbers come from, in words.
        day: which day they tell of, or None if nobody noted it.
    """

    counts: Mapping[str, Mapping[str, int]]
    source: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in a file.

    Attributes:
        line: counted from 1, the line of column names.
        column: its name, or empty where it is the whole line.
        words: what is wrong and what to do.
    """

    line: int
    column: str
    words: str


def template() -> str:
    """Return a file to fill in: every category, without counts. It is not accepted before they are."""
    lines = [
        f"{attribute},{category}," for attribute, categories in CENSUS.items() for category in categories
    ]
    return "\r\n".join([",".join(COLUMNS), *lines, ""])


def read_profile(file: bytes) -> tuple[dict[str, dict[str, int]], list[Fault]]:
    """Read a census profile.

    Args:
        file: CSV (RFC 4180) in UTF-8, with a line of column names: attribute, category, count. Lines may come in any order; empty
            ones are passed over. An attribute may be left out, but only whole.

    Returns:
        The counts, and all that is wrong with the file, at most ``MOST_FAULTS``. With any fault the counts are worth nothing.
    """
    if len(file) > MOST_BYTES:
        return {}, [
            Fault(1, "", said("This file is too long for a census profile. The template has 22 lines."))
        ]
    try:
        text = file.decode("utf-8-sig")
    except UnicodeDecodeError:
        return {}, [Fault(1, "", said("This file is not in UTF-8. Please save it as “CSV UTF-8”."))]
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    reader = csv.reader([f"{line}\n" for line in plain.split("\n")], strict=True)
    counts: dict[str, dict[str, int]] = {}
    faults: list[Fault] = []
    try:
        faults += _rows(reader, counts)
    except csv.Error:
        faults.append(
            Fault(reader.line_num, "", said("The quotation marks in this line do not fit together."))
        )
    if not faults:
        faults += _gaps(counts, reader.line_num)
    return counts, faults[:MOST_FAULTS]


def _rows(reader: Iterator[list[str]], counts: dict[str, dict[str, int]]) -> Iterator[Fault]:
    header = [name.strip().lower() for name in next(reader, [])]
    if header != list(COLUMNS):
        yield Fault(1, "", said("The first line has to name the columns: attribute,category,count."))
        return
    for row in reader:
        cells = [cell.strip() for cell in row]
        if any(cells):
            yield from _row(reader.line_num, cells, counts)  # type: ignore[attr-defined]


def _row(line: int, cells: list[str], counts: dict[str, dict[str, int]]) -> Iterator[Fault]:
    if len(cells) != len(COLUMNS):
        yield Fault(line, "", said("This line needs three parts, with a comma between."))
        return
    attribute, category, typed = cells
    if attribute not in CENSUS:
        yield Fault(line, "attribute", said("This is none of the attributes of the template."))
    elif category not in CENSUS[attribute]:
        yield Fault(line, "category", said("This is none of the categories of this attribute."))
    elif category in counts.get(attribute, {}):
        yield Fault(line, "category", said("This category stands in the file twice."))
    elif (count := _count(typed)) is None:
        yield Fault(
            line, "count", said("This has to be a whole number, such as 1200, without a comma or a sign.")
        )
    else:
        counts.setdefault(attribute, {})[category] = count


def _count(typed: str) -> int | None:
    if not typed.isascii() or not typed.isdigit() or len(typed) > len(str(MOST_PEOPLE)):
        return None
    count = int(typed)
    return count if count <= MOST_PEOPLE else None


def _gaps(counts: Mapping[str, Mapping[str, int]], line: int) -> Iterator[Fault]:
    if not counts:
        yield Fault(max(line, 1), "", said("There are no counts in this file."))
    for attribute, given in counts.items():
        if missing := [category for category in CENSUS[attribute] if category not in given]:
            words = said("Of one attribute the file has some categories only. Missing:")
            yield Fault(line, "category", f"{words} {attribute}: {', '.join(missing)}.")
        elif not sum(given.values()):
            yield Fault(line, "count", said("All counts of one attribute are 0, so nothing can be compared."))
