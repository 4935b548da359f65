import pytest
from starlette.requests import Request

from kithmap.basics.errors import NotFoundError
from kithmap.people.model import Account
from kithmap.research.figures import Column, Drawn, Figure, Words
from kithmap.research.pages.showing import figure_file, sent, shown_figure

FIGURE = Figure(
    "assets-by-kind",
    Words("Assets by kind"),
    Words("", own=True),
    Words("Kind"),
    (Column(Words("How many")),),
    ((Words("<b>Hall</b>", own=True), 3),),
    Drawn.BARS,
)
TABLE = Figure("layers", Words("Layers"), Words("", own=True), Words("Layer"), (), ((Words("Assets"),),))


def request(**headers: str) -> Request:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": raw})


def test_a_figure_is_shown_with_the_addresses_of_its_files() -> None:
    seen = shown_figure(FIGURE, request(), "/layers/x/figures/", "?edition=partners")
    assert seen.csv == "/layers/x/figures/assets-by-kind.csv?edition=partners"
    assert seen.svg == "/layers/x/figures/assets-by-kind.svg?edition=partners"
    assert "&lt;b&gt;Hall" in seen.drawings[0]
    assert shown_figure(TABLE, request(), "/").svg == ""


def test_a_chart_grows_from_the_right_where_lines_begin_there() -> None:
    seen = shown_figure(FIGURE, request(cookie="language=ur"), "/")
    answer = figure_file(
        [FIGURE],
        "assets-by-kind.svg",
        request(cookie="language=ur"),
        source="",
        begins="x",
        account=None,
    )
    assert seen.drawings
    assert b'direction="rtl"' in bytes(answer.body)


def test_a_file_has_a_name_and_a_mark_by_which_it_is_known_again() -> None:
    answer = figure_file(
        [FIGURE], "assets-by-kind.csv", request(), source="", begins="oakham-1.0.0", account=None
    )
    assert answer.headers["content-disposition"] == 'attachment; filename="oakham-1.0.0-assets-by-kind.csv"'
    tag = answer.headers["etag"]
    again = figure_file(
        [FIGURE], "assets-by-kind.csv", request(if_none_match=f"W/{tag}"), source="", begins="x", account=None
    )
    assert again.status_code == 304


@pytest.mark.parametrize("file", ["none.csv", "assets-by-kind.pdf", "layers.svg", ".csv", "assets-by-kind"])
def test_there_is_no_other_file(file: str) -> None:
    with pytest.raises(NotFoundError):
        figure_file([FIGURE, TABLE], file, request(), source="", begins="x", account=None)


def test_what_is_for_one_is_kept_by_nobody_and_shown_on_no_other_site() -> None:
    answer = sent(request(), b"x", "text/csv", "", Account("a", "Ada"))
    assert answer.headers["cache-control"] == "private, no-store"
    assert "access-control-allow-origin" not in answer.headers
    assert sent(request(), b"x", "text/csv", "", None).headers["access-control-allow-origin"] == "*"
