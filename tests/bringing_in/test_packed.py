import base64
import time
import zlib

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.bringing_in.model import MOST_ROWS, Coordinates, Left, Row, Table
from kithmap.bringing_in.packed import MOST_PACKED_MEGABYTES, MOST_UNPACKED, pack, unpack
from tests.bringing_in.tables import at

TABLE = Table(
    "parks",
    ("name", "note"),
    (Row(1, ("Hall", "“tea”")), Row(2, ("Park", ""), at(1, 2))),
    (Left(3, "Why."),),
    Coordinates.BRITISH_GRID,
    ("Read as Windows-1252.",),
)


def packed_json(value: object) -> str:
    return base64.urlsafe_b64encode(zlib.compress(orjson.dumps(value))).decode()


def test_what_was_packed_comes_back() -> None:
    assert unpack(pack([TABLE, TABLE])) == (TABLE, TABLE)


def test_it_is_one_line_of_letters_that_a_form_sends_as_they_are() -> None:
    assert set(pack([TABLE])) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=")


def test_a_file_of_the_largest_size_fits_a_form() -> None:
    rows = tuple(
        Row(each, tuple(f"{each * part % 9973} words" for part in range(20)), at(each, each))
        for each in range(MOST_ROWS)
    )
    large = Table("", tuple(f"c{each}" for each in range(20)), rows)
    assert len(pack([large])) < MOST_PACKED_MEGABYTES * 1_000_000


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not base64!",
        "ünï",
        base64.urlsafe_b64encode(b"not zlib").decode(),
        packed_json({"name": 7}),
        packed_json([{"name": "x", "columns": ["a"], "rows": [{"number": 1, "cells": []}]}]),
        packed_json(
            [{"name": "x", "columns": [], "rows": [{"number": 1, "cells": [], "shape": {"type": "Point"}}]}]
        ),
        packed_json([{"name": "x", "columns": [], "rows": [{"number": "one", "cells": []}]}]),
        pack([TABLE])[:-9],
    ],
)
def test_what_was_changed_on_the_way_is_refused(text: str) -> None:
    with pytest.raises(BadInputError):
        unpack(text)


def test_a_line_that_unpacks_to_too_much_is_refused_before_it_does() -> None:
    bomb = base64.urlsafe_b64encode(zlib.compress(b" " * (MOST_UNPACKED * 3))).decode()
    began = time.process_time()
    with pytest.raises(TooLargeError):
        unpack(bomb)
    assert time.process_time() - began < 20


@given(st.text(max_size=200))
def test_any_text_is_tables_or_refused(text: str) -> None:
    try:
        unpack(text)
    except (BadInputError, TooLargeError) as refused:
        told = refused.message
        assert told
