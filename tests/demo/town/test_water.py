from shapely import Polygon

from kithmap.demo.town.curves import box
from kithmap.demo.town.water import (
    BASIN,
    LOCK_CUT,
    PONDS,
    RIVER,
    RIVER_WIDTH,
    all_water,
    canal_area,
    river_area,
    streams,
)


def test_the_river_has_an_island() -> None:
    river = river_area()
    assert isinstance(river, Polygon)
    assert len(river.interiors) == 1


def test_the_river_is_one_water_from_edge_to_edge() -> None:
    assert RIVER.coords[0][0] < -3400 < 3400 < RIVER.coords[-1][0]
    assert river_area().area > RIVER.length * RIVER_WIDTH * 0.9


def test_the_lock_cut_joins_basin_and_river() -> None:
    assert canal_area().intersects(BASIN)
    assert LOCK_CUT.distance(RIVER) < RIVER_WIDTH


def test_each_beck_runs_into_other_water() -> None:
    for _, line in streams():
        mouth = box((line.coords[-1][0], line.coords[-1][1]), (60, 60), 0)
        assert mouth.intersects(river_area())


def test_all_water_holds_every_pond() -> None:
    water = all_water().buffer(0.1)  # adding shapes up moves a corner by less than a millimetre
    assert all(water.covers(shape) for _, shape in PONDS)
