import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from kithmap.paper.grid import Grid, grid_of, to_unit
from kithmap.paper.layout import (
    EDGE,
    FOOT,
    HEAD,
    LONGEST_BAR,
    Paper,
    Turn,
    better_turn,
    lay_out,
    room_for_map,
    sheet_size,
)

papers = st.sampled_from(Paper)
turns = st.sampled_from(Turn)
AREA = {
    "type": "Polygon",
    "coordinates": [[[-0.74, 52.66], [-0.71, 52.66], [-0.71, 52.68], [-0.74, 52.68], [-0.74, 52.66]]],
}


def wide(columns: int, rows: int) -> Grid:
    return Grid(left=0.49, top=0.33, side=1e-5, metres=250, columns=columns, rows=rows)


@given(papers, turns, st.integers(1, 16), st.integers(1, 16))
def test_the_map_fits_its_part_of_the_sheet_and_fills_it_one_way(
    paper: Paper, turn: Turn, columns: int, rows: int
) -> None:
    layout = lay_out(wide(columns, rows), paper, turn)
    width, height = room_for_map(paper, turn)
    assert layout.width <= width + 1e-9
    assert layout.height <= height + 1e-9
    assert layout.width == pytest.approx(width) or layout.height == pytest.approx(height)


def test_words_edges_and_map_make_up_the_sheet() -> None:
    assert sheet_size(Paper.A3, Turn.LANDSCAPE) == (420, 297)
    assert room_for_map(Paper.A4, Turn.PORTRAIT) == (210 - 2 * EDGE, 297 - 2 * EDGE - HEAD - FOOT)


@given(papers, turns, st.integers(1, 16), st.integers(1, 16))
def test_the_scale_bar_is_round_and_fits(paper: Paper, turn: Turn, columns: int, rows: int) -> None:
    bar = lay_out(wide(columns, rows), paper, turn).bar
    assert str(bar.metres).rstrip("0") in {"1", "2", "5"}
    assert LONGEST_BAR / 2.6 < bar.millimetres <= LONGEST_BAR


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("turn", Turn)
def test_the_scale_bar_is_as_long_as_that_distance_on_the_printed_map(paper: Paper, turn: Turn) -> None:
    layout = lay_out(grid_of(AREA), paper, turn)
    start = (-0.735, 52.67)
    east, north, _ = Geod(ellps="WGS84").fwd(*start, 90, layout.bar.metres)
    (x1, _), (x2, _) = to_unit(*start), to_unit(east, north)
    assert (x2 - x1) * layout.scale == pytest.approx(layout.bar.millimetres, rel=0.005)


def test_a_sheet_lies_unless_the_area_is_clearly_larger_on_a_standing_one() -> None:
    assert better_turn(wide(16, 4)) is Turn.LANDSCAPE
    assert better_turn(wide(10, 9)) is Turn.LANDSCAPE
    assert better_turn(wide(4, 16)) is Turn.PORTRAIT
