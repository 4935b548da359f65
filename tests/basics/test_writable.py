import sqlite3
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.writable import writable


@given(st.text(st.characters(), max_size=20))
def test_what_is_left_can_stand_in_xml_and_in_a_database(words: str) -> None:
    left = writable(words)
    element = ET.Element("said")
    element.text = left
    assert (ET.fromstring(ET.tostring(element)).text or "") == element.text
    assert sqlite3.connect(":memory:").execute("SELECT ?, length(?)", (left, left)).fetchone() == (
        left,
        len(left),
    )


@pytest.mark.parametrize("words", ["", "naïve ∕ عربى 🎪", "tab\tline\nline"])
def test_words_of_people_stay_as_they_are(words: str) -> None:
    assert writable(words) == words


def test_what_no_file_can_hold_is_left_out() -> None:
    assert writable("line\r\nline\rline\u2028line") == "line\nline\nline\nline"
    assert writable("a\x00b\x0bc\ufffed\ud800\ufeffe") == "abcde"
