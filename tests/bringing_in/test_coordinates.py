import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.british_grid import on_british_grid
from kithmap.basics.errors import BadInputError
from kithmap.bringing_in.coordinates import guess, known_epsg, to_degrees
from kithmap.bringing_in.model import Coordinates
from tests.support.installation import SQUARE

OAKHAM = (-0.7291, 52.6708)
ON_GRID = on_british_grid(*OAKHAM)
assert ON_GRID is not None
ON_WEB = (
    6_378_137.0 * math.radians(OAKHAM[0]),
    6_378_137.0 * math.asinh(math.tan(math.radians(OAKHAM[1]))),
)


@pytest.mark.parametrize(
    ("code", "system"),
    [
        (4326, Coordinates.DEGREES),
        (4258, Coordinates.DEGREES),
        (27700, Coordinates.BRITISH_GRID),
        (3857, Coordinates.WEB_MERCATOR),
    ],
)
def test_systems_that_are_common_are_known(code: int, system: Coordinates) -> None:
    assert known_epsg(code) is system


def test_another_system_is_refused_by_its_name() -> None:
    with pytest.raises(BadInputError, match=r"EPSG:2154.*WGS 84"):
        known_epsg(2154)


@pytest.mark.parametrize(
    ("position", "system"),
    [
        (OAKHAM, Coordinates.DEGREES),
        (OAKHAM[::-1], Coordinates.SWAPPED),
        (ON_GRID, Coordinates.BRITISH_GRID),
        (ON_WEB, Coordinates.WEB_MERCATOR),
    ],
)
def test_the_same_spot_comes_out_of_each_and_each_is_guessed(
    position: tuple[float, float], system: Coordinates
) -> None:
    assert to_degrees(position, system) == pytest.approx(OAKHAM, abs=2e-5)
    assert guess([position] * 3, SQUARE) is system


def test_what_the_file_says_stands_unless_the_numbers_speak_against_it() -> None:
    far = [(2.35, 48.85)] * 3
    assert guess(far, SQUARE, Coordinates.DEGREES) is Coordinates.DEGREES
    assert guess([OAKHAM[::-1]] * 3, SQUARE, Coordinates.DEGREES) is Coordinates.SWAPPED
    assert guess([], SQUARE, Coordinates.BRITISH_GRID) is Coordinates.BRITISH_GRID


def test_far_from_the_area_the_size_of_the_numbers_speaks() -> None:
    assert guess([(2.35, 48.85)], SQUARE) is Coordinates.DEGREES
    assert guess([(35.0, 120.0)], SQUARE) is Coordinates.SWAPPED
    assert guess([(530_000.0, 180_000.0)], SQUARE) is Coordinates.BRITISH_GRID
    assert guess([(-5e6, 4e6)], SQUARE) is Coordinates.WEB_MERCATOR
    assert guess([], SQUARE) is Coordinates.DEGREES


@pytest.mark.parametrize(
    ("position", "system"),
    [
        ((486_000.0, 308_000.0), Coordinates.DEGREES),
        ((52.67, -0.73 - 200), Coordinates.SWAPPED),
        ((-1.0, 2e7), Coordinates.BRITISH_GRID),
        ((1e8, 1e8), Coordinates.WEB_MERCATOR),
        ((0.0, 89.0), Coordinates.DEGREES),
    ],
)
def test_numbers_that_are_none_of_the_system_are_refused(
    position: tuple[float, float], system: Coordinates
) -> None:
    with pytest.raises(BadInputError, match="no position in these coordinates"):
        to_degrees(position, system)


@given(st.floats(-1e8, 1e8), st.floats(-1e8, 1e8), st.sampled_from(Coordinates))
def test_any_numbers_are_on_the_map_or_refused(x: float, y: float, system: Coordinates) -> None:
    try:
        lon, lat = to_degrees((x, y), system)
    except BadInputError:
        return
    assert abs(lon) <= 180
    assert abs(lat) <= 85
