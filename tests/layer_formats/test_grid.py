from kithmap.basics.british_grid import on_british_grid
from kithmap.layer_formats.grid import on_grid
from kithmap.layer_formats.shapes import shapes_of
from tests.support.layers import PARK, POINT

DUBLIN_TO_OAKHAM = {"type": "LineString", "coordinates": [[-9.9, 53.3], [-0.7291, 52.6708]]}


def test_every_corner_is_moved_by_the_table_of_shifts() -> None:
    point, park = on_grid(shapes_of([POINT, PARK]))
    assert (point.x, point.y) == on_british_grid(*POINT["coordinates"])
    assert list(park.exterior.coords) == [on_british_grid(*corner) for corner in PARK["coordinates"][0]]


def test_what_does_not_lie_on_the_grid_whole_has_no_shape_there() -> None:
    found = on_grid(shapes_of([DUBLIN_TO_OAKHAM, POINT, None]))
    assert [each is None for each in found] == [True, False, True]


def test_no_shapes_are_no_trouble() -> None:
    assert list(on_grid(shapes_of([None]))) == [None]
