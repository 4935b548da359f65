"""What was read of a file, packed into one line of a form: so nothing of it waits on the server, and what was looked at comes in."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import orjson
from pydantic import TypeAdapter

from kithmap.basics.errors import BadInputError
from kithmap.basics.packing import DAMAGED, packed, unpacked
from kithmap.bringing_in.model import MOST_ROWS, Row, Table
from kithmap.bringing_in.shapes import shape_of

if TYPE_CHECKING:
    TablesAdapter = TypeAdapter[tuple[Table, ...]]

MOST_UNPACKED = 40_000_000
"""Bytes: more than a file of the largest size holds, written out."""

MOST_PACKED_MEGABYTES = 8
"""Of the line: a file of the largest size packs to some 3 MB."""


@lru_cache(maxsize=1)
def _adapter() -> "TablesAdapter":
    return TypeAdapter(tuple[Table, ...])


def pack(tables: Sequence[Table]) -> str:
    """Return tables as one line of ASCII letters."""
    return packed(orjson.dumps(tables), 6)


def unpack(text: str) -> tuple[Table, ...]:
    """Return the tables that were packed.

    Raises:
        TooLargeError: if there is more in it than any file may hold.
        BadInputError: if it is damaged.
    """
    tables = unpacked(text, _adapter(), MOST_UNPACKED)
    return tuple(
        replace(each, rows=tuple(_sound(row, each) for row in each.rows[:MOST_ROWS])) for each in tables
    )


def _sound(row: Row, table: Table) -> Row:
    """Return a row whose cells and shape are as they were read: whoever sends the form could have changed it."""
    if len(row.cells) != len(table.columns):
        raise BadInputError(DAMAGED)
    if row.shape is None:
        return row
    return replace(row, shape=shape_of(row.shape.get("type"), row.shape.get("coordinates")))
