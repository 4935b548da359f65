from hypothesis import given
from hypothesis import strategies as st

from kithmap.basemap.collision import Box, TakenSpots, around

corner = st.integers(-300, 300)
size = st.integers(1, 120)
boxes = st.builds(
    lambda x, y, w, h: (float(x), float(y), float(x + w), float(y + h)), corner, corner, size, size
)


def apart(one: Box, other: Box, room: float) -> bool:
    return (
        one[2] + room <= other[0]
        or other[2] + room <= one[0]
        or one[3] + room <= other[1]
        or other[3] + room <= one[1]
    )


@given(st.lists(boxes, max_size=30), st.sampled_from([0.0, 4.0, 12.0]))
def test_a_spot_is_free_exactly_when_it_is_apart_from_all_that_are_taken(
    tried: list[Box], room: float
) -> None:
    taken = TakenSpots()
    placed: list[Box] = []
    for box in tried:
        free = taken.free([box], room)
        assert free == all(apart(box, other, room) for other in placed)
        if free:
            taken.take("", 0, 0, [box])
            placed.append(box)


def test_one_name_keeps_away_from_itself_but_not_from_others() -> None:
    taken = TakenSpots()
    taken.take("High Street", 0, 0, [])
    assert not taken.far_from_itself("High Street", 300, 0, 420)
    assert taken.far_from_itself("High Street", 420, 0, 420)
    assert taken.far_from_itself("Mill Lane", 0, 0, 420)


@given(st.lists(boxes, min_size=1, max_size=6))
def test_the_box_around_holds_all(several: list[Box]) -> None:
    left, top, right, bottom = around(several)
    assert all(left <= box[0] and top <= box[1] and right >= box[2] and bottom >= box[3] for box in several)
