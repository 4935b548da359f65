import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.guides.markup import to_html


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "[press](javascript:alert(1))",
        "[press](data:text/html,x)",
        "![a picture](https://elsewhere.example/x.png)",
        "<https://a.example/><iframe>",
    ],
)
def test_what_is_typed_as_html_stays_text_and_nothing_is_fetched(hostile: str) -> None:
    html = to_html(hostile)
    for sign in ("<script", "<img", "<iframe", 'javascript:alert(1)"', 'href="data:'):
        assert sign not in html


@given(st.text())
def test_any_text_becomes_a_page_s_part_without_scripts_or_pictures(text: str) -> None:
    html = to_html(text).lower()
    assert "<script" not in html
    assert "<img" not in html


def test_links_between_guides_lead_to_their_pages() -> None:
    html = to_html("[Ethics](06_mapping_ethics.md#homes) and [out](https://example.org/)")
    assert 'href="/guides/mapping_ethics#homes"' in html
    assert 'rel="noreferrer"' in html


def test_the_title_is_left_out_and_no_other_heading_is_of_the_first_rank() -> None:
    html = to_html("# Mapping places\n\n# Before\n\n| a | b |\n| - | - |\n| 1 | 2 |\n")
    assert "Mapping places" not in html
    assert "<h1" not in html
    assert "Before</h2>" in html
    assert "<table" in html
