"""When each moment comes: crowded ones apart, idle time short, never back."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.time_lapse.pacing import LONGEST_FILM, SHORTEST_FILM, length_of, paced

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)

times = st.lists(st.integers(0, 10**7), max_size=60).map(
    lambda seconds: [NOON + timedelta(seconds=each) for each in sorted(seconds)]
)


def at(*seconds: float) -> list[datetime]:
    return [NOON + timedelta(seconds=each) for each in seconds]


@given(times)
def test_time_never_goes_back_and_ends_with_the_film(moments: list[datetime]) -> None:
    film = paced(moments)
    assert len(film) == len(moments)
    assert all(later > earlier for earlier, later in pairwise(film))
    if len(film) > 1:
        assert film[0] == 0
        assert film[-1] == pytest.approx(length_of(len(moments)), abs=0.01)


def test_a_week_between_two_evenings_is_no_longer_than_a_short_break() -> None:
    week, minutes = timedelta(days=7).total_seconds(), 600
    assert paced(at(0, week, week + 30)) == paced(at(0, minutes, minutes + 30))


def test_what_came_in_one_instant_is_seen_one_after_another() -> None:
    film = paced(at(5, 5, 5, 5))
    assert [round(each, 3) for each in film] == [0, 4, 8, 12]


def test_twice_the_time_between_two_moments_is_twice_the_film() -> None:
    first, second, third = paced(at(0, 20, 60))
    assert third - second == pytest.approx(2 * (second - first), abs=0.01)


def test_nothing_and_one_moment_need_no_time() -> None:
    assert paced([]) == []
    assert paced(at(3)) == [0.0]


def test_a_film_is_neither_over_at_once_nor_endless() -> None:
    assert length_of(1) == SHORTEST_FILM
    assert length_of(5000) == LONGEST_FILM
