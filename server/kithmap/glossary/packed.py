"""Concepts packed into one line of a form, so that what was looked at is what is taken, and nothing waits on the server."""

import base64
import binascii
import zlib
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from pydantic import TypeAdapter, ValidationError

from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.glossary.model import Concept

if TYPE_CHECKING:
    ConceptsAdapter = TypeAdapter[tuple[Concept, ...]]

MOST_UNPACKED = 24 * 1024 * 1024
"""Bytes: what a file of the largest size that is taken may hold, written out."""

DAMAGED = "What you looked at did not come back whole. Nothing was changed. Please choose the file again."


@lru_cache(maxsize=1)
def _adapter() -> "ConceptsAdapter":
    return TypeAdapter(tuple[Concept, ...])


def pack(concepts: Iterable[Concept]) -> str:
    """Return concepts as one line of ASCII letters, some six times shorter than written out."""
    written = _adapter().dump_json(tuple(concepts), exclude_defaults=True)
    return base64.urlsafe_b64encode(zlib.compress(written, 9)).decode()


def unpack(text: str) -> tuple[Concept, ...]:
    """Return the concepts that were packed.

    Raises:
        TooLargeError: if there is more in it than any file may hold.
        BadInputError: if it is damaged.
    """
    try:
        unpacker = zlib.decompressobj()
        written = unpacker.decompress(base64.urlsafe_b64decode(text.encode("ascii")), MOST_UNPACKED)
    except (ValueError, binascii.Error, zlib.error):
        raise BadInputError(DAMAGED) from None
    if unpacker.unconsumed_tail:
        raise TooLargeError(
            "This is more than a file may hold. Nothing was changed. Please choose a smaller file."
        )
    try:
        return _adapter().validate_json(written)
    except ValidationError:
        raise BadInputError(DAMAGED) from None


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
