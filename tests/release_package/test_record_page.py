from kithmap.release_package.record_page import HIDDEN, record_page
from tests.release_package.evening import REASON, recorded


def test_it_tells_of_an_evening_in_words() -> None:
    page = record_page([recorded(with_reasons=True)], 10)
    assert "No count of fewer than 10 people is told" in page
    assert "- **heart** (term): Where ties meet. [1 rewording, 1 question]" in page
    assert f"- “Places” took longer: 50 minutes instead of 30. Why: {REASON}" in page
    assert "- “Look” was left out." in page
    assert f"| I could say what I wanted to. | 10 | {HIDDEN} | {HIDDEN} |" in page


def test_a_title_is_no_markup() -> None:
    page = record_page([recorded()], 10)
    assert r"## Fernside, \<i\>spring\</i\> \| \[x\](http\://x.example), 2026-05-01" in page


def test_every_evening_has_its_chapter() -> None:
    one = recorded()
    assert record_page([one, one], 10).count("### Looking back") == 2
    assert record_page([], 10).count("##") == 0
