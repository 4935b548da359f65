from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import Polygon

from kithmap.demo.town.footprints import STYLES, terrace, terrace_end


@pytest.mark.parametrize("name", STYLES)
@given(seed=st.integers(0, 10_000))
def test_every_footprint_is_a_valid_shape_inside_its_plot(name: str, seed: int) -> None:
    footprint = STYLES[name].draw(Random(seed))
    shape = Polygon(footprint.shape)
    assert shape.is_valid
    assert shape.area > 40
    west, front, east, back = shape.bounds
    assert west >= 0
    assert front >= 0
    assert east <= footprint.width + 1e-9
    assert back <= footprint.depth + 1e-9


def test_a_terrace_is_a_row_and_its_end_two_houses() -> None:
    assert terrace(Random(1)).width >= 30
    assert terrace_end(Random(1)).width == 10


def test_only_rows_have_something_to_fill_their_gaps() -> None:
    assert [name for name, style in STYLES.items() if style.filling] == ["terrace"]
