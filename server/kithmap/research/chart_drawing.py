"""Charts as SVG: whole without a script, readable at 320 pixels, on paper, and without seeing colours.

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

from kithmap.research.charts import Chart, Series
from kithmap.research.figures import Drawn
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
class Drawing:
    """A part of a chart: how high it is, and what is in it."""

    height: int
    marks: str


def on_page(chart: Chart) -> list[str]:
    """Return a chart as drawings for a page: one, or one for each small chart. The page gives title, legend and colours."""
    if chart.drawn is Drawn.PANELS:
        return [_panel_on_page(chart, at) for at in range(len(chart.series))]
    return [_svg(_rows(chart), chart.name, chart.title, chart.says, _patterns(chart))]


def _panel_on_page(chart: Chart, at: int) -> str:
    series = chart.series[at]
    title, says = f"{chart.title}: {series.name}", _read_out(chart, series)
    return _svg(_small(chart, series), f"{chart.name}-{at}", title, says, _patterns(chart) if at == 0 else "")


def _read_out(chart: Chart, series: Series) -> str:
    return "; ".join(f"{label}: {said}" for label, said in zip(chart.labels, series.written, strict=True))


def _svg(drawing: Drawing, name: str, title: str, says: str, patterns: str) -> str:
    return (
        f'<svg class="chart" role="img" width="100%" height="{drawing.height}"'
        f' aria-labelledby="{name}-title {name}-says" focusable="false">'
        f"{_told(title, says, f'{name}-')}{patterns}{drawing.marks}</svg>"
    )


def _told(title: str, says: str, before: str = "") -> str:
    """Return what a drawing shows, for who does not see it. Its ids begin with ``before``."""
    return f'<title id="{before}title">{_text(title)}</title><desc id="{before}says">{_text(says)}</desc>'


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
        f'{_told(chart.title, chart.says)}{_patterns(chart)}<rect width="{width}" height="{height}" fill="#ffffff"/>'
        f'<svg x="{MARGIN}" y="0" width="{inner}" height="{height}" overflow="visible">{drawn}</svg></svg>\n'
    )


def _paragraph(chart: Chart, text: str, letters: int, step: int, how: str) -> Drawing:
    """Return words as lines below each other, beginning where the reader's lines begin."""
    if not text:
        return Drawing(0, "")
    lines = _lines(text, letters)
    marks = (
        f'<text {how} x="{_start(chart)}" y="{(at + 1) * step - 6}">{_text(line)}</text>'
        for at, line in enumerate(lines)
    )
    return Drawing(len(lines) * step, "".join(marks))


def _panels_together(chart: Chart, across: int) -> Drawing:
    drawings = [_small(chart, each) for each in chart.series]
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


def _small(chart: Chart, series: Series) -> Drawing:
    return _bars(chart, series, _heading(chart, series.name), HEADING)


def _heading(chart: Chart, name: str) -> str:
    (line, *_) = _lines(name, LETTERS_A_LINE - 2, 1)
    return f'<text class="chart-heading" x="{_start(chart)}" y="18" font-weight="700" font-size="18">{_text(line)}</text>'


def _rows(chart: Chart) -> Drawing:
    if chart.drawn is Drawn.GROUPED:
        return _groups(chart)
    return _bars(chart, chart.series[0], "", 0)


def _bars(chart: Chart, series: Series, before: str, top: int) -> Drawing:
    """Draw a bar below each label, its number at the end of the label's line."""
    end = "0" if chart.right_to_left else "100%"
    marks, y = [before], top
    for label, value, said in zip(chart.labels, series.values, series.written, strict=True):
        lines = _label(chart, label, y)
        marks += lines
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
    marks, y = [_legend(chart)], len(chart.series) * (LINE + 4) + GAP
    for row, label in enumerate(chart.labels):
        lines = _label(chart, label, y, ' font-weight="700"')
        marks += lines
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


def _label(chart: Chart, label: str, y: int, how: str = "") -> list[str]:
    """Return the lines of a row's label, each a line of letters below the one before."""
    start = _start(chart)
    return [
        f'<text x="{start}" y="{y + 16 + at * LINE}"{how}>{_text(line)}</text>'
        for at, line in enumerate(_lines(label, LETTERS_A_LINE))
    ]


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


def _start(chart: Chart) -> str:
    """Return where the reader's lines begin."""
    return "100%" if chart.right_to_left else "0"


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
