from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from kithmap.demo.town.ground import CROSS_LAT, CROSS_LON, line_to_lonlat, to_lonlat, to_metres

METRES = st.floats(-4000, 4000)


def test_the_market_cross_is_at_its_longitude_and_latitude() -> None:
    assert to_lonlat((0, 0)) == (CROSS_LON, CROSS_LAT)


@given(METRES, METRES)
def test_there_and_back_is_the_same_spot_to_a_centimetre_or_two(x: float, y: float) -> None:
    back = to_metres(to_lonlat((x, y)))
    assert hypot(back[0] - x, back[1] - y) < 0.02


def test_north_is_up_and_east_is_right() -> None:
    (west, south), (east, north) = line_to_lonlat([(-1, -1), (1, 1)])
    assert west < east
    assert south < north
