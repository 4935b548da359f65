"""Tables as CSV (RFC 4180) and back, as text: nothing here opens a file."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class _Lines:
    """What the writer writes to."""

    written: list[str] = field(default_factory=list)

    def write(self, line: str, /) -> None:
        """Keep a line."""
        self.written.append(line)


def csv_text(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """Write a table: a header, then the rows, each ended by CR LF."""
    lines = _Lines()
    table = csv.writer(lines, lineterminator="\r\n", strict=True)
    table.writerow(columns)
    table.writerows(rows)
    return "".join(lines.written)


FORMULA = re.compile(r"'*[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|'*[\t\r\n]")
"""Beginnings that spreadsheets take for a formula, in their wide forms too (OWASP: CSV injection); behind quotes as well, so that
a quote that was put before them can be told from one that was there."""


def no_formula(cell: str) -> str:
    """Return words so that no spreadsheet reckons them out: with a quote before what would be taken for a formula."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def as_it_was(cell: str) -> str:
    """Return the words of which :func:`no_formula` made a cell."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def spreadsheet_csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """Write a table for people: UTF-8 with a byte order mark, so that spreadsheets know it, and no cell that they reckon out.

    Args:
        columns: names, in order.
        rows: cells by column; a quote goes before what would be taken for a formula.
    """
    return spreadsheet_table(columns, ([row[column] for column in columns] for row in rows))


def spreadsheet_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write a table for people, as :func:`spreadsheet_csv` does, whose heads may be anybody's words and come twice.

    Args:
        heads: of the columns, in order.
        rows: cells in the same order; a quote goes before what would be taken for a formula, in the heads too.
    """
    cells = ([no_formula(cell) for cell in row] for row in rows)
    return "\ufeff".encode() + csv_text([no_formula(head) for head in heads], cells).encode()


class UnreadableRowError(ValueError):
    """A row that is no CSV.

    Args:
        line: the line, counted from one.
        says: what is wrong with it.
    """

    def __init__(self, line: int, says: str) -> None:
        """Keep where it is."""
        super().__init__(f"line {line}: {says}")
        self.line = line
        self.says = says


def csv_rows(text: str) -> list[list[str]]:
    """Read a table.

    Raises:
        UnreadableRowError: naming the first line that is none.
    """
    return [row for _, row in csv_numbered_rows(text)]


def csv_numbered_rows(text: str, delimiter: str = ",") -> list[tuple[int, list[str]]]:
    """Read a table, each row with the number of the line on which it begins, counted from one.

    Args:
        text: the table.
        delimiter: what stands between two cells.

    Raises:
        UnreadableRowError: naming the first line that is none.
    """
    # At line feeds alone: Python's own lines end at other signs too, which may stand inside a cell.
    table = csv.reader(filter(None, re.split(r"(?<=\n)", text)), delimiter=delimiter, strict=True)
    rows, line = [], 1
    try:
        for row in table:
            rows.append((line, row))
            line = table.line_num + 1
    except csv.Error as error:
        raise UnreadableRowError(table.line_num, str(error)) from None
    return rows
