from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.agreement.model import Choice
from kithmap.research.agreed import (
    BANDS,
    Agreement,
    agreement,
    agreement_figure,
    middle_figure,
    support,
    support_figure,
)
from kithmap.research.figures import Drawn, Words, shown
from tests.glossary.published import DECISION, LATER, releases

FIRST, SECOND = releases()
OAKHAM = Words("Oakham", own=True)
NEITHER = Words("Mill Side", own=True)


def test_a_word_counts_by_its_last_decision() -> None:
    before, after = agreement(FIRST), agreement(SECOND)
    assert (before.adopted, before.with_dissent, before.statements) == (0, 1, 2)
    assert (after.adopted, after.with_dissent, after.statements) == (1, 0, 0)
    assert before.terms == before.adopted + before.with_dissent + before.undecided


def test_support_is_counted_among_those_who_weighed_the_wording() -> None:
    assert support(DECISION) == pytest.approx(18 / 21)
    assert support(LATER) == 1
    assert support(replace(DECISION, counts={"skip": 3, "not_clear": 2})) is None


@given(st.dictionaries(st.sampled_from([each.value for each in Choice]), st.integers(0, 50)))
def test_support_is_a_share(counts: dict[str, int]) -> None:
    share = support(replace(DECISION, counts=counts))
    assert share is None or 0 <= share <= 1


def test_what_is_parked_is_told_only_where_the_reader_may_know() -> None:
    areas: list[tuple[Words, Agreement | None]] = [(OAKHAM, agreement(SECOND, 4)), (NEITHER, None)]
    rows = {row[0]: row[1:] for row in shown(agreement_figure(areas, Drawn.GROUPED), str).rows}
    assert rows["Agreed"] == ("1", "–")
    assert rows["Parked for another day"] == ("4", "–")
    without = agreement_figure([(OAKHAM, agreement(SECOND))], Drawn.GROUPED)
    assert "Parked for another day" not in {row[0] for row in shown(without, str).rows}


@given(st.lists(st.floats(0, 1), min_size=1))
def test_every_share_of_support_stands_in_one_band(shares: list[float]) -> None:
    figure = support_figure([(OAKHAM, Agreement(9, 9, 0, 0, 0, tuple(shares)))], Drawn.BARS)
    assert sum(row[1] for row in figure.rows if isinstance(row[1], int)) == len(shares)
    assert len(figure.rows) == len(BANDS)


def test_where_nobody_decided_there_is_no_support_to_show() -> None:
    assert support_figure([(OAKHAM, Agreement(3, 0, 0, 3, 0, ()))], Drawn.BARS).is_empty


def test_half_of_the_words_have_more_support_than_the_middle() -> None:
    figure = middle_figure([(OAKHAM, Agreement(3, 3, 0, 0, 0, (0.8, 0.9, 1.0))), (NEITHER, None)])
    assert shown(figure, str).rows == (("Oakham", "3", "90", "0"), ("Mill Side", "–", "–", "–"))
