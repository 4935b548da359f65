import statistics
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.glossary.measures import (
    FUNCTIONS,
    bands,
    mean,
    median,
    percent_at_least,
    percent_of,
    sum_of_items,
    work_out,
)
from kithmap.network.measures import FUNCTIONS as NETWORK_FUNCTIONS
from tests.glossary.support import starting_indicators

answers = st.lists(st.none() | st.integers(0, 10).map(float), max_size=30)


def test_worked_cases() -> None:
    given_answers = [8.0, None, 4.0, 9.0, 7.0]
    assert mean(given_answers) == 7.0
    assert median(given_answers) == 7.5
    assert percent_of(given_answers, [8, 9]) == 50.0
    assert percent_at_least(given_answers, 7) == 75.0
    assert bands(given_answers, [4, 6, 8]) == {"to 4": 25.0, "5 to 6": 0.0, "7 to 8": 50.0, "from 9": 25.0}


def test_a_person_who_left_an_item_out_has_no_sum() -> None:
    assert sum_of_items([[1, 2, 3], [3, None, 3], [2, 2, 2]], items=3) == 6.0


@pytest.mark.parametrize("nothing", [[], [None, None]])
def test_without_answers_there_is_no_figure(nothing: list[None]) -> None:
    assert (
        mean(nothing) is median(nothing) is percent_of(nothing, [1]) is percent_at_least(nothing, 1) is None
    )
    assert set(bands(nothing, [4]).values()) == {None}
    assert sum_of_items([], 3) is None


@given(answers)
def test_missing_answers_change_nothing(given_answers: list[float | None]) -> None:
    known = [each for each in given_answers if each is not None]
    assert mean(given_answers) == mean(known)
    assert median(given_answers) == median(known)
    assert bands(given_answers, [4, 6, 8]) == bands(known, [4, 6, 8])
    assert mean(known) == (pytest.approx(statistics.mean(known)) if known else None)


@given(answers.filter(lambda each: any(one is not None for one in each)))
def test_the_bands_hold_everybody_once(given_answers: list[float | None]) -> None:
    assert sum(share or 0 for share in bands(given_answers, [1, 3, 5]).values()) == pytest.approx(100)


def test_every_computation_that_an_indicator_names_is_there() -> None:
    named = {
        compute["function"]
        for each in starting_indicators()
        for compute in (each.compute, each.also)
        if compute
    }
    assert named <= FUNCTIONS.keys() | NETWORK_FUNCTIONS.keys()


@pytest.mark.parametrize(
    ("compute", "expected"),
    [
        ({"function": "mean"}, 4.5),
        ({"function": "percent_of", "answers": [4, 5], "note": "either"}, 100.0),
        ({"function": "percent_at_least", "least": 5}, 50.0),
        ({"function": "bands", "cuts": [4]}, {"to 4": 50.0, "from 5": 50.0}),
    ],
)
def test_an_indicator_is_worked_out_by_the_name_it_gives(compute: dict[str, Any], expected: Any) -> None:
    assert work_out(compute, [4.0, 5.0]) == expected
