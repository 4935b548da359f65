import math
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.glossary import near_pairs
from kithmap.glossary.near_pairs import alike_by_count, alike_by_weight

PARTS = "abcdefgh"
WEIGHTS = {part: 0.3 + place for place, part in enumerate(PARTS)}

sets = st.lists(st.frozensets(st.sampled_from(PARTS), max_size=6), max_size=7)
thresholds = st.floats(0.05, 1)


def pairs_of(sets: list[frozenset[str]]) -> list[tuple[int, int]]:
    return list(combinations(range(len(sets)), 2))


@given(sets, thresholds)
def test_no_pair_that_is_alike_by_count_is_missed(sets: list[frozenset[str]], threshold: float) -> None:
    alike = {
        (one, other)
        for one, other in pairs_of(sets)
        if sets[one] and 2 * len(sets[one] & sets[other]) >= threshold * (len(sets[one]) + len(sets[other]))
    }
    assert alike <= set(alike_by_count(sets, threshold))


@given(sets, thresholds)
def test_no_pair_that_is_alike_by_weight_is_missed(sets: list[frozenset[str]], threshold: float) -> None:
    def weight(parts: frozenset[str]) -> float:
        return math.fsum(WEIGHTS[part] for part in parts)

    alike = {
        (one, other)
        for one, other in pairs_of(sets)
        if sets[one] and weight(sets[one] & sets[other]) >= threshold * weight(sets[one] | sets[other])
    }
    assert alike <= set(alike_by_weight(sets, WEIGHTS, threshold))


@given(sets, thresholds)
def test_each_pair_comes_once_the_lower_place_first(sets: list[frozenset[str]], threshold: float) -> None:
    for found in (list(alike_by_count(sets, threshold)), list(alike_by_weight(sets, WEIGHTS, threshold))):
        assert len(found) == len(set(found))
        assert set(found) <= set(pairs_of(sets))


def test_what_nearly_all_hold_brings_nobody_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near_pairs, "MOST_HOLDERS", 3)
    empty_talk = [frozenset("a")] * 4
    assert list(alike_by_count(empty_talk, 0.6)) == []
    assert len(list(alike_by_count(empty_talk[:3], 0.6))) == 3
