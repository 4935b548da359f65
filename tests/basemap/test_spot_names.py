from kithmap.basemap.model import Kind
from kithmap.basemap.names import Spot
from kithmap.basemap.spot_names import at_spot, on_area


def test_a_settlement_stands_on_its_middle_without_a_dot() -> None:
    (place,) = at_spot(Kind.TOWN, "Oakham", (100.0, 100.0))
    assert isinstance(place.setting, Spot)
    assert place.setting.dot is None
    left, top, right, bottom = place.boxes[0]
    assert ((left + right) / 2, (top + bottom) / 2) == (100, 100)


def test_a_hall_has_a_dot_and_four_sides_to_choose_from() -> None:
    places = at_spot(Kind.HALL, "Jubilee Hall", (100.0, 100.0))
    assert [place.setting.anchor for place in places if isinstance(place.setting, Spot)] == [
        "middle", "middle", "start", "end",
    ]  # fmt: skip
    for place in places:
        letters, dot = place.boxes
        assert dot == (95.5, 95.5, 104.5, 104.5)
        assert letters[2] <= dot[0] or letters[0] >= dot[2] or letters[3] <= dot[1] or letters[1] >= dot[3]


def test_an_area_is_named_only_when_the_name_fits() -> None:
    assert on_area(Kind.GREEN, "Cutts Close Park", (0.0, 0.0), 150)
    assert not on_area(Kind.GREEN, "Cutts Close Park", (0.0, 0.0), 40)


def test_a_long_name_takes_several_lines() -> None:
    (place,) = at_spot(Kind.SUBURB, "Houses on the old railway land", (0.0, 0.0))
    assert len(place.lines) == 3
