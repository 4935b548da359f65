from itertools import combinations
from random import Random

import pytest
from shapely import LineString, Point, box

from kithmap.demo.town.growth import STYLES, StreetIndex, grow

ROAD = LineString([(0, 0), (600, 0)])
REGION = box(0, 2, 600, 500)


def grown(style: str, seed: int = 3) -> list[LineString]:
    return grow(REGION, [ROAD], STYLES[style], Random(seed))


@pytest.mark.parametrize("style", STYLES)
def test_every_new_street_starts_on_one_that_is_there(style: str) -> None:
    drawn = [ROAD]
    for line in grown(style):
        start = Point(line.coords[0])
        assert min(earlier.distance(start) for earlier in drawn) < 1
        drawn.append(line)
    assert len(drawn) > 3


@pytest.mark.parametrize("style", STYLES)
def test_streets_stay_in_their_region(style: str) -> None:
    allowed = REGION.union(ROAD.buffer(1)).buffer(1)
    assert all(allowed.covers(line) for line in grown(style))


@pytest.mark.parametrize("style", ["suburb", "estate", "villas"])
def test_streets_are_no_shorter_than_the_style_says(style: str) -> None:
    assert all(line.length >= STYLES[style].reach[0] - 1 for line in grown(style))


def test_the_same_seed_grows_the_same_streets() -> None:
    assert [line.wkt for line in grown("modern")] == [line.wkt for line in grown("modern")]


def test_another_seed_grows_others() -> None:
    assert [line.wkt for line in grown("modern", 3)] != [line.wkt for line in grown("modern", 4)]


def test_streets_hardly_ever_cross_each_other() -> None:
    lines = grown("estate")
    assert sum(first.crosses(second) for first, second in combinations(lines, 2)) <= 1


def test_a_region_without_room_grows_nothing() -> None:
    assert grow(box(0, 2, 20, 20), [ROAD], STYLES["suburb"], Random(1)) == []


def test_the_index_finds_what_is_near_and_nothing_else() -> None:
    index = StreetIndex()
    index.add(ROAD, 7)
    assert {number for _, _, number in index.near((300, 20), 30)} == {7}
    assert not list(index.near((300, 40), 30))
