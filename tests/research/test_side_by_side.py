from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError
from kithmap.layers.model import LayerName
from kithmap.research.charts import chart_of
from kithmap.research.counting import Counts, net_of
from kithmap.research.figures import Drawn, Figure, shown
from kithmap.research.side_by_side import Side, check_number, figures, how_drawn
from kithmap.shared_map.model import Source

ASSETS, WHY = (LayerName.ASSETS, "kind"), (LayerName.CONNECTIONS, "why")


def side(
    area: str, kinds: dict[str, int], why: dict[str, int] | None = None, people: int | None = None
) -> Side:
    reasons = why or {}
    layers = {LayerName.ASSETS: sum(kinds.values()), LayerName.CONNECTIONS: sum(reasons.values())}
    labels = {kind: kind.title() for kind in kinds}
    net = net_of(("a", "b"), [("a", "b")])
    return Side(area, Counts(layers, {ASSETS: kinds, WHY: reasons}, labels, 0, net), people)


OAKHAM = side("Oakham", {"hall": 6, "club": 2}, {"fun": 3}, people=12_000)
MILL_SIDE = side("Mill Side", {"hall": 1})


def by_name(*sides: Side) -> dict[str, Figure]:
    return {each.name: each for each in figures(sides)}


def test_counts_and_shares_of_each_area_stand_beside_each_other() -> None:
    seen = shown(by_name(OAKHAM, MILL_SIDE)["assets-by-kind"], str)
    assert seen.heads == (
        "Kind of asset",
        "Oakham: how many",
        "Oakham: in 100",
        "Mill Side: how many",
        "Mill Side: in 100",
    )
    assert seen.rows == (("Hall", "6", "75.0", "1", "100.0"), ("Club", "2", "25.0", "0", "0.0"))


def test_shares_are_drawn_and_counts_are_told() -> None:
    chart = chart_of(by_name(OAKHAM, MILL_SIDE)["assets-by-kind"], str)
    assert chart is not None
    assert [(each.name, each.values) for each in chart.series] == [
        ("Oakham", (75.0, 25.0)),
        ("Mill Side", (100.0, 0.0)),
    ]


def test_an_area_without_any_has_no_share_which_is_not_zero() -> None:
    rows = shown(by_name(OAKHAM, MILL_SIDE)["connections-by-why"], str).rows
    assert ("Fun", "3", "100.0", "0", "–") in rows


def test_what_was_mapped_is_set_against_residents_where_they_are_known() -> None:
    rows = shown(by_name(OAKHAM, MILL_SIDE)["mapped-for-each-thousand-residents"], str).rows
    assert rows[0] == ("Assets", "0.67", "–")
    assert "mapped-for-each-thousand-residents" not in by_name(MILL_SIDE, MILL_SIDE)


def test_places_from_files_are_told_and_are_no_mapping_by_residents() -> None:
    source = (LayerName.ASSETS, "source")
    counts = OAKHAM.counts
    found = replace(counts, by={**counts.by, source: {Source.PHONE: 2, Source.BROUGHT_IN: 6}})
    figures = by_name(replace(OAKHAM, counts=found), MILL_SIDE)
    rows = shown(figures["how-much-was-mapped"], str).rows
    assert rows[0] == ("Assets", "8", "1")
    assert rows[-1] == ("Places among them that came from files", "6", "0")
    assert shown(figures["mapped-for-each-thousand-residents"], str).rows[0] == ("Assets", "0.17", "–")


def test_where_nothing_came_from_a_file_nothing_is_said_of_files() -> None:
    rows = shown(by_name(OAKHAM, MILL_SIDE)["how-much-was-mapped"], str).rows
    assert [row[0] for row in rows] == ["Assets", "Meeting places", "Connections"]


def test_two_to_seven_areas_stand_side_by_side() -> None:
    for number in (0, 1):
        with pytest.raises(BadInputError, match="two areas or more"):
            figures([MILL_SIDE] * number)
    with pytest.raises(BadInputError, match="seven areas at most"):
        check_number(8)
    assert figures([OAKHAM] * 7)


def test_few_areas_are_drawn_together_and_many_each_by_itself() -> None:
    assert [how_drawn(number) for number in (2, 3, 4, 7)] == [
        Drawn.GROUPED,
        Drawn.GROUPED,
        Drawn.PANELS,
        Drawn.PANELS,
    ]


tallies = st.dictionaries(st.sampled_from(["hall", "club", "bench"]), st.integers(0, 500), min_size=1)


@given(st.lists(tallies, min_size=2, max_size=7))
def test_shares_of_an_area_come_to_a_hundred(all_tallies: list[dict[str, int]]) -> None:
    sides = [side(f"Area {at}", tally) for at, tally in enumerate(all_tallies)]
    found = by_name(*sides)
    if "assets-by-kind" not in found:
        assert not any(sum(tally.values()) for tally in all_tallies)
        return
    for at, tally in enumerate(all_tallies):
        shares = [row[2 + 2 * at] for row in found["assets-by-kind"].rows]
        if sum(tally.values()):
            assert sum(each for each in shares if isinstance(each, float)) == pytest.approx(100)
        else:
            assert set(shares) == {None}
