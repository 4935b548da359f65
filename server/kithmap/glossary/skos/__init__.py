"""A release as a SKOS vocabulary: the concepts keep their addresses for ever, the version is of the vocabulary as a whole.

After the W3C's note on versions of schemes: one address for the scheme, one for each version of it, none for versions of a
concept. Beyond plain SKOS it gives what publication profiles ask for: who made it and when, its licence, a note on the history of
each concept, and for a withdrawn one what takes its place.

What is said stands in ``statements``, once; a writer for each form puts it down. They are ours, because a library that first builds
a graph takes some seconds for what a page has to answer at once; tests read every form back with such a library.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from kithmap.glossary.in_words import preferred
from kithmap.glossary.model import Release
from kithmap.glossary.skos.json_ld import as_json_ld
from kithmap.glossary.skos.rdf_xml import as_rdf_xml
from kithmap.glossary.skos.statements import (
    Described,
    Value,
    concept_address,
    described,
    prefixes_of,
    version_address,
)
from kithmap.glossary.skos.turtle import as_turtle

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

__all__ = ["Format", "as_skos", "concept_address", "graph_of", "title_of", "version_address"]

Format = Literal["turtle", "json-ld", "xml"]

WRITERS: Mapping[Format, Callable[[Iterable[Described], Mapping[str, str]], bytes]] = {
    "turtle": as_turtle,
    "json-ld": as_json_ld,
    "xml": as_rdf_xml,
}


def as_skos(release: Release, form: Format, only: str | None = None) -> bytes:
    """Write a release in one of the forms in which vocabularies are exchanged.

    Args:
        release: what is written.
        form: ``turtle``, ``json-ld`` or ``xml``.
        only: a concept's id, to write what is said of it alone.

    Returns:
        UTF-8; the same release always gives the same bytes.
    """
    said: Iterable[Described] = described(release)
    if only is not None:
        wanted = concept_address(release.scheme, only)
        said = (each for each in said if each.address == wanted)
    return WRITERS[form](said, prefixes_of(release))


def graph_of(release: Release) -> "Graph":
    """Return a release as a graph, for what has to ask it questions."""
    from rdflib import Graph, URIRef  # noqa: PLC0415 - it takes a third of a second to load

    graph, prefixes = Graph(), prefixes_of(release)
    for prefix, space in prefixes.items():
        graph.bind(prefix, space)

    def full(name: str) -> URIRef:
        prefix, _, local = name.partition(":")
        return URIRef(prefixes[prefix] + local)

    def term(value: Value) -> "Node":
        from rdflib import Literal as Text  # noqa: PLC0415 - see above

        if value.is_address:
            return URIRef(value.text)
        kind = full(value.datatype) if value.datatype else None
        return Text(value.text, lang=value.language or None, datatype=kind)

    for each in described(release):
        subject = URIRef(each.address)
        graph.add((subject, full("rdf:type"), full(each.type)))
        for name, values in each.facts.items():
            for value in values:
                graph.add((subject, full(name), term(value)))
    return graph


def title_of(release: Release) -> str:
    """Return the scheme's title in its own language."""
    return preferred(release.scheme.title, release.scheme.language)
