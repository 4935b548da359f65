import base64
import json
import time
import zlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from kithmap.basics.errors import BadInputError, KithmapError, TooLargeError
from kithmap.basics.packing import packed, unpacked

TEXTS = TypeAdapter(list[str])
MOST = 100_000
LETTERS = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=")

texts = st.lists(st.text(st.characters(exclude_categories=["Cs"])))
levels = st.integers(1, 9)


def line(written: bytes) -> str:
    return base64.urlsafe_b64encode(zlib.compress(written)).decode()


def read_or_refused(text: str) -> tuple[list[str] | None, str]:
    """Return what is read, or in which words it is refused."""
    try:
        return unpacked(text, TEXTS, MOST), ""
    except KithmapError as refused:
        return None, refused.message


@given(texts, levels)
def test_what_was_packed_comes_out_again_from_one_line_of_letters(given_in: list[str], level: int) -> None:
    text = packed(TEXTS.dump_json(given_in), level)
    assert set(text) <= LETTERS
    assert unpacked(text, TEXTS, MOST) == given_in


@given(texts.filter(bool), st.data())
def test_what_was_cut_off_is_refused(given_in: list[str], data: st.DataObject) -> None:
    text = packed(TEXTS.dump_json(given_in), 6)
    # At the end stand a mark and a checksum, of ten bytes at most: what lies before them may be whole.
    kept = data.draw(st.integers(0, len(text) * 3 // 4 - 12))
    cut = base64.urlsafe_b64encode(base64.urlsafe_b64decode(text)[:kept]).decode()
    with pytest.raises(BadInputError, match="Nothing was changed"):
        unpacked(cut, TEXTS, MOST)


@given(texts, st.data())
def test_what_was_changed_on_the_way_is_refused(given_in: list[str], data: st.DataObject) -> None:
    sent = bytearray(base64.urlsafe_b64decode(packed(TEXTS.dump_json(given_in), 6)))
    # The first two bytes say how it is packed, which leaves some freedom.
    at = data.draw(st.integers(2, len(sent) - 1))
    sent[at] ^= data.draw(st.integers(1, 255))
    found, told = read_or_refused(base64.urlsafe_b64encode(sent).decode())
    assert found == given_in or "Nothing was changed." in told


@example("not base64!")
@example("ünï")
@example(line(b"")[:-1])
@given(st.text() | st.binary().map(lambda each: base64.b64encode(each).decode()) | st.binary().map(line))
def test_whatever_comes_back_is_read_or_refused_in_words(text: str) -> None:
    found, told = read_or_refused(text)
    assert found is not None or "Nothing was changed." in told


@pytest.mark.parametrize("value", [7, {"a": "b"}, [1], ["a", None], "a"])
def test_what_is_something_else_is_refused(value: object) -> None:
    with pytest.raises(BadInputError):
        unpacked(line(json.dumps(value).encode()), TEXTS, MOST)


@given(st.integers(1, 200))
def test_more_than_is_allowed_does_not_come_out(length: int) -> None:
    written = TEXTS.dump_json(["x" * length])
    assert unpacked(line(written), TEXTS, 2 * len(written)) == ["x" * length]
    with pytest.raises(KithmapError):
        unpacked(line(written), TEXTS, len(written) - 1)


def test_what_swells_is_refused_before_it_does() -> None:
    bomb = line(b" " * 100_000_000)
    began = time.process_time()
    with pytest.raises(TooLargeError, match="smaller file"):
        unpacked(bomb, TEXTS, MOST)
    assert time.process_time() - began < 5
