"""Codes that people say, read and type: two words and a number to join, three words to come back.

Pure: whoever asks for a code hands over the random numbers.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from kithmap.workshop.words import LIVING, MADE

Choose = Callable[[int], int]
"""Given n, returns a random number from 0 to n - 1: ``secrets.randbelow`` outside of tests."""

SMALLEST, LARGEST = 10, 99
"""The number of a join code always has two digits, so that nobody asks "oh-seven or seven?"."""

MOST_LETTERS = 80
"""Of what a person types; the longest code has under forty."""

_SPOKEN_DIGITS = str.maketrans({"o": "0", "i": "1", "l": "1", "s": "5", "b": "8", "z": "2"})


def new_join_code(choose: Choose) -> str:
    """Return a join code such as ``fern river 42``: one of some fifteen million."""
    number = SMALLEST + choose(LARGEST - SMALLEST + 1)
    return f"{LIVING[choose(len(LIVING))]} {MADE[choose(len(MADE))]} {number}"


def new_resume_code(choose: Choose) -> str:
    """Return a resume code such as ``fern river otter``: one of some seventy million, and good in one workshop only."""
    return " ".join(words[choose(len(words))] for words in (LIVING, MADE, LIVING))


def read_join_code(typed: str) -> str | None:
    """Return the join code that a person meant, in the form in which it was made; None if it cannot be one.

    Capitals, spaces, hyphens and full stops do not matter, words may run together, one slip of the finger in a word is
    mended where it is clear which word was meant, and a letter that looks like a digit counts as that digit.
    """
    letters = _plain(typed)
    match = re.fullmatch(r"([^0-9]*?)[^a-z0-9]*([0-9oilsbz])[^a-z0-9]?([0-9oilsbz])[^a-z0-9]*", letters)
    if match is None:
        return None
    number = (match[2] + match[3]).translate(_SPOKEN_DIGITS)
    if not number.isdigit() or int(number) < SMALLEST:
        return None
    words = _read_words(match[1], (LIVING, MADE))
    return None if words is None else f"{words} {number}"


def read_resume_code(typed: str) -> str | None:
    """Return the resume code that a person meant, or None if it cannot be one."""
    return _read_words(_plain(typed), (LIVING, MADE, LIVING))


def _plain(typed: str) -> str:
    """Return what was typed in small letters without accents; what is far too long becomes nothing."""
    if len(typed) > MOST_LETTERS:
        return ""
    parts = unicodedata.normalize("NFKD", typed.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).strip()


def _read_words(letters: str, lists: tuple[tuple[str, ...], ...]) -> str | None:
    words = re.findall(r"[a-z]+", letters)
    if len(words) != len(lists):
        return _read_run_together("".join(words), lists)
    meant = [_nearest(word, choices) for word, choices in zip(words, lists, strict=True)]
    known = [word for word in meant if word is not None]
    return " ".join(known) if len(known) == len(lists) else None


def _read_run_together(letters: str, lists: tuple[tuple[str, ...], ...]) -> str | None:
    """Read words typed without spaces between, or with spaces inside. Two readings are no reading."""
    if not lists:
        return "" if not letters else None
    readings = set()
    for word in lists[0]:
        if letters.startswith(word):
            rest = _read_run_together(letters[len(word) :], lists[1:])
            if rest is not None:
                readings.add(f"{word} {rest}".strip())
    return readings.pop() if len(readings) == 1 else None


def _nearest(typed: str, words: tuple[str, ...]) -> str | None:
    """Return the word itself, or the only one that a single slip turns into what was typed."""
    if typed in _as_set(words):
        return typed
    candidates = _one_slip(typed) & _as_set(words)
    return candidates.pop() if len(candidates) == 1 else None


@cache
def _as_set(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


def _one_slip(word: str) -> set[str]:
    """Return everything one letter left out, added, changed or swapped away. Source: P. Norvig's spelling corrector."""
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    splits = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    shorter = {left + right[1:] for left, right in splits if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in splits if len(right) > 1}
    changed = {left + letter + right[1:] for left, right in splits if right for letter in alphabet}
    longer = {left + letter + right for left, right in splits for letter in alphabet}
    return shorter | swapped | changed | longer
