import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.agreement.model import SUPPORTING, WEIGHED, Choice, Outcome, Rating, Thresholds
from kithmap.agreement.tally import needed_answers, tally
from tests.agreement.support import room, said

registers = st.lists(
    st.builds(
        Rating,
        st.sampled_from(room(12)),
        st.sampled_from(Choice),
        st.frozensets(st.sampled_from(["young", "new here"])),
        st.none() | st.integers(1, 9),
        st.none() | st.integers(1, 9),
    ),
    max_size=30,
)


def outcome(counts: dict[str, int], *, integrated: bool = False, silent: int = 0) -> Outcome:
    people, ratings = said(silent=silent, **counts)
    return tally(ratings, people, integrated=integrated).outcome


@pytest.mark.parametrize(
    ("checked_in", "needed"), [(1, 5), (5, 5), (8, 5), (9, 6), (12, 8), (20, 12), (30, 18), (1000, 600)]
)
def test_six_in_ten_have_to_answer_and_at_least_five(checked_in: int, needed: int) -> None:
    assert needed_answers(checked_in) == needed


@pytest.mark.parametrize(
    ("counts", "silent", "expected"),
    [
        # Quorum, at its edge.
        ({"for": 7}, 5, Outcome.TOO_FEW),
        ({"for": 8}, 4, Outcome.ADOPTED),
        ({"for": 12}, 8, Outcome.ADOPTED),
        ({"for": 11}, 9, Outcome.TOO_FEW),
        ({"for": 18}, 12, Outcome.ADOPTED),
        ({"for": 4}, 0, Outcome.TOO_FEW),
        ({"for": 5}, 0, Outcome.ADOPTED),
        # Skipping is no answer; not understanding is one.
        ({"for": 7, "skip": 5}, 0, Outcome.TOO_FEW),
        ({"for": 7, "not_clear": 1}, 4, Outcome.ADOPTED),
        # Not clear: from a fifth on, whatever the others say.
        ({"for": 8, "not_clear": 2}, 0, Outcome.REWORD),
        ({"for": 9, "not_clear": 2}, 0, Outcome.ADOPTED),
        ({"strongly_for": 8, "cannot_accept": 2, "not_clear": 3}, 0, Outcome.REWORD),
        ({"not_clear": 6}, 0, Outcome.REWORD),
        # Support: a tie at the threshold is on the adopting side.
        ({"for": 9, "against": 3}, 0, Outcome.ADOPTED),
        ({"for": 8, "against": 3}, 1, Outcome.PARKED),
        ({"can_live_with_it": 9, "against": 3}, 0, Outcome.ADOPTED),
        ({"for": 6, "against": 6}, 0, Outcome.PARKED),
        ({"for": 5, "against": 6}, 1, Outcome.NOT_ADOPTED),
        ({"against": 12}, 0, Outcome.NOT_ADOPTED),
        # One who cannot accept it is heard first.
        ({"strongly_for": 11, "cannot_accept": 1}, 0, Outcome.INTEGRATE),
        ({"for": 1, "cannot_accept": 11}, 0, Outcome.INTEGRATE),
    ],
)
def test_the_worked_cases(counts: dict[str, int], silent: int, expected: Outcome) -> None:
    assert outcome(counts, silent=silent) is expected


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"for": 9, "cannot_accept": 3}, Outcome.ADOPTED_WITH_DISSENT),
        ({"for": 8, "cannot_accept": 4}, Outcome.PARKED),
        ({"for": 6, "cannot_accept": 6}, Outcome.PARKED),
        ({"for": 5, "cannot_accept": 7}, Outcome.NOT_ADOPTED),
        ({"for": 12}, Outcome.ADOPTED),
        ({"for": 9, "against": 3}, Outcome.ADOPTED),
    ],
)
def test_after_the_round_for_objections_the_room_decides(counts: dict[str, int], expected: Outcome) -> None:
    assert outcome(counts, integrated=True) is expected


@pytest.mark.parametrize(
    ("supporting", "of", "expected"),
    [
        (2, 5, Outcome.ADOPTED_WITH_DISSENT),
        (3, 6, Outcome.ADOPTED),
        (0, 4, Outcome.ADOPTED),
    ],
)
def test_a_group_of_five_or_more_has_a_floor(supporting: int, of: int, expected: Outcome) -> None:
    group = frozenset({"young"})
    inside = [
        Rating(f"young {count}", Choice.FOR if count < supporting else Choice.AGAINST, group)
        for count in range(of)
    ]
    outside = [Rating(f"other {count}", Choice.FOR) for count in range(40)]
    ratings = [*inside, *outside]
    assert tally(ratings, [rating.person for rating in ratings], integrated=False).outcome is expected


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([7] * 14 + [5] * 6, Outcome.ADOPTED),
        ([7] * 13 + [5] * 7, Outcome.NOT_ADOPTED),
        ([9] * 18 + [3] * 2, Outcome.ADOPTED),
        ([9] * 17 + [3] * 3, Outcome.NOT_ADOPTED),
    ],
)
@pytest.mark.parametrize("question", ["matters", "fair"])
def test_an_indicator_needs_both_of_its_questions(marks: list[int], expected: Outcome, question: str) -> None:
    people = room(20)
    ratings = [
        Rating(person, Choice.FOR, matters=mark, fair=9)
        if question == "matters"
        else Rating(person, Choice.FOR, matters=9, fair=mark)
        for person, mark in zip(people, marks, strict=True)
    ]
    assert tally(ratings, people, integrated=False).outcome is expected


def test_thresholds_are_the_workshop_s_own() -> None:
    people, ratings = said(**{"for": 6, "against": 6})
    assert (
        tally(ratings, people, integrated=False, thresholds=Thresholds(support=50)).outcome is Outcome.ADOPTED
    )


@given(registers, st.booleans(), st.randoms(use_true_random=False))
def test_the_order_of_different_people_s_ratings_changes_nothing(
    ratings: list[Rating], integrated: bool, chance: random.Random
) -> None:
    once = list({rating.person: rating for rating in ratings}.values())
    mixed = chance.sample(once, len(once))
    assert tally(once, room(12), integrated=integrated) == tally(mixed, room(12), integrated=integrated)


@given(registers, st.booleans())
def test_nobody_counts_twice_and_the_last_word_stands(ratings: list[Rating], integrated: bool) -> None:
    last = list({rating.person: rating for rating in ratings}.values())
    found = tally(ratings, room(12), integrated=integrated)
    assert found == tally(last, room(12), integrated=integrated)
    assert sum(found.counts.values()) == len(last)


@given(registers, st.booleans())
def test_whoever_is_not_checked_in_changes_nothing(ratings: list[Rating], integrated: bool) -> None:
    people = room(8)
    inside = [rating for rating in ratings if rating.person in people]
    assert tally(ratings, people, integrated=integrated) == tally(inside, people, integrated=integrated)


@given(registers)
def test_what_is_adopted_has_the_support_and_nobody_against_it_for_good(ratings: list[Rating]) -> None:
    found = tally(ratings, room(12), integrated=False)
    weighed = sum(found.counts[choice] for choice in WEIGHED)
    supporting = sum(found.counts[choice] for choice in SUPPORTING)
    if found.outcome in {Outcome.ADOPTED, Outcome.ADOPTED_WITH_DISSENT}:
        assert found.counts[Choice.CANNOT_ACCEPT] == 0
        assert 4 * supporting >= 3 * weighed > 0


@given(registers, st.booleans())
def test_the_arithmetic_ends_where_it_is_decided(ratings: list[Rating], integrated: bool) -> None:
    found = tally(ratings, room(12), integrated=integrated)
    failed = [check for check in found.checks if not check.passed]
    assert (found.outcome is Outcome.ADOPTED) == (not failed)
    if found.outcome is not Outcome.ADOPTED_WITH_DISSENT and failed:
        assert found.checks[-1] is failed[-1]


@given(registers)
def test_the_round_for_objections_comes_once(ratings: list[Rating]) -> None:
    assert tally(ratings, room(12), integrated=True).outcome is not Outcome.INTEGRATE
