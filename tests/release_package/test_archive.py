import hashlib
import json
import zipfile
from pathlib import Path

from kithmap.layers.schema import Column, Type
from kithmap.release_package.archive import Content, checksums, measure, write_package
from kithmap.release_package.contents import Described
from kithmap.release_package.descriptor import table_schema
from tests.support.layers import HEADER

TABLE = b"a\r\nb\r\n"


def packed(target: Path, from_disk: Path) -> list[float]:
    steps: list[float] = []
    described = {
        "t.csv": Described("T", "text/csv", table_schema([Column("a", Type.TEXT, "A.")])),
        "x/large.gpkg": Described("L", "application/geopackage+sqlite3"),
    }
    files: dict[str, Content] = {"t.csv": TABLE, "x/large.gpkg": from_disk, "README.md": b"# T\n"}
    write_package(target, HEADER, files, described, steps.append)
    return steps


def test_it_holds_every_file_with_a_descriptor_and_checksums(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x" * 3_000_000)
    steps = packed(tmp_path / "a.zip", tmp_path / "large")
    with zipfile.ZipFile(tmp_path / "a.zip") as found:
        assert found.testzip() is None
        assert found.namelist() == ["README.md", "SHA256SUMS", "datapackage.json", "t.csv", "x/large.gpkg"]
        sums = dict(line.split("  ")[::-1] for line in found.read("SHA256SUMS").decode().splitlines())
        assert sums == {
            name: hashlib.sha256(found.read(name)).hexdigest()
            for name in found.namelist()
            if name != "SHA256SUMS"
        }
        resources = json.loads(found.read("datapackage.json"))["resources"]
        assert [(each["path"], each["bytes"]) for each in resources] == [
            ("t.csv", 6),
            ("x/large.gpkg", 3_000_000),
        ]
    assert (steps, steps[-1]) == (sorted(steps), 1)


def test_the_same_files_give_the_same_bytes_whenever_and_wherever_they_lie(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.bin").write_bytes(b"y" * 1_000)
        packed(tmp_path / f"{name}.zip", tmp_path / name / f"{name}.bin")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_every_entry_is_of_the_day_of_the_release(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"")
    packed(tmp_path / "a.zip", tmp_path / "large")
    with zipfile.ZipFile(tmp_path / "a.zip") as found:
        assert {each.date_time for each in found.infolist()} == {(2026, 5, 11, 0, 0, 0)}
        assert {each.external_attr >> 16 for each in found.infolist()} == {0o644}


def test_checksums_are_in_the_order_of_the_paths(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(TABLE)
    assert measure(tmp_path / "f") == measure(TABLE)
    lines = checksums({"b": measure(b""), "a": measure(TABLE)}).decode().splitlines()
    assert [line.split("  ")[1] for line in lines] == ["a", "b"]
