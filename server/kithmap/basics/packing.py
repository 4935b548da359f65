"""Values packed into one line of a form, so that what was looked at comes back, and nothing waits on the server.

Whoever sends the form may have changed the line: it is unpacked no further than it may hold, and checked like any input.
"""

import base64
import binascii
import zlib
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from kithmap.basics.errors import BadInputError, TooLargeError

T = TypeVar("T")

DAMAGED = "What you looked at did not come back whole. Nothing was changed. Please choose the file again."


def packed(written: bytes, level: int) -> str:
    """Return what was written as one line of ASCII letters that a form sends as they are.

    Args:
        written: JSON.
        level: from 1, quickly packed, to 9, packed small.
    """
    return base64.urlsafe_b64encode(zlib.compress(written, level)).decode()


def unpacked(text: str, adapter: TypeAdapter[T], most: int) -> T:
    """Return what was packed.

    Args:
        text: the line.
        adapter: reads the JSON that is in it.
        most: bytes that may be in it, written out.

    Raises:
        TooLargeError: if there is more in it.
        BadInputError: if it is damaged.
    """
    try:
        unpacker = zlib.decompressobj()
        written = unpacker.decompress(base64.urlsafe_b64decode(text.encode("ascii")), most)
    except (ValueError, binascii.Error, zlib.error):
        raise BadInputError(DAMAGED) from None
    if unpacker.unconsumed_tail:
        raise TooLargeError(
            "This is more than a file may hold. Nothing was changed. Please choose a smaller file."
        )
    try:
        return adapter.validate_json(written)
    except ValidationError:
        raise BadInputError(DAMAGED) from None
