import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.census import CENSUS
from kithmap.basics.errors import BadInputError
from kithmap.workshop.about_me import NOT_SAID, counted, read_answers

answers = st.fixed_dictionaries(
    {}, optional={each: st.sampled_from([*categories, NOT_SAID]) for each, categories in CENSUS.items()}
)


@given(given_answers=answers)
def test_what_was_answered_is_read_and_questions_may_be_left_out(given_answers: dict[str, str]) -> None:
    empty = dict.fromkeys(CENSUS, "")
    assert read_answers({**empty, **given_answers, "else": "x"}) == given_answers


@pytest.mark.parametrize("typed", [{"sex": "white"}, {"tenure": "castle"}])
def test_what_is_none_of_the_answers_is_refused(typed: dict[str, str]) -> None:
    with pytest.raises(BadInputError):
        read_answers(typed)


@given(people=st.lists(answers, max_size=8))
def test_who_prefers_not_to_say_is_not_counted(people: list[dict[str, str]]) -> None:
    counts = counted(people)
    assert counts.keys() == CENSUS.keys()
    for attribute, given_counts in counts.items():
        told = [each[attribute] for each in people if each.get(attribute, NOT_SAID) != NOT_SAID]
        assert sum(given_counts.values()) == len(told)
        assert all(given_counts[category] == told.count(category) for category in CENSUS[attribute])
