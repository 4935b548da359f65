import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basemap.collision import around
from kithmap.basemap.lettering import text_width
from kithmap.basemap.model import Kind
from kithmap.basemap.names import Curved, PlacedName, Point, Straight
from kithmap.basemap.street_names import along_line


def offers(*points: Point, name: str = "Church Lane") -> list[PlacedName]:
    return [place for places in along_line(Kind.MINOR, name, points) for place in places]


def arc(radius: float, degrees: float) -> list[Point]:
    turns = [math.radians(degrees) * step / 24 for step in range(25)]
    return [(radius * math.sin(turn), radius * math.cos(turn)) for turn in turns]


@pytest.mark.parametrize("points", [((0, 0), (200, 40)), ((200, 40), (0, 0))])
def test_a_name_is_right_way_up_whichever_way_the_street_was_drawn(points: tuple[Point, Point]) -> None:
    setting = offers(*points)[0].setting
    assert isinstance(setting, Straight)
    assert setting.turn == pytest.approx(math.degrees(math.atan2(40, 200)))


@pytest.mark.parametrize("points", [((0, 0), (0, 200)), ((0, 200), (0, 0))])
def test_a_street_straight_up_and_down_is_read_upwards(points: tuple[Point, Point]) -> None:
    setting = offers(*points)[0].setting
    assert isinstance(setting, Straight)
    assert setting.turn == pytest.approx(-90)


def test_a_street_too_short_for_its_name_has_none() -> None:
    assert offers((0, 0), (60, 0)) == []


def test_a_gentle_bend_bends_the_name_and_a_sharp_corner_is_avoided() -> None:
    assert isinstance(offers(*arc(160, 60))[0].setting, Curved)
    for place in offers((0, 0), (150, 0), (150, 150)):
        _, top, right, _ = around(place.boxes)
        assert right < 150 or top > 0 or isinstance(place.setting, Curved)


def test_a_full_turn_within_one_name_is_not_lettered() -> None:
    assert offers(*arc(18, 350)) == []


def test_a_curved_base_line_is_longer_than_its_name() -> None:
    setting = offers(*arc(160, 60))[0].setting
    assert isinstance(setting, Curved)
    length = sum(math.dist(one, other) for one, other in pairwise(setting.base))
    assert length >= text_width(Kind.MINOR, "Church Lane")


def test_a_long_street_says_its_name_again_and_again() -> None:
    assert len(list(along_line(Kind.MINOR, "Church Lane", [(0, 0), (3000, 0)]))) == 5


points = st.lists(st.tuples(st.floats(-400, 400), st.floats(-400, 400)), min_size=2, max_size=12)


@given(points, st.sampled_from([Kind.MINOR, Kind.PRIMARY, Kind.RIVER]))
def test_any_line_gives_places_that_read_from_left_to_right(line: list[Point], kind: Kind) -> None:
    for places in along_line(kind, "Church Lane", line):
        for place in places:
            assert len(place.boxes) >= text_width(kind, "Church Lane") / 16
            match place.setting:
                case Straight(turn=turn):
                    assert -92 <= turn <= 90.001
                case Curved(base=base):
                    assert base[-1][0] - base[0][0] > -12
