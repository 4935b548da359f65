import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, Point

from kithmap.basemap.coast import sea
from kithmap.basemap.model import Bounds

BOUNDS = Bounds(0, 50, 1, 51)


def is_sea(place: tuple[float, float], *coast: list[tuple[float, float]]) -> bool:
    water = sea([LineString(line) for line in coast], BOUNDS)
    return water is not None and bool(shapely.contains(water, Point(place)))


def test_water_lies_right_of_a_coast_and_land_left() -> None:
    northwards = [(0.5, 49.5), (0.5, 51.5)]
    assert is_sea((0.8, 50.5), northwards)
    assert not is_sea((0.2, 50.5), northwards)
    assert is_sea((0.2, 50.5), northwards[::-1])


def test_a_coast_in_pieces_is_one_coast() -> None:
    pieces = [[(0.5, 49.5), (0.5, 50.3)], [(0.5, 50.3), (0.6, 50.6)], [(0.6, 50.6), (0.5, 51.5)]]
    assert is_sea((0.9, 50.6), *pieces)
    assert not is_sea((0.55, 50.8), *pieces)


def test_an_island_is_land_in_the_sea() -> None:
    island = [(0.4, 50.4), (0.6, 50.4), (0.6, 50.6), (0.4, 50.6), (0.4, 50.4)]
    assert is_sea((0.1, 50.1), island)
    assert not is_sea((0.5, 50.5), island)


def test_a_river_mouth_leaves_both_banks_dry() -> None:
    south_bank = [(2, 50.4), (0.3, 50.45)]
    head = [(0.3, 50.45), (0.3, 50.55)]
    north_bank = [(0.3, 50.55), (2, 50.6)]
    asked = ((0.8, 50.5), (0.8, 50.1), (0.8, 50.9), (0.1, 50.5))
    assert [is_sea(place, south_bank, head, north_bank) for place in asked] == [True, False, False, False]


@pytest.mark.parametrize("coast", [[], [(0.2, 50.2), (0.4, 50.4)], [(3, 50), (3, 51)]])
def test_no_coast_or_one_that_breaks_off_is_no_sea(coast: list[tuple[float, float]]) -> None:
    assert sea([LineString(coast)] if coast else [], BOUNDS) is None


# OpenStreetMap keeps seven decimals.
places = st.tuples(st.integers(-5_000_000, 15_000_000), st.integers(495_000_000, 515_000_000)).map(
    lambda place: (place[0] / 1e7, place[1] / 1e7)
)


@given(st.lists(st.lists(places, min_size=2, max_size=6), max_size=4))
def test_any_coast_gives_water_within_bounds_or_none(coast: list[list[tuple[float, float]]]) -> None:
    water = sea([LineString(line) for line in coast], BOUNDS)
    if water is not None:
        assert water.area <= 1 + 1e-9
