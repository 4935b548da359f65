from shapely import Polygon
from shapely.geometry import shape

from kithmap.demo.marking import along, around, at
from kithmap.demo.town.ground import CROSS_LAT, CROSS_LON


def test_the_market_cross_is_the_origin() -> None:
    assert at(0, 0) == {"type": "Point", "coordinates": [CROSS_LON, CROSS_LAT]}


def test_a_walk_keeps_its_order() -> None:
    walk = along((0, 0), (100, 0), (100, 50))
    assert walk["type"] == "LineString"
    assert shape(walk).coords[0] == (CROSS_LON, CROSS_LAT)
    assert len(shape(walk).coords) == 3


def test_a_piece_of_ground_is_closed() -> None:
    ground = shape(around((0, 0), (100, 0), (100, 50)))
    assert isinstance(ground, Polygon)
    assert ground.is_valid
    assert ground.exterior.is_ccw
    assert ground.exterior.coords[0] == ground.exterior.coords[-1]
