"""Statements as RDF/XML (W3C, RDF 1.1 XML Syntax)."""

import re
from collections.abc import Iterable, Iterator, Mapping

from kithmap.glossary.skos.statements import Described, Value

ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}
"""A carriage return would be read as a line feed."""

NEEDS_ESCAPE = re.compile(r'[&<>"\r]')


def as_rdf_xml(said: Iterable[Described], prefixes: Mapping[str, str]) -> bytes:
    """Write statements as RDF/XML.

    Args:
        said: subjects with their facts.
        prefixes: the short names that they use, with what these stand for.

    Returns:
        UTF-8.
    """
    spaces = "".join(f'\n    xmlns:{prefix}="{_escaped(space)}"' for prefix, space in prefixes.items())
    lines = [f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{spaces}>\n']
    lines += [line for each in said for line in _subject(each, prefixes)]
    return "".join([*lines, "</rdf:RDF>\n"]).encode()


def _subject(each: Described, prefixes: Mapping[str, str]) -> Iterator[str]:
    yield f'  <{each.type} rdf:about="{_escaped(each.address)}">\n'
    for name, values in each.facts.items():
        for value in values:
            yield f"    {_element(name, value, prefixes)}\n"
    yield f"  </{each.type}>\n"


def _element(name: str, value: Value, prefixes: Mapping[str, str]) -> str:
    text = _escaped(value.text)
    if value.is_address:
        return f'<{name} rdf:resource="{text}"/>'
    if value.language:
        return f'<{name} xml:lang="{value.language}">{text}</{name}>'
    if value.datatype:
        # Short names stand for nothing inside an attribute.
        prefix, _, local = value.datatype.partition(":")
        return f'<{name} rdf:datatype="{prefixes[prefix]}{local}">{text}</{name}>'
    return f"<{name}>{text}</{name}>"


def _escaped(text: str) -> str:
    return NEEDS_ESCAPE.sub(lambda found: ESCAPED[found[0]], text)
