from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from rdflib import OWL, RDF, SKOS, Graph, URIRef
from rdflib.compare import isomorphic

from kithmap.glossary.checks import faults
from kithmap.glossary.model import Concept, Decision, Match, Status, Version
from kithmap.glossary.skos import Format, as_skos, concept_address, graph_of, title_of, version_address
from tests.glossary.support import (
    SCHEME,
    concept,
    release,
    starting_concepts,
    starting_indicators,
    vocabularies,
)

FORMS: list[Format] = ["turtle", "json-ld", "xml"]
DECISION = Decision("w", "i", date(2026, 3, 4), "adopted_with_dissent", {}, "9 of 12 agreed.", ("Not here.",))


def at(concept_id: str) -> URIRef:
    return URIRef(concept_address(SCHEME, concept_id))


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_the_same(form: Format) -> None:
    given_release = release(*starting_concepts(), indicators=tuple(starting_indicators()))
    read = Graph().parse(data=as_skos(given_release, form), format=form)
    assert isomorphic(read, graph_of(given_release))


def test_the_same_release_gives_the_same_turtle() -> None:
    first, second = (release(*order) for order in (starting_concepts(), starting_concepts()[::-1]))
    assert as_skos(first, "turtle") == as_skos(second, "turtle")


def test_a_concept_keeps_its_address_in_every_version() -> None:
    later = release(concept("hub"), version=Version(2, 1, 0), previous=Version(1, 0, 0))
    graph = graph_of(later)
    assert (at("hub"), RDF.type, SKOS.Concept) in graph
    scheme = URIRef(SCHEME.base.rstrip("/"))
    assert (scheme, OWL.priorVersion, URIRef("https://example.org/glossary/versions/1.0.0")) in graph
    assert version_address(later) == "https://example.org/glossary/versions/2.1.0"
    assert title_of(later) == "Words we agree on"


def test_a_withdrawn_concept_stays_and_says_what_to_use_instead() -> None:
    gone = replace(concept("hub"), status=Status.WITHDRAWN, replaced_by=("park",), broader=("park",))
    graph = graph_of(release(gone, concept("park"), concept("hall", broader=("hub",))))
    assert bool(graph.value(at("hub"), OWL.deprecated))
    assert not list(graph.objects(at("hub"), SKOS.broader))
    assert not list(graph.objects(at("hall"), SKOS.broader))
    assert list(graph.objects(at("hub"), URIRef("http://purl.org/dc/terms/isReplacedBy"))) == [at("park")]


def test_minority_statements_and_the_arithmetic_go_along() -> None:
    text = as_skos(release(replace(concept("hub"), decisions=(DECISION,))), "turtle").decode()
    assert 'minorityStatement "Not here."@en' in text
    assert "9 of 12 agreed." in text


def test_likenesses_elsewhere_are_mapping_properties() -> None:
    like = replace(concept("hub"), matches={Match.CLOSE: ("https://example.com/hub",)})
    assert (at("hub"), SKOS.closeMatch, URIRef("https://example.com/hub")) in graph_of(release(like))


@given(vocabularies)
def test_what_is_near_is_near_from_both_sides_and_what_is_above_has_it_below(concepts: list[Concept]) -> None:
    if faults(concepts, "en"):
        return
    graph = graph_of(release(*concepts))
    for one, other in graph.subject_objects(SKOS.related):
        assert (other, SKOS.related, one) in graph
    for one, other in graph.subject_objects(SKOS.broader):
        assert (other, SKOS.narrower, one) in graph
