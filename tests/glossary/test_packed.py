import base64
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError, KithmapError, TooLargeError
from kithmap.glossary.model import Concept
from kithmap.glossary.packed import MOST_UNPACKED, chosen, pack, unpack
from tests.glossary.support import concept, starting_concepts, vocabularies


@given(vocabularies)
def test_what_was_packed_comes_out_again(concepts: list[Concept]) -> None:
    assert unpack(pack(concepts)) == tuple(concepts)


def test_it_is_one_line_and_shorter() -> None:
    packed = pack(starting_concepts())
    assert packed.isascii()
    assert "\n" not in packed
    assert len(packed) < 15_000


@given(st.text() | st.binary().map(lambda each: base64.b64encode(each).decode()))
def test_whatever_comes_back_is_read_or_refused_in_words(text: str) -> None:
    try:
        unpack(text)
    except KithmapError as refused:
        told = refused.message
    else:
        told = ""
    assert not told or "Nothing was changed." in told


def test_what_swells_beyond_any_file_is_refused() -> None:
    bomb = base64.urlsafe_b64encode(zlib.compress(b" " * (MOST_UNPACKED + 2), 9)).decode()
    with pytest.raises(TooLargeError):
        unpack(bomb)


def test_half_of_it_is_refused() -> None:
    with pytest.raises(BadInputError):
        unpack(pack(starting_concepts())[:200])


def test_what_is_chosen_points_only_to_what_will_be_there() -> None:
    hall, stage = concept("hall", broader=("place", "here")), concept("stage", related=("hall", "lamp"))
    taken = chosen([hall, stage, concept("lamp")], {"hall", "stage"}, {"here"})
    assert [(each.broader, each.related) for each in taken] == [(("here",), ()), ((), ("hall",))]
