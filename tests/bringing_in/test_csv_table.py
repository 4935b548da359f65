import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.csv_text import csv_text, spreadsheet_csv
from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.bringing_in.csv_table import from_csv
from kithmap.bringing_in.model import MOST_COLUMNS, MOST_ROWS


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_whatever_stands_between_cells_and_lines_the_table_is_the_same(sign: str, end: str) -> None:
    text = end.join(
        sign.join(row) for row in (["name", "lon", "lat"], ["Hall", "1.5", "2"], ["Park", "3", "4"])
    )
    table = from_csv(text + end)
    assert table.columns == ("name", "lon", "lat")
    assert [row.cells for row in table.rows] == [("Hall", "1.5", "2"), ("Park", "3", "4")]
    assert [row.number for row in table.rows] == [2, 3]


def test_rows_are_named_by_the_line_on_which_they_begin() -> None:
    table = from_csv('name,note\nHall,"two\nlines"\n\nPark,\n')
    assert [(row.number, row.cells) for row in table.rows] == [(2, ("Hall", "two\nlines")), (5, ("Park", ""))]


def test_columns_without_a_name_or_with_one_twice_are_told_apart() -> None:
    assert from_csv("name,,name,name (3)\na,b,c,d\n").columns == (
        "name",
        "column 2",
        "name (3)",
        "name (3) (4)",
    )


def test_a_formula_is_words_and_the_quote_that_a_spreadsheet_needs_is_taken_away() -> None:
    formula = '=HYPERLINK("https://evil.example","x")'
    written = spreadsheet_csv(["name"], [{"name": formula}, {"name": "-2 degrees"}]).decode("utf-8-sig")
    assert [row.cells for row in from_csv(written).rows] == [(formula,), ("-2 degrees",)]


def test_a_line_with_more_cells_than_columns_is_left_out() -> None:
    table = from_csv("name,lon\nHall,1,2\nPark,1,\n")
    assert [row.cells for row in table.rows] == [("Park", "1")]
    assert [each.row for each in table.left] == [2]


@pytest.mark.parametrize("text", ["", "\n\n", '"name\nHall', 'name\n"Ha"ll'])
def test_what_is_no_table_is_refused(text: str) -> None:
    with pytest.raises(BadInputError):
        from_csv(text)


@pytest.mark.parametrize(
    "text",
    [
        "name,lon,lat\n" + "Hall,1,2\n" * 1_000_000,
        "name\n" * (MOST_ROWS + 2),
        "\n" * 10_000_000,
        "," * 5_000_000,
        ",".join(["name"] * (MOST_COLUMNS + 1)) + "\n",
    ],
    ids=["a million rows", "one row too many", "lines", "cells", "columns"],
)
def test_what_is_too_much_is_refused_in_bounded_time_with_the_limit(text: str) -> None:
    began = time.process_time()
    with pytest.raises((TooLargeError, BadInputError)):
        from_csv(text)
    assert time.process_time() - began < 20


@given(
    st.lists(
        st.lists(
            st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00")), min_size=2, max_size=2
        )
    )
)
def test_what_was_written_as_csv_comes_back(rows: list[list[str]]) -> None:
    whole = [["a", "b"], *rows]
    found = from_csv(csv_text(whole[0], whole[1:]))
    wanted = [tuple(row) for row in rows if any(cell.strip() for cell in row)]
    assert [tuple(cell.lstrip("'") for cell in row.cells) for row in found.rows if any(row.cells)] == [
        tuple(("" if not cell.strip() else cell).lstrip("'") for cell in row) for row in wanted
    ]


@given(st.text(max_size=200))
def test_any_text_is_a_table_or_refused(text: str) -> None:
    try:
        table = from_csv(text)
    except (BadInputError, TooLargeError):
        return
    assert all(len(row.cells) == len(table.columns) for row in table.rows)
