"""What was read of a file, packed into one line of a form: so nothing of it waits on the server, and what was looked at comes in."""

import base64
import binascii
import zlib
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import orjson
from pydantic import TypeAdapter, ValidationError

from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.bringing_in.model import MOST_ROWS, Row, Table
from kithmap.bringing_in.shapes import shape_of

if TYPE_CHECKING:
    TablesAdapter = TypeAdapter[tuple[Table, ...]]

MOST_UNPACKED = 40_000_000
"""Bytes: more than a file of the largest size holds, written out."""

MOST_PACKED_MEGABYTES = 8
"""Of the line: a file of the largest size packs to some 3 MB."""

DAMAGED = "What you looked at did not come back whole. Nothing was changed. Please choose the file again."


@lru_cache(maxsize=1)
def _adapter() -> "TablesAdapter":
    return TypeAdapter(tuple[Table, ...])


def pack(tables: Sequence[Table]) -> str:
    """Return tables as one line of ASCII letters."""
    return base64.urlsafe_b64encode(zlib.compress(orjson.dumps(tables), 6)).decode()


def unpack(text: str) -> tuple[Table, ...]:
    """Return the tables that were packed.

    Raises:
        TooLargeError: if there is more in it than any file may hold.
        BadInputError: if it is damaged.
    """
    try:
        unpacker = zlib.decompressobj()
        written = unpacker.decompress(base64.urlsafe_b64decode(text.encode("ascii")), MOST_UNPACKED)
    except (ValueError, binascii.Error, zlib.error):
        raise BadInputError(DAMAGED) from None
    if unpacker.unconsumed_tail:
        raise TooLargeError(
            "This is more than a file may hold. Nothing was changed. Please choose a smaller file."
        )
    try:
        tables = _adapter().validate_json(written)
    except ValidationError:
        raise BadInputError(DAMAGED) from None
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
