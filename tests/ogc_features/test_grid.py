import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.british_grid import on_british_grid
from kithmap.ogc_features.grid import degrees_around, is_on_grid, on_grid
from kithmap.ogc_features.model import BadQueryError
from tests.support.layers import PARK


def test_a_shape_keeps_its_form_on_the_grid() -> None:
    moved = on_grid(PARK)
    assert moved["type"] == "Polygon"
    (ring,) = moved["coordinates"]
    assert ring[0] == ring[-1] == list(on_british_grid(-0.732, 52.669) or ())
    assert all(480_000 < x < 490_000 and 300_000 < y < 310_000 for x, y in ring)


def test_what_lies_off_the_grid_is_refused() -> None:
    with pytest.raises(BadQueryError):
        on_grid({"type": "Point", "coordinates": [30.0, 50.0]})
    assert not is_on_grid((30.0, 50.0, 31.0, 51.0))
    assert not is_on_grid(None)
    assert is_on_grid((-0.76, 52.65, -0.7, 52.69))


EASTINGS, NORTHINGS = st.floats(100_000, 600_000), st.floats(100_000, 1_100_000)


@given(st.tuples(EASTINGS, NORTHINGS), st.tuples(EASTINGS, NORTHINGS), st.floats(-7, 2), st.floats(50, 60))
def test_what_lies_in_a_rectangle_on_the_grid_lies_in_the_degrees_around_it(
    one: tuple[float, float], other: tuple[float, float], lon: float, lat: float
) -> None:
    west, east = sorted((one[0], other[0]))
    south, north = sorted((one[1], other[1]))
    around = degrees_around((west, south, east, north))
    found = on_british_grid(lon, lat)
    if found is not None and west <= found[0] <= east and south <= found[1] <= north:
        assert around[0] <= lon <= around[2]
        assert around[1] <= lat <= around[3]


def test_a_rectangle_over_the_edge_is_that_of_what_lies_on_the_grid() -> None:
    whole = degrees_around((0.0, 0.0, 700_000.0, 1_250_000.0))
    assert degrees_around((-1e9, -1e9, 1e9, 1e9)) == whole
