"""From figures to what pages and files show of them, in the reader's language."""

import hashlib
from collections.abc import Iterable

from fastapi import Request, Response
from markupsafe import Markup

from kithmap.basics.errors import NotFoundError
from kithmap.people.model import Account
from kithmap.research.chart_drawing import alone, on_page
from kithmap.research.charts import chart_of
from kithmap.research.figures import Figure, Told, as_csv, shown
from kithmap.research.pages.contexts import ShownFigure
from kithmap.web.language import language_of
from kithmap.web.translation import translation

CSV = "text/csv; charset=utf-8"
SVG = "image/svg+xml"

ASKED_AGAIN = "public, no-cache"
"""Of what anybody may read: kept, and asked about each time, for its words may come to be better ones."""

FOR_EVER = "public, max-age=31536000, immutable"
"""Of a version: what it says never changes."""

NOT_KEPT = "private, no-store"
"""Of what is for whoever asked."""


def told_to(request: Request) -> Told:
    """Return what puts our sentences into the reader's language."""
    return translation(language_of(request)).told


def shown_figure(figure: Figure, request: Request, inside: str, query: str = "") -> ShownFigure:
    """Return a figure as a page shows it.

    Args:
        figure: which.
        request: for whom.
        inside: begins the paths of its files, ending in a slash.
        query: what has to be asked again for the same figure, with its question mark; or empty.
    """
    language = language_of(request)
    told = translation(language).told
    chart = chart_of(figure, told, right_to_left=language.direction == "rtl")
    drawings = [] if chart is None else on_page(chart)
    return ShownFigure(
        shown=shown(figure, told),
        drawings=tuple(Markup(each) for each in drawings),  # noqa: S704 - drawn by charts.py, which escapes every word
        csv=f"{inside}{figure.name}.csv{query}",
        svg=f"{inside}{figure.name}.svg{query}" if drawings else "",
    )


def figure_file(
    figures: Iterable[Figure],
    file: str,
    request: Request,
    *,
    source: str,
    begins: str,
    account: Account | None,
) -> Response:
    """Answer with a figure as a file: the table as CSV, or the chart as SVG, just as the page shows it.

    Args:
        figures: those of the page.
        file: the figure's name and an ending.
        request: who asks.
        source: the line to print beneath a chart.
        begins: how the file's name begins.
        account: whoever is signed in, if anybody: then it is for them alone.

    Raises:
        NotFoundError: if the page shows no such figure, or it is not drawn.
    """
    name, _, ending = file.rpartition(".")
    figure = next((each for each in figures if each.name == name), None)
    if figure is None or ending not in ("csv", "svg"):
        raise NotFoundError(
            "There is no such figure on this page. Please look at the page for those that there are."
        )
    language = language_of(request)
    told = translation(language).told
    if ending == "csv":
        return sent(request, as_csv(shown(figure, told)), CSV, f"{begins}-{file}", account)
    chart = chart_of(figure, told, source=source, right_to_left=language.direction == "rtl")
    if chart is None:
        raise NotFoundError("This figure is a table, and there is no chart of it. It can be saved as CSV.")
    return sent(request, alone(chart).encode(), SVG, f"{begins}-{file}", account)


def sent(
    request: Request,
    content: bytes,
    media: str,
    file_name: str,
    account: Account | None,
    keep: str = ASKED_AGAIN,
) -> Response:
    """Answer with a file, or that it is the same as what whoever asks has already.

    Args:
        request: who asks.
        content: of the file.
        media: its media type.
        file_name: under which it is saved; empty to show it.
        account: whoever is signed in, if anybody: then nobody on the way keeps it.
        keep: how long it may be kept otherwise.
    """
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {
        "ETag": tag,
        "Cache-Control": keep if account is None else NOT_KEPT,
        "Vary": "Accept, Accept-Language, Cookie, Authorization",
    }
    if account is None:
        headers |= {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
    if file_name:
        headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
    known = [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]
    if tag in known:
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type=media)
