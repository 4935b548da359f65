import pytest

from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.bringing_in.gathering import MOST_LEFT, Gathering
from kithmap.bringing_in.model import (
    MOST_ALL_CORNERS,
    MOST_ALL_LETTERS,
    MOST_COLUMNS,
    MOST_CORNERS,
    MOST_LETTERS,
    MOST_ROWS,
)

LINE = {"type": "LineString", "coordinates": [(0.0, 0.0)] * MOST_CORNERS}


def test_rows_have_a_cell_for_every_column_that_any_of_them_names() -> None:
    gathering = Gathering("parks")
    gathering.name_columns(["name"])
    gathering.add(1, {"note": " tea ", "name": "Hall"})
    gathering.add(2, {"stars": "4"})
    table = gathering.table()
    assert (table.name, table.columns) == ("parks", ("name", "note", "stars"))
    assert [row.cells for row in table.rows] == [("Hall", " tea ", ""), ("", "", "4")]


def test_too_many_rows_of_any_sort_are_refused() -> None:
    gathering = Gathering()
    for number in range(MOST_ROWS // 2):
        gathering.add(number, {})
        gathering.leave(number, BadInputError("Why."))
    with pytest.raises(TooLargeError, match=str(MOST_ROWS)):
        gathering.add(1, {})


def test_too_many_corners_together_are_refused() -> None:
    gathering = Gathering()
    for number in range(MOST_ALL_CORNERS // MOST_CORNERS):
        gathering.add(number, {}, LINE)
    with pytest.raises(TooLargeError, match="corners together"):
        gathering.add(9, {}, LINE)


def test_too_many_words_are_refused() -> None:
    gathering = Gathering()
    cells = {f"c{number}": "x" * MOST_LETTERS for number in range(MOST_COLUMNS)}
    for number in range(MOST_ALL_LETTERS // (MOST_LETTERS * MOST_COLUMNS)):
        gathering.add(number, cells)
    with pytest.raises(TooLargeError, match="too many words"):
        gathering.add(9, cells)


def test_what_was_cut_or_passed_over_is_told_once() -> None:
    gathering = Gathering(notes=("Read as Windows-1252.",))
    for number in range(3):
        gathering.add(number, {"name": "x" * (MOST_LETTERS + 1), "note": "CafÃ©"})
    gathering.add(4, {f"c{number}": "x" for number in range(MOST_COLUMNS + 5)})
    table = gathering.table()
    assert len(table.columns) == MOST_COLUMNS
    assert len(table.rows[0].cells[0]) == MOST_LETTERS
    assert table.notes[0] == "Read as Windows-1252."
    assert len(table.notes) == 4
    assert any("garbled" in note for note in table.notes)


def test_refusals_beyond_a_number_are_counted() -> None:
    gathering = Gathering()
    for number in range(MOST_LEFT + 7):
        gathering.leave(number, BadInputError("Why."))
    left = gathering.table().left
    assert len(left) == MOST_LEFT + 1
    assert left[-1].says.endswith(": 7.")
