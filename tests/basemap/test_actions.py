import asyncio
import threading
from functools import partial
from pathlib import Path

import httpx
import pytest

from kithmap.basemap.actions import build_in_thread, fetch_and_build
from kithmap.basemap.archive import open_archive
from kithmap.basemap.build_file import build_basemap
from kithmap.basemap.model import OSM_ATTRIBUTION, BasemapError, BasemapSummary, BuildProgress
from tests.support.basemaps import AREA, BUILT_AT
from tests.support.osm_scene import village


def job(folder: Path, source: Path) -> partial[BasemapSummary]:
    target = folder / "v.basemap"
    return partial(_build, source, target)


def _build(source: Path, target: Path, progress: object) -> BasemapSummary:
    assert callable(progress)
    return build_basemap(source, AREA, target, area="V", attribution="", built_at=BUILT_AT, progress=progress)


def test_a_build_runs_beside_the_loop_and_tells_its_progress_on_it(tmp_path: Path) -> None:
    source = village().write(tmp_path / "v.osm")
    threads, steps = set(), []

    def tell(step: BuildProgress) -> None:
        threads.add(threading.current_thread())
        steps.append(step.fraction)

    async def run() -> BasemapSummary:
        summary = await build_in_thread(job(tmp_path, source), tell)
        await asyncio.sleep(0)
        return summary

    summary = asyncio.run(run())
    assert threads == {threading.current_thread()}
    assert steps == sorted(steps)
    assert steps[-1] == 1.0
    assert open_archive(tmp_path / "v.basemap").version == summary.version


def test_an_error_of_the_build_reaches_whoever_waits(tmp_path: Path) -> None:
    bad = tmp_path / "bad.osm"
    bad.write_bytes(b"")
    with pytest.raises(BasemapError, match="empty"):
        asyncio.run(build_in_thread(job(tmp_path, bad), lambda _: None))


def test_a_cancelled_build_stops_and_changes_nothing(tmp_path: Path) -> None:
    source = village().write(tmp_path / "v.osm")
    begun = asyncio.Event()

    async def run() -> None:
        task = asyncio.create_task(build_in_thread(job(tmp_path, source), lambda _: begun.set()))
        await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(run())
    assert [path.name for path in tmp_path.iterdir()] == ["v.osm"]


def test_fetched_data_become_a_basemap_with_the_credit_and_no_litter(tmp_path: Path) -> None:
    text = village().text()
    steps: list[float] = []
    transport = httpx.MockTransport(lambda _: httpx.Response(200, text=text))
    with httpx.Client(transport=transport) as client:
        summary = fetch_and_build(
            AREA,
            tmp_path / "v.basemap",
            area="V",
            server="http://maps.invalid/api",
            client=client,
            built_at=BUILT_AT,
            progress=lambda step: steps.append(step.fraction),
        )
    assert summary.metadata.attribution == OSM_ATTRIBUTION
    assert steps == sorted(steps)
    assert steps[-1] == 1.0
    assert [path.name for path in tmp_path.iterdir()] == ["v.basemap"]
