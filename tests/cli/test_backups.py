import socket
import subprocess
import sys
import threading
from pathlib import Path

import httpx
import pytest

from kithmap.basics.errors import BadInputError, NotFoundError
from kithmap.basics.ids import new_id
from kithmap.cli.backups import back_up, restore
from kithmap.settings import Settings, StorageSettings
from tests.support.desk import Desk, Workshop
from tests.support.installation import Installation
from tests.support.running_kithmap import RunningKithmap
from tests.test_cli import environment

TITLES = ("Mill", "Fern Hall", "Brook")


def settings(folder: Path, url: str | None = None) -> Settings:
    return Settings(storage=StorageSettings.model_validate({"data_folder": folder, "database_url": url}))


def test_guides_of_ones_own_and_basemaps_come_back_and_files_of_layers_are_left_out(
    installation: Installation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (
        "guides/mine.md",
        "basemaps/a.basemap",
        "basemaps/upload-x/b.osm",
        "layers/s/1.0.0/public/csv/a.csv",
    ):
        path = installation.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    back_up(settings(installation.folder), tmp_path / "all.zip")
    restore(settings(tmp_path / "new"), tmp_path / "all.zip")
    new = tmp_path / "new"
    assert sorted(path.relative_to(new).as_posix() for path in new.rglob("*.*")) == [
        "basemaps/a.basemap",
        "guides/mine.md",
        "kithmap.sqlite",
    ]
    told = capsys.readouterr().out
    assert "the database; photos: none, basemaps: 1 file, guides: 1 file." in told
    assert "kithmap serve --data" in told


def test_where_there_is_no_database_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="--data"):
        back_up(settings(tmp_path / "none"), tmp_path / "all.zip")
    assert list(tmp_path.iterdir()) == []


def test_a_database_server_is_restored_in_its_own_way(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="pg_restore"):
        restore(settings(tmp_path, "postgresql://anna@host/kithmap"), tmp_path / "all.zip")


def commanded(*words: object) -> str:
    """Run a command in a process of its own, and return what it printed."""
    code = "from kithmap.cli import app; app()"
    ran = subprocess.run(
        [sys.executable, "-c", code, *map(str, words)],
        capture_output=True, text=True, encoding="utf-8", env=environment(), timeout=120, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def again(desk: Desk, port: int) -> httpx.Client:
    """Return the same browser, signed in as before, before a server on a port."""
    return httpx.Client(base_url=f"http://127.0.0.1:{port}", cookies=desk.client.cookies, timeout=60)


def placed(client: httpx.Client, workshop: Workshop) -> dict[str, str]:
    """Return the titles of all places, by id."""
    answer = client.get(f"/api/workshops/{workshop.id}/export.geojson?as=leading")
    answer.raise_for_status()
    return {each["id"]: each["properties"]["title"] for each in answer.json()["features"]}


def go_on(client: httpx.Client, workshop: Workshop, over: threading.Event) -> None:
    """Place one thing after another until it is over."""
    while not over.is_set():
        point = {"type": "Point", "coordinates": [-0.725, 52.67]}
        place = {"place": new_id(), "title": "Meanwhile", "asset_kind": "physical_place", "geometry": point}
        operation = {"id": new_id(), "kind": "asset.place", "payload": place}
        address = f"/api/workshops/{workshop.id}/operations?as=leading"
        client.post(address, json={"operations": [operation]}).raise_for_status()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as line:
        return int(line.getsockname()[1])


@pytest.mark.processes
def test_a_backup_of_a_server_that_is_being_written_to_serves_elsewhere_and_replays(tmp_path: Path) -> None:
    """The backup holds all that was acknowledged before it began, whole, and nothing half."""
    copy, there = tmp_path / "all.zip", tmp_path / "there"
    with RunningKithmap(tmp_path / "here") as kithmap, Desk(kithmap) as desk:
        desk.prepare()
        workshop = desk.new_workshop()
        before = {desk.place(workshop, title, (-0.725, 52.67)): title for title in TITLES}
        over = threading.Event()
        with again(desk, kithmap.port) as pen:
            writing = threading.Thread(target=go_on, args=(pen, workshop, over))
            writing.start()
            try:
                assert "basemaps: 1 file" in commanded("backup", copy, "--data", kithmap.data_folder)
            finally:
                over.set()
                writing.join(60)
        after = placed(desk.client, workshop)
    assert "Restored to" in commanded("restore", copy, "--data", there / "data")
    assert "all as stored" in commanded("replay", workshop.id, "--data", there / "data")
    elsewhere = RunningKithmap(there)
    # Somebody has an account already, so no link is printed from which the port could be read.
    elsewhere.port = free_port()
    with elsewhere, again(desk, elsewhere.port) as browser:
        found = placed(browser, workshop)
        assert elsewhere.complaints == ""
    assert before.items() <= found.items() <= after.items()
    assert len(before) < len(after)
