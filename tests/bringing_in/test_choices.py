import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError
from kithmap.bringing_in.choices import Choices, Where, number_in, shape_in
from kithmap.bringing_in.model import Row
from tests.bringing_in.tables import at


@pytest.mark.parametrize(
    ("cell", "number"),
    [("52.67", 52.67), (" -0,73 ", -0.73), ("\u22120.73", -0.73), ("1e3", 1000), ("486000", 486000)],
)
def test_a_number_is_read_as_people_write_it(cell: str, number: float) -> None:
    assert number_in(cell) == number


@pytest.mark.parametrize("cell", ["", " ", "north", "1,000,000", "1_0", "52°40'"])
def test_what_is_no_number_is_refused(cell: str) -> None:
    with pytest.raises(BadInputError):
        number_in(cell)


def test_where_a_row_is_stands_where_somebody_said() -> None:
    row = Row(2, ("Hall", "52.67", "-0.73", "POINT (1 2)"), at(5, 6))
    assert shape_in(row, Choices(0)) == at(5, 6)
    assert shape_in(row, Choices(0, Where.NUMBERS, x=2, y=1)) == at(-0.73, 52.67)
    assert shape_in(row, Choices(0, Where.WKT, wkt=3)) == at(1, 2)


def test_a_row_that_says_nothing_is_refused() -> None:
    row = Row(2, ("Hall", ""))
    for choices in (Choices(0), Choices(0, Where.NUMBERS, x=1, y=1), Choices(0, Where.WKT, wkt=1)):
        with pytest.raises(BadInputError):
            shape_in(row, choices)


@given(st.text(max_size=20))
def test_any_cell_is_a_number_or_refused(cell: str) -> None:
    try:
        assert isinstance(number_in(cell), float)
    except BadInputError:
        return
