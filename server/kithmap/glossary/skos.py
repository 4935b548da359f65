"""A release as a SKOS vocabulary: the concepts keep their addresses for ever, the version is of the vocabulary as a whole.

After the W3C's note on versions of schemes: one address for the scheme, one for each version of it, none for versions of a
concept. Beyond plain SKOS it gives what publication profiles ask for: who made it and when, its licence, a note on the history of
each concept, and for a withdrawn one what takes its place.
"""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from kithmap.glossary.in_words import preferred
from kithmap.glossary.model import Concept, Decision, Indicator, Match, Release, Scheme, Status, Words

if TYPE_CHECKING:
    from rdflib import Graph, URIRef

Format = Literal["turtle", "json-ld", "xml"]

MATCHES = {
    Match.EXACT: "exactMatch",
    Match.CLOSE: "closeMatch",
    Match.BROAD: "broadMatch",
    Match.NARROW: "narrowMatch",
    Match.RELATED: "relatedMatch",
}

OWN = "terms#"
"""Properties of ours, below the scheme's address: what SKOS has no word for."""


def concept_address(scheme: Scheme, concept_id: str) -> str:
    """Return where a concept stands, in every version."""
    return f"{scheme.base}{concept_id}"


def version_address(release: Release) -> str:
    """Return where a release stands."""
    return f"{release.scheme.base}versions/{release.version}"


def as_skos(release: Release, form: Format) -> bytes:
    """Write a release in one of the forms in which vocabularies are exchanged.

    Args:
        release: what is written.
        form: ``turtle``, ``json-ld`` or ``xml``.

    Returns:
        UTF-8; the same release always gives the same bytes of Turtle.
    """
    return graph_of(release).serialize(format=form, encoding="utf-8")


def graph_of(release: Release) -> "Graph":
    """Return a release as RDF."""
    return _Writer(release).graph


class _Writer:
    """Writes one release into a graph."""

    def __init__(self, release: Release) -> None:
        from rdflib import Graph, Namespace  # noqa: PLC0415 - it takes a third of a second to load
        from rdflib.namespace import DCTERMS, OWL, PROV, RDF, RDFS, SDO, SKOS  # noqa: PLC0415

        self.release = release
        self.graph = Graph()
        self.dct, self.owl, self.prov, self.rdf, self.rdfs, self.skos = DCTERMS, OWL, PROV, RDF, RDFS, SKOS
        self.sdo = SDO
        self.own = Namespace(release.scheme.base + OWN)
        for prefix, space in (
            ("skos", SKOS),
            ("dct", DCTERMS),
            ("owl", OWL),
            ("prov", PROV),
            ("kith", self.own),
        ):
            self.graph.bind(prefix, space)
        # Without its slash: validators ask that concepts stand below the scheme's own address.
        self.scheme = self._address(release.scheme.base.rstrip("/"))
        self._write_scheme()
        for concept in release.concepts:
            self._write_concept(concept)
        for indicator in release.indicators:
            self._write_concept(indicator.concept)
            self._write_indicator(indicator)

    def _address(self, text: str) -> "URIRef":
        from rdflib import URIRef  # noqa: PLC0415 - see above

        return URIRef(text)

    def _concept(self, concept_id: str) -> "URIRef":
        return self._address(concept_address(self.release.scheme, concept_id))

    def _say(self, subject: Any, predicate: Any, words: Words) -> None:
        from rdflib import Literal as Text  # noqa: PLC0415 - see above

        for language, text in words.items():
            self.graph.add((subject, predicate, Text(text, lang=language)))

    def _tell(self, subject: Any, predicate: Any, text: str) -> None:
        self._say(subject, predicate, {self.release.scheme.language: text})

    def _day(self, subject: Any, predicate: Any, day: date) -> None:
        from rdflib import Literal as Text  # noqa: PLC0415 - see above

        self.graph.add((subject, predicate, Text(day)))

    def _plain(self, subject: Any, predicate: Any, text: str) -> None:
        from rdflib import Literal as Text  # noqa: PLC0415 - see above

        self.graph.add((subject, predicate, Text(text)))

    def _write_scheme(self) -> None:
        from rdflib import XSD  # noqa: PLC0415 - see above
        from rdflib import Literal as Text  # noqa: PLC0415

        release, scheme, at = self.release, self.release.scheme, self.scheme
        self.graph.add((at, self.rdf.type, self.skos.ConceptScheme))
        self._say(at, self.skos.prefLabel, scheme.title)
        self._say(at, self.dct.title, scheme.title)
        self._say(at, self.skos.definition, scheme.description)
        self._day(at, self.dct.created, scheme.created)
        self._day(at, self.dct.modified, release.on)
        for predicate, who in ((self.dct.creator, scheme.creator), (self.dct.publisher, scheme.publisher)):
            maker = self._address(who.address)
            self.graph.add((at, predicate, maker))
            self.graph.add((maker, self.rdf.type, self.sdo.Organization))
            self._plain(maker, self.sdo.name, who.name)
            self.graph.add((maker, self.sdo.url, Text(who.address, datatype=XSD.anyURI)))
        self.graph.add((at, self.dct.license, self._address(scheme.licence)))
        self._plain(at, self.owl.versionInfo, str(release.version))
        self.graph.add((at, self.owl.versionIRI, self._address(version_address(release))))
        if release.previous is not None:
            before = self._address(f"{scheme.base}versions/{release.previous}")
            self.graph.add((at, self.owl.priorVersion, before))
        self._tell(
            at, self.skos.historyNote, release.note or f"Version {release.version}, {release.on:%Y-%m-%d}."
        )

    def _write_concept(self, concept: Concept) -> None:
        at, skos = self._concept(concept.id), self.skos
        self.graph.add((at, self.rdf.type, skos.Concept))
        self.graph.add((at, skos.inScheme, self.scheme))
        self.graph.add((at, self.rdfs.isDefinedBy, self.scheme))
        self._say(at, skos.prefLabel, concept.label)
        self._say(at, skos.definition, concept.definition)
        self._say(at, skos.scopeNote, concept.scope)
        self._say(at, skos.example, concept.example)
        for language, others in concept.alt.items():
            for other in others:
                self._say(at, skos.altLabel, {language: other})
        for text in concept.consult:
            self._tell(at, self.dct.source, text)
        for match, addresses in concept.matches.items():
            for address in addresses:
                self.graph.add((at, skos[MATCHES[match]], self._address(address)))
        self._write_history(at, concept)
        if concept.status is Status.WITHDRAWN:
            self._write_end(at, concept)
        else:
            self._write_place(at, concept)

    def _write_place(self, at: Any, concept: Concept) -> None:
        skos = self.skos
        above = [each for each in concept.broader if self._is_current(each)]
        for other in above:
            self.graph.add((at, skos.broader, self._concept(other)))
            self.graph.add((self._concept(other), skos.narrower, at))
        if not above:
            self.graph.add((at, skos.topConceptOf, self.scheme))
            self.graph.add((self.scheme, skos.hasTopConcept, at))
        for other in concept.related:
            if self._is_current(other):
                self.graph.add((at, skos.related, self._concept(other)))
                self.graph.add((self._concept(other), skos.related, at))

    def _is_current(self, concept_id: str) -> bool:
        found = self.release.concept(concept_id)
        return found is not None and found.status is Status.CURRENT

    def _write_end(self, at: Any, concept: Concept) -> None:
        """A withdrawn concept keeps its address and its words, and stands outside the hierarchy."""
        from rdflib import Literal as Text  # noqa: PLC0415 - see above

        self.graph.add((at, self.owl.deprecated, Text(True)))  # noqa: FBT003 - an RDF literal
        self.graph.add((at, self.skos.topConceptOf, self.scheme))
        self.graph.add((self.scheme, self.skos.hasTopConcept, at))
        for other in concept.replaced_by:
            self.graph.add((at, self.dct.isReplacedBy, self._concept(other)))

    def _write_history(self, at: Any, concept: Concept) -> None:
        language = self.release.scheme.language
        came = (
            f"In the glossary since version {concept.first}."
            if concept.first
            else "In the glossary from its start."
        )
        self._tell(at, self.skos.historyNote, came)
        for decision in concept.decisions:
            self._tell(at, self.skos.historyNote, " ".join(_history(decision)))
            for statement in decision.minority:
                self._say(at, self.own.minorityStatement, {language: statement})
        created = min((decision.on for decision in concept.decisions), default=self.release.scheme.created)
        modified = max((decision.on for decision in concept.decisions), default=self.release.scheme.created)
        self._day(at, self.dct.created, created)
        self._day(at, self.dct.modified, modified)

    def _write_indicator(self, indicator: Indicator) -> None:
        at, own = self._concept(indicator.concept.id), self.own
        for predicate, text in (
            (own.rights, indicator.rights),
            (own.direction, indicator.direction),
            (own.computation, str(indicator.compute.get("function", ""))),
            (own.instrument, str(indicator.instrument)),
        ):
            self._plain(at, predicate, text)
        self._tell(at, self.dct.source, indicator.source)
        self._tell(at, self.dct.rights, indicator.licence)
        for _, text in indicator.questions:
            self._tell(at, own.question, text)
        if indicator.limits:
            self._tell(at, self.skos.editorialNote, indicator.limits)


def _history(decision: Decision) -> Iterator[str]:
    words = "Agreed" if decision.outcome == "adopted" else "Agreed, with what others say beside it,"
    yield f"{words} in a workshop on {decision.on:%Y-%m-%d}."
    yield decision.sentence
    if decision.room:
        yield decision.room


def title_of(release: Release) -> str:
    """Return the scheme's title in its own language."""
    return preferred(release.scheme.title, release.scheme.language)
