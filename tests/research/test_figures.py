import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.csv_text import csv_rows
from kithmap.research.figures import NO_FIGURE, Column, Drawn, Figure, Words, as_csv, shown
from tests.research.drawn import figures


def upside_down(text: str) -> str:
    return text[::-1]


def test_ours_is_said_in_the_reader_s_language_and_people_s_own_words_stand() -> None:
    figure = Figure(
        "x",
        Words("Assets"),
        Words(""),
        Words("Kind"),
        (Column(Words("Oakham", own=True), decimals=1),),
        ((Words("Fern Hall", own=True), 2.25), (Words("Nobody said"), None)),
    )
    seen = shown(figure, upside_down)
    assert seen.title == "stessA"
    assert seen.heads == ("dniK", "Oakham")
    assert seen.rows == (("Fern Hall", "2.2"), ("dias ydoboN", NO_FIGURE.text))


def test_a_row_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Figure("x", Words("X"), Words(""), Words("Y"), (), ((Words("a"), 1),))


def test_a_column_is_of_numbers_where_no_word_stands_in_it() -> None:
    columns = (Column(Words("a")), Column(Words("b")))
    figure = Figure("x", Words("X"), Words(""), Words("Y"), columns, ((Words("r"), None, Words("none")),))
    assert shown(figure, str).numbers == (True, False)


@given(figures(Drawn.NOT))
def test_what_is_taken_away_is_what_is_shown(figure: Figure) -> None:
    seen = shown(figure, str)
    read = csv_rows(as_csv(seen).decode("utf-8-sig"))
    assert [[cell.removeprefix("'") for cell in row] for row in read] == [
        [cell.removeprefix("'") for cell in row] for row in (seen.heads, *seen.rows)
    ]


@given(st.text("=+-@\t ab'", min_size=1, max_size=5))
def test_no_title_is_reckoned_out_by_a_spreadsheet(title: str) -> None:
    figure = Figure(
        "x",
        Words("X"),
        Words(""),
        Words(title, own=True),
        (Column(Words("n")),),
        ((Words(title, own=True), 1),),
    )
    for row in csv_rows(as_csv(shown(figure, str)).decode("utf-8-sig")):
        assert not row[0].startswith(("=", "+", "-", "@", "\t"))
