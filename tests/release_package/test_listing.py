from collections.abc import Mapping

from kithmap.layers.model import Edition
from kithmap.layers.published import PublishedRelease
from kithmap.release_package.listing import address_of, file_list, files_of
from kithmap.release_package.model import Progress
from kithmap.release_package.offers import SORTS, Sort
from tests.release_package.test_readme import of

RELEASE = of()


class Desk:
    """Says of every sort what the test says."""

    def __init__(self, **states: Progress) -> None:
        self.states = states

    def begin(self, release: PublishedRelease) -> None:
        raise AssertionError("a list makes nothing")

    def progress(self, release: PublishedRelease, edition: Edition, sort: Sort) -> Progress:
        return self.states.get(sort.key, Progress("ready", 1.0))

    def sizes(self, release: PublishedRelease, edition: Edition, sort: Sort) -> Mapping[str, int]:
        ready = self.progress(release, edition, sort).state == "ready"
        return {file.name: 7 for file in files_of(release, edition) if file.sort is sort} if ready else {}


def test_each_file_says_where_it_is_found_and_how_large_it_is() -> None:
    found = file_list(RELEASE, Edition.PUBLIC, Desk())
    assert (found.state, found.fraction) == ("ready", 1)
    assert {file.size for file in found.files} == {7}
    assert found.files[0].address == "/layers/oakham-baseline/versions/1.0.0/files/oakham-baseline-1.0.0.zip"
    assert next(file.sort for file in found.files) == SORTS[0].key


def test_an_address_of_the_partners_edition_asks_for_it() -> None:
    assert address_of(RELEASE, Edition.PARTNERS, "a.csv").endswith("/files/a.csv?edition=partners")


def test_the_whole_is_as_far_as_its_files() -> None:
    def state(**states: Progress) -> str:
        return file_list(RELEASE, Edition.PUBLIC, Desk(**states)).state

    failed, half = Progress("failed", 0, "The disk is full."), Progress("making", 0.5)
    assert state(package=half, csv=failed) == "making"
    assert state(package=Progress("waiting")) == "making"
    assert state(csv=failed) == "failed"
    assert state(kml=Progress("none")) == "none"
    found = file_list(RELEASE, Edition.PUBLIC, Desk(csv=failed, package=half))
    assert 0 < found.fraction < 1
    assert {file.message for file in found.files if file.sort == "csv"} == {"The disk is full."}
    assert {file.size for file in found.files if file.sort == "package"} == {None}
