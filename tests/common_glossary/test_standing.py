from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.common_glossary.model import Answer, Group, Phase, Sheet
from kithmap.common_glossary.standing import arithmetic, entering, hindrances, lacking, names_of, verdict_on
from kithmap.glossary.common import Standing
from kithmap.glossary.model import Match
from tests.common_glossary.support import AREAS, a_round, accepted, answer, held_by, source, worded

HUB = worded("g", held_by(6))


def said(group: Group, **answers: bool) -> Sheet:
    given_answers = [answer(group, area, accepts=yes) for area, yes in answers.items()]
    return Sheet(a_round(phase=Phase.ANSWERING), (group,), tuple(given_answers))


@pytest.mark.parametrize(
    ("holding", "objecting", "standing", "sentence"),
    [
        (7, [], "enters", "7 of 7 areas hold it, and 5 are needed. No area objects: it enters."),
        (5, [], "enters", "5 of 7 areas hold it, and 5 are needed. No area objects: it enters."),
        (4, [], "too_few", "4 of 7 areas hold it, and 5 are needed: too few. Areas keep their own."),
        (0, [], "too_few", "0 of 7 areas hold it, and 5 are needed: too few. Areas keep their own."),
        (7, ["ash"], "objected", "7 of 7 areas hold it, and 5 are needed, but an area objects: it stays out. Areas keep their own."),
        (5, ["gorse"], "objected", "5 of 7 areas hold it, and 5 are needed, but an area objects: it stays out. Areas keep their own."),
        (4, ["ash"], "too_few", "4 of 7 areas hold it, and 5 are needed: too few. Areas keep their own."),
    ],
)  # fmt: skip
def test_the_rule_is_told_with_its_numbers(
    holding: int, objecting: Sequence[str], standing: str, sentence: str
) -> None:
    group = worded("g", held_by(holding))
    answers = dict.fromkeys(AREAS[:holding], True) | dict.fromkeys(objecting, False)
    found = verdict_on(said(group, **answers), group)
    assert (found.standing, arithmetic(found)) == (standing, sentence)


def test_nothing_enters_before_every_area_that_holds_it_has_answered() -> None:
    found = verdict_on(said(HUB, ash=True), HUB)
    assert found.standing is Standing.OPEN
    assert found.waiting == AREAS[1:6]
    assert "Not every area" in arithmetic(found)


def test_what_is_only_near_does_not_count() -> None:
    group = worded("g", {**held_by(4), ("elm", "hub"): Match.CLOSE, ("fir", "hub"): Match.NARROW})
    assert verdict_on(accepted(group), group).standing is Standing.TOO_FEW


def test_an_answer_to_an_earlier_form_does_not_count() -> None:
    sheet = accepted(HUB)
    changed = worded("g", HUB.members, revision=2)
    assert verdict_on(sheet, changed).standing is Standing.OPEN


def test_what_nobody_worded_does_not_enter() -> None:
    unworded = Group("g", held_by(7))
    assert entering(accepted(unworded)) == []
    assert entering(accepted(HUB)) == [HUB]


def test_the_areas_without_it_are_named() -> None:
    assert lacking(a_round(), HUB) == ("Gorse",)
    assert names_of(a_round(), {"fir", "ash"}) == ("Ash", "Fir")


def test_the_second_round_needs_words_to_answer_to() -> None:
    assert len(hindrances(Sheet(a_round()))) == 1
    assert len(hindrances(Sheet(a_round().__class__("r", "p", 1, sources=(source("ash", None),))))) == 2
    assert hindrances(Sheet(a_round(), (HUB,))) == []


@given(st.permutations([answer(HUB, area, accepts=area != "cedar") for area in AREAS]))
def test_the_order_of_answers_changes_nothing(answers: list[Answer]) -> None:
    found = verdict_on(Sheet(a_round(), (HUB,), tuple(answers)), HUB)
    assert (found.standing, found.objecting) == (Standing.OBJECTED, ("cedar",))
