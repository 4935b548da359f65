from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.people.authorization import token_in


def basic(pair: str) -> str:
    return f"Basic {b64encode(pair.encode()).decode()}"


@pytest.mark.parametrize(
    "header",
    [
        "Bearer kithmap_x",
        "bearer  kithmap_x ",
        basic("anything:kithmap_x"),
        basic(":kithmap_x").replace("Basic", "BASIC"),
    ],
)
def test_a_token_comes_as_it_is_or_as_a_password(header: str) -> None:
    assert token_in(header) == "kithmap_x"


@pytest.mark.parametrize(
    "header", [None, "", "Bearer", "Basic", "Digest x", basic("name:"), "Negotiate YII="]
)
def test_no_token_is_none(header: str | None) -> None:
    assert token_in(header) is None


@pytest.mark.parametrize("header", ["Basic %%%", "Basic /w=="])
def test_what_cannot_be_read_is_no_token_and_yet_something(header: str) -> None:
    assert token_in(header) is not None


@given(st.text())
def test_a_password_keeps_its_colons(token: str) -> None:
    assert token_in(basic(f"name:{token[:40]}")) == (token[:40] or None)


@given(st.text())
def test_no_header_breaks_it(header: str) -> None:
    token_in(header)
    token_in(f"Basic {header}")
