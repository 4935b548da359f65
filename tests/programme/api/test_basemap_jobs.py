import asyncio
import io
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest

from kithmap.basemap.archive import archive_path
from kithmap.basics.errors import BadInputError, ConflictError
from kithmap.programme.api.basemap_jobs import STOPPED, TROUBLE, BasemapBuilder
from kithmap.programme.model import Area
from tests.support.installation import SQUARE

AREA = Area("a1", "p", "Oakham", SQUARE)

HAMLET = b"""<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6">
  <node id="1" lat="52.665" lon="-0.735" version="1"/>
  <node id="2" lat="52.675" lon="-0.715" version="1"/>
  <way id="1" version="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/><tag k="name" v="Mill Lane"/></way>
</osm>
"""


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def finished(builder: BasemapBuilder) -> None:
    await asyncio.gather(*builder._tasks.values(), return_exceptions=True)
    await asyncio.sleep(0)


def test_a_file_becomes_the_area_s_basemap_and_leaves_nothing_else(tmp_path: Path) -> None:
    async def work() -> None:
        builder = BasemapBuilder(tmp_path / "maps", "")
        await builder.build_from_upload(AREA, "Hamlet.OSM", io.BytesIO(HAMLET))
        assert builder.job("a1").state == "waiting"
        await finished(builder)
        assert builder.job("a1").state == "ready"
        assert builder.job("a1").fraction == 1.0
        assert files_in(builder.folder) == [archive_path(builder.folder, "a1")]

    run(work())


@pytest.mark.parametrize("body", [b"<osm>", b"\x00\x01\x02", HAMLET[:200], b"PK\x03\x04"])
def test_a_damaged_file_leaves_the_basemap_before_and_says_what_to_do(tmp_path: Path, body: bytes) -> None:
    async def work() -> None:
        builder = BasemapBuilder(tmp_path, "")
        before = archive_path(tmp_path, "a1")
        before.write_bytes(b"the one before")
        await builder.build_from_upload(AREA, "x.osm", io.BytesIO(body))
        await finished(builder)
        job = builder.job("a1")
        assert job.state == "failed"
        assert job.message
        assert job.message != TROUBLE
        assert before.read_bytes() == b"the one before"
        assert files_in(tmp_path) == [before]

    run(work())


@pytest.mark.parametrize("name", ["x.zip", "", "osm", "x.osm.exe", "../../x.geojson"])
def test_only_openstreetmap_files_are_taken(tmp_path: Path, name: str) -> None:
    async def work() -> None:
        builder = BasemapBuilder(tmp_path, "")
        with pytest.raises(BadInputError, match=r"\.osm\.pbf"):
            await builder.build_from_upload(AREA, name, io.BytesIO(HAMLET))
        assert builder.job("a1").state == "none"

    run(work())


def test_an_empty_file_is_refused_at_once(tmp_path: Path) -> None:
    async def work() -> None:
        builder = BasemapBuilder(tmp_path, "")
        with pytest.raises(BadInputError, match="empty"):
            await builder.build_from_upload(AREA, "x.osm", io.BytesIO(b""))
        assert files_in(tmp_path) == []

    run(work())


def test_one_area_s_basemap_is_built_once_at_a_time(tmp_path: Path) -> None:
    async def work() -> None:
        builder = BasemapBuilder(tmp_path, "http://127.0.0.1:9")
        await builder.build_from_upload(AREA, "x.osm", io.BytesIO(HAMLET))
        with pytest.raises(ConflictError):
            await builder.build_from_upload(AREA, "x.osm", io.BytesIO(HAMLET))
        with pytest.raises(ConflictError):
            await builder.build_from_overpass(AREA)
        await finished(builder)

    run(work())


def test_stopping_the_server_stops_a_build(tmp_path: Path) -> None:
    async def work() -> None:
        builder = BasemapBuilder(tmp_path, "")
        await builder.build_from_upload(AREA, "x.osm", io.BytesIO(HAMLET))
        await builder.close()
        assert builder.job("a1").state == "failed"
        assert builder.job("a1").message == STOPPED
        assert files_in(tmp_path) == []

    run(work())


def test_a_server_may_do_without_fetching(tmp_path: Path) -> None:
    async def work() -> None:
        with pytest.raises(BadInputError, match="upload an OpenStreetMap file"):
            await BasemapBuilder(tmp_path, "").build_from_overpass(AREA)

    run(work())


def test_a_map_server_that_is_not_there_is_said(tmp_path: Path) -> None:
    async def work() -> None:
        builder = BasemapBuilder(tmp_path, "http://127.0.0.1:9/api")
        await builder.build_from_overpass(AREA)
        await finished(builder)
        assert builder.job("a1").state == "failed"
        assert builder.job("a1").message != TROUBLE

    run(work())
