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


FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings that spreadsheets take for a formula (OWASP: CSV injection)."""


def spreadsheet_csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> bytes:
    """Write a table for people: UTF-8 with a byte order mark, so that spreadsheets know it, and no cell that they reckon out.

    Args:
        columns: names, in order.
        rows: cells by column; a quote goes before what would be taken for a formula.
    """
    cells = ([_as_text(row[column]) for column in columns] for row in rows)
    return "\ufeff".encode() + csv_text(columns, cells).encode()


def _as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell


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


def csv_numbered_rows(text: str) -> list[tuple[int, list[str]]]:
    """Read a table, each row with the number of the line on which it begins, counted from one.

    Raises:
        UnreadableRowError: naming the first line that is none.
    """
    # At line feeds alone: Python's own lines end at other signs too, which may stand inside a cell.
    table = csv.reader(filter(None, re.split(r"(?<=\n)", text)), strict=True)
    rows, line = [], 1
    try:
        for row in table:
            rows.append((line, row))
            line = table.line_num + 1
    except csv.Error as error:
        raise UnreadableRowError(table.line_num, str(error)) from None
    return rows
