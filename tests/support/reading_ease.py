"""How easy a text is to read aloud: Flesch's reading ease.

R. Flesch (1948), "A new readability yardstick", Journal of Applied Psychology 32, 221-233. 60 to 70 is plain English, which
pupils of thirteen read without effort; 80 and more is the talk of every day. Syllables are counted by letters, which is right
for nine English words in ten, and off by one for most of the others.
"""

import re

_SENTENCE = re.compile(r"[^.!?:]+[.!?:]*")
_WORD = re.compile(r"[A-Za-z]+(?:[’'-][A-Za-z]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"(?:[^aeiouyl]e|[^aeiouylsxzcg](?<!ch)(?<!sh)es|[^aeiouytd]ed)$")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; what stands before a colon is read as one, with a pause."""
    return [found.strip() for found in _SENTENCE.findall(text) if _WORD.search(found)]


def words(text: str) -> list[str]:
    """Return the words of a text; what is joined by a hyphen is one."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """Return about how many syllables an English word has, at least one."""
    letters = word.lower()
    groups = len(_VOWELS.findall(letters))
    return max(1, groups - bool(_SILENT_END.search(letters)))


def reading_ease(text: str) -> float:
    """Return Flesch's reading ease: 100 is very easy, 0 very hard; short simple sentences go beyond 100.

    Raises:
        ValueError: if the text has no word.
    """
    spoken = words(text)
    if not spoken:
        raise ValueError("A text without words has no ease of reading.")
    a_sentence = len(spoken) / len(sentences(text))
    a_word = sum(map(syllables, spoken)) / len(spoken)
    return 206.835 - 1.015 * a_sentence - 84.6 * a_word
