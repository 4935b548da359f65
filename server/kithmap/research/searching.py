"""Looking for words in everything that may be read: capitals and accents make no difference, and what is found is marked.

Source of the folding: Unicode Standard, sections 3.13 (default caseless matching) and 15 of annex 15 (compatibility
decomposition); marks are left out, as people leave them out where they look something up.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

MOST_WORDS = 8
"""That are looked for at once; the rest of a longer question is left aside."""

LONGEST = 200
"""Signs of a question that are read."""

MOST_SHOWN = 50
"""Of a group; how many more there are is told."""

SAYS_LETTERS = 160
"""Of what is said of something, around the first word that was found."""


class Group(StrEnum):
    """What sort of thing is found, in the order in which groups are shown."""

    AREAS = "areas"
    LAYERS = "layers"
    TERMS = "terms"
    INDICATORS = "indicators"
    WORKSHOPS = "workshops"
    PLACES = "places"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found.

    Attributes:
        group: what sort of thing it is.
        title: what it is called.
        path: where it stands.
        where: whose it is, or from where, in words.
        says: what is said of it, or empty.
        others: what else it is called.
        folded: its title and other names as they are looked for; made from those.
        folded_all: the same with what is said of it.
    """

    group: Group
    title: str
    path: str
    where: str = ""
    says: str = ""
    others: tuple[str, ...] = ()
    folded: str = field(init=False)
    folded_all: str = field(init=False)

    def __post_init__(self) -> None:
        """Fold once what is looked through again and again."""
        called = fold(" \n ".join((self.title, *self.others)))
        object.__setattr__(self, "folded", called)
        object.__setattr__(self, "folded_all", f"{called} \n {fold(self.says)}" if self.says else called)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text.

    Attributes:
        text: as it stands there.
        hit: whether it is what was looked for.
    """

    text: str
    hit: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found.

    Attributes:
        entry: what.
        title: of it, in pieces.
        says: of it, in pieces: the part around the first word that was found.
        others: other names in which a word stands, in pieces.
    """

    entry: Entry
    title: tuple[Piece, ...]
    says: tuple[Piece, ...]
    others: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """What was found of one sort.

    Attributes:
        group: which sort.
        hits: the nearest first, ``MOST_SHOWN`` at most.
        count: how many there are.
    """

    group: Group
    hits: tuple[Hit, ...]
    count: int


def fold(text: str) -> str:
    """Return words in the form in which they are looked for: without capitals and marks."""
    if text.isascii():
        return text.lower()
    return "".join(map(_fold_letter, text))


@lru_cache(maxsize=8_192)
def _fold_letter(letter: str) -> str:
    parts = unicodedata.normalize("NFKD", letter.casefold())
    # Again: what was taken apart may hold a capital, as the sign for telephone does.
    return "".join(each for each in parts if not unicodedata.combining(each)).casefold()


def wanted(question: str) -> tuple[str, ...]:
    """Return the words of a question, each once, as they are looked for."""
    return tuple(dict.fromkeys(fold(question[:LONGEST]).split()))[:MOST_WORDS]


def search(entries: Iterable[Entry], words: Sequence[str]) -> list[FoundGroup]:
    """Return the entries in which all words stand, by sort; within each the nearest first.

    First those whose title begins with the words, then those that are called so, then those of which it is said.

    Args:
        entries: everything that may be read.
        words: from :func:`wanted`.
    """
    if not words:
        return []
    found: dict[Group, list[tuple[int, Entry]]] = {group: [] for group in Group}
    begins = " ".join(words)
    first = max(words, key=len)
    for entry in entries:
        # One word that is not there settles it; the longest is the rarest.
        if first in entry.folded_all and all(word in entry.folded_all for word in words):
            found[entry.group].append((_near(entry, words, begins), entry))
    return [_group(group, every, words) for group, every in found.items() if every]


def _near(entry: Entry, words: Sequence[str], begins: str) -> int:
    if entry.folded.startswith(begins):
        return 0
    # From the beginning of a word on, before within one: who looks for "art" means no cart.
    if all(f" {word}" in f" {entry.folded}" for word in words):
        return 1
    return 2 if all(word in entry.folded for word in words) else 3


def _group(group: Group, every: list[tuple[int, Entry]], words: Sequence[str]) -> FoundGroup:
    every.sort(key=lambda pair: (pair[0], pair[1].folded, pair[1].where, pair[1].path))
    return FoundGroup(group, tuple(_hit(entry, words) for _, entry in every[:MOST_SHOWN]), len(every))


def _hit(entry: Entry, words: Sequence[str]) -> Hit:
    others = (each for each in entry.others if any(word in fold(each) for word in words))
    return Hit(
        entry,
        marked(entry.title, words),
        marked(around(entry.says, words), words),
        tuple(marked(each, words) for each in others),
    )


def marked(text: str, words: Sequence[str]) -> tuple[Piece, ...]:
    """Return a text in pieces, those that are looked for marked; joined they are the text.

    A letter is marked with the marks that follow it, and whole where it folds to several.
    """
    folded, owner = _with_owners(text)
    is_hit = [False] * len(text)
    for word in words:
        at = folded.find(word) if word else -1
        while at >= 0:
            for each in owner[at : at + len(word)]:
                is_hit[each] = True
            at = folded.find(word, at + 1)
    for at in range(1, len(text)):
        if is_hit[at - 1] and unicodedata.combining(text[at]):
            is_hit[at] = True
    return tuple(_joined(text, is_hit))


def _with_owners(text: str) -> tuple[str, list[int]]:
    """Return a text folded, and for each sign of that the place of the letter it comes from."""
    folded = [_fold_letter(letter) for letter in text]
    owner = [at for at, signs in enumerate(folded) for _ in signs]
    return "".join(folded), owner


def _joined(text: str, is_hit: Sequence[bool]) -> Iterable[Piece]:
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or is_hit[at] != is_hit[start]:
            yield Piece(text[start:at], is_hit[start])
            start = at


def around(text: str, words: Sequence[str], letters: int = SAYS_LETTERS) -> str:
    """Return the part of a text around the first word that stands in it, broken between words; the whole if it is short."""
    if len(text) <= letters:
        return text
    folded, owner = _with_owners(text)
    places = [owner[at] for word in words if word and (at := folded.find(word)) >= 0]
    start = max(0, min(places, default=0) - letters // 3)
    end = min(len(text), start + letters)
    if start:
        start = next((at + 1 for at in range(start, min(start + 20, end)) if text[at].isspace()), start)
    if end < len(text):
        end = next((at for at in range(end, max(end - 20, start), -1) if text[at].isspace()), end)
    return f"{'… ' if start else ''}{text[start:end].strip()}{' …' if end < len(text) else ''}"


def by_group(found: Iterable[FoundGroup]) -> Mapping[Group, FoundGroup]:
    """Return what was found, by sort."""
    return {each.group: each for each in found}
