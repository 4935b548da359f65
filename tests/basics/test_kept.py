from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.kept import Kept


def test_what_was_wanted_longest_ago_goes_first() -> None:
    kept: Kept[str] = Kept(most=3)
    for name in "abc":
        kept.keep(name, name.upper(), 1)
    assert kept.get("a") == "A"
    kept.keep("d", "D", 1)
    assert [kept.get(name) for name in "abcd"] == ["A", None, "C", "D"]


def test_what_is_too_heavy_is_handed_back_and_not_kept() -> None:
    kept: Kept[str] = Kept(most=3)
    kept.keep("a", "A", 3)
    assert kept.keep("b", "B", 4) == "B"
    assert (kept.get("a"), kept.get("b")) == ("A", None)
    kept.keep("a", "heavier", 4)
    assert kept.get("a") is None


def test_there_is_an_end_to_what_weighs_nothing() -> None:
    kept: Kept[str] = Kept(most=3)
    for name in "abcd":
        kept.keep(name, name.upper(), 0)
    assert [kept.get(name) for name in "abcd"] == [None, "B", "C", "D"]


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.integers(0, 6))))
def test_what_is_kept_never_weighs_more_than_it_may(given_values: list[tuple[str, int]]) -> None:
    kept: Kept[int] = Kept(most=8)
    for name, weight in given_values:
        kept.keep(name, weight, weight)
        assert sum(kept.get(each) or 0 for each in "abcde") <= 8
    if given_values and given_values[-1][1] <= 8:
        assert kept.get(given_values[-1][0]) == given_values[-1][1]
