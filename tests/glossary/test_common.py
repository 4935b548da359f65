import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.glossary.common import Equivalent, Standing, needed_areas, verdict

AREAS = [f"area {count}" for count in range(7)]


def holding(count: int, **answers: bool) -> Equivalent:
    said = dict.fromkeys(AREAS[:count], True) | {f"area {key[1:]}": value for key, value in answers.items()}
    return Equivalent(dict.fromkeys(AREAS[:count], "hub"), said)


@pytest.mark.parametrize(("areas", "needed"), [(7, 5), (6, 5), (5, 4), (3, 3), (2, 2), (1, 2), (14, 10)])
def test_five_of_seven_is_a_share(areas: int, needed: int) -> None:
    assert needed_areas(areas) == needed


@pytest.mark.parametrize(
    ("equivalent", "standing"),
    [
        (holding(5), Standing.ENTERS),
        (holding(7), Standing.ENTERS),
        (holding(4), Standing.TOO_FEW),
        (holding(6, _6=False), Standing.OBJECTED),
        (holding(6, _2=False), Standing.OBJECTED),
        (Equivalent(dict.fromkeys(AREAS[:5], "hub"), {}), Standing.OPEN),
    ],
)
def test_enough_must_hold_it_and_nobody_object(equivalent: Equivalent, standing: Standing) -> None:
    assert verdict(equivalent, AREAS).standing is standing


def test_the_arithmetic_is_told() -> None:
    found = verdict(Equivalent(dict.fromkeys(AREAS[:6], "hub"), {AREAS[6]: False, AREAS[0]: True}), AREAS)
    assert (found.holding, found.needed, found.areas) == (6, 5, 7)
    assert (found.objecting, found.waiting) == ((AREAS[6],), tuple(AREAS[1:6]))


said = st.dictionaries(st.sampled_from([*AREAS, "elsewhere"]), st.booleans())


@given(st.sets(st.sampled_from([*AREAS, "elsewhere"])), said)
def test_others_than_the_areas_change_nothing(holds: set[str], answers: dict[str, bool]) -> None:
    everyone = Equivalent(dict.fromkeys(holds, "hub"), answers)
    ours = Equivalent(
        {area: "hub" for area in holds if area in AREAS},
        {area: yes for area, yes in answers.items() if area in AREAS},
    )
    assert verdict(everyone, AREAS) == verdict(ours, AREAS)


@given(st.sets(st.sampled_from(AREAS)), said)
def test_one_objection_keeps_a_term_out(holds: set[str], answers: dict[str, bool]) -> None:
    found = verdict(Equivalent(dict.fromkeys(holds, "hub"), {**answers, AREAS[0]: False}), AREAS)
    assert found.standing is not Standing.ENTERS
