"""Characters that any file can hold and any reader gives back."""

import re

UNWRITABLE = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""Control characters, of which XML 1.0 has no way to write most (section 2.2); halves of characters, and two that are none; and the
byte order mark, which readers take away where a word begins with it. Some databases end a word at the first of them."""

LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
"""Whatever else than a line feed ends a line; readers make one of them, each of others."""


def writable(words: str) -> str:
    """Return words without the characters that not every format can hold, and with line feeds alone as line ends."""
    return UNWRITABLE.sub("", LINE_ENDS.sub("\n", words))
