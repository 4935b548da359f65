import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, Polygon, box

from kithmap.basemap.clip import clip, clip_one
from kithmap.basemap.simplify import as_geometries

BOX = (0.0, 0.0, 100.0, 100.0)
numbers = st.integers(-300, 300)


def test_what_lies_inside_is_kept_as_it_is() -> None:
    shape = box(10, 10, 20, 20)
    assert clip(as_geometries([shape]), BOX)[0] is shape


def test_a_line_that_leaves_and_returns_becomes_two() -> None:
    line = LineString([(10, 10), (10, 200), (50, 200), (50, 10)])
    assert len(clip(as_geometries([line]), BOX)) == 2


def test_a_polygon_that_only_touches_the_edge_is_gone() -> None:
    assert len(clip(as_geometries([box(100, 0, 200, 50)]), BOX)) == 0
    assert clip_one(box(100, 0, 200, 50), BOX) is None


@given(st.lists(st.tuples(numbers, numbers), min_size=3, max_size=8))
def test_nothing_reaches_out_of_the_box_and_dimensions_stay(points: list[tuple[int, int]]) -> None:
    shapes = [LineString(points)]
    ring = Polygon(points)
    if ring.is_valid and ring.area > 0:
        shapes.append(ring)  # type: ignore[arg-type]
    for shape in shapes:
        cut = clip(as_geometries([shape]), BOX)
        assert set(shapely.get_dimensions(cut).tolist()) <= {shapely.get_dimensions(shape)}
        bounds = shapely.bounds(cut)
        assert np.all(bounds[:, :2] >= -1e-9)
        assert np.all(bounds[:, 2:] <= 100 + 1e-9)


def test_one_shape_cut_in_two_stays_one() -> None:
    cut = clip_one(LineString([(10, 10), (10, 200), (50, 200), (50, 10)]), BOX)
    assert cut is not None
    assert shapely.get_num_geometries(cut) == 2
