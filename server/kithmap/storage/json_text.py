"""JSON as it is kept: text that reads back as exactly the values that were written."""

from typing import Any

import orjson

from kithmap.basics.errors import BadInputError

STRICT = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS
"""A moment or a record would come back as another type than it went in: whoever keeps one writes it out first."""


def to_json(value: Any) -> str:
    """Write JSON values as text. NUL is written as an escape, so that every database takes it.

    Args:
        value: nested dicts, lists, texts, numbers, booleans and None. Whole numbers from -2**63 to 2**64 - 1, nesting
            to 254 levels. What is not a number (infinity and its like) is written as null, as JSON has no word for it.

    Raises:
        BadInputError: for anything else, half of a surrogate pair among it.
    """
    try:
        return orjson.dumps(value, option=STRICT).decode()
    except (TypeError, RecursionError):
        raise unstorable() from None


def from_json(text: str) -> Any:
    """Read what :func:`to_json` wrote."""
    return orjson.loads(text)


def unstorable() -> BadInputError:
    """Return the refusal for what no database could give back as it was."""
    return BadInputError(
        "This holds a number or a sign that cannot be saved. Please write it in another way."
    )
