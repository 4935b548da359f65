import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basemap.model import Bounds
from kithmap.basemap.projection import (
    size_in_metres,
    to_unit,
    unit_box,
    widen,
    world_pixels,
)

longitudes = st.floats(-180, 180)
latitudes = st.floats(-85, 85)


@given(longitudes, latitudes)
def test_it_is_the_mercator_projection_of_the_books(longitude: float, latitude: float) -> None:
    # Snyder 1987, Map Projections: A Working Manual, equations 7-1 and 7-2, on a sphere with a circumference of 1.
    x = longitude / 360
    y = math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2)) / math.tau
    assert to_unit(np.array([[longitude, latitude]]))[0] == pytest.approx([x + 0.5, 0.5 - y], abs=1e-9)


def test_greenwich_on_the_equator_is_the_middle_of_the_world() -> None:
    assert to_unit(np.array([[0.0, 0.0]]))[0] == pytest.approx([0.5, 0.5])


def test_known_tile_of_oakham() -> None:
    # Tile 2039/1340 of zoom 12, by the formula of the OpenStreetMap wiki's "Slippy map tilenames".
    x, y = (to_unit(np.array([[-0.731, 52.670]]))[0] * 2**12).tolist()
    assert (int(x), int(y)) == (2039, 1340)


def test_beyond_the_square_world_latitude_is_held_at_its_edge() -> None:
    assert to_unit(np.array([[0.0, 90.0]]))[0, 1] == pytest.approx(0.0, abs=1e-6)


def test_a_box_has_its_north_at_the_top() -> None:
    left, top, right, bottom = unit_box(Bounds(-1, 52, 1, 53))
    assert left < right
    assert top < bottom


def test_a_pixel_of_zoom_18_is_about_36_cm_in_oakham() -> None:
    bounds = widen(Bounds(-0.731, 52.67, -0.731, 52.67), 500)
    left, _, right, _ = unit_box(bounds)
    assert 1000 / ((right - left) * world_pixels(18)) == pytest.approx(0.362, abs=0.001)


@given(longitudes, st.floats(-80, 80), st.floats(1, 5000))
def test_widened_bounds_are_wider_by_twice_the_distance(
    longitude: float, latitude: float, metres: float
) -> None:
    bounds = Bounds(longitude, latitude, longitude + 0.01, latitude + 0.01)
    across, up = size_in_metres(bounds)
    wider, higher = size_in_metres(widen(bounds, metres))
    assert wider - across == pytest.approx(2 * metres, rel=0.02)
    assert higher - up == pytest.approx(2 * metres, rel=0.02)
