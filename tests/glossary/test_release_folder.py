from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kithmap.basics.errors import ConflictError, NotFoundError
from kithmap.glossary import store
from kithmap.glossary.document import as_document
from kithmap.glossary.folder import as_folder, from_folder
from kithmap.glossary.model import Version
from kithmap.glossary.release_folder import Whose, take_in
from tests.glossary.published import BASE, publish, releases
from tests.support.installation import Installation

NOW = datetime(2026, 11, 23, tzinfo=UTC)
FIRST, SECOND = releases()


def whose(installation: Installation) -> Whose:
    return Whose(installation.programme.id, installation.area.id)


def test_versions_come_back_one_after_the_other_just_as_they_were(installation: Installation) -> None:
    first = installation.do(take_in, FIRST, whose(installation), NOW)
    second = installation.do(take_in, SECOND, None, NOW)
    assert first.is_new
    assert second.is_new
    assert second.glossary == first.glossary
    assert (first.glossary.name, first.glossary.base, first.glossary.area) == (
        "oakham",
        BASE,
        installation.area.id,
    )
    for each in (FIRST, SECOND):
        assert installation.do(store.release_document, first.glossary.id, each.version) == as_document(each)


def test_the_very_same_version_changes_nothing(installation: Installation) -> None:
    made = installation.do(publish, installation.area, NOW)
    for each in (FIRST, SECOND):
        assert not installation.do(take_in, each, None, NOW).is_new
    assert len(installation.do(store.published, made.id)) == 2


def test_another_version_of_the_same_number_is_refused(installation: Installation) -> None:
    made = installation.do(publish, installation.area, NOW)
    before = installation.do(store.release_document, made.id, FIRST.version)
    with pytest.raises(ConflictError, match=r"Another version 1\.0\.0"):
        installation.do(take_in, replace(FIRST, note="Other words."), None, NOW)
    assert installation.do(store.release_document, made.id, FIRST.version) == before


def test_no_version_between_is_left_out(installation: Installation) -> None:
    installation.do(take_in, FIRST, whose(installation), NOW)
    later = replace(SECOND, version=Version(3, 0, 0), previous=SECOND.version)
    with pytest.raises(ConflictError, match=r"follows 2\.0\.0, and the newest one here is 1\.0\.0"):
        installation.do(take_in, later, None, NOW)
    with pytest.raises(ConflictError, match="follows none"):
        installation.do(take_in, replace(later, previous=None), None, NOW)


def test_a_glossary_that_is_not_here_needs_somebody_whose_it_is(installation: Installation) -> None:
    with pytest.raises(NotFoundError, match="whose it is"):
        installation.do(take_in, FIRST, None, NOW)
    assert installation.do(store.glossaries) == []


def test_an_area_has_one_glossary_only_and_so_has_a_programme(installation: Installation) -> None:
    installation.do(take_in, FIRST, whose(installation), NOW)
    other = replace(FIRST, scheme=replace(FIRST.scheme, base="https://example.org/words/"))
    with pytest.raises(ConflictError, match="another glossary already"):
        installation.do(take_in, other, whose(installation), NOW)
    common = Whose(installation.programme.id, None)
    assert installation.do(take_in, other, common, NOW).glossary.name == "words"
    another = replace(other, scheme=replace(FIRST.scheme, base="https://example.org/others/"))
    with pytest.raises(ConflictError, match="another glossary already"):
        installation.do(take_in, another, common, NOW)


def test_the_versions_of_these_tests_are_sound() -> None:
    for each in (FIRST, SECOND):
        assert from_folder(as_folder(each)) == each
