"""Building beside a running server: in a thread of its own, progress told on the event loop, cancelled with its task."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

import httpx
from shapely import MultiPolygon, Polygon

from kithmap.basemap.build_file import build_basemap
from kithmap.basemap.extent import extent_of
from kithmap.basemap.model import OSM_ATTRIBUTION, BasemapSummary, BuildProgress, Stage
from kithmap.basemap.overpass import fetch_area

Progress = Callable[[BuildProgress], None]
Job = Callable[[Progress], BasemapSummary]

FETCHED_AT = 0.5
"""The share of a fetched basemap's whole time that has passed when the data are here."""


class _StoppedError(Exception):
    """Nobody waits for this build any more."""


async def build_in_thread(job: Job, progress: Progress) -> BasemapSummary:
    """Run a build in a worker thread.

    Args:
        job: takes a progress function and builds, such as a `functools.partial` of `build_basemap` or `fetch_and_build`.
        progress: called on this event loop, in order.

    Returns:
        what was built. If the waiting task is cancelled, the build stops at its next step and changes nothing.

    Raises:
        BasemapError: as the job.
    """
    loop = asyncio.get_running_loop()
    stopped = Event()

    def tell(step: BuildProgress) -> None:
        if stopped.is_set():
            raise _StoppedError
        loop.call_soon_threadsafe(progress, step)

    try:
        return await asyncio.to_thread(job, tell)
    finally:
        stopped.set()


def fetch_and_build(
    boundary: Polygon | MultiPolygon,
    target: Path,
    *,
    area: str,
    server: str,
    client: httpx.Client,
    built_at: datetime,
    progress: Progress,
) -> BasemapSummary:
    """Fetch an area's data from an Overpass server and build its basemap from them.

    Arguments, result and errors are those of `overpass.fetch_area` and `build_file.build_basemap`.
    """
    bounds = extent_of(boundary).drawn
    with TemporaryDirectory(prefix="kithmap-", dir=target.parent, ignore_cleanup_errors=True) as folder:
        source = Path(folder) / "from-map-server.osm"
        fetch_area(bounds, source, server=server, client=client, progress=progress)
        return build_basemap(
            source,
            boundary,
            target,
            area=area,
            attribution=OSM_ATTRIBUTION,
            built_at=built_at,
            progress=lambda step: progress(_second_half(step)),
        )


def _second_half(step: BuildProgress) -> BuildProgress:
    message = "Reading the map data" if step.stage is Stage.READING else step.message
    return BuildProgress(step.stage, FETCHED_AT + step.fraction * (1 - FETCHED_AT), message)
