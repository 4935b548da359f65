"""What a record of the room quotes of people: objects that have a ``text``, anywhere within its fields.

Such a record stays when one of the quoted takes their words back; the words go, and that there were some is still to be seen.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from kithmap.basics.records import Fields

TEXT = "text"
TAKEN_BACK = "taken_back"


def take_back(quote: Mapping[str, Any]) -> dict[str, Any]:
    """Return a quote without its words, marked so that people read why there are none."""
    return {**quote, TEXT: "", TAKEN_BACK: True}


def is_taken_back(quote: Mapping[str, Any]) -> bool:
    """Tell whether the words of a quote were taken back."""
    return bool(quote.get(TAKEN_BACK))


def without_quotes(fields: Fields) -> dict[str, Any]:
    """Return a record's fields with no words in any of their quotes; their shape stays, so that rules can read them."""
    return {name: _without(value) for name, value in fields.items()}


def _without(value: Any) -> Any:
    if isinstance(value, Mapping):
        plain = without_quotes(value)
        return {**plain, TEXT: ""} if isinstance(value.get(TEXT), str) else plain
    if isinstance(value, list | tuple):
        return [_without(each) for each in value]
    return value


def quoting(quotable: Collection[str], seated: Collection[str]) -> Callable[[str | None], bool]:
    """Return whether somebody's words may be quoted: participants' only where they agreed, those of who leads always.

    Args:
        quotable: participants who agreed to be quoted.
        seated: all participants, those who left among them.
    """
    return lambda person: person is None or person in quotable or person not in seated
