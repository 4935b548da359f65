import pytest

from kithmap.basics.errors import BadInputError
from kithmap.common_glossary.model import checked_members, checked_share, in_order, plain
from kithmap.glossary.model import Match
from tests.common_glossary.support import a_round, accepted, answer, held_by, source, worded


def test_two_words_of_one_area_never_mean_the_same_in_passing() -> None:
    members = {("ash", "hub"): Match.EXACT, ("ash", "heart"): Match.EXACT, ("elm", "hub"): Match.EXACT}
    with pytest.raises(BadInputError, match="Ash has two words here"):
        checked_members(members, a_round())
    assert checked_members({**members, ("ash", "heart"): Match.NARROW}, a_round())


def test_a_group_has_members_and_all_of_them_of_its_areas() -> None:
    with pytest.raises(BadInputError, match="tick at least one"):
        checked_members({}, a_round())
    with pytest.raises(BadInputError, match="no area of this programme"):
        checked_members({("far away", "hub"): Match.EXACT}, a_round())


def test_only_what_means_the_same_is_held() -> None:
    members = {("ash", "hub"): Match.EXACT, ("elm", "hub"): Match.CLOSE, ("fir", "pub"): Match.NARROW}
    assert worded("g", members).holds() == {"ash": "hub"}


def test_an_answer_to_an_earlier_form_says_nothing_of_this_one() -> None:
    group = worded("g", held_by(2), revision=1)
    sheet = accepted(group)
    assert set(sheet.answers_to(group)) == {"ash", "birch"}
    assert sheet.answers_to(worded("g", held_by(2), revision=2)) == {}


def test_a_sheet_knows_where_each_concept_is() -> None:
    group = worded("g", held_by(1))
    assert accepted(group).group_of() == {("ash", "hub"): "g"}
    assert accepted(group).group("g") == group
    assert accepted(group).group("x") is None
    assert answer(group, "ash", accepts=False).reason


@pytest.mark.parametrize("share", [(5, 7), (1, 1), (2, 3), (7, 7)])
def test_a_share_is_more_than_half(share: tuple[int, int]) -> None:
    assert checked_share(*share) == share


@pytest.mark.parametrize("share", [(0, 7), (8, 7), (3, 7), (1, 2), (-1, 3), (61, 61)])
def test_what_is_no_share_or_half_at_most_is_refused(share: tuple[int, int]) -> None:
    with pytest.raises(BadInputError, match="more than half"):
        checked_share(*share)


def test_needed_follows_from_the_share_and_the_areas() -> None:
    assert a_round().needed == 5
    assert a_round("ash", "elm").needed == 2
    assert a_round(share=(6, 7)).needed == 6


def test_areas_come_in_the_order_in_which_people_look_for_them() -> None:
    assert [each.area for each in in_order([source("fir"), source("ash")])] == ["ash", "fir"]


def test_a_text_loses_its_needless_spaces_and_may_be_too_long() -> None:
    assert plain("  a \n b ", 3) == "a b"
    with pytest.raises(BadInputError, match="That is too long: 3 letters"):
        plain("a bcd", 3)
