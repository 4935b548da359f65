from datetime import UTC, datetime

import pytest

from kithmap.basics.errors import NotFoundError
from kithmap.glossary.access import STARTING, Library
from kithmap.glossary.document import as_document
from tests.glossary.published import NAME, publish, releases
from tests.glossary.support import ROOT
from tests.support.installation import Installation

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.fixture
def library() -> Library:
    return Library(ROOT)


def test_the_glossary_that_comes_with_kithmap_is_there_without_anybody_founding_it(
    installation: Installation, library: Library
) -> None:
    starting = installation.do(library.glossary, STARTING)
    published = installation.do(library.newest, starting)
    release = installation.do(library.release, starting, published)
    assert len(release.concepts) == 76
    assert installation.do(library.document, starting, published) == as_document(release)
    assert [each.name for each in installation.do(library.glossaries)] == [STARTING]


def test_each_version_is_read_as_it_was_published(installation: Installation, library: Library) -> None:
    made = installation.do(publish, installation.area, NOW)
    first, second = releases()
    assert [each.version for each in installation.do(library.publications, made)] == [
        second.version,
        first.version,
    ]
    old = installation.do(library.publication, made, "1.0.0")
    for _again in range(2):
        assert installation.do(library.release, made, old) == first
    assert installation.do(library.document, made, old) == as_document(first)


@pytest.mark.parametrize("version", ["3.0.0", "1.0", "newest", "", "1.0.0.0", "9" * 200])
def test_a_version_that_is_not_there_names_the_newest(
    installation: Installation, library: Library, version: str
) -> None:
    made = installation.do(publish, installation.area, NOW)
    with pytest.raises(NotFoundError, match=r"The newest is 2\.0\.0"):
        installation.do(library.publication, made, version)


def test_a_name_that_nobody_has_is_not_found(installation: Installation, library: Library) -> None:
    with pytest.raises(NotFoundError):
        installation.do(library.glossary, NAME)


def test_what_is_too_large_to_be_kept_is_read_again(installation: Installation) -> None:
    made = installation.do(publish, installation.area, NOW)
    small = Library(ROOT, most_read=1, most_written=1)
    newest = installation.do(small.newest, made)
    assert installation.do(small.release, made, newest) == installation.do(small.release, made, newest)
