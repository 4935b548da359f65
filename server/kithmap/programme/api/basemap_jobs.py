"""Building basemaps beside a running server, one after another: a build fills one processor and some hundred megabytes."""

import asyncio
import logging
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, BinaryIO, Literal

from pydantic import BaseModel

from kithmap.basics.clock import Clock, system_clock
from kithmap.basics.errors import BadInputError, ConflictError, KithmapError
from kithmap.programme.model import Area

if TYPE_CHECKING:
    from kithmap.basemap.model import BasemapSummary, BuildProgress

    Run = Callable[[Callable[[BuildProgress], None]], BasemapSummary]

logger = logging.getLogger(__name__)

ENDINGS = (".osm.pbf", ".osm.gz", ".osm.bz2", ".osm", ".pbf")
"""Of files that the reader knows; it tells them apart by their names."""

WAITING = "Waiting for another area's map to be finished"
TROUBLE = (
    "The basemap could not be built. The one before is still in use. Please try again, or try another file."
)
STOPPED = "The server was stopped before the basemap was finished. Please start it again."

State = Literal["none", "waiting", "building", "ready", "failed"]


class BasemapJob(BaseModel):
    """How far an area's basemap is.

    Attributes:
        state: none (nothing was begun), waiting, building, ready or failed.
        fraction: of the work that is done, from 0 to 1.
        message: what is being done, or what went wrong and what to do.
    """

    state: State = "none"
    fraction: float = 0.0
    message: str = ""


class BasemapBuilder:
    """Starts builds and tells how far they are.

    Args:
        folder: where the areas' archives lie.
        overpass_server: the address that map data are fetched from; empty to do without.
        clock: tells the time.
    """

    def __init__(self, folder: Path, overpass_server: str, clock: Clock = system_clock) -> None:
        """Begin with nothing to build."""
        self.folder = folder
        self.overpass_server = overpass_server
        self._clock = clock
        self._jobs: dict[str, BasemapJob] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._one_at_a_time = asyncio.Lock()
        folder.mkdir(parents=True, exist_ok=True)

    def job(self, area_id: str) -> BasemapJob:
        """Return how far an area's basemap is."""
        return self._jobs.get(area_id, BasemapJob())

    async def build_from_upload(self, area: Area, name: str, body: BinaryIO) -> None:
        """Begin to build from a file that was sent.

        Args:
            area: whose basemap it will be.
            name: the file's name, for its ending.
            body: the file; it is read to its end before this returns.

        Raises:
            BadInputError: if the name is none of an OpenStreetMap file, or nothing was sent.
            ConflictError: if this area's basemap is being built already.
        """
        self._check_free(area)
        ending = next((each for each in ENDINGS if name.lower().endswith(each)), None)
        if ending is None:
            raise BadInputError(
                "Please choose an OpenStreetMap file: its name ends in .osm.pbf, .osm, .osm.gz or .osm.bz2."
            )
        folder = Path(mkdtemp(prefix="upload-", dir=self.folder))
        source = folder / f"uploaded{ending}"
        try:
            await asyncio.to_thread(_keep, body, source)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        self._begin(area, partial(_build, area, source, self.folder, self._clock), folder)

    async def build_from_overpass(self, area: Area) -> None:
        """Begin to fetch map data from OpenStreetMap and build from them.

        Raises:
            BadInputError: if this server does without.
            ConflictError: if this area's basemap is being built already.
        """
        self._check_free(area)
        if not self.overpass_server:
            raise BadInputError("This server fetches no map data. Please upload an OpenStreetMap file.")
        self._begin(area, partial(_fetch_and_build, area, self.overpass_server, self.folder, self._clock))

    def _check_free(self, area: Area) -> None:
        task = self._tasks.get(area.id)
        if task is not None and not task.done():
            raise ConflictError(
                "This area's basemap is being built already. Please wait until it is finished."
            )

    def _begin(self, area: Area, run: "Run", folder: Path | None = None) -> None:
        self._jobs[area.id] = BasemapJob(state="waiting", message=WAITING)
        task = self._tasks[area.id] = asyncio.create_task(self._run(area.id, run))
        task.add_done_callback(partial(self._ended, area.id, folder))

    def _ended(self, area_id: str, folder: Path | None, task: asyncio.Task[None]) -> None:
        # A task that is cancelled before its first step does nothing at all, so this is not left to the task.
        if task.cancelled():
            self._jobs[area_id] = BasemapJob(state="failed", message=STOPPED)
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)

    async def _run(self, area_id: str, run: "Run") -> None:
        from kithmap.basemap.actions import build_in_thread  # noqa: PLC0415 - geometry: 40 MB that most days go without

        def tell(step: "BuildProgress") -> None:
            self._jobs[area_id] = BasemapJob(state="building", fraction=step.fraction, message=step.message)

        try:
            async with self._one_at_a_time:
                summary = await build_in_thread(run, tell)
            done = f"The basemap is ready: {summary.features:,} streets, buildings and places."
            self._jobs[area_id] = BasemapJob(state="ready", fraction=1.0, message=done)
        except KithmapError as error:
            self._jobs[area_id] = BasemapJob(state="failed", message=error.message)
        except Exception:
            logger.exception("a basemap could not be built")
            self._jobs[area_id] = BasemapJob(state="failed", message=TROUBLE)

    async def close(self) -> None:
        """Stop what is being built; basemaps before stay as they are."""
        running = [task for task in self._tasks.values() if not task.done()]
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        # The callbacks of what ended run on the loop's next turn.
        await asyncio.sleep(0)


def _keep(body: BinaryIO, target: Path) -> None:
    with target.open("wb") as kept:
        shutil.copyfileobj(body, kept, 1024 * 1024)
    if target.stat().st_size == 0:
        raise BadInputError("The file is empty. Please choose another one.")


def _build(
    area: Area, source: Path, folder: Path, clock: Clock, progress: "Callable[[BuildProgress], None]"
) -> "BasemapSummary":
    from kithmap.basemap.archive import archive_path  # noqa: PLC0415 - see above
    from kithmap.basemap.build_file import build_basemap  # noqa: PLC0415
    from kithmap.basemap.model import OSM_ATTRIBUTION  # noqa: PLC0415
    from kithmap.programme.boundary import boundary_shape  # noqa: PLC0415

    return build_basemap(
        source,
        boundary_shape(area.boundary),
        archive_path(folder, area.id),
        area=area.name,
        attribution=OSM_ATTRIBUTION,
        built_at=clock(),
        progress=progress,
    )


def _fetch_and_build(
    area: Area, server: str, folder: Path, clock: Clock, progress: "Callable[[BuildProgress], None]"
) -> "BasemapSummary":
    import httpx  # noqa: PLC0415 - see above

    from kithmap.basemap.actions import fetch_and_build  # noqa: PLC0415
    from kithmap.basemap.archive import archive_path  # noqa: PLC0415
    from kithmap.programme.boundary import boundary_shape  # noqa: PLC0415

    with httpx.Client(follow_redirects=True) as client:
        return fetch_and_build(
            boundary_shape(area.boundary),
            archive_path(folder, area.id),
            area=area.name,
            server=server,
            client=client,
            built_at=clock(),
            progress=progress,
        )
