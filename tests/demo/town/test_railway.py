import pytest
from shapely import Point

from kithmap.demo.town.railway import MAIN_LINE, OLD_LINE, PLATFORMS, STATION, TRACK_GAP, railway_land, tracks
from kithmap.demo.town.water import RIVER


def test_two_tracks_run_beside_each_other() -> None:
    left, right = tracks()
    assert left.distance(right) == pytest.approx(TRACK_GAP, rel=0.1)


def test_the_line_crosses_the_river_once() -> None:
    assert isinstance(MAIN_LINE.intersection(RIVER), Point)


def test_the_station_and_its_platforms_lie_on_railway_land() -> None:
    land = railway_land()
    assert land.contains(Point(STATION))
    assert all(land.intersects(platform) for platform in PLATFORMS)


def test_the_old_line_branches_off_the_main_line() -> None:
    assert Point(OLD_LINE.coords[0]).distance(MAIN_LINE) < 120
