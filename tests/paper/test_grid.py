import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from kithmap.paper.grid import MOST_SQUARES, SIDES, Grid, grid_of, metres_per_unit, to_unit

WGS84 = Geod(ellps="WGS84")


def box(west: float, south: float, east: float, north: float) -> dict[str, object]:
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


areas = st.builds(
    lambda west, south, width, height: (west, south, west + width, south + height),
    st.floats(-170, 170),
    st.floats(-70, 70),
    st.floats(0.001, 0.4),
    st.floats(0.001, 0.4),
)


@given(areas)
def test_the_squares_cover_the_area_and_no_more_than_half_a_square_beyond(
    bounds: tuple[float, float, float, float],
) -> None:
    west, south, east, north = bounds
    grid = grid_of(box(*bounds))
    left, top = to_unit(west, north)
    right, bottom = to_unit(east, south)
    for near, far, start, length in (
        (left, right, grid.left, grid.width),
        (top, bottom, grid.top, grid.height),
    ):
        assert start <= near + 1e-12
        assert start + length >= far - 1e-12
        assert near - start <= grid.side / 2 + 1e-12
    assert 1 <= max(grid.columns, grid.rows) <= MOST_SQUARES + 1
    assert grid.metres in SIDES


@given(areas)
def test_a_square_is_as_wide_on_the_ground_as_it_says(bounds: tuple[float, float, float, float]) -> None:
    grid = grid_of(box(*bounds))
    assert grid.side * metres_per_unit(grid.top + grid.height / 2) == pytest.approx(grid.metres, rel=0.01)


def test_the_squares_are_true_to_the_earth() -> None:
    grid = grid_of(box(-0.74, 52.66, -0.71, 52.68))
    middle = 52.67
    _, _, metres = WGS84.inv(-0.74, middle, -0.74 + grid.side * 360, middle)
    # The sphere of Web Mercator is up to 0.3 % off the ellipsoid.
    assert metres == pytest.approx(grid.metres, rel=0.005)


def test_squares_are_named_by_letter_and_number() -> None:
    grid = Grid(left=0, top=0, side=1, metres=100, columns=3, rows=12)
    assert [grid.name(0, 0), grid.name(1, 3), grid.name(2, 11)] == ["A1", "B4", "C12"]


def test_several_parts_of_an_area_stand_on_one_grid() -> None:
    one, other = box(-0.74, 52.66, -0.73, 52.67), box(-0.72, 52.67, -0.71, 52.68)
    both = {"type": "MultiPolygon", "coordinates": [one["coordinates"], other["coordinates"]]}
    assert grid_of(both) == grid_of(box(-0.74, 52.66, -0.71, 52.68))
