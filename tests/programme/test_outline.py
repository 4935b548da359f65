import re

from hypothesis import given
from hypothesis import strategies as st

from kithmap.programme.outline import MARGIN, SIDE, outline_over, outline_path

RING = [[0.0, 52.0], [0.02, 52.0], [0.02, 52.03], [0.0, 52.03], [0.0, 52.0]]


def test_north_is_up_and_the_path_is_closed() -> None:
    path = outline_path({"type": "Polygon", "coordinates": [RING]})
    first, third = re.findall(r"[ML]([\d.]+) ([\d.]+)", path)[0::2][:2]
    assert path.endswith("Z")
    assert float(first[1]) > float(third[1])


def test_each_part_is_drawn() -> None:
    assert outline_path({"type": "MultiPolygon", "coordinates": [[RING], [RING]]}).count("M") == 2


@given(st.floats(-170, 170), st.floats(-80, 80), st.floats(0.001, 1), st.floats(0.001, 1))
def test_it_stays_within_its_square(west: float, south: float, width: float, height: float) -> None:
    ring = [[west, south], [west + width, south], [west + width, south + height], [west, south]]
    path = outline_path({"type": "Polygon", "coordinates": [ring]})
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", path)]
    assert all(MARGIN - 0.1 <= number <= SIDE - MARGIN + 0.1 for number in numbers)


def test_over_a_map_corners_fall_where_the_map_has_them() -> None:
    bounds = (0.0, 52.0, 0.02, 52.03)
    path = outline_over({"type": "Polygon", "coordinates": [RING]}, bounds, 400, 900)
    assert path == "M0.0 900.0L400.0 900.0L400.0 0.0L0.0 0.0Z"
