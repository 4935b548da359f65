from itertools import pairwise

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basemap.layering import LAYERS
from kithmap.basemap.model import Feature, Kind
from kithmap.basemap.simplify import Ground, cut_line
from tests.support.basemaps import ground, spot, street
from tests.support.osm_scene import square

FEATURES = [
    street(Kind.MINOR, "Church Lane", (0, 0), (0.5, 0.0001), (1, 0)),
    ground(Kind.BUILDING, "", *square(0, 0, 0.1)),
    street(Kind.PATH, "", (0, 1), (5, 1)),
    spot(Kind.SHOP, "Oven", (0, 0)),
    spot(Kind.TREE, "", (2, 2)),
]


def kinds_at(zoom: int, features: list[Feature]) -> set[Kind]:
    return {LAYERS[layer].kind for layer in Ground(features).at(zoom).layers.tolist()}


def test_each_zoom_has_its_kinds_and_names_alone_are_no_shapes() -> None:
    assert kinds_at(12, FEATURES) == set()
    assert kinds_at(14, FEATURES) == {Kind.MINOR, Kind.PATH}
    assert kinds_at(18, FEATURES) == {Kind.MINOR, Kind.PATH, Kind.BUILDING, Kind.TREE}


def test_coordinates_are_whole_and_a_point_that_nobody_sees_is_dropped() -> None:
    prepared = Ground(FEATURES[:1]).at(15)
    points = shapely.get_coordinates(prepared.shapes)
    assert np.array_equal(points, np.rint(points))
    assert len(points) == 2


def test_shapes_are_sorted_by_layer() -> None:
    layers = Ground(FEATURES).at(18).layers
    assert np.all(np.diff(layers) >= 0)


def test_a_bowtie_does_not_stop_the_drawing() -> None:
    crossed = ground(Kind.WATER, "", (0, 0), (2, 2), (2, 0), (0, 2), (0, 0))
    assert Ground([crossed]).at(17).zoom == 17


lines = st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), min_size=2, max_size=12, unique=True)


@given(lines, st.floats(5, 200))
def test_pieces_of_a_line_are_of_one_length_and_join_to_the_whole(
    points: list[tuple[int, int]], length: float
) -> None:
    line = np.array(points, dtype=float)
    pieces = cut_line(line, length)
    lengths = [float(np.hypot(*np.diff(piece, axis=0).T).sum()) for piece in pieces]
    assert all(one == pytest.approx(length) for one in lengths[:-1])
    assert sum(lengths) == pytest.approx(float(np.hypot(*np.diff(line, axis=0).T).sum()))
    for one, following in pairwise(pieces):
        assert one[-1] == pytest.approx(following[0])
