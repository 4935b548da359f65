"""What a vocabulary says of itself, its makers and its concepts: by subject, in an order that never varies."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from kithmap.glossary.model import Concept, Decision, Indicator, Match, Release, Scheme, Status, Words

PREFIXES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "dct": "http://purl.org/dc/terms/",
    "sdo": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
"""Short names of the vocabularies whose words are used."""

OWN = "terms#"
"""Properties of ours, below the scheme's address: what SKOS has no word for. Their short name is ``kith``."""

MATCHES = {
    Match.EXACT: "skos:exactMatch",
    Match.CLOSE: "skos:closeMatch",
    Match.BROAD: "skos:broadMatch",
    Match.NARROW: "skos:narrowMatch",
    Match.RELATED: "skos:relatedMatch",
}

LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
NEVER_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Signs that no XML can hold (XML 1.0, production 2)."""

NEVER_IN_ADDRESSES = re.compile(r'[\x00-\x20<>"{}|\\^`\ud800-\udfff\ufffe\uffff]')
"""Signs that no address can hold (Turtle 1.1, IRIREF)."""


class Value(NamedTuple):
    """What a property says.

    Attributes:
        text: the address, or the words.
        language: of the words, or empty.
        datatype: short name of what the text is, or empty.
        is_address: whether it is one.
    """

    text: str
    language: str = ""
    datatype: str = ""
    is_address: bool = False


@dataclass(slots=True)
class Described:
    """A subject with all that is said of it.

    Attributes:
        address: its own.
        type: short name of what it is.
        facts: values by the short name of the property, each once.
    """

    address: str
    type: str
    facts: dict[str, dict[Value, None]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, name: str, *values: Value) -> None:
        """Say more of it."""
        if values:
            self.facts[name].update(dict.fromkeys(values))

    def say(self, name: str, words: Words) -> None:
        """Say something in each language there is."""
        if words:
            self.add(name, *[worded(text, language) for language, text in words.items()])


def address(text: str) -> Value:
    """Return an address; what none may hold is written by its number, as in any address."""
    return Value(safe_address(text), is_address=True)


def safe_address(text: str) -> str:
    """Return an address that every form can hold."""
    if NEVER_IN_ADDRESSES.search(text) is None:
        return text
    return NEVER_IN_ADDRESSES.sub(
        lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode(errors="replace")), text
    )


def worded(text: str, language: str = "", datatype: str = "") -> Value:
    """Return words in a language; signs that XML cannot hold become the one for what cannot be shown.

    They do so in every form, for all forms have to say the same.
    """
    shown = text if text.isprintable() else NEVER_IN_XML.sub("\ufffd", text)
    return Value(shown, _tag(language), datatype)


@lru_cache(maxsize=256)
def _tag(language: str) -> str:
    return language if LANGUAGE.fullmatch(language) else ""


def day(on: date) -> Value:
    """Return a day."""
    return Value(on.isoformat(), datatype="xsd:date")


def concept_address(scheme: Scheme, concept_id: str) -> str:
    """Return where a concept stands, in every version."""
    return f"{scheme.base}{concept_id}"


def version_address(release: Release) -> str:
    """Return where a release stands."""
    return f"{release.scheme.base}versions/{release.version}"


def prefixes_of(release: Release) -> dict[str, str]:
    """Return the short names that a release uses, with what they stand for."""
    return {**PREFIXES, "kith": safe_address(release.scheme.base) + OWN}


def described(release: Release) -> Iterator[Described]:
    """Yield the scheme, its makers, the concepts and the indicators with all that is said of them."""
    indicators = {each.concept.id: each for each in release.indicators}
    concepts = [*release.concepts, *(each.concept for each in release.indicators)]
    places = _Places(release, concepts)
    yield _scheme(release, places)
    yield from _makers(release.scheme)
    for concept in concepts:
        said = _concept(release, concept, places)
        if (indicator := indicators.get(concept.id)) is not None:
            _add_indicator(said, indicator, release.scheme.language)
        yield said


class _Places:
    """Where each concept stands among the others; stated on one side, told on both."""

    def __init__(self, release: Release, concepts: Iterable[Concept]) -> None:
        self.base = release.scheme.base
        current = {each.id for each in release.concepts if each.status is Status.CURRENT}
        self.broader: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self.narrower: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self.related: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self.top: list[str] = []
        for concept in concepts:
            self._place(concept, current)

    def _place(self, concept: Concept, current: set[str]) -> None:
        """A withdrawn concept keeps its address and its words, and stands outside the hierarchy."""
        in_use = concept.status is Status.CURRENT
        above = [each for each in concept.broader if in_use and each in current]
        if not above:
            self.top.append(concept.id)
        for other in above:
            self.broader[concept.id][other] = None
            self.narrower[other][concept.id] = None
        for other in concept.related if in_use else ():
            if other in current:
                self.related[concept.id][other] = None
                self.related[other][concept.id] = None

    def at(self, concepts: Iterable[str]) -> Iterator[Value]:
        return (address(self.base + each) for each in concepts)


def _scheme_address(scheme: Scheme) -> str:
    """Without its slash: validators ask that concepts stand below the scheme's own address."""
    return safe_address(scheme.base.rstrip("/"))


def _scheme(release: Release, places: _Places) -> Described:
    scheme = release.scheme
    said = Described(_scheme_address(scheme), "skos:ConceptScheme")
    said.say("skos:prefLabel", scheme.title)
    said.say("dct:title", scheme.title)
    said.say("skos:definition", scheme.description)
    said.add("dct:created", day(scheme.created))
    said.add("dct:modified", day(release.on))
    said.add("dct:creator", address(scheme.creator.address))
    said.add("dct:publisher", address(scheme.publisher.address))
    said.add("dct:license", address(scheme.licence))
    said.add("owl:versionInfo", worded(str(release.version)))
    said.add("owl:versionIRI", address(version_address(release)))
    if release.previous is not None:
        said.add("owl:priorVersion", address(f"{scheme.base}versions/{release.previous}"))
    note = release.note or f"Version {release.version}, {release.on:%Y-%m-%d}."
    said.add("skos:historyNote", worded(note, scheme.language))
    said.add("skos:hasTopConcept", *places.at(places.top))
    return said


def _makers(scheme: Scheme) -> Iterator[Described]:
    for maker in dict.fromkeys((scheme.creator, scheme.publisher)):
        said = Described(safe_address(maker.address), "sdo:Organization")
        said.add("sdo:name", worded(maker.name))
        said.add("sdo:url", Value(safe_address(maker.address), datatype="xsd:anyURI"))
        yield said


def _concept(release: Release, concept: Concept, places: _Places) -> Described:
    scheme = address(_scheme_address(release.scheme))
    said = Described(safe_address(concept_address(release.scheme, concept.id)), "skos:Concept")
    said.add("skos:inScheme", scheme)
    said.add("rdfs:isDefinedBy", scheme)
    said.say("skos:prefLabel", concept.label)
    said.say("skos:definition", concept.definition)
    said.say("skos:scopeNote", concept.scope)
    said.say("skos:example", concept.example)
    for language, others in concept.alt.items():
        said.add("skos:altLabel", *(worded(other, language) for other in others))
    said.add("dct:source", *(worded(text, release.scheme.language) for text in concept.consult))
    for match, addresses in concept.matches.items():
        said.add(MATCHES[match], *map(address, addresses))
    _add_history(said, concept, release.scheme)
    _add_place(said, concept, places, scheme)
    return said


def _add_place(said: Described, concept: Concept, places: _Places, scheme: Value) -> None:
    above = places.broader.get(concept.id, {})
    said.add("skos:broader", *places.at(above))
    said.add("skos:narrower", *places.at(places.narrower.get(concept.id, {})))
    said.add("skos:related", *places.at(places.related.get(concept.id, {})))
    if not above:
        said.add("skos:topConceptOf", scheme)
    if concept.status is Status.WITHDRAWN:
        said.add("owl:deprecated", Value("true", datatype="xsd:boolean"))
        said.add("dct:isReplacedBy", *places.at(concept.replaced_by))


def _add_history(said: Described, concept: Concept, scheme: Scheme) -> None:
    came = f"since version {concept.first}" if concept.first else "from its start"
    said.add("skos:historyNote", worded(f"In the glossary {came}.", scheme.language))
    for decision in concept.decisions:
        said.add("skos:historyNote", worded(" ".join(_history(decision)), scheme.language))
        said.add(
            "kith:minorityStatement",
            *(worded(statement, scheme.language) for statement in decision.minority),
        )
    days = [decision.on for decision in concept.decisions] or [scheme.created]
    said.add("dct:created", day(min(days)))
    said.add("dct:modified", day(max(days)))


def _history(decision: Decision) -> Iterator[str]:
    words = "Agreed" if decision.outcome == "adopted" else "Agreed, with what others say beside it,"
    # What areas share was agreed between them, in no one workshop.
    where = "in a workshop" if decision.workshop else "across areas"
    yield f"{words} {where} on {decision.on:%Y-%m-%d}."
    yield decision.sentence
    if decision.room:
        yield decision.room


def _add_indicator(said: Described, indicator: Indicator, language: str) -> None:
    plain: Mapping[str, str] = {
        "kith:rights": indicator.rights,
        "kith:direction": indicator.direction,
        "kith:computation": str(indicator.compute.get("function", "")),
        "kith:instrument": str(indicator.instrument),
    }
    for name, text in plain.items():
        said.add(name, worded(text))
    said.add("dct:source", worded(indicator.source, language))
    said.add("dct:rights", worded(indicator.licence, language))
    said.add("kith:question", *(worded(text, language) for _, text in indicator.questions))
    if indicator.limits:
        said.add("skos:editorialNote", worded(indicator.limits, language))
