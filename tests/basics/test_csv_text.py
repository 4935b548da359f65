import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.csv_text import (
    UnreadableRowError,
    as_it_was,
    csv_rows,
    csv_text,
    no_formula,
    spreadsheet_csv,
)

cells = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=12)
tables = st.lists(st.lists(cells, min_size=2, max_size=2), max_size=6)


@given(tables)
def test_a_table_is_read_as_it_was_written(rows: list[list[str]]) -> None:
    assert csv_rows(csv_text(("one", "other"), rows)) == [["one", "other"], *rows]


@given(tables)
def test_python_s_own_reader_reads_the_same(rows: list[list[str]]) -> None:
    assert list(csv.reader(io.StringIO(csv_text(("one", "other"), rows), newline=""))) == [
        ["one", "other"],
        *rows,
    ]


def test_lines_end_as_the_standard_has_it() -> None:
    assert csv_text(("a", "b"), [(1, "x\ny")]) == 'a,b\r\n1,"x\ny"\r\n'


def test_an_open_quote_is_told_with_its_line() -> None:
    with pytest.raises(UnreadableRowError) as caught:
        csv_rows('a,b\r\n"open,1\r\n')
    assert caught.value.line >= 2


@given(st.lists(cells, max_size=6))
def test_no_cell_for_people_is_reckoned_out(given: list[str]) -> None:
    written = spreadsheet_csv(("said",), ({"said": cell} for cell in given)).decode("utf-8-sig")
    rows = csv_rows(written)[1:] if any(given) else []
    for cell, (read,) in zip(given if rows else [], (row or [""] for row in rows), strict=True):
        assert as_it_was(read) == cell
        assert not read.lstrip().startswith(("=", "+", "-", "@", "\uff1d"))
        assert not read.startswith(("\t", "\r", "\n"))


def test_a_table_for_people_begins_with_the_mark_that_spreadsheets_look_for() -> None:
    assert spreadsheet_csv(("a",), [{"a": "=1+1"}]) == b"\xef\xbb\xbfa\r\n'=1+1\r\n"


@pytest.mark.parametrize(
    "cell", ["=1+1", "+44 1572", "-", "@sum", "\tx", "\r", " =1", "'=1", "''@", "\uff1d1", "\n-1"]
)
def test_what_looks_like_a_formula_gets_a_quote_and_loses_it_again(cell: str) -> None:
    assert no_formula(cell) == f"'{cell}"
    assert as_it_was(no_formula(cell)) == cell


@pytest.mark.parametrize("cell", ["", "a = b", "'tis the hall", "1-2", "naïve"])
def test_other_words_stay_as_they_are(cell: str) -> None:
    assert no_formula(cell) == cell == as_it_was(cell)
