import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kithmap.guides.yaml_text import YamlError, read_yaml


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no", {"a": "no"}),
        ("a: yes", {"a": "yes"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a: 2026-05-01", {"a": "2026-05-01"}),
        ("a: 1.5", {"a": "1.5"}),
        ("a: 007", {"a": "007"}),
        ("a: true", {"a": True}),
        ("a: 'true'", {"a": "true"}),
        ("a: 12", {"a": 12}),
        ("a: '12'", {"a": "12"}),
        ("a:", {"a": None}),
        ("1: a", {"1": "a"}),
        ("", None),
        ("a: >\n  one\n  two\n", {"a": "one two\n"}),
    ],
)
def test_plain_words_stay_words(text: str, value: Any) -> None:
    assert read_yaml(text) == value


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\na: 2", 2, "“a” stands there twice"),
        ("a: &x 1\nb: *x", 1, "must stand in quotes"),
        ("a: 1\nb: !!python/object:os.system x", 2, "must stand in quotes"),
        ("? [a]\n: 1", 1, "a name must be plain text"),
        ("a: [", 1, ""),
        ("\ta: 1", 1, ""),
        ("[" * 40 + "]" * 40, 1, "too deep"),
        ("[" * 100_000, 1, "too deep"),
        ("a: \x00", 1, "a sign in it that no text has"),
    ],
)
def test_what_is_not_understood_is_told_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(YamlError) as caught:
        read_yaml(text)
    assert caught.value.line >= line
    assert words in caught.value.words


def test_the_library_s_own_reading_stays_as_it_was() -> None:
    read_yaml("a: no")
    assert yaml.safe_load("a: no") == {"a": False}


words = st.text(st.characters(categories=["L", "N", "P"], include_characters=" "), max_size=20)
plain = st.recursive(
    st.booleans() | st.none() | st.integers(-999_999_999, 999_999_999) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=10,
)


@given(plain)
def test_json_is_read_as_what_it_says(value: Any) -> None:
    assert read_yaml(json.dumps(value, ensure_ascii=False)) == value
