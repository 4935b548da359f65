import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.release_package.plain_markdown import plain


@pytest.mark.parametrize(
    "words",
    [
        "# a heading",
        "- a list",
        "1. a list",
        "=====",
        "[a link](https://x.example)",
        "<script>alert(1)</script>",
        "![a picture](x.png)",
        "a | b",
        "`code`",
        "*loud* and _slanted_",
        "https://x.example and www.x.example and a@x.example",
        "two\n\nparagraphs",
        "&lt;",
    ],
)
def test_what_would_be_markup_is_escaped(words: str) -> None:
    found = plain(words)
    assert "\n" not in found
    assert re.search(r"(?<!\\)[#*_`<>\[\]|&@]", found) is None
    assert not re.match(r"[-+=]|\d+[.)]", found)
    assert not re.search(r"https?://|www\.", found)


@given(st.text())
def test_without_the_escapes_it_reads_as_it_was_written(words: str) -> None:
    found = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", plain(words))
    assert found == " ".join(words.split())


def test_plain_words_stay_as_they_are() -> None:
    assert (
        plain("Oakham (Baseline): community map, 10-12 May, O'Neil's")
        == "Oakham (Baseline): community map, 10-12 May, O'Neil's"
    )
