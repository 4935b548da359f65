"""Reads what is asked for in an address: every parameter that a resource knows, and a refusal of any other."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TypeVar

from kithmap.layers.schema import CRS84, Column, Schema, Type
from kithmap.ogc_features.model import (
    DEFAULT_LIMIT,
    MOST_FEATURES,
    BadQueryError,
    Bounds,
    ItemsQuery,
    Rectangle,
)

T = TypeVar("T")

FORM = "f"
OF_ITEM = (FORM, "crs")
OF_ITEMS = (FORM, "limit", "after", "offset", "bbox", "bbox-crs", "datetime", "crs")
FORMS = ("json", "html")

MOST_LETTERS = 1_000
"""Of one value."""

NO_MARK = "“after” is what the link to the next page says. Please follow that link."

_MARK = re.compile(r"[\w.-]{1,200}")
_WHOLE = re.compile(r"[+-]?\d{1,15}", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:\d{2}))?", re.ASCII
)


def known(parameters: Sequence[tuple[str, str]], names: Collection[str]) -> Mapping[str, str]:
    """Return parameters by name.

    Args:
        parameters: names and values as they stand in an address.
        names: those that the resource knows.

    Raises:
        BadQueryError: if one is unknown, stands there twice, or is very long.
    """
    found: dict[str, str] = {}
    for name, value in parameters:
        if name not in names:
            raise BadQueryError(f"There is no parameter “{name[:40]}” here. There are: {', '.join(names)}.")
        if name in found:
            raise BadQueryError(f"The parameter “{name}” stands there twice.")
        if len(value) > MOST_LETTERS:
            raise BadQueryError(f"The value of “{name}” is too long.")
        found[name] = value
    if found.get(FORM, "json") not in FORMS:
        raise BadQueryError(f"The parameter “f” is one of: {', '.join(FORMS)}.")
    return found


def crs_asked(given: Mapping[str, str], offered: Sequence[str], name: str = "crs") -> str:
    """Return the coordinate reference system that is asked for.

    Raises:
        BadQueryError: if it is none of those offered.
    """
    asked = given.get(name, CRS84)
    if asked not in offered:
        raise BadQueryError(f"The parameter “{name}” is one of: {', '.join(offered)}.")
    return asked


def items_query(
    parameters: Sequence[tuple[str, str]], schema: Schema, crs: Sequence[str]
) -> tuple[ItemsQuery, str | None]:
    """Read which features are asked for.

    Args:
        parameters: names and values as they stand in an address.
        schema: of the layer.
        crs: the coordinate reference systems that are offered.

    Returns:
        What is asked for, and the form that ``f`` names.

    Raises:
        BadQueryError: if a parameter is unknown or its value cannot be read.
    """
    columns = {each.name: each for each in schema.columns}
    given = known(parameters, [*OF_ITEMS, *columns])
    bbox_crs = crs_asked(given, crs, "bbox-crs")
    query = ItemsQuery(
        limit=min(_read(given, "limit", _from(1)) or DEFAULT_LIMIT, MOST_FEATURES),
        after=_read(given, "after", _mark) or "",
        offset=_read(given, "offset", _from(0)) or 0,
        rectangle=_read(given, "bbox", lambda text: Rectangle(_bounds(text, bbox_crs), bbox_crs)),
        days=_read(given, "datetime", _days),
        equal={name: _value(columns[name], text) for name, text in given.items() if name in columns},
        crs=crs_asked(given, crs),
    )
    return query, given.get(FORM)


def _read(given: Mapping[str, str], name: str, reader: Callable[[str], T]) -> T | None:
    return reader(given[name]) if name in given else None


def _from(least: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if _WHOLE.fullmatch(text) is None or int(text) < least:
            raise BadQueryError(f"“{text[:40]}” is no whole number from {least}.")
        return int(text)

    return read


def _mark(text: str) -> str:
    if _MARK.fullmatch(text) is None:
        raise BadQueryError(NO_MARK)
    return text


def _bounds(text: str, crs: str) -> Bounds:
    parts = text.split(",")
    if len(parts) not in (4, 6) or not all(_NUMBER.fullmatch(part.strip()) for part in parts):
        raise BadQueryError("A bbox is four numbers with commas between, or six with heights.")
    numbers = [float(part) for part in parts]
    # No feature has a height, so that heights tell nothing.
    west, south, east, north = numbers if len(numbers) == 4 else [numbers[at] for at in (0, 1, 3, 4)]  # noqa: PLR2004
    if south > north or (west > east and crs != CRS84):
        raise BadQueryError("A bbox begins with its lower left corner, and ends with its upper right one.")
    return west, south, east, north


def _days(text: str) -> tuple[date | None, date | None]:
    parts = text.split("/")
    if len(parts) > 2:  # noqa: PLR2004
        raise BadQueryError("A datetime is one moment, or two with “/” between.")
    if len(parts) == 1:
        return _day(text), _day(text)
    first, last = (None if part in ("", "..") else _day(part) for part in parts)
    if first is not None and last is not None and first > last:
        raise BadQueryError("A datetime begins before it ends.")
    return first, last


def _day(text: str) -> date:
    """Return the day (UTC) of a day or moment of RFC 3339."""
    try:
        moment = datetime.fromisoformat(text.upper()) if _MOMENT.fullmatch(text) else None
        if moment is not None:
            return moment.date() if moment.tzinfo is None else moment.astimezone(UTC).date()
    except (ValueError, OverflowError):
        # A thirteenth month, or a day before the first of all years: no day, like the rest.
        pass
    raise BadQueryError(
        f"“{text[:40]}” is no day such as 2026-05-04, and no moment such as 2026-05-04T12:00:00Z."
    )


def _value(column: Column, text: str) -> str | int | float | bool:
    match column.type:
        case Type.WHOLE if _WHOLE.fullmatch(text):
            return int(text)
        case Type.NUMBER if _NUMBER.fullmatch(text):
            return float(text)
        case Type.YES_NO if text in ("true", "false"):
            return text == "true"
        case Type.WHOLE | Type.NUMBER | Type.YES_NO:
            wanted = "true or false" if column.type is Type.YES_NO else "a number"
            raise BadQueryError(f"The column “{column.name}” holds {wanted}.")
        case _:
            return text
