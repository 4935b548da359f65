"""JSON of others: bounded before it is read, and refused where two readers would read two things in it."""

import json
from typing import Any

from kithmap.basics.errors import BadInputError, TooLargeError

MOST_PARTS = 2_000_000
"""Values: 10 MB of points have some 1.4 million."""


class _TwiceError(ValueError):
    """A name that stands twice in one object."""


def json_of(text: str) -> Any:
    """Return what JSON says.

    Raises:
        TooLargeError: if there is too much in it.
        BadInputError: if it is no JSON, naming the line; if it is too deep, holds what is no number, or says a thing twice.
    """
    if text.count("[") + text.count("{") + text.count(",") > MOST_PARTS:
        raise TooLargeError(
            "There is too much in this file. Please simplify its shapes, or bring in a part of it."
        )
    try:
        return json.loads(text, object_pairs_hook=_each_name_once, parse_constant=_no_number)
    except _TwiceError as error:
        name = str(error)
        raise BadInputError(
            f"“{name}” stands twice in the same place of this file, so it is not clear which counts. Please save it anew."
        ) from None
    except json.JSONDecodeError as error:
        line, what = error.lineno, error.msg
        raise BadInputError(f"Line {line} cannot be read as JSON: {what}.") from None
    except RecursionError:
        raise BadInputError("This file is nested too deep to be a file of places.") from None
    except ValueError:
        raise BadInputError("This file holds a number that is none, such as NaN or Infinity.") from None


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
        raise _TwiceError(twice[:40])
    return found


def _no_number(name: str) -> Any:
    raise ValueError(name)
