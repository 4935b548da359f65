from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.errors import BadInputError
from kithmap.programme.lawful_basis import Basis, Condition, LawfulBasis, read_lawful_basis

FILLED = {
    "basis": "public_task",
    "condition": "research",
    "controller": "  Ferndale   Council ",
    "contact": "privacy@ferndale.example",
    "retention_days": "90",
    "least_shown": "10",
}


def test_what_was_filled_in_is_kept() -> None:
    assert read_lawful_basis(**FILLED) == LawfulBasis(
        Basis.PUBLIC_TASK, Condition.RESEARCH, "Ferndale Council", "privacy@ferndale.example", 90, 10
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"basis": ""},
        {"condition": "whatever"},
        {"controller": " "},
        {"controller": "x" * 201},
        {"retention_days": "-1"},
        {"retention_days": "soon"},
        {"retention_days": "99999"},
        {"least_shown": "4"},
        {"least_shown": "51"},
        {"least_shown": "²"},
    ],
)
def test_what_cannot_be_so_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(BadInputError):
        read_lawful_basis(**{**FILLED, **wrong})


@given(typed=st.fixed_dictionaries({name: st.text(max_size=20) for name in FILLED}))
def test_whatever_is_typed_is_read_or_refused(typed: dict[str, Any]) -> None:
    with pytest.raises(BadInputError):
        read_lawful_basis(**typed)
