"""What is looked at of a file before a reader sees it: a small file can be made to take hours, or to ask for other files.

Each bound is far above what a vocabulary of the largest allowed size needs.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any
from xml.parsers import expat

import orjson

from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.glossary.checks import MOST_CONCEPTS
from kithmap.glossary.draft import new_id_of

MOST_STATEMENTS = 20 * MOST_CONCEPTS
"""In RDF: a concept with labels in three languages and a history has some twenty."""

MOST_PREFIXES = 1_000
DEEPEST = 100
"""Elements of XML within each other, and lists and objects of JSON."""

MOST_PARTS = 3_000_000
"""Values in JSON: three for each statement, and more than twice over."""

MOST_LINES = 10 * MOST_CONCEPTS
MOST_CELLS = 2_000_000
PREFIX = re.compile(r"@prefix\b|\bprefix\s+[^\s:<>]*:\s*<", re.IGNORECASE)

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
_PLAIN = (
    "string normalizedString token language anyURI boolean date dateTime gYear gYearMonth "
    "integer nonNegativeInteger positiveInteger int long double float"
)
DATATYPES = frozenset([f"{RDF}langString", *(f"{XSD}{name}" for name in _PLAIN.split())])
"""What words in XML may say they are. Others a reader would work out: decimals of a billion figures, markup within the text."""

ALIASES = frozenset({"@id", "@type", "@graph"})
"""Keywords of JSON-LD that may go by another name."""


def utf8(content: bytes) -> str:
    """Return a file's text.

    Raises:
        BadInputError: naming the first line that is none.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BadInputError(
            f"Line {line} is not written in UTF-8. Please save the file as UTF-8, in a spreadsheet as “CSV UTF-8”."
        ) from None
    if "\x00" in text:
        line = text[: text.index("\x00")].count("\n") + 1
        raise BadInputError(f"Line {line} holds a sign that no text has. Please save the file as plain text.")
    return text


def require_few(concepts: int) -> None:
    """Refuse more concepts than a glossary can hold.

    Raises:
        TooLargeError: saying how many there are.
    """
    if concepts > MOST_CONCEPTS:
        raise TooLargeError(f"There are {concepts} concepts; {MOST_CONCEPTS} at most can be used.")


class Ids:
    """Ids of concepts, each given once, however many wish for the same."""

    def __init__(self) -> None:
        """Begin with none given."""
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def new(self, wish: str) -> str:
        """Return an id made of a word; what is taken gets a number behind it."""
        stem = new_id_of(wish, ())
        found = stem
        while found in self._taken:
            # Where the last one of this stem ended: going through all of them each time would take the square.
            self._next[stem] = self._next.get(stem, 1) + 1
            found = f"{stem}_{self._next[stem]}"
        self._taken.add(found)
        return found


def check_turtle(text: str) -> None:
    """Refuse Turtle that would take a reader too long.

    Raises:
        TooLargeError: if there are too many short names of addresses.
    """
    for count, found in enumerate(PREFIX.finditer(text), start=1):
        if count > MOST_PREFIXES:
            line = text.count("\n", 0, found.start()) + 1
            raise TooLargeError(
                f"Line {line}: this file has more than {MOST_PREFIXES} prefixes. "
                "Please save it anew from the program that it comes from."
            )


def check_xml(text: str) -> None:
    """Go through XML once, building nothing.

    Raises:
        TooLargeError: if there is too much in it, or too deep.
        BadInputError: if it is no XML, or asks a reader for more than reading; naming the line.
    """
    _XmlCheck().look_at(text)


class _XmlCheck:
    def __init__(self) -> None:
        self._elements = self._depth = 0
        # Whatever encoding the file names, its text is UTF-8 by now.
        self._reader = reader = expat.ParserCreate("utf-8", namespace_separator=" ")
        reader.StartDoctypeDeclHandler = self._doctype
        reader.StartElementHandler = self._start
        reader.EndElementHandler = self._end

    def look_at(self, text: str) -> None:
        try:
            self._reader.Parse(text.encode(), True)  # noqa: FBT003 - expat's own "is final"
        except expat.ExpatError as error:
            line, what = error.lineno, expat.ErrorString(error.code)
            raise BadInputError(f"Line {line} cannot be read as XML: {what}.") from None

    def _doctype(self, *_: object) -> None:
        line = self._reader.CurrentLineNumber
        raise BadInputError(
            f"Line {line}: this file defines entities of its own, which could make it endless. "
            "Please save it without a DOCTYPE."
        )

    def _start(self, _name: str, attributes: dict[str, str]) -> None:
        line = self._reader.CurrentLineNumber
        self._depth += 1
        self._elements += 1 + len(attributes)
        if self._depth > DEEPEST:
            raise TooLargeError(f"Line {line}: more than {DEEPEST} elements stand within each other.")
        if self._elements > 2 * MOST_STATEMENTS:
            raise TooLargeError(f"Line {line}: there is more in this file than a glossary can hold.")
        kind = attributes.get(f"{RDF} datatype", "")
        if (kind and kind not in DATATYPES) or attributes.get(f"{RDF} parseType") == "Literal":
            raise BadInputError(
                f"Line {line} holds something else than plain words. Please save labels and notes as plain text."
            )

    def _end(self, _name: str) -> None:
        self._depth -= 1


def checked_json_ld(text: str) -> Any:
    """Return what JSON-LD holds, with its context written out at its head, and every value as plain words.

    Raises:
        TooLargeError: if there is too much in it, or too deep.
        BadInputError: if it is no JSON, naming the line; or gets its meaning from elsewhere.
    """
    if sum(map(text.count, "{[,")) > MOST_PARTS:
        raise TooLargeError("There is more in this file than a glossary can hold.")
    try:
        document = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        line, what = error.lineno, error.msg
        raise BadInputError(f"Line {line} cannot be read as JSON: {what}.") from None
    context: Any = document.pop("@context", {}) if isinstance(document, dict) else {}
    for each in _objects(document):
        if "@context" in each:
            raise BadInputError(
                "This file changes its context in the middle. Please save it with one context at its head."
            )
        if "@value" in each:
            # What it says of what its text is, a reader would work out.
            each.pop("@type", None)
    return {"@context": [_plain_context(each) for each in _list(context)], "@graph": document}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _objects(document: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in a document."""
    waiting = [(document, 0)]
    while waiting:
        value, depth = waiting.pop()
        if depth > DEEPEST:
            raise TooLargeError(f"More than {DEEPEST} lists and objects stand within each other.")
        inner: Iterable[Any] = ()
        if isinstance(value, dict):
            yield value
            inner = value.values()
        elif isinstance(value, list):
            inner = value
        waiting += [(each, depth + 1) for each in inner if isinstance(each, dict | list)]


def _plain_context(context: Any) -> dict[str, Any]:
    """Return a context that names no other address and says of no value what to make of it."""
    if not isinstance(context, dict) or "@import" in context:
        raise BadInputError(
            "This file gets its meaning from another address. Please save it with its context written out."
        )
    if len(context) > MOST_PREFIXES:
        raise TooLargeError(f"The context of this file has more than {MOST_PREFIXES} terms.")
    return {name: _plain_term(name, meant) for name, meant in context.items()}


def _plain_term(name: str, meant: Any) -> Any:
    address = meant.get("@id") if isinstance(meant, dict) else meant
    renamed = isinstance(address, str) and address.startswith("@") and address not in ALIASES
    if renamed or (isinstance(meant, dict) and "@context" in meant):
        raise BadInputError(f"The context of this file says of “{name}” what cannot be followed here.")
    if isinstance(meant, dict) and not str(meant.get("@type", "@")).startswith("@"):
        return {key: value for key, value in meant.items() if key != "@type"}
    return meant


def check_rows(text: str) -> None:
    """Refuse a table that would fill the memory.

    Raises:
        TooLargeError: if it has too many lines or cells.
    """
    lines = text.count("\n")
    if lines > MOST_LINES or text.count(",") > MOST_CELLS:
        raise TooLargeError(
            f"This table has {lines} lines; {MOST_LINES} lines and {MOST_CELLS} cells at most can be read."
        )
