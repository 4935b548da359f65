import orjson
from hypothesis import given
from rdflib.compare import isomorphic

from kithmap.glossary.model import Release
from kithmap.glossary.skos import as_skos, graph_of
from tests.glossary.skos.support import read_back, wild_releases
from tests.glossary.support import concept, release


@given(wild_releases)
def test_whatever_the_words_hold_another_reader_reads_the_same(given_release: Release) -> None:
    assert isomorphic(read_back(given_release, "json-ld"), graph_of(given_release))


def test_it_needs_no_other_address_to_be_understood() -> None:
    document = orjson.loads(as_skos(release(concept("hub")), "json-ld", only="hub"))
    assert document["@context"]["skos"] == "http://www.w3.org/2004/02/skos/core#"
    (hub,) = document["@graph"]
    assert hub["@id"] == "https://example.org/glossary/hub"
    assert hub["skos:prefLabel"] == [{"@language": "en", "@value": "hub"}]
