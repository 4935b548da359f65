import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.ids import derived_id, is_id, new_id, uuid7


@given(milliseconds=st.integers(0, (1 << 48) - 1), randomness=st.binary(min_size=10, max_size=10))
def test_an_id_is_a_version_7_uuid_that_begins_with_its_time(milliseconds: int, randomness: bytes) -> None:
    made = uuid7(milliseconds, randomness)
    assert is_id(made)
    assert made[14] == "7"
    assert int(made.replace("-", "")[:12], 16) == milliseconds


def test_ids_sort_by_when_they_were_made() -> None:
    assert uuid7(1, bytes(10)) < uuid7(2, bytes(10))
    assert is_id(new_id())


@pytest.mark.parametrize(
    ("milliseconds", "randomness"), [(-1, bytes(10)), (1 << 48, bytes(10)), (1, bytes(9))]
)
def test_what_does_not_fit_is_refused(milliseconds: int, randomness: bytes) -> None:
    with pytest.raises(ValueError, match="48 bits"):
        uuid7(milliseconds, randomness)


@pytest.mark.parametrize(
    "text", ["", "x", "00000000-0000-7000-8000-00000000000G", "00000000-0000-7000-8000-000000000000\n"]
)
def test_other_text_is_no_id(text: str) -> None:
    assert not is_id(text)


def test_what_a_name_has_beside_an_id_is_the_same_always_and_another_for_each_name() -> None:
    root = uuid7(1_763_899_200_000, bytes(10))
    first, again, other = derived_id(root, "row 1"), derived_id(root, "row 1"), derived_id(root, "row 2")
    assert first == again != other
    assert is_id(first)
    assert first[:13] == root[:13]
