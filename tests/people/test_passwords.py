import pytest

from kithmap.basics.errors import BadInputError
from kithmap.people.passwords import LONGEST, SALT_BYTES, check_strength, fits, hash_password

SALT = bytes(SALT_BYTES)


def test_a_password_fits_what_was_stored_of_it_and_no_other_does() -> None:
    stored = hash_password("four words in a row", SALT)
    assert fits("four words in a row", stored)
    assert not fits("four words in a ro", stored)
    assert not fits("", stored)
    assert "four" not in stored


def test_the_same_letters_typed_on_another_system_fit() -> None:
    stored = hash_password("café café café", SALT)
    assert fits("cafe\u0301 cafe\u0301 cafe\u0301", stored)


def test_without_a_stored_password_none_fits() -> None:
    assert not fits("", None)
    assert not fits("anything at all", None)


def test_salt_makes_the_same_password_look_different() -> None:
    assert hash_password("four words in a row", SALT) != hash_password(
        "four words in a row", b"x" * SALT_BYTES
    )


@pytest.mark.parametrize("weak", ["", "short", "x" * 9, "aaaaaaaaaaaa", "ababababab", "x" * (LONGEST + 1)])
def test_weak_passwords_are_refused_with_advice(weak: str) -> None:
    with pytest.raises(BadInputError, match="Four words in a row"):
        check_strength(weak)
