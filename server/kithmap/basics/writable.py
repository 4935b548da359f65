"""Characters that any file can hold."""

import re

UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write (section 2.2): most control characters, halves of characters, and two that are none. A database
may end a word at the first of them."""


def writable(words: str) -> str:
    """Return words without the characters that not every format can hold."""
    return UNWRITABLE.sub("", words)
