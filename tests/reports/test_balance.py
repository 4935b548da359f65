"""Who was in a room, in a file that leaves it: nothing that the screens do not tell, and no count below the threshold."""

from hypothesis import given
from hypothesis import strategies as st

from kithmap.reports.balance import for_a_pack

AREA = {"age_band": {"young": 300, "middle": 500, "old": 200}}


def told(**counts: int | None) -> dict[str, dict[str, int | None]]:
    return {"age_band": counts}


def shares(**counts: int | None) -> dict[str, float | None]:
    (compared,) = for_a_pack(told(**counts), {}, AREA, 10)
    return {group.category: group.room_share for group in compared.groups}


def test_counts_from_the_threshold_on_are_told_as_shares_of_one_another() -> None:
    assert shares(young=10, middle=30, old=10) == {"young": 0.2, "middle": 0.6, "old": 0.2}


def test_one_below_the_threshold_takes_another_one_along() -> None:
    assert shares(young=5, middle=30, old=20) == {"young": None, "middle": 1.0, "old": None}


def test_where_screens_hide_one_already_no_other_one_has_to_go() -> None:
    assert shares(young=5, middle=30, old=None) == {"young": None, "middle": 1.0, "old": None}


def test_what_is_hidden_here_besides_is_not_said_to_be_missing() -> None:
    (compared,) = for_a_pack(told(young=5, middle=30, old=None), {}, AREA, 10)
    by_name = {group.category: group for group in compared.groups}
    assert (by_name["young"].few, by_name["young"].missing) == (False, False)
    assert (by_name["old"].few, by_name["old"].missing) == (True, True)


def test_a_question_of_which_nothing_is_left_is_not_told_of() -> None:
    assert for_a_pack(told(young=5, middle=5, old=None), {}, AREA, 10) == []
    assert for_a_pack(told(young=20, middle=20, old=20), {}, {}, 10) == []


@given(
    st.dictionaries(
        st.sampled_from(["young", "middle", "old"]), st.none() | st.integers(1, 12).map(lambda n: 5 * n)
    )
)
def test_no_count_below_the_threshold_is_told_and_none_is_hidden_alone(counts: dict[str, int | None]) -> None:
    for compared in for_a_pack({"age_band": counts}, {}, AREA, 10):
        hidden = {group.category for group in compared.groups if group.room_share is None}
        small = {category for category, count in counts.items() if count is not None and count < 10}
        assert small <= hidden
        assert len(hidden) != 1 or not small
