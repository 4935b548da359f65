import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kithmap.basics.errors import BadInputError, ConflictError, NotFoundError
from kithmap.storage.backup import DATABASE, MANIFEST, Folder, back_up
from kithmap.storage.migrate import NewerDatabaseError
from kithmap.storage.restore import Restored, restore
from tests.support.databases import migrated, sqlite_url

FOLDERS = (Folder("photos", "*/*.jpg"), Folder("guides", "**/*.md"))
Json = dict[str, Any]


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A backup of an empty programme with a photo."""
    data = tmp_path / "data"
    (data / "photos" / "w").mkdir(parents=True)
    (data / "photos" / "w" / "p.jpg").write_bytes(b"\xff\xd8" * 1000)
    at = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    with migrated(sqlite_url(data)) as database:
        back_up(database, data, FOLDERS, tmp_path / "b.zip", at, lambda *_: None)
    return tmp_path / "b.zip"


def restored(backup: Path, to: Path) -> Restored:
    return restore(backup, to, FOLDERS, lambda *_: None)


def rewritten(backup: Path, change: Callable[[dict[str, bytes], Json], None]) -> Path:
    """Return a backup like another one, with its files and its list changed."""
    with zipfile.ZipFile(backup) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    manifest = json.loads(files.pop(MANIFEST))
    change(files, manifest)
    target = backup.with_name("changed.zip")
    with zipfile.ZipFile(target, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, content)
        packed.writestr(MANIFEST, json.dumps(manifest))
    return target


def test_it_brings_back_everything(backup: Path, tmp_path: Path) -> None:
    steps: list[float] = []
    found = restore(backup, tmp_path / "new" / "data", FOLDERS, lambda done, _: steps.append(done))
    assert found == Restored("2026-11-23T10:00:00.000Z", {"photos": 1, "guides": 0})
    new = tmp_path / "new" / "data"
    assert (new / "photos" / "w" / "p.jpg").read_bytes() == b"\xff\xd8" * 1000
    with closing(sqlite3.connect(new / DATABASE)) as copy:
        assert copy.execute("SELECT count(*) FROM alembic_version").fetchone() == (1,)
    assert (steps, steps[-1]) == (sorted(steps), 1)
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["data"]


def test_an_empty_folder_will_do_and_another_one_is_left_as_it_is(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    restored(backup, tmp_path / "empty")
    for place in (tmp_path / "data", backup):
        before = sorted(tmp_path.rglob("*"))
        with pytest.raises(ConflictError, match="nothing is ever written over"):
            restored(backup, place)
        assert sorted(tmp_path.rglob("*")) == before


def test_a_database_copied_in_the_way_of_before_is_read_with_its_photos(backup: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.sqlite"
    shutil.copyfile(tmp_path / "data" / DATABASE, old)
    shutil.copytree(tmp_path / "data" / "photos", tmp_path / "old.sqlite.photos")
    assert restored(old, tmp_path / "new") == Restored("", {"photos": 1, "guides": 0})
    assert (tmp_path / "new" / "photos" / "w" / "p.jpg").is_file()


def change_photo(files: dict[str, bytes], _: Json) -> None:
    files["photos/w/p.jpg"] = b"\xff\xd9" * 1000


def cut_photo(files: dict[str, bytes], _: Json) -> None:
    files["photos/w/p.jpg"] = files["photos/w/p.jpg"][:-1]


def lengthen_photo(files: dict[str, bytes], _: Json) -> None:
    files["photos/w/p.jpg"] += b"\0" * 1_000_000


def lose_photo(files: dict[str, bytes], _: Json) -> None:
    del files["photos/w/p.jpg"]


def lose_database(files: dict[str, bytes], manifest: Json) -> None:
    del files[DATABASE], manifest["files"][DATABASE]


def spoil_list(_: dict[str, bytes], manifest: Json) -> None:
    manifest["files"] = [1]


def spoil_form(_: dict[str, bytes], manifest: Json) -> None:
    manifest["form"] = "one"


@pytest.mark.parametrize(
    "change", [change_photo, cut_photo, lengthen_photo, lose_photo, lose_database, spoil_list, spoil_form]
)
def test_a_backup_that_is_not_as_it_was_written_is_refused_and_leaves_nothing(
    backup: Path, tmp_path: Path, change: Callable[[dict[str, bytes], Json], None]
) -> None:
    with pytest.raises(BadInputError, match="Nothing was restored"):
        restored(rewritten(backup, change), tmp_path / "new")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.zip", "changed.zip", "data"]


@pytest.mark.parametrize(
    "name",
    ["../out.jpg", "photos/../../out.jpg", "/etc/x.jpg", "photos\\..\\x.jpg", "C:/x.jpg", "photos/w:p.jpg", "secrets/x", "photos//x", "x"],
)  # fmt: skip
def test_nothing_is_written_outside_the_folders(backup: Path, tmp_path: Path, name: str) -> None:
    def escape(files: dict[str, bytes], manifest: Json) -> None:
        files[name] = files["photos/w/p.jpg"]
        manifest["files"][name] = manifest["files"]["photos/w/p.jpg"]

    with pytest.raises(BadInputError, match="outside its folders"):
        restored(rewritten(backup, escape), tmp_path / "deep" / "new")
    assert not list(tmp_path.rglob("out.jpg"))


def test_what_the_list_does_not_name_is_passed_over(backup: Path, tmp_path: Path) -> None:
    def add(files: dict[str, bytes], _: Json) -> None:
        files["../out.jpg"] = b"x"

    restored(rewritten(backup, add), tmp_path / "new")
    assert not list(tmp_path.rglob("out.jpg"))


def test_a_newer_kithmaps_backup_is_left_to_it(backup: Path, tmp_path: Path) -> None:
    def newer_form(_: dict[str, bytes], manifest: Json) -> None:
        manifest["form"] = 2

    with pytest.raises(NewerDatabaseError, match="Nothing was restored"):
        restored(rewritten(backup, newer_form), tmp_path / "new")
    old = tmp_path / "newer.sqlite"
    shutil.copyfile(tmp_path / "data" / DATABASE, old)
    with closing(sqlite3.connect(old)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999_later'")
    with pytest.raises(NewerDatabaseError, match="9999_later"):
        restored(old, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_damaged_database_is_refused(tmp_path: Path, backup: Path) -> None:
    old = tmp_path / "old.sqlite"
    content = bytearray((tmp_path / "data" / DATABASE).read_bytes())
    content[4096:40_960] = b"\x55" * (40_960 - 4096)
    old.write_bytes(content)
    with pytest.raises(BadInputError, match="Nothing was restored"):
        restored(old, tmp_path / "new")
    assert backup.exists()


def test_what_is_no_backup_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        restored(tmp_path / "none.zip", tmp_path / "new")
    text, other = tmp_path / "a.txt", tmp_path / "a.zip"
    text.write_text("hello", encoding="utf-8")
    with zipfile.ZipFile(other, "w") as packed:
        packed.writestr("hello.txt", "hello")
    for file in (text, other):
        with pytest.raises(BadInputError, match="is no backup of Kithmap"):
            restored(file, tmp_path / "new")
    other.write_bytes(other.read_bytes()[:60])
    with pytest.raises(BadInputError):
        restored(other, tmp_path / "new")
