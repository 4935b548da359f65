import pytest

from kithmap.agreement.arithmetic import arithmetic
from kithmap.agreement.model import Choice, Outcome, Rating
from kithmap.agreement.tally import tally
from tests.agreement.support import room, said


def test_an_agreed_wording_is_explained_from_the_first_count_to_the_outcome() -> None:
    people, ratings = said(strongly_for=8, can_live_with_it=2, against=1, silent=1)
    assert arithmetic(tally(ratings, people, integrated=False)) == (
        "11 of 12 people answered; 8 are needed. It is not clear to 0 of 11; from 20 in 100 on it goes back. "
        "Nobody says they cannot accept it. 10 of 11, 90 in 100, are for it or can live with it; 75 in 100 are needed. "
        "So it is agreed."
    )


@pytest.mark.parametrize(("count", "sentence"), [(1, "1 person cannot"), (3, "3 people cannot")])
def test_objections_are_counted_in_words(count: int, sentence: str) -> None:
    people, ratings = said(strongly_for=12, cannot_accept=count)
    found = tally(ratings, people, integrated=False)
    assert found.outcome is Outcome.INTEGRATE
    assert sentence in arithmetic(found)


def test_the_two_questions_of_an_indicator_are_told_apart() -> None:
    people = room(10)
    ratings = [Rating(person, Choice.FOR, matters=9, fair=2) for person in people]
    words = arithmetic(tally(ratings, people, integrated=False))
    assert "10 of 10, 100 in 100, are sure that it matters here" in words
    assert "0 of 10, 0 in 100, are sure that it can be asked fairly" in words
    assert words.endswith("So it is not agreed.")


def test_a_group_is_named() -> None:
    people = room(10)
    young = [Rating(person, Choice.AGAINST, frozenset({"people under 25"})) for person in people[:5]]
    others = [Rating(person, Choice.FOR) for person in people[5:]]
    more = [f"more {count}" for count in range(20)]
    ratings = [*young, *others, *(Rating(person, Choice.FOR) for person in more)]
    found = tally(ratings, [*people, *more], integrated=False)
    assert found.outcome is Outcome.ADOPTED_WITH_DISSENT
    assert "Among people under 25, 0 of 5, 0 in 100, support it; 50 in 100 are needed." in arithmetic(found)


def test_doubts_at_the_low_end_of_the_scale_are_told() -> None:
    people = room(20)
    marks = [2] * 3 + [9] * 17
    ratings = [
        Rating(person, Choice.FOR, matters=mark, fair=9) for person, mark in zip(people, marks, strict=True)
    ]
    words = arithmetic(tally(ratings, people, integrated=False))
    assert "3 of 20, 15 in 100, doubt that it matters here; it must stay under 15 in 100." in words
