import pytest

from kithmap.research.charts import Chart, Series, chart_of
from kithmap.research.figures import Column, Drawn, Figure, Words
from tests.research.drawn import small


def test_a_number_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="below zero"):
        chart_of(small(Drawn.BARS, ("a", -1, 2)), str)
    with pytest.raises(ValueError, match="below zero"):
        chart_of(small(Drawn.BARS, ("a", float("nan"), 2)), str)


def test_a_series_that_does_not_fit_its_labels_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Chart("x", "X", "", ("a", "b"), (Series("s", (1.0,), ("1",)),), Drawn.BARS)


def test_what_has_no_rows_or_no_numbers_is_not_drawn() -> None:
    assert chart_of(small(Drawn.BARS), str) is None
    assert chart_of(small(Drawn.NOT, ("a", 1, 2)), str) is None
    words = Figure("x", Words("X"), Words(""), Words("Y"), (Column(Words("a")),), ((Words("r"), Words("w")),), Drawn.BARS)  # fmt: skip
    assert chart_of(words, str) is None
