from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from kithmap.sync.allowance import Allowance, Limits
from tests.support.hall import NOON


@given(waits=st.lists(st.floats(0, 10), max_size=60))
def test_a4_no_schedule_of_asking_gets_more_than_burst_and_rate_allow(waits: list[float]) -> None:
    limits = Limits(burst=5, rate=2)
    allowance = Allowance(limits, limits.burst, NOON)
    now, taken = NOON, 0
    for wait in waits:
        now += timedelta(seconds=wait)
        taken += allowance.take(1, now)
    assert taken <= limits.burst + limits.rate * (now - NOON).total_seconds() + 1e-6


def test_a4_a_clock_that_goes_back_gives_nothing_and_takes_nothing() -> None:
    allowance = Allowance(Limits(burst=1, rate=1), 1, NOON)
    assert allowance.take(1, NOON - timedelta(hours=1))
    assert not allowance.take(1, NOON - timedelta(hours=2))
