"""Statements as Turtle (W3C, RDF 1.1 Turtle)."""

import re
from collections.abc import Iterable, Iterator, Mapping

from kithmap.glossary.skos.statements import Described, Value

ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
NEEDS_ESCAPE = re.compile(r'["\\\n\r\t]')


def as_turtle(said: Iterable[Described], prefixes: Mapping[str, str]) -> bytes:
    """Write statements as Turtle.

    Args:
        said: subjects with their facts.
        prefixes: the short names that they use, with what these stand for.

    Returns:
        UTF-8.
    """
    head = [f"@prefix {prefix}: <{space}> .\n" for prefix, space in prefixes.items()]
    return "".join([*head, *(line for each in said for line in _subject(each))]).encode()


def _subject(each: Described) -> Iterator[str]:
    yield f"\n<{each.address}> a {each.type}"
    for name, values in each.facts.items():
        if values:
            yield f" ;\n    {name} {', '.join(map(_term, values))}"
    yield " .\n"


def _term(value: Value) -> str:
    if value.is_address:
        return f"<{value.text}>"
    text = f'"{NEEDS_ESCAPE.sub(lambda found: ESCAPED[found[0]], value.text)}"'
    if value.language:
        return f"{text}@{value.language}"
    return f"{text}^^{value.datatype}" if value.datatype else text
