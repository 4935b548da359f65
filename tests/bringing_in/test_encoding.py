import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError
from kithmap.bringing_in.encoding import text_of

WORDS = "name,note\nCafé Łódź,“tea”\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_file_says_itself_how_it_is_written(encoding: str) -> None:
    text, notes = text_of(WORDS.encode(encoding))
    assert (text, notes) == (WORDS, ())


def test_what_older_spreadsheets_write_is_read_and_told_of() -> None:
    text, (note,) = text_of("name\nCafé\n".encode("cp1252"))
    assert text == "name\nCafé\n"
    assert "Windows-1252" in note


def test_lines_of_both_ways_in_one_file_are_each_read_and_the_first_is_named() -> None:
    text, (note,) = text_of("name\nŁódź\n".encode() + "Café\n".encode("cp1252"))
    assert text == "name\nŁódź\nCafé\n"
    assert "two ways" in note
    assert "line 3" in note


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"name\nbad \x81\n", "line 2"),
        (b"\xff\xfea\x00\xff", "cannot be read"),
        (b"name\nnul \x00 here", "Line 2"),
    ],
)
def test_what_is_no_text_is_refused_with_where_it_stands(content: bytes, says: str) -> None:
    with pytest.raises(BadInputError, match=says):
        text_of(content)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(content: bytes) -> None:
    try:
        text, _ = text_of(content)
    except BadInputError:
        return
    assert "\x00" not in text
