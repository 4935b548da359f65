from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError
from kithmap.common_glossary.pages.forms import held_of, number, one, shown, ticked
from kithmap.glossary.model import Match

lists = st.dictionaries(
    st.sampled_from(["member", "shown", "match-a/b", "revision"]), st.lists(st.text(max_size=9), max_size=4)
)


def test_what_is_ticked_comes_with_how_it_is_alike_and_means_the_same_if_nothing_is_said() -> None:
    form = {"member": ["ash/hub", "elm/heart"], "match-elm/heart": ["narrow"], "match-fir/x": ["exact"]}
    assert ticked(form) == {("ash", "hub"): Match.EXACT, ("elm", "heart"): Match.NARROW}
    assert shown({"shown": ["ash/hub"]}) == {("ash", "hub")}
    assert ticked({}) == {}


@pytest.mark.parametrize("text", ["", "ash", "/hub", "ash/"])
def test_what_is_no_concept_is_refused(text: str) -> None:
    with pytest.raises(BadInputError, match="load the page again"):
        held_of(text)


@pytest.mark.parametrize("text", ["related", "EXACT", "x"])
def test_what_is_no_likeness_is_refused(text: str) -> None:
    with pytest.raises(BadInputError, match="how each word is like"):
        ticked({"member": ["ash/hub"], "match-ash/hub": [text]})


@pytest.mark.parametrize("text", ["", "five", "-1", "1.5", "٣", "9" * 30])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(BadInputError, match="whole number"):
        number({"of": [text]}, "of")
    assert number({"of": [" 5 "]}, "of") == 5
    assert one({"of": ["a", "b"]}, "of") == "a"


@given(lists)
def test_whatever_is_sent_is_read_or_refused(form: dict[str, Any]) -> None:
    for read in (ticked, shown, lambda each: number(each, "revision")):
        try:
            read(form)
        except BadInputError:
            continue
