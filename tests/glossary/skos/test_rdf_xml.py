from hypothesis import given
from rdflib.compare import isomorphic

from kithmap.glossary.model import Release
from kithmap.glossary.skos import as_skos, graph_of
from tests.glossary.skos.support import read_back, wild_releases
from tests.glossary.support import concept, release


@given(wild_releases)
def test_whatever_the_words_hold_another_reader_reads_the_same(given_release: Release) -> None:
    assert isomorphic(read_back(given_release, "xml"), graph_of(given_release))


def test_what_would_be_markup_is_text() -> None:
    written = as_skos(release(concept("hub", scope={"en": "<b> & \r"})), "xml", only="hub").decode()
    assert '<skos:scopeNote xml:lang="en">&lt;b&gt; &amp; &#13;</skos:scopeNote>' in written
