import pytest
from shapely import unary_union
from shapely.geometry import Polygon, shape

from kithmap.demo.areas import AREAS, RIM, DemoArea, area_shapes
from kithmap.demo.town.build import make_bounds
from kithmap.demo.town.ground import line_to_lonlat
from kithmap.demo.town.quarters import QUARTERS


def polygon_of(area: DemoArea) -> Polygon:
    polygon = shape(area.boundary)
    assert isinstance(polygon, Polygon)
    return polygon


SHAPES = {area.key: polygon_of(area) for area in AREAS}


def metres_across(polygon: Polygon) -> float:
    west, south, east, north = polygon.bounds
    return max(east - west, north - south)


def test_there_are_seven_with_different_names_and_organisations() -> None:
    assert len(AREAS) == 7
    for names in zip(*((area.key, area.name, area.vcs_organisation) for area in AREAS), strict=True):
        assert len(set(names)) == 7


def test_the_quarters_of_the_plan_are_the_areas() -> None:
    assert [area.name for area in AREAS] == [quarter.name for quarter in QUARTERS]


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.key)
def test_a_boundary_is_a_valid_anticlockwise_polygon(area: DemoArea) -> None:
    polygon = SHAPES[area.key]
    assert polygon.is_valid
    assert polygon.exterior.is_ccw


def test_areas_do_not_overlap() -> None:
    shapes = list(SHAPES.values())
    for i, first in enumerate(shapes):
        for second in shapes[i + 1 :]:
            assert first.intersection(second).area == 0


def test_together_they_are_the_town_inside_its_rim_without_a_gap() -> None:
    rim = Polygon(line_to_lonlat((x, y) for x, y in RIM.exterior.coords))
    together = unary_union(list(SHAPES.values()))
    assert isinstance(together, Polygon)
    assert not together.interiors
    assert together.symmetric_difference(rim).area < rim.area * 1e-5


def test_neighbours_share_every_point_of_their_edge() -> None:
    ends = {key: set(polygon.exterior.coords) for key, polygon in SHAPES.items()}
    shared = ends["old_town"] & (ends["southbridge"] | ends["ansthorpe"])
    assert len(shared) >= 5


def test_they_lie_inside_the_bounds_of_the_file() -> None:
    west, south, east, north = make_bounds()
    for polygon in SHAPES.values():
        assert west < polygon.bounds[0] < polygon.bounds[2] < east
        assert south < polygon.bounds[1] < polygon.bounds[3] < north


def test_each_is_of_the_size_of_a_neighbourhood() -> None:
    assert all(1_000 < metres_across(polygon) < 4_000 for polygon in area_shapes().values())
