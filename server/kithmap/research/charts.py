"""Charts of figures as SVG: whole without a script, readable at 320 pixels, on paper, and without seeing colours.

Widths are shares of the drawing's own width and heights are pixels, so that bars grow with the page while letters keep their
size. Each colour comes with a pattern, and each bar with its number. On a page the style sheet gives the colours, light or
dark; a drawing that is taken away carries its own, and its title and legend.
"""

import re
from dataclasses import dataclass
from html import escape
from itertools import accumulate, chain
from textwrap import wrap
from typing import Final

from kithmap.research.figures import Cell, Drawn, Figure, Told, in_words, shown
from kithmap.research.inks import PATTERNS, ink

LETTERS_A_LINE: Final = 30
"""Of a label: what fits into 260 pixels at 16 pixels a letter's height. Longer ones break."""

MOST_LINES = 3
"""Of a label; what is longer is cut, and stands whole in the table."""

LINE = 21
BAR = 14
GAP = 16
GROUP_BAR = 17
HEADING = 30
"""Pixels: a line of letters, a bar below its label, the room between two rows, a bar of a group, the head of a small chart."""

GROUP_SHARE = 82
"""Per cent of the width that a group's longest bar takes: its number stands behind it."""

TOO_NARROW = 0.01
"""Per cent of the width below which a bar is none: its number is told anyway."""

ALONE_WIDTH = 720
PANEL_WIDTH = 340
PANELS_ACROSS = 3
MARGIN = 24
"""Pixels, of a drawing that is taken away."""

FONT = "Atkinson Hyperlegible Next, Atkinson Hyperlegible, Noto Sans, Segoe UI, Helvetica, Arial, sans-serif"

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold (section 2.2), not even escaped."""


@dataclass(frozen=True, slots=True)
class Series:
    """What a colour stands for, or a small chart.

    Attributes:
        name: as its reader sees it.
        values: a number for each label, not negative; None where there is none.
        written: the same as the table has them.
    """

    name: str
    values: tuple[float | None, ...]
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn.

    Attributes:
        name: begins the ids within the drawing.
        title: what it shows.
        says: the same in one or two sentences, for who does not see it.
        labels: of the rows.
        series: at least one.
        drawn: as bars, groups of bars or small charts.
        source: the line to print beneath what is taken away.
        right_to_left: whether its reader's lines begin at the right.
    """

    name: str
    title: str
    says: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    drawn: Drawn
    source: str = ""
    right_to_left: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn.

        Raises:
            ValueError: if a number is below zero, or a series does not have one for each label.
        """
        for each in self.series:
            if len(each.values) != len(self.labels) or len(each.written) != len(self.labels):
                raise ValueError(f"{self.name}: {each.name} does not fit the labels")
            if any(value is not None and not value >= 0 for value in each.values):
                raise ValueError(f"{self.name}: {each.name} has a number below zero")

    @property
    def longest(self) -> float:
        """The greatest number, by which all bars are measured; 1 where all are zero."""
        found = (value for each in self.series for value in each.values if value is not None)
        return max(found, default=0) or 1


@dataclass(frozen=True, slots=True)
class Drawing:
    """A part of a chart: how high it is, and what is in it."""

    height: int
    marks: str


def on_page(chart: Chart) -> list[str]:
    """Return a chart as drawings for a page: one, or one for each small chart. The page gives title, legend and colours."""
    if chart.drawn is Drawn.PANELS:
        return [_panel_on_page(chart, at) for at in range(len(chart.series))]
    drawing = _rows(chart)
    ids = f"{chart.name}-title {chart.name}-says"
    told = f'<title id="{chart.name}-title">{_text(chart.title)}</title><desc id="{chart.name}-says">{_text(chart.says)}</desc>'
    return [_svg(drawing, told, ids, _patterns(chart))]


def alone(chart: Chart) -> str:
    """Return a chart as a file of its own, with title, legend, colours and source."""
    width = ALONE_WIDTH
    if chart.drawn is Drawn.PANELS:
        across = min(PANELS_ACROSS, len(chart.series))
        width = max(ALONE_WIDTH, across * PANEL_WIDTH + (across - 1) * MARGIN + 2 * MARGIN)
        body = _panels_together(chart, across)
    else:
        body = _rows(chart)
    inner = width - 2 * MARGIN
    title = _paragraph(
        chart, chart.title, inner // 11, 28, 'class="chart-title" font-size="22" font-weight="700"'
    )
    says = _paragraph(chart, chart.says, inner // 8, LINE, 'font-size="14" fill="#5b5347"')
    source = _paragraph(chart, chart.source, inner // 8, LINE, 'font-size="13" fill="#5b5347"')
    parts = (title, says, body, source)
    tops = list(accumulate((each.height + (MARGIN // 2 if each.height else 0) for each in parts), initial=8))
    height = tops[-1] + 8
    drawn = "".join(
        f'<svg y="{top}" width="{inner}" height="{each.height}" overflow="visible">{each.marks}</svg>'
        for top, each in zip(tops, parts, strict=False)
        if each.height
    )
    direction = ' direction="rtl"' if chart.right_to_left else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        f' font-family="{FONT}" font-size="16" fill="#1d1a15"{direction} aria-labelledby="title says">'
        f'<title id="title">{_text(chart.title)}</title><desc id="says">{_text(chart.says)}</desc>'
        f'{_patterns(chart)}<rect width="{width}" height="{height}" fill="#ffffff"/>'
        f'<svg x="{MARGIN}" y="0" width="{inner}" height="{height}" overflow="visible">{drawn}</svg></svg>\n'
    )


def _paragraph(chart: Chart, text: str, letters: int, step: int, how: str) -> Drawing:
    """Return words as lines below each other, beginning where the reader's lines begin."""
    if not text:
        return Drawing(0, "")
    start, lines = "100%" if chart.right_to_left else "0", _lines(text, letters)
    marks = (
        f'<text {how} x="{start}" y="{(at + 1) * step - 6}">{_text(line)}</text>'
        for at, line in enumerate(lines)
    )
    return Drawing(len(lines) * step, "".join(marks))


def _svg(drawing: Drawing, told: str, labelled: str, patterns: str) -> str:
    return (
        f'<svg class="chart" role="img" width="100%" height="{drawing.height}" aria-labelledby="{labelled}" focusable="false">'
        f"{told}{patterns}{drawing.marks}</svg>"
    )


def _panel_on_page(chart: Chart, at: int) -> str:
    series, name = chart.series[at], f"{chart.name}-{at}"
    drawing = _bars(chart, series, _heading(chart, series.name), HEADING)
    title = f"{chart.title}: {series.name}"
    told = f'<title id="{name}-title">{_text(title)}</title><desc id="{name}-says">{_text(_read_out(chart, series))}</desc>'
    return _svg(drawing, told, f"{name}-title {name}-says", _patterns(chart) if at == 0 else "")


def _read_out(chart: Chart, series: Series) -> str:
    return "; ".join(f"{label}: {said}" for label, said in zip(chart.labels, series.written, strict=True))


def _panels_together(chart: Chart, across: int) -> Drawing:
    drawings = [_bars(chart, each, _heading(chart, each.name), HEADING) for each in chart.series]
    rows = [drawings[at : at + across] for at in range(0, len(drawings), across)]
    heights = [max(each.height for each in row) for row in rows]
    tops = accumulate(chain((0,), (height + MARGIN for height in heights)))
    marks = "".join(
        f'<svg x="{at * (PANEL_WIDTH + MARGIN)}" y="{top}" width="{PANEL_WIDTH}" height="{each.height}" overflow="visible">'
        f"{each.marks}</svg>"
        for row, top in zip(rows, tops, strict=False)
        for at, each in enumerate(row)
    )
    return Drawing(sum(heights) + MARGIN * (len(rows) - 1), marks)


def _rows(chart: Chart) -> Drawing:
    if chart.drawn is Drawn.GROUPED:
        return _groups(chart)
    return _bars(chart, chart.series[0], "", 0)


def _heading(chart: Chart, name: str) -> str:
    (line, *_) = _lines(name, LETTERS_A_LINE - 2, 1)
    start = "100%" if chart.right_to_left else "0"
    return f'<text class="chart-heading" x="{start}" y="18" font-weight="700" font-size="18">{_text(line)}</text>'


def _bars(chart: Chart, series: Series, before: str, top: int) -> Drawing:
    """Draw a bar below each label, its number at the end of the label's line."""
    start, end = ("100%", "0") if chart.right_to_left else ("0", "100%")
    marks, y = [before], top
    for label, value, said in zip(chart.labels, series.values, series.written, strict=True):
        lines = _lines(label, LETTERS_A_LINE)
        marks += [
            f'<text x="{start}" y="{y + 16 + at * LINE}">{_text(line)}</text>'
            for at, line in enumerate(lines)
        ]
        marks.append(
            f'<text class="chart-number" x="{end}" y="{y + 16}" text-anchor="end" font-weight="700">{_text(said)}</text>'
        )
        y += len(lines) * LINE + 2
        marks.append(f'<rect class="chart-track" width="100%" y="{y}" height="{BAR}" rx="3" fill="#f2eadb"/>')
        marks.append(_bar(chart, value, y, BAR, 100, 0))
        y += BAR + GAP
    return Drawing(max(top, y - GAP) + 2, "".join(marks))


def _groups(chart: Chart) -> Drawing:
    """Draw the bars of a row below its label, one for each series, each with its number behind it; above all, what is what."""
    start = "100%" if chart.right_to_left else "0"
    marks, y = [_legend(chart)], len(chart.series) * (LINE + 4) + GAP
    for row, label in enumerate(chart.labels):
        lines = _lines(label, LETTERS_A_LINE)
        marks += [
            f'<text x="{start}" y="{y + 16 + at * LINE}" font-weight="700">{_text(line)}</text>'
            for at, line in enumerate(lines)
        ]
        y += len(lines) * LINE + 4
        for at, series in enumerate(chart.series):
            value = series.values[row]
            marks.append(_bar(chart, value, y, GROUP_BAR - 3, GROUP_SHARE, at))
            share = _share(chart, value, GROUP_SHARE)
            x = f"{_figure(100 - share if chart.right_to_left else share)}%"
            away = -8 if chart.right_to_left else 8
            marks.append(
                f'<text class="chart-number" x="{x}" dx="{away}" y="{y + 12}" font-size="14">{_text(series.written[row])}</text>'
            )
            y += GROUP_BAR + 2
        y += GAP
    return Drawing(max(0, y - GAP) + 2, "".join(marks))


def _legend(chart: Chart) -> str:
    marks = []
    for at, series in enumerate(chart.series):
        y = at * (LINE + 4)
        (line, *_) = _lines(series.name, LETTERS_A_LINE, 1)
        x, words = ("100%", ' dx="-34"') if chart.right_to_left else ("0", ' dx="34"')
        swatch = ' transform="translate(-26 0)"' if chart.right_to_left else ""
        colour = at % len(PATTERNS)
        marks.append(
            f'<rect {ink(colour)} x="{x}" y="{y + 2}" width="26" height="16" rx="3" fill="url(#{chart.name}-{colour})"'
            f' stroke="currentColor" stroke-width="1.5"{swatch}/><text x="{x}"{words} y="{y + 16}">{_text(line)}</text>'
        )
    return "".join(marks)


def _bar(chart: Chart, value: float | None, y: int, height: int, widest: int, colour: int) -> str:
    share = _share(chart, value, widest)
    if share < TOO_NARROW:
        return ""
    x = _figure(100 - share) if chart.right_to_left else "0"
    colour %= len(PATTERNS)
    return (
        f'<rect {ink(colour)} x="{x}%" y="{y}" width="{_figure(share)}%" height="{height}" rx="3"'
        f' fill="url(#{chart.name}-{colour})" stroke="currentColor" stroke-width="1.5"/>'
    )


def _share(chart: Chart, value: float | None, widest: int) -> float:
    return 0.0 if value is None else widest * value / chart.longest


def _patterns(chart: Chart) -> str:
    used = len(chart.series) if chart.drawn is Drawn.GROUPED else 1
    found = (
        f'<pattern id="{chart.name}-{at}" {ink(at)} width="8" height="8" patternUnits="userSpaceOnUse">{drawn}</pattern>'
        for at, drawn in enumerate(PATTERNS[:used])
    )
    return f"<defs>{''.join(found)}</defs>"


def _lines(text: str, letters: int, most: int = MOST_LINES) -> list[str]:
    """Break words into lines; at least one, and what is too long is cut with a sign that it is."""
    found = wrap(text, letters, max_lines=most, placeholder=" …") or [""]
    return [each[:letters] for each in found]


def _figure(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _text(text: str) -> str:
    return escape(_UNWRITABLE.sub("\ufffd", text))


def chart_of(figure: Figure, told: Told, *, source: str = "", right_to_left: bool = False) -> Chart | None:
    """Return a figure's chart, or None where nothing is drawn.

    Args:
        figure: what is drawn: its rows by their heads, and those of its columns that are meant to be.
        told: puts our sentences into the reader's language.
        source: the line to print beneath what is taken away.
        right_to_left: whether its reader's lines begin at the right.

    Raises:
        ValueError: if a number is below zero.
    """
    told_all = shown(figure, told)
    drawn = [at for at, column in enumerate(figure.columns, 1) if column.drawn and told_all.numbers[at - 1]]
    if figure.drawn is Drawn.NOT or figure.is_empty or not drawn:
        return None
    if figure.drawn is Drawn.BARS:
        drawn = drawn[:1]
    series = tuple(
        Series(
            in_words(figure.columns[at - 1].called or figure.columns[at - 1].head, told),
            tuple(_number(row[at]) for row in figure.rows),
            tuple(row[at] for row in told_all.rows),
        )
        for at in drawn
    )
    labels = tuple(row[0] for row in told_all.rows)
    return Chart(
        figure.name, told_all.title, told_all.says, labels, series, figure.drawn, source, right_to_left
    )


def _number(cell: Cell) -> float | None:
    return float(cell) if isinstance(cell, int | float) else None
