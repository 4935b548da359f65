from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.basics.signing import Signing, fingerprint

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
ours = Signing(b"k" * 32)
theirs = Signing(b"x" * 32)
values = st.text(st.characters(codec="utf-8"), max_size=60)


@given(values)
def test_what_was_signed_is_read_back(value: str) -> None:
    assert ours.read("seat", ours.sign("seat", value)) == value


@given(values)
def test_another_purpose_or_another_secret_reads_nothing(value: str) -> None:
    assert ours.read("account", ours.sign("seat", value)) is None
    assert ours.read("seat", theirs.sign("seat", value)) is None


@given(values, st.integers(0, 200), st.characters(codec="ascii"))
def test_a_changed_letter_never_reads_as_another_value(value: str, at: int, letter: str) -> None:
    signed = ours.sign("seat", value)
    at %= len(signed)
    changed = signed[:at] + letter + signed[at + 1 :]
    # A signature can be written in more than one way (base64 takes "/" for "_", and its last letter has bits to spare);
    # the value cannot.
    allowed = (None, value) if at > len(value) else (None,)
    assert changed == signed or ours.read("seat", changed) in allowed


@given(st.text(max_size=80))
def test_any_text_can_be_tried(text: str) -> None:
    assert ours.read("seat", text) is None
    assert ours.read_until("seat", text, NOW) is None


def test_what_has_an_end_ends() -> None:
    signed = ours.sign_until("ticket", "w1.with.dots", NOW + timedelta(hours=1))
    assert ours.read_until("ticket", signed, NOW) == "w1.with.dots"
    assert ours.read_until("ticket", signed, NOW + timedelta(hours=1)) is None


def test_a_token_is_always_the_same_and_nobody_else_s() -> None:
    token = ours.token("join", "w1")
    assert ours.matches("join", "w1", token)
    assert len(token) == 24
    assert not ours.matches("join", "w2", token)
    assert not ours.matches("projector", "w1", token)
    assert not theirs.matches("join", "w1", token)
    assert not ours.matches("join", "w1", "é" + token)


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Signing(b"short")


def test_a_fingerprint_does_not_tell_its_token() -> None:
    assert "secret" not in fingerprint("secret")
    assert fingerprint("a") != fingerprint("b")
