"""Shapes as well-known text, with or without heights and the number of their coordinate system.

Source: OGC 06-103r4, section 7; the ``SRID=`` before it as PostGIS writes.
"""

import re
from typing import Any

from kithmap.basics.errors import BadInputError
from kithmap.bringing_in.model import MOST_CORNERS, Json
from kithmap.bringing_in.shapes import DEPTH, shape_of, too_many_corners

_HEAD = re.compile(
    r"\s*(?:SRID\s*=\s*\d{1,6}\s*;)?\s*([A-Z]{5,20}?)\s*(?:ZM|Z|M)?\s*(?=\(|EMPTY)", re.IGNORECASE
)
_KINDS = {kind.upper(): kind for kind in DEPTH}
_TOKEN = re.compile(r"\s*([(),]|[^\s(),]+)")
_DEEPEST = 4


def looks_like_wkt(text: str) -> bool:
    """Tell whether a text begins as a shape does."""
    found = _HEAD.match(text)
    return found is not None and found[1].upper() in {*_KINDS, "GEOMETRYCOLLECTION"}


def from_wkt(text: str) -> Json:
    """Return the shape that a text is.

    Raises:
        BadInputError: saying what is wrong with it.
    """
    head = _HEAD.match(text)
    kind = _KINDS.get(head[1].upper()) if head else None
    if head is None or kind is None:
        raise BadInputError(f"“{text[:20]}” is no shape that can be read.")
    if text.count(",") > MOST_CORNERS:
        raise too_many_corners()
    body = text[head.end() :].strip()
    if body.upper() == "EMPTY":
        raise BadInputError("Its shape is empty.")
    return shape_of(kind, _of_kind(kind, _nested(body)))


def _nested(text: str) -> list[Any]:
    """Return lists within lists, as the brackets stand; between two commas stands a list of numbers."""
    outer: list[Any] = []
    stack: list[list[Any]] = [outer]
    numbers: list[float] = []
    for found in _TOKEN.finditer(text):
        part = found[1]
        if part == "(":
            if len(stack) > _DEEPEST:
                raise BadInputError("Its shape cannot be read.")
            stack[-1].append([])
            stack.append(stack[-1][-1])
        elif part in {",", ")"}:
            if numbers:
                stack[-1].append(numbers)
                numbers = []
            if part == ")" and len(stack) > 1:
                stack.pop()
        else:
            numbers.append(_number(part))
    if len(stack) != 1 or len(outer) != 1:
        raise BadInputError("Its shape cannot be read.")
    found_list: list[Any] = outer[0]
    return found_list


def _number(part: str) -> float:
    try:
        return float(part)
    except ValueError:
        raise BadInputError("Its shape cannot be read.") from None


def _of_kind(kind: str, nested: list[Any]) -> Any:
    if kind == "Point":
        return nested[0] if nested else []
    if kind == "MultiPoint":
        # Both MULTIPOINT((1 2), (3 4)) and MULTIPOINT(1 2, 3 4) are written.
        return [each[0] if each and isinstance(each[0], list) else each for each in nested]
    return nested
