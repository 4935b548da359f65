"""Text of a file as it can be shown: whatever was hidden in it is gone, and what was written for a browser is plain."""

import re
import unicodedata
from html import unescape

_HIDDEN = re.compile(
    # Signs that turn the direction of what follows, or that cannot be seen: a title can pretend with them to be another.
    "[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SCRIPT = re.compile(r"<(script|style)\b.*?(</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<\s*(br|/p|/div|/li|/tr|/h\d)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[a-z/!?][^<>]*>", re.IGNORECASE)

_GARBLED = re.compile("\u00c3[\u0080-\u00bf\u2018-\u2122]|\u00e2\u20ac|\u00c2[\u00a0-\u00bf]|\ufffd")
"""What UTF-8 looks like that was read as Windows-1252 and saved again, and what stands for a sign that could not be read."""


def one_line(text: str) -> str:
    """Return text for a title: one line, nothing hidden in it."""
    return " ".join(_clean(text).split())


def lines(text: str) -> str:
    """Return text for a note: its lines, nothing hidden in it, no more than one empty line at a time."""
    found = [" ".join(line.split()) for line in _clean(text).splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(found)).strip()


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", _HIDDEN.sub("", _CONTROL.sub(" ", text)))


def hides(text: str) -> bool:
    """Tell whether there is something in a text that nobody would see."""
    return _HIDDEN.search(text) is not None or _CONTROL.search(text) is not None


def without_markup(text: str) -> str:
    """Return the words of a description that was written for a browser: no tags, no script, no addresses of pictures."""
    if "<" not in text:
        return unescape(text)
    plain = _TAG.sub(" ", _BREAK.sub("\n", _SCRIPT.sub(" ", text)))
    return unescape(plain)


def is_garbled(text: str) -> bool:
    """Tell whether a text looks like UTF-8 that was read as something else: "CafÃ©"."""
    return _GARBLED.search(text) is not None


def shortened(text: str, most: int) -> str:
    """Return a text of no more than so many letters, cut between words where that is near the end."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    words = cut.rpartition(" ")[0]
    return f"{(words if len(words) > most / 2 else cut).rstrip(' ,;:-')}…"
