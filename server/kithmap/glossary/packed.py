"""Concepts packed into one line of a form, so that what was looked at is what is taken, and nothing waits on the server."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from kithmap.basics.packing import packed, unpacked
from kithmap.glossary.model import Concept

if TYPE_CHECKING:
    ConceptsAdapter = TypeAdapter[tuple[Concept, ...]]

MOST_UNPACKED = 24 * 1024 * 1024
"""Bytes: what a file of the largest size that is taken may hold, written out."""


@lru_cache(maxsize=1)
def _adapter() -> "ConceptsAdapter":
    return TypeAdapter(tuple[Concept, ...])


def pack(concepts: Iterable[Concept]) -> str:
    """Return concepts as one line of ASCII letters, some six times shorter than written out."""
    return packed(_adapter().dump_json(tuple(concepts), exclude_defaults=True), 9)


def unpack(text: str) -> tuple[Concept, ...]:
    """Return the concepts that were packed.

    Raises:
        TooLargeError: if there is more in it than any file may hold.
        BadInputError: if it is damaged.
    """
    return unpacked(text, _adapter(), MOST_UNPACKED)


def chosen(concepts: Iterable[Concept], wanted: Collection[str], known: Collection[str]) -> list[Concept]:
    """Return the concepts that somebody chose, none of them pointing to what will not be there.

    Args:
        concepts: those to choose from.
        wanted: ids of those that were chosen.
        known: ids of the concepts that are there already.
    """
    there = {*wanted, *known}

    def kept(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(each for each in ids if each in there)

    return [
        replace(
            each, broader=kept(each.broader), related=kept(each.related), replaced_by=kept(each.replaced_by)
        )
        for each in concepts
        if each.id in wanted
    ]
