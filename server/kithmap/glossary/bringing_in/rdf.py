"""Concepts out of SKOS, in Turtle, RDF/XML or JSON-LD."""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Literal

import rdflib
from rdflib import DCTERMS, OWL, RDF, SKOS, Graph, URIRef
from rdflib.plugins.parsers.notation3 import BadSyntax, RDFSink, SinkParser
from rdflib.plugins.stores.memory import Memory

from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.glossary.bringing_in.bounds import (
    MOST_STATEMENTS,
    Ids,
    check_turtle,
    check_xml,
    checked_json_ld,
    require_few,
)
from kithmap.glossary.checks import ADDRESS, Fault
from kithmap.glossary.model import Concept, Match, Status, Words

HERE = "https://brought-in.invalid/"
"""Stands for a file's own address, which nobody knows (RFC 2606): without one, the reader would take this machine's folder."""

TOO_MANY = f"This file says more than {MOST_STATEMENTS} things; no glossary needs so many."

LONGEST_TEXT = 100_000
"""Signs of a text in Turtle; no glossary takes one so long."""

ENDS = {
    delimiter: re.compile(pattern % LONGEST_TEXT, re.DOTALL)
    for delimiter, pattern in {
        '"': r'(?:[^"\\]|\\.){0,%d}+"',
        "'": r"(?:[^'\\]|\\.){0,%d}+'",
        '"""': r'(?:[^"\\]|\\.|"(?!"")){0,%d}+"""',
        "'''": r"(?:[^'\\]|\\.|'(?!'')){0,%d}+'''",
    }.items()
}

Form = Literal["turtle", "xml", "json-ld"]
Texts = dict[str, list[str]]


class Bounded(Memory):
    """A store of statements that holds so many and no more."""

    def __init__(self, most: int = MOST_STATEMENTS) -> None:
        """Begin empty.

        Args:
            most: statements that it takes.
        """
        super().__init__()
        self._room = most

    def add(self, triple: Any, context: Any, quoted: bool = False) -> None:  # noqa: FBT001, FBT002 - rdflib's own form
        """Keep a statement.

        Raises:
            TooLargeError: if there are too many.
        """
        self._room -= 1
        if self._room < 0:
            raise TooLargeError(TOO_MANY)
        super().add(triple, context, quoted)


class PlainWords(RDFSink):
    """Takes every text as words, whatever it says it is: working it out could take for ever.

    Statements are made of a list only at its end, so what they are made of is counted too.
    """

    def __init__(self, graph: Graph, most: int = 3 * MOST_STATEMENTS) -> None:
        """Fill a graph.

        Args:
            graph: what is filled.
            most: texts and addresses that are taken.
        """
        super().__init__(graph)
        self._room = most

    def _count(self) -> None:
        self._room -= 1
        if self._room < 0:
            raise TooLargeError(TOO_MANY)

    def newLiteral(self, s: str, _dt: URIRef | None, lang: str | None) -> rdflib.Literal:  # noqa: N802 - rdflib's name
        """Take a text."""
        self._count()
        return rdflib.Literal(s, lang=lang)

    def newSymbol(self, *args: str) -> URIRef:  # noqa: N802 - rdflib's name
        """Take an address."""
        self._count()
        return super().newSymbol(*args)


class _Turtle(SinkParser):
    """Refuses a text of no end, or a far one: it is put together piece by piece, in the square of their number."""

    def strconst(self, argstr: str, i: int, delim: str) -> tuple[int, str]:
        if ENDS[delim].match(argstr, i) is None:
            self.BadSyntax(argstr, i, "a text has no end, or is far too long")
        return super().strconst(argstr, i, delim)


def from_rdf(text: str, form: Form) -> tuple[list[Concept], list[Fault]]:
    """Return the concepts of a vocabulary, and what cannot be told in one.

    Raises:
        TooLargeError: if there is too much in it.
        BadInputError: if it cannot be read, naming the line where that is known; or holds no concept.
    """
    graph = _graph(text, form)
    addresses = sorted(str(each) for each in set(graph.subjects(RDF.type, SKOS.Concept)))
    if not addresses:
        raise BadInputError("There is no SKOS concept in this file.")
    require_few(len(addresses))
    reader = _Reader(graph, addresses)
    return [reader.concept(each) for each in addresses], reader.refused


def _graph(text: str, form: Form) -> Graph:
    graph = Graph(store=Bounded())
    try:
        match form:
            case "turtle":
                check_turtle(text)
                _Turtle(PlainWords(graph), baseURI=HERE, turtle=True).loadBuf(text)
            case "xml":
                check_xml(text)
                # Whatever encoding it names, it is UTF-8 by now, and so is what is handed on.
                plain = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
                graph.parse(data=plain.encode(), format="xml", publicID=HERE)
            case "json-ld":
                graph.parse(data=checked_json_ld(text), format="json-ld", publicID=HERE)
    except (BadInputError, TooLargeError):
        raise
    except BadSyntax as error:
        line, what = error.lines + 1, error._why  # noqa: SLF001 - its words alone, without the text
        raise BadInputError(f"Line {line} cannot be read as Turtle: {what}.") from None
    except Exception as error:  # noqa: BLE001 - its parsers raise whatever comes to hand
        raise BadInputError(f"This cannot be read as {form}: {' '.join(str(error).split())[:200]}") from None
    return graph


class _Reader:
    """Reads concepts out of a graph."""

    def __init__(self, graph: Graph, addresses: Iterable[str]) -> None:
        self.refused: list[Fault] = []
        self._graph = graph
        ids = Ids()
        # The last part of an address is what its makers call it.
        self._ids = {each: ids.new(re.split(r"[/#:]", each.rstrip("/#"))[-1]) for each in addresses}
        self._above: defaultdict[str, set[str]] = defaultdict(set)
        for above, below in graph.subject_objects(SKOS.narrower):
            # Many vocabularies say it from one side only.
            self._above[str(below)].add(str(above))

    def concept(self, address: str) -> Concept:
        """Return a concept."""
        at, concept_id = URIRef(address), self._ids[address]
        labels = self._texts(at, SKOS.prefLabel)
        self.refused += [
            Fault(concept_id, f"It has {len(texts)} preferred labels in one language ({tag}). Keep one.")
            for tag, texts in labels.items()
            if len(texts) > 1
        ]
        withdrawn = str(self._graph.value(at, OWL.deprecated)).lower() in {"true", "1"}
        others = self._texts(at, SKOS.altLabel)
        known = ADDRESS.fullmatch(address) and not address.startswith(HERE)
        return Concept(
            id=concept_id,
            label=_joined(labels),
            definition=_joined(self._texts(at, SKOS.definition)),
            alt={tag: tuple(texts) for tag, texts in others.items()},
            scope=_joined(self._texts(at, SKOS.scopeNote)),
            example=_joined(self._texts(at, SKOS.example)),
            broader=() if withdrawn else self._pointers(at, SKOS.broader, self._above[address]),
            related=() if withdrawn else self._pointers(at, SKOS.related),
            matches={Match.EXACT: (address,)} if known else {},
            status=Status.WITHDRAWN if withdrawn else Status.CURRENT,
            replaced_by=self._pointers(at, DCTERMS.isReplacedBy) if withdrawn else (),
        )

    def _texts(self, at: URIRef, predicate: URIRef) -> Texts:
        """Return the texts of a property by their language; empty where they name none."""
        found: Texts = {}
        for text in sorted(self._graph.objects(at, predicate), key=str):
            found.setdefault(str(getattr(text, "language", None) or ""), []).append(str(text))
        return found

    def _pointers(self, at: URIRef, predicate: URIRef, more: Iterable[str] = ()) -> tuple[str, ...]:
        addresses = {*map(str, self._graph.objects(at, predicate)), *more}
        return tuple(self._ids.get(each, each) for each in sorted(addresses))


def _joined(texts: Texts) -> Words:
    return {tag: "\n".join(each) for tag, each in texts.items()}
