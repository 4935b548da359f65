import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.british_grid import HEIGHT_M, WIDTH_M, from_british_grid, on_british_grid


@pytest.mark.parametrize(
    ("position", "metres"),
    [
        # Test points that Ordnance Survey publishes with OSTN15, and the examples of the package's own documentation.
        ((-6.29977752014, 49.92226393730), (91492.146, 11318.804)),
        ((-5.20304609998, 49.96006137820), (170370.718, 11572.405)),
        ((-1.29782277240, 50.57563665000), (449816.371, 75335.861)),
        ((-0.11992557180, 51.48936564950), (530624.974, 178388.464)),
        ((-4.28918069756, 53.41628516040), (247958.971, 393492.909)),
        ((-5.82836691850, 57.00606696050), (167634.202, 797067.144)),
        ((-2.07382822798, 60.13308091660), (395999.668, 1138728.951)),
        ((0.0, 51.3), (539524.836, 157551.913)),
        ((-7.0, 56.75), (94469.613, 773209.471)),
    ],
)
def test_it_is_the_transformation_of_ordnance_survey(
    position: tuple[float, float], metres: tuple[float, float]
) -> None:
    assert on_british_grid(*position) == pytest.approx(metres, abs=0.001)


@pytest.mark.parametrize("position", [(-9.0, 51.3), (0.0, 61.3), (13.4, 52.5), (52.0, -2.0), (10.0, 5.0)])
def test_what_lies_off_the_grid_has_no_place_on_it(position: tuple[float, float]) -> None:
    assert on_british_grid(*position) is None


@given(st.floats(-180, 180), st.floats(-85, 85))
def test_wherever_it_is_it_is_on_the_grid_or_nowhere(lon: float, lat: float) -> None:
    found = on_british_grid(lon, lat)
    assert found is None or (0 < found[0] < WIDTH_M and 0 < found[1] < HEIGHT_M)


@given(st.floats(-6, 1.5), st.floats(50.5, 58))
def test_from_the_grid_it_comes_back_to_where_it_was(lon: float, lat: float) -> None:
    found = on_british_grid(lon, lat)
    assert found is not None
    assert from_british_grid(*found) == pytest.approx((lon, lat), abs=2e-7)
