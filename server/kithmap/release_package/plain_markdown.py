"""People's words in Markdown, so that they stay words: no heading, link, table or markup of theirs."""

import re

SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~&$^@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
"""What starts something anywhere in CommonMark and its common extensions, addresses that readers make links of among them."""

AT_THE_START = re.compile(r"^(\d*)([-+=:.)!])")
"""What starts a list, a rule or a heading at the beginning of a line."""


def plain(text: str) -> str:
    """Return words as one line of Markdown that reads as they were written."""
    line = " ".join(text.split())
    return AT_THE_START.sub(r"\1\\\2", SIGNS.sub(r"\\\g<0>", line))
