import random
import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kithmap.workshop.codes import new_join_code, new_resume_code, read_join_code, read_resume_code
from kithmap.workshop.words import LIVING, MADE

seeds = st.integers(0, 2**32)
ENOUGH = 300


def code(seed: int) -> str:
    return new_join_code(random.Random(seed).randrange)


def distance(one: str, other: str) -> int:
    """How many letters must be changed, added or left out (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        row, before = [i, *row[1:]], row
        for j, b in enumerate(other, start=1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
    return row[-1]


def test_there_are_enough_words_of_each_kind() -> None:
    assert len(LIVING) >= ENOUGH
    assert len(MADE) >= ENOUGH


def test_no_word_stands_in_both_lists_or_twice() -> None:
    assert len({*LIVING, *MADE}) == len(LIVING) + len(MADE)


@pytest.mark.parametrize("words", [LIVING, MADE], ids=["living", "made"])
def test_a_slip_of_one_letter_never_makes_another_word(words: tuple[str, ...]) -> None:
    close = [
        (a, b)
        for i, a in enumerate(words)
        for b in words[:i]
        if abs(len(a) - len(b)) < 2 and distance(a, b) < 2
    ]
    assert close == []


def test_words_are_plain_letters() -> None:
    assert [
        word for word in (*LIVING, *MADE) if not (word.isascii() and word.isalpha() and word.islower())
    ] == []
    assert {len(word) for word in (*LIVING, *MADE)} <= set(range(3, 13))


@given(seeds)
def test_a_join_code_is_two_words_and_two_digits(seed: int) -> None:
    living, made, number = code(seed).split()
    assert living in LIVING
    assert made in MADE
    assert 10 <= int(number) <= 99


@given(seeds)
def test_a_code_is_read_back(seed: int) -> None:
    assert read_join_code(code(seed)) == code(seed)


@given(seeds, st.sampled_from([" ", "-", "  ", " - ", ".", "_", ""]), st.booleans())
def test_capitals_and_what_stands_between_do_not_matter(seed: int, between: str, capitals: bool) -> None:
    made = code(seed)
    typed = between.join(made.split())
    assert read_join_code(typed.upper() if capitals else typed) == made


@given(seeds, st.data())
def test_one_slip_in_a_word_is_mended_or_asked_about_but_never_taken_for_another(
    seed: int, data: st.DataObject
) -> None:
    living, made, number = code(seed).split()
    at = data.draw(st.integers(0, len(living) - 1))
    slips = [living[:at] + living[at + 1 :], living[:at] + living[at] + living[at:]]
    typed = data.draw(st.sampled_from(slips))
    assert read_join_code(f"{typed} {made} {number}") in (f"{living} {made} {number}", None)


def test_most_slips_are_mended() -> None:
    slips = [(word[:at] + word[at + 1 :], word) for word in LIVING for at in range(len(word))]
    mended = [read_join_code(f"{slip} river 42") == f"{word} river 42" for slip, word in slips]
    assert sum(mended) / len(mended) > 0.95


@pytest.mark.parametrize(
    ("typed", "meant"), [("fern river 4o", "40"), ("fern river l2", "12"), ("fern river S0", "50")]
)
def test_letters_that_look_like_digits_count_as_digits(typed: str, meant: str) -> None:
    assert read_join_code(typed) == f"fern river {meant}"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "42",
        "fern",
        "fern 42",
        "fern river",
        "fern river 4",
        "fern river 123",
        "river fern 42",
        "fern river 05",
    ],
)
def test_what_is_no_code_is_none(typed: str) -> None:
    assert read_join_code(typed) is None


@given(st.text(max_size=200))
def test_any_text_is_read_or_is_none(typed: str) -> None:
    for read in (read_join_code, read_resume_code):
        found = read(typed)
        assert found is None or read(found) == found


@given(seeds)
def test_a_resume_code_is_three_words_and_is_read_back(seed: int) -> None:
    words = new_resume_code(random.Random(seed).randrange)
    assert len(words.split()) == 3
    assert read_resume_code(words.upper().replace(" ", "-")) == words


def test_codes_differ() -> None:
    assert len({new_join_code(secrets.randbelow) for _ in range(200)}) > 190
