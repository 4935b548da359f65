import contextlib
import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.bringing_in.json_text import MOST_PARTS, json_of


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda each: st.lists(each) | st.dictionaries(st.text(), each),
    )
)
def test_what_json_says_is_read(value: Any) -> None:
    assert json_of(json.dumps(value)) == value


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"a": 1,\n "b": }', "Line 2"),
        ('{"title": "a", "title": "b"}', "“title” stands twice"),
        ('[{"x": {"y": 1, "z": 2, "y": 3}}]', "“y” stands twice"),
        ("[NaN]", "number that is none"),
        ("[-Infinity]", "number that is none"),
        (f"[{'9' * 5000}]", "number that is none"),
        ("[" * 100_000, "nested too deep|cannot be read"),
        ('{"a":' * 50_000 + "1" + "}" * 50_000, "nested too deep"),
        ("", "Line 1"),
        ("{} {}", "Line 1"),
    ],
)
def test_what_two_readers_would_read_differently_or_not_at_all_is_refused(text: str, says: str) -> None:
    with pytest.raises(BadInputError, match=says):
        json_of(text)


def test_what_would_fill_the_memory_is_refused_at_once() -> None:
    text = "[" + "[]," * (MOST_PARTS // 2 + 1) + "[]]"
    began = time.process_time()
    with pytest.raises(TooLargeError):
        json_of(text)
    assert time.process_time() - began < 10


@given(st.text(max_size=100))
def test_any_text_is_json_or_refused(text: str) -> None:
    with contextlib.suppress(BadInputError, TooLargeError):
        json_of(text)
