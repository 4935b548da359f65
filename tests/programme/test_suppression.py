import functools
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.programme.suppression import (
    ENOUGH,
    LEAST_SHOWN,
    MOST_LEAST_SHOWN,
    Picture,
    draw,
    is_due,
    rounded,
    threshold,
)

State = tuple[int, ...]
K = LEAST_SHOWN


@functools.cache
def states(total: int, categories: int) -> tuple[State, ...]:
    """Return every way in which so many people can be in so many categories."""
    if categories == 1:
        return ((total,),)
    return tuple(
        (first, *rest) for first in range(total + 1) for rest in states(total - first, categories - 1)
    )


def drawn(state: State, before: Picture | None = None) -> Picture | None:
    return draw({str(place): count for place, count in enumerate(state)}, K, before)


def fits(state: State, picture: Picture) -> bool:
    """Tell whether a room could be so, for somebody who knows the picture, its total and which counts are small."""
    return all(
        low <= count <= high
        for count, (low, high) in zip(state, map(picture.range_of, picture.told), strict=True)
    )


def counts_of(picture: Picture, rooms: Iterable[State]) -> Iterator[set[int]]:
    """Return, for each hidden count, the numbers that it could be in these rooms."""
    known = list(rooms)
    for category in picture.hidden:
        yield {room[int(category)] for room in known}


@pytest.mark.parametrize("categories", [2, 3])
@pytest.mark.parametrize("total", range(ENOUGH * K, ENOUGH * K + 7))
def test_no_small_count_can_be_found_out_from_one_picture(total: int, categories: int) -> None:
    for state in states(total, categories):
        picture = drawn(state)
        if picture is None:
            continue
        assert all(count is None or count % K == 0 for count in picture.told.values())
        assert all(picture.told[str(place)] is None for place, count in enumerate(state) if count < K)
        rooms = [room for room in states(total, categories) if fits(room, picture)]
        assert state in rooms
        assert all(len(values) > 1 for values in counts_of(picture, rooms))


rooms = st.integers(2, 3).flatmap(
    lambda categories: st.integers(ENOUGH * K, ENOUGH * K + 6).flatmap(
        lambda total: st.sampled_from(states(total, categories))
    )
)


@given(room=rooms, newcomers=st.integers(K, K + 3), draw_one=st.data())
def test_no_small_count_can_be_found_out_from_two_pictures_between_which_people_came(
    room: State, newcomers: int, draw_one: st.DataObject
) -> None:
    came = draw_one.draw(st.sampled_from(states(newcomers, len(room))))
    later = tuple(one + other for one, other in zip(room, came, strict=True))
    before = drawn(room)
    after = drawn(later, before)
    if before is None or after is None:
        return
    pairs = [
        (one, two)
        for one in states(sum(room), len(room))
        if fits(one, before)
        for grown in states(newcomers, len(room))
        if fits(two := tuple(a + b for a, b in zip(one, grown, strict=True)), after)
    ]
    assert (room, later) in pairs
    assert all(len(values) > 1 for values in counts_of(before, (one for one, _ in pairs)))
    assert all(len(values) > 1 for values in counts_of(after, (two for _, two in pairs)))


def test_one_person_who_joins_or_leaves_does_not_make_a_new_picture() -> None:
    assert not any(is_due(joined, gone, K) for joined in range(K) for gone in range(K))
    assert is_due(K, 0, K)
    assert is_due(0, K, K)


def test_a_room_of_few_is_not_told_of_at_all() -> None:
    assert drawn((10, 9)) is None
    assert drawn((10, 10)) == Picture({"0": 10, "1": 10}, frozenset(), 20, K)


def test_a_total_that_gives_a_small_count_away_hides_more() -> None:
    picture = drawn((17, 4, 5))
    assert picture is not None
    single = drawn((22, 0))
    assert single is not None
    assert single.told == {"0": 20, "1": None}
    assert all(len(set(range(low, high + 1))) > 1 for low, high in [single.range_of("1")])


@pytest.mark.parametrize(("asked", "used"), [(None, 5), (0, 5), (4, 5), (10, 10), (999, MOST_LEAST_SHOWN)])
def test_an_area_can_raise_the_threshold_and_never_lower_it(asked: int | None, used: int) -> None:
    assert threshold(asked) == used


@given(count=st.integers(0, 500), least=st.integers(LEAST_SHOWN, MOST_LEAST_SHOWN))
def test_rounding_goes_to_the_nearest_multiple(count: int, least: int) -> None:
    assert rounded(count, least) % least == 0
    assert abs(rounded(count, least) - count) * 2 <= least
