import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.bringing_in.words import hides, is_garbled, lines, one_line, shortened, without_markup

OVERRIDE = "\u202etxt.exe\u202c"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  The   Fern\tHall\n", "The Fern Hall"),
        (f"Hall {OVERRIDE}", "Hall txt.exe"),
        ("Fern\x00Hall\x1b[31m", "Fern Hall [31m"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("=1+1", "=1+1"),
        ("<b>Hall</b>", "<b>Hall</b>"),
        ("\U000e0041hidden", "hidden"),
        ("دکان", "دکان"),
    ],
)
def test_a_title_is_one_line_with_nothing_hidden_in_it(text: str, shown: str) -> None:
    assert one_line(text) == shown


@given(st.text())
def test_whatever_a_file_says_a_title_shows_what_is_there(text: str) -> None:
    shown = one_line(text)
    assert not hides(shown)
    assert "\n" not in shown
    assert one_line(shown) == shown


@given(st.text())
def test_a_note_keeps_its_lines_and_hides_nothing(text: str) -> None:
    shown = lines(text)
    assert not any(unicodedata.category(each) == "Cc" and each != "\n" for each in shown)
    assert lines(shown) == shown
    assert "\n\n\n" not in shown


def test_what_turns_or_cannot_be_seen_is_noticed() -> None:
    assert hides(OVERRIDE)
    assert hides("a\x07b")
    assert not hides("Ein Wort, das da ist.\n")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("<p>One<br>two</p><p>three</p>", "One two three"),
        ("<script>alert(1)</script>Hall", "Hall"),
        ("<SCRIPT src='https://evil.example/x.js'>", ""),
        ("<style>b{}</style>Hall <img src=x onerror=alert(1)>", "Hall"),
        ("Fish &amp; chips", "Fish & chips"),
        ("3 < 5 and 7 > 6", "3 < 5 and 7 > 6"),
        ('<a href="javascript:alert(1)">more</a>', "more"),
    ],
)
def test_a_description_for_browsers_becomes_its_words(written: str, words: str) -> None:
    assert one_line(without_markup(written)) == words


@given(st.text(alphabet="<>/ab &;!-", max_size=200))
def test_no_tag_is_left_of_any_markup(text: str) -> None:
    assert "<b>" not in without_markup(f"{text}<b>")


@pytest.mark.parametrize(
    ("text", "garbled"),
    [("CafÃ©", True), ("itâ€™s", True), ("a\ufffdb", True), ("Café", False), ("Âme", False)],
)
def test_words_that_were_read_in_the_wrong_way_once_are_noticed(text: str, garbled: bool) -> None:
    assert is_garbled(text) is garbled


@given(st.text(), st.integers(2, 80))
def test_a_shortened_text_is_no_longer_than_it_may_be(text: str, most: int) -> None:
    short = shortened(text, most)
    assert len(short) <= most
    assert short == text or short.endswith("…")


def test_a_text_is_cut_between_words() -> None:
    assert shortened("The old fire station of the town", 20) == "The old fire…"
