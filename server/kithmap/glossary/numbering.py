"""Why a release gets its number: the weightiest of what is different."""

from dataclasses import dataclass
from enum import StrEnum

from kithmap.glossary.changes import Changed, Differences, Replaced


class Why(StrEnum):
    """What gives a release its number, the weightiest first."""

    FIRST = "first"
    REDEFINED = "redefined"
    SPLIT = "split"
    MERGED = "merged"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    INSTRUMENTS = "instruments"
    ADDED = "added"
    RESTORED = "restored"
    EDITED = "edited"
    RECORD = "record"
    """Only what stands beside the words: a statement that was taken back, a place that is not shown any more."""


@dataclass(frozen=True, slots=True)
class Because:
    """Why a release gets its number.

    Attributes:
        why: the sort of difference.
        concepts: ids of those that it is about.
    """

    why: Why
    concepts: tuple[str, ...] = ()


def because(found: Differences, *, is_first: bool) -> Because:
    """Return why a release gets the number that :func:`kithmap.glossary.changes.next_version` gives it.

    Args:
        found: what is different.
        is_first: whether nothing was published before.
    """
    if is_first:
        return Because(Why.FIRST)
    for why in list(Why)[1:-1]:
        given = getattr(found, why.value)
        if given:
            return Because(why, tuple(each for one in given for each in _ids(one)))
    return Because(Why.RECORD)


def _ids(one: str | Changed | Replaced) -> tuple[str, ...]:
    match one:
        case Changed():
            return (one.id,)
        case Replaced():
            return one.before
        case _:
            return (one,)
