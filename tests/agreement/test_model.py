from hypothesis import given
from hypothesis import strategies as st

from kithmap.agreement.model import SUPPORTING, WEIGHED, Choice, Share

counts = st.integers(0, 1000)


def test_not_understanding_and_skipping_are_no_votes() -> None:
    assert set(Choice) - WEIGHED == {Choice.NOT_CLEAR, Choice.SKIP}
    assert SUPPORTING < WEIGHED


def test_nothing_of_nobody_reaches_no_share() -> None:
    assert not Share(0, 0).reaches(0)
    assert Share(0, 0).percent == 0


@given(counts, counts, st.integers(0, 100))
def test_what_is_shown_never_reaches_a_threshold_that_the_share_does_not(
    one: int, more: int, percent: int
) -> None:
    share = Share(one, one + more)
    if share.of and share.percent >= percent:
        assert share.reaches(percent)


@given(counts, st.integers(1, 1000))
def test_a_share_reaches_its_threshold_by_being_equal(one: int, of: int) -> None:
    assert Share(3 * of, 4 * of).reaches(75)
    assert not Share(3 * of - 1, 4 * of).reaches(75)
    assert Share(min(one, of), of).reaches(0)
