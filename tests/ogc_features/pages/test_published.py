from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from kithmap.basics.actors import Role
from kithmap.basics.errors import UnavailableError
from kithmap.layers.geojson import BETWEEN
from kithmap.layers.model import LayerName
from kithmap.ogc_features.model import CollectionName
from kithmap.ogc_features.pages.published import Pages, PublishedRows
from kithmap.ogc_features.pages.shelf import opened
from kithmap.ogc_features.paging import PageText
from tests.support.installation import Installation
from tests.support.ogc import BNG, PARTNERS_ONLY, SECOND, SLUG

ITEMS = f"/ogc/collections/{SLUG}.assets/items"
FIRST_ITEMS = f"/ogc/collections/{SLUG}.1.0.0.assets/items"
OF_SECOND = CollectionName(SLUG, LayerName.ASSETS, SECOND)


class Told(Pages):
    """Pages that tell which of them were asked for and which were read."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.read: list[str] = []

    def page(self, name: str, read: Callable[[], PageText]) -> PageText:
        def noted() -> PageText:
            self.read.append(name)
            return read()

        self.asked.append(name)
        return super().page(name, noted)


@pytest.fixture
def pages(published: Installation) -> Told:
    told = Told()
    published.app.state.feature_pages = told
    return told


def read_through(browser: TestClient, address: str) -> list[str]:
    """Read a layer page by page and return its ids."""
    found: list[str] = []
    onward: str | None = address
    while onward is not None:
        page = browser.get(onward).json()
        found += [each["id"] for each in page["features"]]
        onward = next((each["href"] for each in page["links"] if each["rel"] == "next"), None)
    return found


def test_the_next_page_is_read_before_it_is_asked_for_and_no_page_twice(
    published: Installation, pages: Told
) -> None:
    browser = published.browser(page=False)
    assert browser.get(f"{ITEMS}?limit=10").status_code == 200
    assert [name.split()[-2:] for name in pages.read] == [["0", "10"], ["10", "20"]]
    found = read_through(browser, f"{ITEMS}?limit=10")
    assert len(found) == len(set(found)) == 32
    assert len(pages.read) == len(set(pages.read)) == 4 < len(pages.asked)


@pytest.mark.parametrize("asked", [f"crs={BNG}", "bbox=-0.76,52.65,-0.7,52.69", "kind=hub", "f=html"])
def test_nothing_is_read_ahead_of_what_has_to_be_looked_for(
    published: Installation, pages: Told, asked: str
) -> None:
    assert published.browser(page=False).get(f"{ITEMS}?limit=1&{asked}").status_code == 200
    assert pages.asked == []


def test_nothing_is_kept_of_what_lies_behind_the_end(published: Installation, pages: Told) -> None:
    browser = published.browser(page=False)
    for asked in ("after=32", "after=999999999", "offset=32", "after=30&offset=999999"):
        found = browser.get(f"{ITEMS}?{asked}").json()
        assert (found["features"], found["numberReturned"], found["numberMatched"]) == ([], 0, 32)
    assert pages.asked == []


def test_what_was_read_for_one_edition_or_version_is_given_for_no_other(
    published: Installation, pages: Told
) -> None:
    partner = published.signed_in(published.colleague(Role.RESEARCHER), page=False)
    assert PARTNERS_ONLY in read_through(partner, f"{ITEMS}?limit=20")
    public = read_through(published.browser(page=False), f"{ITEMS}?limit=20")
    assert (len(public), PARTNERS_ONLY in public) == (32, False)
    assert len(read_through(published.browser(page=False), f"{FIRST_ITEMS}?limit=20")) == 22
    assert len({name.rsplit(maxsplit=2)[0] for name in pages.read}) == 3


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(begin=st.integers(0, 40), skip=st.integers(0, 5), limit=st.integers(1, 40))
def test_a_page_that_was_kept_is_the_page_that_is_read(
    published: Installation, begin: int, skip: int, limit: int
) -> None:
    with published.services.database.reading() as session:
        rows = opened(session, None, OF_SECOND, Pages()).rows
        assert isinstance(rows, PublishedRows)
        once, again = (rows.joined(after=str(begin), skip=skip, limit=limit) for _ in range(2))
        one_by_one = [line for _, line in rows.marked(after=str(begin), skip=skip, limit=limit)]
    assert once is again if one_by_one else once == again
    assert (once.returned, once.features) == (len(one_by_one), BETWEEN.join(one_by_one))


def test_who_asks_for_a_page_that_is_being_read_waits_for_it() -> None:
    pages, begun, go_on = Pages(), Event(), Event()
    page = PageText(b"{}", 1, None, 1)

    def read() -> PageText:
        begun.set()
        assert go_on.wait(10)
        return page

    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(pages.page, "a", read)
        assert begun.wait(10)
        second = threads.submit(pages.page, "a", lambda: pytest.fail("read twice"))
        go_on.set()
        assert first.result(10) is second.result(10) is page


def test_a_page_that_could_not_be_read_is_read_when_it_is_asked_for_again() -> None:
    pages, page = Pages(), PageText(b"{}", 1, None, 1)

    def fail() -> PageText:
        raise UnavailableError("busy")

    with pytest.raises(UnavailableError):
        pages.page("a", fail)
    assert pages.page("a", lambda: page) is page
