"""Words inside XML: whatever people wrote, as text and nothing else."""

import re
from collections.abc import Callable, Mapping
from typing import Any
from xml.sax.saxutils import escape

from kithmap.basics.writable import writable
from kithmap.layers.schema import Column, Type

# Nearly all words have nothing in them that needs care, and a look is quicker than the care.
PLAIN = re.compile("[\t\n\x20-%'-;=?-~\xa0-\ud7ff\ue000-\ufefe]*")

# Readers make one line end of CR and CR LF, and one space of any line end in an attribute, unless they are written as numbers.
IN_TEXT = {"\r": "&#13;"}
IN_ATTRIBUTES = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def text(words: str) -> str:
    """Return words for between tags; what XML cannot write is left out."""
    return words if PLAIN.fullmatch(words) else escape(writable(words), IN_TEXT)


def attribute(words: str) -> str:
    """Return words for between the quotation marks of an attribute."""
    return escape(writable(words), IN_ATTRIBUTES)


def tag(name: str, words: str = "", attributes: Mapping[str, str] | None = None) -> str:
    """Return an element that holds words, or nothing."""
    said = "".join(f' {key}="{attribute(value)}"' for key, value in (attributes or {}).items())
    return f"<{name}{said}>{text(words)}</{name}>" if words else f"<{name}{said}/>"


def value_text(column: Column) -> Callable[[Any], str]:
    """Return what makes text of a column's values, none of which is None."""
    if column.type is Type.YES_NO:
        return _yes_no
    return str if column.type in {Type.WHOLE, Type.NUMBER} else text


def _yes_no(value: bool) -> str:  # noqa: FBT001 - one of a row of values
    return "true" if value else "false"
