import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.programme.representativeness import compare, stamp

counts = st.lists(st.integers(1, 10_000), min_size=2, max_size=6)


def named(values: list[int]) -> dict[str, int]:
    return {f"group {place}": value for place, value in enumerate(values)}


def test_the_room_is_laid_beside_the_area_in_percentage_points() -> None:
    told = {"young": 5, "middle": 10, "old": 25}
    found = compare("age_band", told, {"young": 300, "middle": 400, "old": 300})
    assert found is not None
    assert [group.gap for group in found.groups] == [-17.5, -15.0, 32.5]
    assert found.dissimilarity == pytest.approx(0.325)
    assert not found.balanced
    assert found.furthest is not None
    assert found.furthest.category == "young"


def test_a_group_of_five_percent_of_the_area_that_is_hidden_in_the_room_is_missing() -> None:
    found = compare(
        "sex", {"female": 25, "male": None, "other": None}, {"female": 900, "male": 50, "other": 49}
    )
    assert found is not None
    assert [group.missing for group in found.groups] == [False, True, False]
    assert [group.gap for group in found.groups[1:]] == [None, None]
    assert found.furthest is found.groups[1]
    assert not found.balanced


def test_a_question_that_the_profile_lacks_is_not_compared() -> None:
    assert compare("sex", {"female": 20, "male": 20}, {}) is None
    assert compare("sex", {"female": None, "male": None}, {"female": 1, "male": 1}) is None


@given(values=counts)
def test_a_room_like_its_area_is_balanced(values: list[int]) -> None:
    found = compare("any", named(values), named(values))
    assert found is not None
    assert found.dissimilarity == 0
    assert found.balanced
    assert found.furthest is None


@given(room=counts, area=counts, hidden=st.sets(st.integers(1, 5)))
def test_the_index_of_dissimilarity_is_between_none_and_all(
    room: list[int], area: list[int], hidden: set[int]
) -> None:
    told = {f"group {place}": None if place in hidden else value for place, value in enumerate(room)}
    found = compare("any", told, named(area))
    assert found is not None
    assert 0 <= found.dissimilarity <= 1
    assert sum(group.room_share or 0 for group in found.groups) == pytest.approx(1)


def test_a_group_that_is_hidden_to_hide_another_is_not_called_few() -> None:
    found = compare("any", {"a": 20, "b": None, "c": None}, {"a": 50, "b": 25, "c": 25}, held={"c"})
    assert found is not None
    assert [(group.few, group.missing) for group in found.groups] == [
        (False, False),
        (True, True),
        (False, False),
    ]


def test_the_stamp_of_a_room_like_its_area_says_so() -> None:
    alike = compare("sex", {"female": 10, "male": 10}, {"female": 50, "male": 50})
    assert alike is not None
    assert stamp([alike]) == "The room was like its area, as far as people told."


def test_the_stamp_of_another_room_gives_the_largest_index_and_the_missing_groups() -> None:
    alike = compare("sex", {"female": 10, "male": 10}, {"female": 50, "male": 50})
    other = compare("tenure", {"own": 20, "rent": None}, {"own": 50, "rent": 50})
    assert alike is not None
    assert other is not None
    assert stamp([alike, other]) == (
        "The room was not like its area: index of dissimilarity up to 0.50. Groups of 5 in 100 or more that were missing: 1."
    )


def test_without_anything_that_may_be_told_there_is_no_stamp() -> None:
    assert stamp([]) == ""
