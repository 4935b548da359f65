import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.web.accept import best_form

OFFERED = ("text/html", "text/turtle", "application/ld+json")
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        (None, "text/html"),
        ("", "text/html"),
        ("*/*", "text/html"),
        (BROWSER, "text/html"),
        ("text/turtle", "text/turtle"),
        ("TEXT/Turtle", "text/turtle"),
        ("text/turtle, text/html;q=0.9", "text/turtle"),
        ("text/turtle;q=0.5, application/ld+json", "application/ld+json"),
        ("application/*", "application/ld+json"),
        ("text/*;q=0.3, application/ld+json;q=0.2", "text/html"),
        ("*/*;q=0.1, text/turtle", "text/turtle"),
        ("text/*, text/html;q=0", "text/turtle"),
        ('application/ld+json;profile="http://www.w3.org/ns/json-ld#expanded"', "application/ld+json"),
        ("application/ld+json; q=0.001", "application/ld+json"),
        ("text/html;q=0, */*", "text/turtle"),
        ("image/png", None),
        ("text/turtle;q=0", None),
        ("*/*;q=0", None),
    ],
)
def test_the_form_that_is_liked_best_is_given(accept: str | None, form: str | None) -> None:
    assert best_form(accept, OFFERED) == form


@given(st.text() | st.text(alphabet="texthml/*;q=0.1, +", max_size=60))
def test_whatever_is_accepted_the_answer_is_one_of_those_offered_or_none(accept: str) -> None:
    assert best_form(accept, OFFERED) in (*OFFERED, None)


@given(st.floats(0, 1), st.floats(0, 1))
def test_the_greater_liking_wins_and_nought_refuses(turtle: float, json: float) -> None:
    accept = f"text/turtle;q={turtle:.3f}, application/ld+json;q={json:.3f}"
    form = best_form(accept, OFFERED)
    liked = {"text/turtle": float(f"{turtle:.3f}"), "application/ld+json": float(f"{json:.3f}")}
    assert form is None if not any(liked.values()) else liked[form or ""] == max(liked.values())
