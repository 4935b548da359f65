import pytest

from kithmap.basics.actors import Role
from kithmap.basics.errors import NotFoundError
from kithmap.layers.model import Edition, LayerName
from kithmap.ogc_features.model import BadQueryError, CollectionName, ItemsQuery
from kithmap.ogc_features.pages import shelf
from kithmap.ogc_features.pages.published import Pages
from kithmap.ogc_features.rows import read_page
from tests.support.installation import Installation
from tests.support.ogc import FIRST, SECOND, SLUG

ASSETS = LayerName.ASSETS
PAGES = Pages()


def test_the_edition_is_the_reader_s(published: Installation) -> None:
    rex = published.colleague(Role.RESEARCHER)
    name = CollectionName(SLUG, ASSETS)
    assert published.do(shelf.opened, rex, name, PAGES).of.edition is Edition.PARTNERS
    assert published.do(shelf.opened, None, name, PAGES).of.edition is Edition.PUBLIC
    counts = {
        each.count
        for reader in (rex, None)
        for each in published.do(shelf.published, reader)
        if each.name == name
    }
    assert counts == {32, 33}


def test_without_a_version_it_is_the_newest(published: Installation) -> None:
    newest = published.do(shelf.opened, None, CollectionName(SLUG, ASSETS), PAGES)
    assert newest.of.header.version == SECOND
    assert published.do(shelf.opened, None, CollectionName(SLUG, ASSETS, SECOND), PAGES).stamp == newest.stamp
    assert published.do(shelf.opened, None, CollectionName(SLUG, ASSETS, FIRST), PAGES).stamp != newest.stamp


@pytest.mark.parametrize(("slug", "layer"), [("nowhere", ASSETS), (SLUG, LayerName.STATISTICAL_AREAS)])
def test_what_was_not_published_is_not_found(published: Installation, slug: str, layer: LayerName) -> None:
    with pytest.raises(NotFoundError):
        published.do(shelf.opened, None, CollectionName(slug, layer), PAGES)


@pytest.mark.parametrize("mark", ["x", "-1", "1234567890", "²"])
def test_a_mark_that_none_of_our_links_has_is_refused(published: Installation, mark: str) -> None:
    with published.services.database.reading() as session:
        opened = shelf.opened(session, None, CollectionName(SLUG, ASSETS), PAGES)
        with pytest.raises(BadQueryError):
            read_page(opened.rows, ItemsQuery(after=mark))
