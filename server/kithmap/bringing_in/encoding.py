"""The text of a file, whatever it was written in."""

import codecs

from kithmap.basics.errors import BadInputError
from kithmap.basics.words import said

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""What a file begins with that says how it is written. UTF-32's begins with UTF-16's."""


def text_of(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Return a file's text, and what should be told of how it was read.

    A file is UTF-8, or what its first bytes say. Lines that are neither are Windows-1252, as older spreadsheets write; where
    lines of both stand in one file, each is read as what it is.

    Raises:
        BadInputError: naming the first line that is none of these.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _marked(content, encoding), ()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _line_by_line(content)
    return _without_nul(text), ()


def _marked(content: bytes, encoding: str) -> str:
    try:
        return _without_nul(content.decode(encoding))
    except UnicodeDecodeError:
        raise BadInputError(
            "The letters of this file cannot be read. Please save it as UTF-8, in a spreadsheet as “CSV UTF-8”."
        ) from None


def _line_by_line(content: bytes) -> tuple[str, tuple[str, ...]]:
    found: list[str] = []
    older: list[int] = []
    beyond_ascii = 0
    for number, line in enumerate(content.split(b"\n"), start=1):
        try:
            found.append(line.decode("utf-8"))
            beyond_ascii += not line.isascii()
        except UnicodeDecodeError:
            older.append(number)
            found.append(_windows(line, number))
    text = _without_nul("\n".join(found))
    if beyond_ascii:
        first = older[0]
        return text, (
            said(
                f"This file is written in two ways: most of it in UTF-8, line {first} and maybe others as older spreadsheets do. "
                "Please look closely at letters with accents."
            ),
        )
    return text, (
        said(
            "This file is not written in UTF-8. It was read as Windows-1252, as older spreadsheets write. "
            "Please look closely at letters with accents."
        ),
    )


def _windows(line: bytes, number: int) -> str:
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        raise BadInputError(
            f"The letters in line {number} cannot be read. Please save the file as UTF-8, in a spreadsheet as “CSV UTF-8”."
        ) from None


def _without_nul(text: str) -> str:
    if "\x00" in text:
        line = text[: text.index("\x00")].count("\n") + 1
        raise BadInputError(f"Line {line} holds a sign that no text has. Please save the file as plain text.")
    return text
