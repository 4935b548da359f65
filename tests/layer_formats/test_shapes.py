import shapely
from hypothesis import given
from hypothesis import strategies as st

from kithmap.layer_formats.shapes import moved, shapes_of, types_of, well_known_bytes, well_known_text
from tests.support.layers import LINE, PARK, POINT
from tests.support.releases import SHAPES


@given(st.lists(st.none() | st.one_of(*SHAPES.values()), max_size=8))
def test_shapes_come_in_the_order_in_which_they_were_given(
    geometries: list[dict[str, object] | None],
) -> None:
    found = shapes_of(geometries)
    wanted = [None if each is None else shapely.geometry.shape(each) for each in geometries]
    assert list(found) == wanted
    assert [each and shapely.from_wkb(each) for each in well_known_bytes(found)] == wanted
    assert [each and shapely.from_wkt(each) for each in well_known_text(found, 7)] == [
        each or "" for each in wanted
    ]


def test_types_are_told_once_and_in_order() -> None:
    assert types_of(shapes_of([POINT, None, PARK, LINE, POINT])) == ["LineString", "Point", "Polygon"]


def test_what_has_nowhere_to_go_is_no_shape_any_more() -> None:
    found = moved(
        shapes_of([POINT, LINE, None, PARK]),
        lambda at: at * [[1.0] if y < 52.67 else [float("nan")] for _, y in at],
    )
    assert list(found) == [None, None, None, None]
    found = moved(shapes_of([POINT, LINE, None]), lambda at: at + 1)
    assert found[0].wkt == "POINT (0.2709 53.6708)"
    assert found[2] is None


def test_nothing_gives_nothing() -> None:
    assert list(shapes_of([])) == []
    assert list(moved(shapes_of([]), lambda at: at)) == []
