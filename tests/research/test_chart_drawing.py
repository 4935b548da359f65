import re
from itertools import chain

import pytest
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as st

from kithmap.research.chart_drawing import GROUP_SHARE, alone, on_page
from kithmap.research.charts import Chart, Series, chart_of
from kithmap.research.figures import Drawn, Figure, shown
from tests.research.drawn import figures, small

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = (Drawn.BARS, Drawn.GROUPED, Drawn.PANELS)
every_figure = st.one_of(*(figures(each) for each in DRAWN))


def drawn(figure: Figure, **how: bool) -> Chart:
    chart = chart_of(figure, str, **how)  # type: ignore[arg-type] # only the direction is given
    assert chart is not None
    return chart


def bars(svg: str) -> list[float]:
    """Return the widths of a drawing's bars, in per cent of its own."""
    return [float(each) for each in re.findall(r'width="([\d.]+)%" height="\d+" rx="3" fill="url', svg)]


@given(every_figure, st.booleans())
def test_every_chart_can_be_read_and_holds_no_markup_of_others(figure: Figure, right_to_left: bool) -> None:
    chart = chart_of(figure, str, source="From <b>Oakham</b>", right_to_left=right_to_left)
    if chart is None:
        assert figure.is_empty
        return
    for svg in (alone(chart).removeprefix('<?xml version="1.0" encoding="UTF-8"?>\n'), *on_page(chart)):
        root = ElementTree.fromstring(svg)
        names = {each.tag.removeprefix(SVG) for each in root.iter()}
        assert names <= {
            "svg", "title", "desc", "defs", "pattern", "rect", "circle", "path", "text",
        }  # fmt: skip


@given(every_figure)
def test_no_bar_is_below_zero_or_longer_than_the_drawing(figure: Figure) -> None:
    chart = chart_of(figure, str)
    if chart is not None:
        widths = bars(alone(chart))
        assert all(0 < width <= 100 for width in widths)
        positive = [v for s in _series_drawn(chart) for v in s.values if v is not None and v > 0]
        assert len(widths) <= len(positive)


def _series_drawn(chart: Chart) -> tuple[Series, ...]:
    return chart.series[:1] if chart.drawn is Drawn.BARS else chart.series


@given(every_figure)
def test_bars_are_as_long_as_their_numbers(figure: Figure) -> None:
    chart = chart_of(figure, str)
    if chart is None:
        return
    most = GROUP_SHARE if chart.drawn is Drawn.GROUPED else 100
    series = _series_drawn(chart)
    wanted = [
        each.values[row] for row in range(len(chart.labels)) for each in series
    ] if chart.drawn is Drawn.GROUPED else list(chain.from_iterable(each.values for each in series))  # fmt: skip
    expected = [most * value / chart.longest for value in wanted if value]
    found = bars(alone(chart))
    assert len(found) <= len(expected)
    assert sum(found) == pytest.approx(sum(expected), abs=0.01 * len(expected) + 0.01)


@given(every_figure)
def test_each_number_is_written_beside_its_bar_as_the_table_has_it(figure: Figure) -> None:
    chart = chart_of(figure, str)
    if chart is None:
        return
    seen = shown(figure, str)
    columns = [1] if chart.drawn is Drawn.BARS else range(1, len(seen.heads))
    table = sorted(row[at] for row in seen.rows for at in columns)
    written = [
        "".join(each.itertext())
        for each in ElementTree.fromstring(alone(chart).split("\n", 1)[1]).iter(f"{SVG}text")
        if each.get("class") == "chart-number"
    ]
    assert sorted(written) == table


def test_each_series_of_a_group_has_a_pattern_of_its_own() -> None:
    svg = alone(drawn(small(Drawn.GROUPED, ("a", 1, 2))))
    assert 'id="small-0"' in svg
    assert 'id="small-1"' in svg
    assert svg.count("url(#small-0)") == svg.count("url(#small-1)") == 2


def test_each_column_has_a_small_chart_with_its_name_on_the_same_scale() -> None:
    first, second = on_page(drawn(small(Drawn.PANELS, ("a", 1, 4), ("b", 2, 0))))
    assert "Assets by kind: Oakham" in first
    assert "a: 4; b: 0" in second
    assert bars(first) == [25, 50]
    assert bars(second) == [100]


def test_bars_grow_from_where_the_reader_s_lines_begin() -> None:
    svg = alone(drawn(small(Drawn.BARS, ("a", 1, 0), ("b", 4, 0)), right_to_left=True))
    assert 'x="75%"' in svg
    assert 'direction="rtl"' in svg


def test_a_drawing_on_a_page_is_named_and_described_for_who_does_not_see_it() -> None:
    (svg,) = on_page(drawn(small(Drawn.GROUPED, ("a", 1, 2))))
    root = ElementTree.fromstring(svg)
    ids = {each.get("id") for each in root.iter() if each.get("id")}
    assert set((root.get("aria-labelledby") or "").split()) <= ids
    assert root.get("role") == "img"


def test_a_label_breaks_and_what_is_far_too_long_is_cut() -> None:
    svg = alone(drawn(small(Drawn.BARS, ("one two three " * 20, 1, 0), ("x" * 400, 2, 0))))
    texts = [
        "".join(each.itertext()) for each in ElementTree.fromstring(svg.split("\n", 1)[1]).iter(f"{SVG}text")
    ]
    assert max(map(len, texts)) <= 30
    assert any(each.endswith("…") for each in texts)
