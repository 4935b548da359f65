"""Words inside XML: whatever people wrote, as text and nothing else."""

from collections.abc import Mapping
from xml.sax.saxutils import escape

from kithmap.basics.writable import writable

# Readers make one line end of CR and CR LF, and one space of any line end in an attribute, unless they are written as numbers.
IN_TEXT = {"\r": "&#13;"}
IN_ATTRIBUTES = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def text(words: str) -> str:
    """Return words for between tags; what XML cannot write is left out."""
    return escape(writable(words), IN_TEXT)


def attribute(words: str) -> str:
    """Return words for between the quotation marks of an attribute."""
    return escape(writable(words), IN_ATTRIBUTES)


def tag(name: str, words: str = "", attributes: Mapping[str, str] | None = None) -> str:
    """Return an element that holds words, or nothing."""
    said = "".join(f' {key}="{attribute(value)}"' for key, value in (attributes or {}).items())
    return f"<{name}{said}>{text(words)}</{name}>" if words else f"<{name}{said}/>"
