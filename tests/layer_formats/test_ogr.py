from kithmap.layer_formats.ogr import MIXED, geometry_type
from kithmap.layer_formats.shapes import shapes_of
from tests.support.layers import LINE, POINT


def test_a_layer_of_points_alone_is_said_to_hold_points() -> None:
    assert geometry_type(("Point", "LineString"), shapes_of([POINT, None, POINT])) == "Point"


def test_a_layer_of_several_types_holds_any() -> None:
    assert geometry_type(("Point", "LineString"), shapes_of([POINT, LINE])) == MIXED


def test_a_layer_without_shapes_holds_what_it_may_hold_first() -> None:
    assert geometry_type(("Polygon", "MultiPolygon"), shapes_of([])) == "Polygon"
