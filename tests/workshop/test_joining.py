import pytest

from kithmap.basics.errors import BadInputError
from kithmap.workshop.joining import LONGEST_NAME, Consent, plain_name


def test_taking_part_is_what_brings_a_person_in() -> None:
    Consent(take_part=True, keep=False, quote=False).check()
    with pytest.raises(BadInputError, match="Nothing was kept"):
        Consent(take_part=False, keep=True, quote=True).check()


@pytest.mark.parametrize(
    ("typed", "kept"), [("", ""), ("   ", ""), ("  Ann   Lee ", "Ann Lee"), ("Zoë\n", "Zoë")]
)
def test_needless_spaces_go(typed: str, kept: str) -> None:
    assert plain_name(typed) == kept


def test_a_name_that_is_too_long_is_refused_and_not_cut() -> None:
    assert plain_name("x" * LONGEST_NAME) == "x" * LONGEST_NAME
    with pytest.raises(BadInputError, match="too long"):
        plain_name("x" * (LONGEST_NAME + 1))
