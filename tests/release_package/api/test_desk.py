import asyncio
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from kithmap.basics.errors import UnavailableError
from kithmap.layers.model import Edition
from kithmap.layers.published import PublishedRelease
from kithmap.release_package.api.desk import STOPPED, ReleaseFilesDesk
from kithmap.release_package.api.orders import Far, Order, Tell
from kithmap.release_package.files import ReleaseFiles
from kithmap.release_package.offers import MAKING, Sort, names_of, sort_of
from kithmap.settings import StorageSettings
from tests.release_package.published import PlainReports
from tests.release_package.test_readme import of
from tests.support.waiting import until

RELEASE: PublishedRelease = of()


def sort(key: str) -> Sort:
    found = sort_of(key)
    assert found is not None
    return found


class Making:
    """Makes empty files, and remembers what it was asked for."""

    def __init__(self, folder: Path, *, fails: str = "", first: threading.Event | None = None) -> None:
        self.files = ReleaseFiles(folder / "layers")
        self.orders: list[Order] = []
        self.fails = fails
        self.first = first

    def __call__(self, order: Order, tell: Tell) -> None:
        self.orders.append(order)
        if self.first is not None:
            assert self.first.wait(20)
        for key in order.keys:
            tell(Far(key, 0.5))
            if key == self.fails:
                tell(Far(key, 0, "The disk is full."))
                continue
            self._make(order.edition, key)
            tell(Far(key, 1))

    def _make(self, edition: Edition, key: str) -> None:
        names = names_of(sort(key), RELEASE.header, edition, tuple(RELEASE.editions[edition].counts))

        def write(folder: Path) -> None:
            for name in names:
                (folder / name).touch()

        self.files.keep(RELEASE.header, edition, key, names, write)


def run(folder: Path, making: Making, work: Callable[[ReleaseFilesDesk], Awaitable[None]]) -> None:
    async def whole() -> None:
        desk = ReleaseFilesDesk(StorageSettings(data_folder=folder), PlainReports, making)
        try:
            await work(desk)
        finally:
            await desk.close()

    asyncio.run(whole())


def test_many_who_ask_at_once_are_given_what_was_made_once(tmp_path: Path) -> None:
    making = Making(tmp_path)

    async def work(desk: ReleaseFilesDesk) -> None:
        assert desk.progress(RELEASE, Edition.PUBLIC, sort("csv")).state == "none"
        found = await asyncio.gather(*(desk.get(RELEASE, Edition.PUBLIC, sort("csv")) for _ in range(20)))
        assert len({tuple(paths) for paths in found}) == 1
        assert await desk.get(RELEASE, Edition.PUBLIC, sort("csv")) == found[0]
        assert desk.progress(RELEASE, Edition.PUBLIC, sort("csv")).state == "ready"

    run(tmp_path, making, work)
    # And what else there is along with it, after what was asked for.
    (order,) = making.orders
    assert (order.keys[0], sorted(order.keys)) == ("csv", sorted(MAKING))


def test_after_publishing_everything_is_made_for_everybody_first(tmp_path: Path) -> None:
    making = Making(tmp_path)

    async def work(desk: ReleaseFilesDesk) -> None:
        desk.begin(RELEASE)
        assert desk.progress(RELEASE, Edition.PARTNERS, sort("gpkg")).state == "waiting"
        await desk.settled()
        assert {desk.progress(RELEASE, each, sort(key)).state for each in Edition for key in MAKING} == {
            "ready"
        }

    run(tmp_path, making, work)
    assert [(order.edition, order.keys) for order in making.orders] == [
        (Edition.PUBLIC, MAKING),
        (Edition.PARTNERS, MAKING),
    ]


def test_what_somebody_waits_for_comes_before_what_nobody_does(tmp_path: Path) -> None:
    first = threading.Event()
    making = Making(tmp_path, first=first)

    async def work(desk: ReleaseFilesDesk) -> None:
        desk.begin(RELEASE)
        # The first order is under way before anybody waits.
        await asyncio.to_thread(until, lambda: bool(making.orders))
        waiting = [asyncio.create_task(desk.get(RELEASE, Edition.PARTNERS, sort("kml"))) for _ in range(3)]
        await asyncio.sleep(0.1)
        first.set()
        await asyncio.gather(*waiting)
        await desk.settled()

    run(tmp_path, making, work)
    assert [(order.edition, order.keys) for order in making.orders] == [
        (Edition.PUBLIC, MAKING),
        (Edition.PARTNERS, ("kml",)),
        (Edition.PARTNERS, tuple(key for key in MAKING if key != "kml")),
    ]


def test_what_fails_says_why_and_is_tried_again_when_somebody_asks(tmp_path: Path) -> None:
    making = Making(tmp_path, fails="csv")

    async def work(desk: ReleaseFilesDesk) -> None:
        desk.begin(RELEASE)
        with pytest.raises(UnavailableError, match="The disk is full"):
            await desk.get(RELEASE, Edition.PUBLIC, sort("csv"))
        told = desk.progress(RELEASE, Edition.PUBLIC, sort("csv"))
        assert (told.state, told.message) == ("failed", "The disk is full.")
        making.fails = ""
        assert await desk.get(RELEASE, Edition.PUBLIC, sort("csv"))

    run(tmp_path, making, work)


def test_what_failed_and_is_asked_for_again_waits_for_its_next_turn(tmp_path: Path) -> None:
    going_on = threading.Event()

    class Lingering(Making):
        """Is still at work on the rest of an order when one of its files has failed."""

        def __call__(self, order: Order, tell: Tell) -> None:
            super().__call__(order, tell)
            assert going_on.wait(20)

    making = Lingering(tmp_path, fails="csv")

    async def work(desk: ReleaseFilesDesk) -> None:
        desk.begin(RELEASE)
        with pytest.raises(UnavailableError, match="The disk is full"):
            await desk.get(RELEASE, Edition.PUBLIC, sort("csv"))
        making.fails = ""
        again = asyncio.create_task(desk.get(RELEASE, Edition.PUBLIC, sort("csv")))
        # Nothing tells of it; the next turn of the loop shows.
        while desk.progress(RELEASE, Edition.PUBLIC, sort("csv")).state != "waiting":  # noqa: ASYNC110
            await asyncio.sleep(0)
        going_on.set()
        assert await again

    run(tmp_path, making, work)


def test_a_maker_that_breaks_lets_nobody_wait(tmp_path: Path) -> None:
    class Broken(Making):
        def __call__(self, order: Order, tell: Tell) -> None:
            raise UnavailableError("It ended.")

    async def work(desk: ReleaseFilesDesk) -> None:
        with pytest.raises(UnavailableError, match="It ended"):
            await desk.get(RELEASE, Edition.PUBLIC, sort("csv"))

    run(tmp_path, Broken(tmp_path), work)


def test_closing_lets_nobody_wait(tmp_path: Path) -> None:
    first = threading.Event()

    async def work(desk: ReleaseFilesDesk) -> None:
        desk.begin(RELEASE)
        waiting = [asyncio.create_task(desk.get(RELEASE, edition, sort("kml"))) for edition in Edition]
        await asyncio.sleep(0.05)
        # What is being made goes on for as long as it likes; whoever waits does not.
        desk.stop_waiting()
        found = await asyncio.gather(*waiting, return_exceptions=True)
        assert {str(each) for each in found} == {STOPPED}
        first.set()

    run(tmp_path, Making(tmp_path, first=first), work)


def test_what_is_kept_from_before_is_ready_at_once(tmp_path: Path) -> None:
    making = Making(tmp_path)
    making(Order("", tmp_path, PlainReports, "s", "1.0.0", Edition.PUBLIC, ("csv",)), lambda _: None)

    async def work(desk: ReleaseFilesDesk) -> None:
        assert desk.progress(RELEASE, Edition.PUBLIC, sort("csv")).state == "ready"
        assert await desk.get(RELEASE, Edition.PUBLIC, sort("csv"))

    run(tmp_path, making, work)
    assert len(making.orders) == 1
