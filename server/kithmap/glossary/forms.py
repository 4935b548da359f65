"""The forms in which programs read a glossary, each under a media type, a name and an ending."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter

from kithmap.glossary.changes import Differences
from kithmap.glossary.document import as_document
from kithmap.glossary.exports import concepts_csv, indicators_csv, questionnaire_csv
from kithmap.glossary.model import Concept, Indicator, Release, Version
from kithmap.glossary.skos import as_skos


@dataclass(frozen=True, slots=True)
class Form:
    """A form.

    Attributes:
        name: as ``?as=`` asks for it.
        media: its media type.
        ending: of a version's address, without the dot.
        charset: whether its media type is told with the encoding.
    """

    name: str
    media: str
    ending: str
    charset: bool = True

    @property
    def content_type(self) -> str:
        """What the answer says it is."""
        return f"{self.media}; charset=utf-8" if self.charset else self.media


PAGE = Form("page", "text/html", "html")
TURTLE = Form("turtle", "text/turtle", "ttl")
JSON_LD = Form("json-ld", "application/ld+json", "jsonld", charset=False)
RDF_XML = Form("rdf-xml", "application/rdf+xml", "rdf", charset=False)
JSON = Form("json", "application/json", "json", charset=False)
CSV = Form("csv", "text/csv", "csv")
INDICATORS = Form("indicators", "text/csv", "indicators.csv")
QUESTIONNAIRE = Form("questionnaire", "text/csv", "questionnaire.csv")

OF_CONCEPTS: Sequence[Form] = (PAGE, TURTLE, JSON_LD, RDF_XML, JSON)
"""Forms of one concept, the one that is given to whoever takes any first."""

OF_RELEASES: Sequence[Form] = (*OF_CONCEPTS, CSV)
"""Forms of a whole release."""

OF_CHANGES: Sequence[Form] = (PAGE, JSON)

FILES: Mapping[str, Form] = {
    each.ending: each for each in (TURTLE, JSON_LD, RDF_XML, JSON, CSV, INDICATORS, QUESTIONNAIRE)
}
"""Files of a release, by the ending of its address."""


def write(release: Release, form: Form, area: str, only: str | None = None) -> bytes:
    """Write a release.

    Args:
        release: what is written.
        form: in which form; not the page.
        area: where its indicators are used; empty if nowhere in particular.
        only: a concept's id, to write what is said of it alone; not as CSV.
    """
    if form is JSON:
        return as_document(release) if only is None else _one(release, only)
    if form is CSV:
        return concepts_csv(release)
    if form is INDICATORS:
        return indicators_csv(release, area)
    if form is QUESTIONNAIRE:
        return questionnaire_csv(release)
    known = {TURTLE: "turtle", JSON_LD: "json-ld", RDF_XML: "xml"}
    return as_skos(release, known[form], only)  # type: ignore[arg-type]  # the three that it writes


@dataclass(frozen=True, slots=True)
class _One:
    """A concept by itself, with the release that it is of."""

    address: str
    version: Version
    concept: Concept
    indicator: Indicator | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What is different in a version, for programs.

    Attributes:
        version: the later one.
        previous: the one before, or None.
        differences: what is different.
        in_words: the same, one sentence each.
    """

    version: Version
    previous: Version | None
    differences: Differences
    in_words: tuple[str, ...]


def _one(release: Release, concept_id: str) -> bytes:
    indicator = next((each for each in release.indicators if each.concept.id == concept_id), None)
    concept = indicator.concept if indicator else release.concept(concept_id)
    assert concept is not None
    found = _One(f"{release.scheme.base}{concept_id}", release.version, concept, indicator)
    return TypeAdapter(_One).dump_json(found, indent=1)


def changes_document(changes: Changes) -> bytes:
    """Write what is different in a version as JSON."""
    return TypeAdapter(Changes).dump_json(changes, indent=1)
