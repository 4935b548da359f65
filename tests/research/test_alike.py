from dataclasses import replace

from kithmap.glossary.model import Release
from kithmap.research.alike import (
    Verdict,
    indicators_figure,
    indicators_judged,
    kinds_figure,
    kinds_judged,
)
from kithmap.research.figures import Words, shown
from tests.glossary.support import concept, release, starting_indicators

ASKED = starting_indicators()[0]
HALL = concept("hall")


def verdicts(*glossaries: Release | None) -> list[Verdict]:
    return [each.verdict for each in kinds_judged([("hall", "Hall")], glossaries)]


def test_a_kind_compares_where_all_glossaries_define_it_alike() -> None:
    mine, theirs = release(HALL), release(replace(HALL, definition={"en": "  what Hall is."}))
    assert verdicts(mine, mine) == [Verdict.SAME]
    assert verdicts(mine, release(replace(HALL, definition={"en": "A large room."}))) == [Verdict.DIFFERENT]
    assert verdicts(mine, theirs) == [Verdict.SAME]


def test_a_kind_that_one_glossary_lacks_is_not_everywhere() -> None:
    assert verdicts(release(HALL), release()) == [Verdict.ONE_SIDED]
    assert verdicts(release(HALL), None) == [Verdict.ONE_SIDED]


def test_a_kind_that_nobody_defined_is_the_one_that_comes_with_kithmap() -> None:
    assert verdicts(None, release()) == [Verdict.SAME]


def test_an_indicator_compares_where_it_is_asked_in_the_same_way() -> None:
    mine = release(indicators=(ASKED,))
    renamed = replace(ASKED, instrument=4, limits="Other words beside it.")
    (same,) = indicators_judged([mine, release(indicators=(renamed,))])
    assert (same.verdict, same.versions) == (Verdict.SAME, (1, 4))
    other = replace(ASKED, questions=(("q", "Do you?"),))
    (different,) = indicators_judged([mine, release(indicators=(other,))])
    assert different.verdict is Verdict.DIFFERENT
    (lone,) = indicators_judged([release(), mine])
    assert (lone.verdict, lone.versions) == (Verdict.ONE_SIDED, (None, 1))
    assert indicators_judged([None, None]) == []


def test_verdicts_are_told_with_their_reasons() -> None:
    names = [Words("Oakham", own=True), Words("Mill Side", own=True)]
    judged = indicators_judged([release(indicators=(ASKED,)), None])
    (row,) = shown(indicators_figure(judged, names), str).rows
    assert row[1:] == ("Not everywhere", "Not in the glossary of every area", "1", "–")
    (row,) = shown(kinds_figure(kinds_judged([("hall", "Hall")], [None])), str).rows
    assert row == ("Hall", "Yes", "Means the same in all")
