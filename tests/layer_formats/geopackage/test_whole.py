import sqlite3
from pathlib import Path

from kithmap.layer_formats.geopackage.whole import write_geopackage
from kithmap.layers.schema import BNG
from tests.support.layers import RELEASE


def test_the_file_is_a_sound_database_that_says_what_it_is(file: sqlite3.Connection) -> None:
    assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert file.execute("PRAGMA foreign_key_check").fetchall() == []
    assert file.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"GPKG"),)
    assert file.execute("PRAGMA user_version").fetchone() == (10_300,)


def test_on_the_grid_it_says_so_in_words_too(tmp_path: Path) -> None:
    write_geopackage(RELEASE, tmp_path / "a.gpkg", british=True, progress=lambda _: None)
    with sqlite3.connect(tmp_path / "a.gpkg") as file:
        said = dict(file.execute("SELECT name, value FROM release"))
    file.close()
    assert said["coordinate_reference_system"] == BNG


def test_nothing_is_left_beside_it(written: Path) -> None:
    assert [path.name for path in written.parent.iterdir()] == ["oakham.gpkg"]


def test_made_again_it_is_the_same_to_the_byte(written: Path, tmp_path: Path) -> None:
    write_geopackage(RELEASE, tmp_path / "again.gpkg", british=False, progress=lambda _: None)
    assert (tmp_path / "again.gpkg").read_bytes() == written.read_bytes()
