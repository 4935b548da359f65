import re

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, Polygon, box

from kithmap.basemap.paths import dots, lines, polygons
from kithmap.basemap.simplify import as_geometries


def walk(path: str) -> list[list[tuple[int, int]]]:
    """Read path data back into absolute points."""
    runs = []
    for x, y, steps in re.findall(r"M(-?\d+) (-?\d+)l([-\d ]+)", path):
        here = (int(x), int(y))
        points = [here]
        numbers = [int(number) for number in steps.split()]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            here = (here[0] + dx, here[1] + dy)
            points.append(here)
        runs.append(points)
    return runs


def test_a_square_is_a_start_three_steps_and_a_close() -> None:
    assert polygons(as_geometries([box(10, 10, 20, 20)]), 10, 10).count("l") == 1
    assert polygons(as_geometries([box(10, 10, 20, 20)]), 10, 10).endswith("z")
    assert len(walk(polygons(as_geometries([box(10, 10, 20, 20)]), 10, 10))[0]) == 4


def test_a_hole_runs_the_other_way_round() -> None:
    ring = Polygon([(0, 0), (30, 0), (30, 30), (0, 30)], [[(10, 10), (20, 10), (20, 20), (10, 20)]])
    outer, inner = walk(polygons(as_geometries([ring]), 0, 0))
    assert turning(outer) * turning(inner) < 0


def turning(points: list[tuple[int, int]]) -> float:
    return sum(
        x * down - across * y for (x, y), (across, down) in zip(points, [*points[1:], points[0]], strict=True)
    )


def test_dots_and_nothing() -> None:
    assert dots(np.array([[12.0, 8.0]]), 10, 10) == "M2 -2h0"
    assert lines(as_geometries([]), 0, 0) == ""


def test_what_has_shrunk_to_a_point_is_not_written() -> None:
    assert lines(as_geometries([LineString([(5, 5), (5, 5)])]), 0, 0) == ""


whole = st.integers(-4000, 4000)


@given(
    st.lists(st.lists(st.tuples(whole, whole), min_size=2, max_size=9), min_size=1, max_size=4), whole, whole
)
def test_lines_read_back_are_the_lines_without_their_standstills(
    points: list[list[tuple[int, int]]], left: int, top: int
) -> None:
    expected = []
    for line in points:
        moved = [(x - left, y - top) for x, y in line]
        kept = [here for here, before in zip(moved, [None, *moved], strict=False) if here != before]
        if len(kept) > 1:
            expected.append(kept)
    assert walk(lines(as_geometries([LineString(line) for line in points]), left, top)) == expected
