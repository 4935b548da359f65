"""Places out of a table: a line that names the columns, and a line for each place."""

from kithmap.basics.csv_text import UnreadableRowError, as_it_was, csv_numbered_rows
from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.bringing_in.gathering import Gathering
from kithmap.bringing_in.model import MOST_COLUMNS, MOST_ROWS, Table

SIGNS = ",;\t|"
"""What may stand between cells: a comma, or what is written in lands where a comma stands in numbers."""

MOST_LINES = 10 * MOST_ROWS
"""Notes have lines of their own."""
MOST_CELLS = 2_000_000


def from_csv(text: str, notes: tuple[str, ...] = ()) -> Table:
    """Return the rows of a table. Cells are text, whatever they begin with: nothing is worked out.

    Args:
        text: of the file.
        notes: what should be told of how it was read.

    Raises:
        TooLargeError: if there is too much in it.
        BadInputError: if it cannot be read, naming the line.
    """
    text = text if "\n" in text else text.replace("\r", "\n")
    rows = _rows(text)
    if not rows:
        raise BadInputError("This file is empty.")
    head = _head(rows[0][1])
    gathering = Gathering(notes=notes)
    gathering.name_columns(head)
    for line, row in rows[1:]:
        if len(row) > len(head) and any(cell.strip() for cell in row[len(head) :]):
            cells, columns = len(row), len(head)
            gathering.leave(
                line, BadInputError(f"There are {cells} cells where {columns} columns are named.")
            )
        else:
            gathering.add(line, {name: as_it_was(cell) for name, cell in zip(head, row, strict=False)})
    return gathering.table()


def _rows(text: str) -> list[tuple[int, list[str]]]:
    first, _, _ = text.lstrip().partition("\n")
    sign = max(SIGNS, key=first.count)
    if text.count("\n") > MOST_LINES or text.count(sign) > MOST_CELLS:
        raise TooLargeError(
            f"This file holds more than {MOST_ROWS} places. Please bring in a part of them: those around your area, say."
        )
    try:
        rows = csv_numbered_rows(text, sign)
    except UnreadableRowError as error:
        raise BadInputError(f"Line {error.line} cannot be read: {error.says}.") from None
    return [(line, row) for line, row in rows if any(cell.strip() for cell in row)]


def _head(row: list[str]) -> list[str]:
    """Return the columns' names, each its own: a nameless one is called by its place, one of several of a name by its number."""
    if len(row) > MOST_COLUMNS:
        raise TooLargeError(
            f"This table has {len(row)} columns; {MOST_COLUMNS} at most can be read. Please take out what is not needed."
        )
    found: list[str] = []
    for place, cell in enumerate(row, start=1):
        name = " ".join(cell.split())[:90] or f"column {place}"
        while name in found:
            name = f"{name} ({place})"
        found.append(name)
    return found
