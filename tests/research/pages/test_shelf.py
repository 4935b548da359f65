from dataclasses import replace

from sqlmodel import Session

from kithmap.glossary.access import Library
from kithmap.glossary.model import Version
from kithmap.layers.access import published
from kithmap.layers.model import Edition, LayerName
from kithmap.research.pages.shelf import Shelf, drawn_layers, features, glossary_used
from kithmap.research.searching import Group
from tests.research.reader import Reading
from tests.support.layers import HEADER


def counted(session: Session, shelf: Shelf, edition: Edition) -> object:
    return shelf.counts(session, published(session, "oakham-baseline"), edition)


def test_an_edition_is_counted_once(reading: Reading) -> None:
    shelf = Shelf()
    first = reading.installation.do(counted, shelf, Edition.PUBLIC)
    assert reading.installation.do(counted, shelf, Edition.PUBLIC) is first
    assert reading.installation.do(counted, shelf, Edition.PARTNERS) != first


def test_layers_that_are_not_read_are_counted_by_what_is_known_of_them(reading: Reading) -> None:
    def look(session: Session) -> tuple[int, int]:
        release = published(session, "oakham-baseline")
        counts = Shelf().counts(session, release, Edition.PUBLIC)
        return counts.layers[LayerName.BOUNDARY], counts.layers[LayerName.ASSETS]

    assert reading.installation.do(look) == (1, 1)


def test_titles_to_be_searched_are_those_of_the_public_edition(reading: Reading) -> None:
    def look(session: Session) -> list[str]:
        shelf, release = Shelf(), published(session, "oakham-baseline")
        titles = shelf.titles(session, release)
        assert shelf.titles(session, release) is titles
        return [each.title for each in titles]

    assert reading.installation.do(look) == ["Victoria Hall", "Cutts Close walkers"]


def test_terms_that_are_no_longer_used_are_not_searched(reading: Reading) -> None:
    library = reading.installation.app.state.glossaries
    assert isinstance(library, Library)

    def look(session: Session) -> dict[str, Group]:
        glossary = library.glossary(session, "oakham")
        terms = Shelf().terms(session, library, glossary, library.newest(session, glossary))
        return {each.path: each.group for each in terms}

    found = reading.installation.do(look)
    assert found["/glossary/oakham/hub"] is Group.TERMS
    assert "/glossary/oakham/club" not in found
    assert Group.INDICATORS in found.values()


def test_what_is_drawn_is_read_in_the_reader_s_edition(reading: Reading) -> None:
    def look(session: Session) -> tuple[int, int]:
        release = published(session, "oakham-baseline")
        drawn = drawn_layers(session, release, Edition.PARTNERS)
        public = list(features(session, release, Edition.PUBLIC, LayerName.ASSETS))
        return len(drawn[LayerName.ASSETS]), len(public)

    assert reading.installation.do(look) == (2, 1)


def test_a_glossary_that_is_not_kept_here_is_none(reading: Reading) -> None:
    library = reading.installation.app.state.glossaries

    def look(session: Session) -> list[bool]:
        release = published(session, "oakham-baseline")
        kept, gone = (
            replace(HEADER.glossary, name=name) for name in ("oakham", "elsewhere") if HEADER.glossary
        )
        used = (None, replace(kept, version=Version(2, 0, 0)), replace(kept, version=Version(9, 0, 0)), gone)
        releases = (replace(release, header=replace(release.header, glossary=each)) for each in used)
        return [glossary_used(session, library, each) is not None for each in releases]

    assert reading.installation.do(look) == [False, True, False, False]
