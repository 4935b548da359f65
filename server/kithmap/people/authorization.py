"""The header by which a program says as whom it reads: a read token, as it comes (RFC 6750) or as a password (RFC 7617)."""

import binascii
from base64 import b64decode

MOST_LETTERS = 1_000
"""Of the header that are looked at; a token has 40."""


def token_in(header: str | None) -> str | None:
    """Return the token in the header ``Authorization``.

    Args:
        header: its value. As a password it stands beside a name that may be anything: some programs know no other way.

    Returns:
        What was given as a token, be it one or not; None if nothing was.
    """
    scheme, _, value = (header or "")[:MOST_LETTERS].strip().partition(" ")
    match scheme.lower():
        case "bearer":
            return value.strip() or None
        case "basic":
            return _password(value.strip())
        case _:
            return None


def _password(value: str) -> str | None:
    try:
        pair = b64decode(value, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        # Something was given, and it is not right: whoever sent it wants to know.
        return value
    return pair.partition(":")[2] or None
