from hypothesis import given
from rdflib.compare import isomorphic

from kithmap.glossary.model import Release
from kithmap.glossary.skos import as_skos, graph_of
from tests.glossary.skos.support import read_back, wild_releases
from tests.glossary.support import concept, release


@given(wild_releases)
def test_whatever_the_words_hold_another_reader_reads_the_same(given_release: Release) -> None:
    assert isomorphic(read_back(given_release, "turtle"), graph_of(given_release))


def test_it_is_easy_to_read() -> None:
    written = as_skos(release(concept("hub")), "turtle", only="hub").decode()
    assert written.startswith("@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n")
    assert "\n<https://example.org/glossary/hub> a skos:Concept ;\n    skos:inScheme" in written
    assert '\n    skos:prefLabel "hub"@en ;\n' in written
    assert written.endswith(" .\n")
