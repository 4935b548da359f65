from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.writable import writable
from kithmap.layer_formats.xml_words import attribute, tag, text, value_text
from kithmap.layers.schema import Column, Type

words = st.text(st.characters(), max_size=20) | st.sampled_from(
    ["]]>", "<!--", "&amp;", '"', "<b>", "a\tb\nc"]
)


@given(words)
def test_words_are_text_and_nothing_else(said: str) -> None:
    read = ET.fromstring(f'<a b="{attribute(said)}">{text(said)}</a>')
    assert (read.text or "", read.get("b"), list(read)) == (writable(said), writable(said), [])


@given(words)
def test_an_element_holds_its_words(said: str) -> None:
    read = ET.fromstring(tag("a", said, {"b": said}))
    assert (read.text or "", read.get("b")) == (writable(said), writable(said))


@pytest.mark.parametrize(
    ("kind", "value", "written"),
    [
        (Type.YES_NO, True, "true"),
        (Type.YES_NO, False, "false"),
        (Type.WHOLE, 12, "12"),
        (Type.NUMBER, -0.7291, "-0.7291"),
        (Type.DAY, "2026-05-04", "2026-05-04"),
        (Type.TEXT, "<b>", "&lt;b&gt;"),
    ],
)
def test_values_are_written_by_their_type(kind: Type, value: object, written: str) -> None:
    assert value_text(Column("a", kind, ""))(value) == written
