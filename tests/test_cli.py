"""Commands as they are typed."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from typer.testing import CliRunner, Result

from kithmap import __version__
from kithmap.basics.ids import new_id
from kithmap.cli import app
from kithmap.workshop.joining import Listed
from tests.support.installation import Installation, installed

HEAVY = ("fastapi", "sqlalchemy", "shapely", "numpy", "uvicorn", "alembic", "rich.progress")


def typed(*words: object) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def kept(tmp_path: Path, migrated_database: Path) -> tuple[Path, Listed]:
    """A data folder with one workshop in it, whose server has stopped."""
    with installed(tmp_path / "data", migrated_database) as installation:
        workshop = installation.new_workshop()
        installation.ask(workshop, "workshop.open")
        installation.ask(workshop, "workshop.move_to_stage", stage="places")
        _place(installation, workshop)
    return tmp_path / "data", workshop


def _place(installation: Installation, workshop: Listed) -> None:
    installation.ask(
        workshop,
        "asset.place",
        place="01a20630-8dcb-7522-aa37-fea462810602",
        asset_kind="physical_place",
        title="Mill Lane hall",
        geometry={"type": "Point", "coordinates": [-0.72, 52.67]},
        visibility="public",
    )


def test_the_version_is_told_at_once_and_nothing_heavy_is_loaded() -> None:
    assert typed("--version").output == f"kithmap {__version__}\n"
    code = f"import sys, kithmap.cli; print([name for name in {HEAVY!r} if name in sys.modules])"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment()
    )
    assert loaded.stdout.strip() == "[]"


def environment() -> dict[str, str]:
    server = Path(__file__).resolve().parent.parent / "server"
    return {**os.environ, "PYTHONPATH": str(server), "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"}


def test_every_command_says_what_it_does() -> None:
    text = typed("--help").output
    for command in (
        "serve",
        "demo",
        "migrate",
        "replay",
        "export",
        "backup",
        "restore",
        "basemap",
        "sign-in-link",
    ):
        assert command in text


def test_migrating_twice_does_nothing_the_second_time(tmp_path: Path) -> None:
    assert "0001_log" in typed("migrate", "--data", tmp_path).output
    assert typed("migrate", "--data", tmp_path).output == "The database is up to date.\n"


def test_a_sign_in_link_is_made_for_who_owns_the_data(kept: tuple[Path, Listed]) -> None:
    folder, _ = kept
    first, second = (
        typed("sign-in-link", "--data", folder, "--address", "http://x:1/").output for _ in range(2)
    )
    assert re.fullmatch(r"http://x:1/sign-in/[\w-]{24}\n", first)
    assert first != second
    refused = typed("sign-in-link", "--data", folder, "--name", "Nobody")
    assert refused.exit_code == 1
    assert "Nobody signs in as Nobody." in refused.output


def test_a_workshop_replays_as_it_was_stored(kept: tuple[Path, Listed]) -> None:
    folder, workshop = kept
    told = typed("replay", workshop.code, "--data", folder)
    assert told.exit_code == 0, told.output
    assert "4 entries: all as stored." in told.output


def test_a_log_that_was_changed_by_hand_is_found_out(kept: tuple[Path, Listed]) -> None:
    folder, workshop = kept
    with closing(sqlite3.connect(folder / "kithmap.sqlite")) as database, database:
        database.execute("UPDATE entries SET changes = replace(changes, 'Mill Lane', 'Hill Lane')")
    told = typed("replay", workshop.id, "--data", folder)
    assert told.exit_code == 1
    assert "4: asset.place" in told.output
    assert "Hill Lane" not in told.output


def test_a_map_is_exported(kept: tuple[Path, Listed], tmp_path: Path) -> None:
    folder, workshop = kept
    target = tmp_path / "map.geojson"
    assert typed("export", workshop.code, "-o", target, "--data", folder).exit_code == 0
    written: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    assert written["type"] == "FeatureCollection"
    assert "Mill Lane hall" in target.read_text(encoding="utf-8")
    refused = typed("export", workshop.code, "--format", "shp", "--data", folder)
    assert (refused.exit_code, "It writes geojson" in refused.output) == (1, True)


def test_a_workshop_that_is_not_there_is_said(kept: tuple[Path, Listed]) -> None:
    folder, _ = kept
    for command in ("replay", "export"):
        told = typed(command, "fern river 10", "--data", folder)
        assert told.exit_code == 1
        assert "There is no workshop fern river 10." in told.output


def test_a_backup_is_whole_restored_elsewhere_and_never_written_over(
    kept: tuple[Path, Listed], tmp_path: Path
) -> None:
    folder, workshop = kept
    photo = folder / "photos" / workshop.id / f"{new_id()}.jpg"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(b"a picture")
    photo.with_suffix(".part").write_bytes(b"half a picture")
    copy, elsewhere = tmp_path / "kithmap.zip", tmp_path / "elsewhere"
    told = typed("backup", copy, "--data", folder)
    assert told.exit_code == 0, told.output
    assert "photos: 1 file," in told.output
    assert "is there already" in typed("backup", copy, "--data", folder).output
    assert "Restored to" in typed("restore", copy, "--data", elsewhere).output
    assert "all as stored" in typed("replay", workshop.id, "--data", elsewhere).output
    assert [path.name for path in (elsewhere / "photos").rglob("*.*")] == [photo.name]
    refused = typed("restore", copy, "--data", elsewhere)
    assert (refused.exit_code, "nothing is ever written over" in refused.output) == (1, True)


def test_a_basemap_is_built_for_an_area_by_its_name(kept: tuple[Path, Listed], tmp_path: Path) -> None:
    folder, _ = kept
    hamlet = tmp_path / "hamlet.osm"
    hamlet.write_text(
        '<osm version="0.6"><node id="1" lat="52.665" lon="-0.735" version="1"/>'
        '<node id="2" lat="52.675" lon="-0.715" version="1"/><way id="1" version="1"><nd ref="1"/><nd ref="2"/>'
        '<tag k="highway" v="residential"/></way></osm>',
        encoding="utf-8",
    )
    told = typed("basemap", "build", hamlet, "--area", "oakham", "--data", folder)
    assert told.exit_code == 0, told.output
    assert "The basemap of Oakham is ready" in told.output
    assert (
        "There is no area called Nowhere"
        in typed("basemap", "build", hamlet, "--area", "Nowhere", "--data", folder).output
    )
    hamlet.write_text("<osm>", encoding="utf-8")
    assert typed("basemap", "build", hamlet, "--area", "Oakham", "--data", folder).exit_code == 1


@contextmanager
def serving(*words: object) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """Run a command that serves, and yield what it printed until it was ready."""
    code = "from kithmap.cli import app; app()"
    command = [sys.executable, "-c", code, *map(str, words)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=environment()
    )
    try:
        assert process.stdout is not None
        lines = []
        for line in process.stdout:
            lines.append(line.strip())
            if "Ctrl+C" in line:
                break
        yield process, lines
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.mark.processes
def test_the_first_start_prints_a_link_that_signs_in_and_later_ones_do_not(tmp_path: Path) -> None:
    with serving("serve", "--data", tmp_path, "--port", "0") as (process, lines):
        address = next(line for line in lines if "running at" in line).rpartition(" ")[2]
        assert address.startswith("http://127.0.0.1:")
        assert process.stdout is not None
        link = next(line.strip() for line in process.stdout if "/sign-in/" in line)
        wait_for(address)
        assert httpx.post(link).status_code == 303
        port = address.rpartition(":")[2]
        refused = subprocess.run(
            [sys.executable, "-c", "from kithmap.cli import app; app()", "serve", "--data", tmp_path, "--port", port],
            capture_output=True, text=True, encoding="utf-8", env=environment(), timeout=30, check=False,
        )  # fmt: skip
        assert refused.returncode == 1
        assert f"Port {port} cannot be used" in refused.stderr
        assert "Traceback" not in refused.stderr
    with serving("serve", "--data", tmp_path, "--port", "0") as (process, _):
        process.terminate()
        assert process.stdout is not None
        assert "/sign-in/" not in process.stdout.read()


def wait_for(address: str) -> None:
    """Ask until the server answers; it listens before it is ready, so the first answer may take a second."""
    assert httpx.get(f"{address}/health", timeout=30).json()["status"] == "ok"
