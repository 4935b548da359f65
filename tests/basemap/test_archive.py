import gzip
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kithmap.basemap.archive import Archive, archive_path, new_archive, open_archive
from kithmap.basemap.model import BasemapError, BasemapMetadata, Bounds, Theme, Tile, WholeMap
from tests.support.basemaps import parse, words

METADATA = BasemapMetadata(
    area="Brook End",
    bounds=Bounds(-0.735, 52.665, -0.725, 52.675),
    built_at=datetime(2026, 5, 1, 19, 30, tzinfo=UTC),
    source="rutland.osm.pbf",
    attribution="© OpenStreetMap contributors",
    content="",
    min_zoom=11,
    max_zoom=18,
)
TILE = Tile(15, 16317, 10723, '<path class="water" d="M0 0l9 9 9 0z"/>')
WHOLE = WholeMap(16, 900, 700, '<path class="green" d="M0 0l9 9 9 0z"/>')


def write(path: Path, *tiles: Tile) -> BasemapMetadata:
    with new_archive(path) as writer:
        writer.add_whole(WHOLE)
        for tile in tiles:
            writer.add_tile(tile)
        return writer.finish(METADATA)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    write(tmp_path / "a.basemap", TILE)
    return open_archive(tmp_path / "a.basemap")


def test_what_was_written_is_read(archive: Archive) -> None:
    assert replace(archive.metadata, content="") == METADATA
    assert archive.whole_size == (900, 700)
    tile = archive.tile(15, 16317, 10723, Theme.LIGHT)
    assert tile is not None
    assert TILE.body.split('"')[3] in gzip.decompress(tile).decode()


def test_both_themes_are_the_same_drawing_in_other_colours(archive: Archive) -> None:
    light, dark = (archive.tile(15, 16317, 10723, theme) or b"" for theme in Theme)
    paths = [
        [element.attrib for element in parse(one).iter() if "path" in element.tag] for one in (light, dark)
    ]
    assert paths[0] == paths[1]
    assert gzip.decompress(light) != gzip.decompress(dark)


def test_bare_ground_is_no_tile(archive: Archive) -> None:
    assert archive.tile(15, 0, 0, Theme.LIGHT) is None


def test_the_whole_map_bears_the_credit(archive: Archive) -> None:
    for theme in Theme:
        assert "© OpenStreetMap contributors" in words(parse(archive.whole(theme)))


def test_the_version_follows_what_was_drawn(tmp_path: Path) -> None:
    versions = set()
    for name, body in (("a", "<g/>"), ("b", "<g/>"), ("c", "<path/>")):
        write(tmp_path / name, replace(TILE, body=body))
        versions.add(open_archive(tmp_path / name).version)
    assert len(versions) == 2


def test_many_threads_read_at_once(archive: Archive) -> None:
    with ThreadPoolExecutor(8) as pool:
        tiles = list(pool.map(lambda _: archive.tile(15, 16317, 10723, Theme.DARK), range(200)))
    assert len(set(tiles)) == 1


def test_a_build_that_fails_leaves_the_old_archive_and_no_litter(tmp_path: Path) -> None:
    path = tmp_path / "a.basemap"
    write(path, TILE)
    before = path.read_bytes()

    def fail() -> None:
        with new_archive(path) as writer:
            writer.add_tile(replace(TILE, body="other"))
            raise BasemapError("The file broke off.")

    with pytest.raises(BasemapError):
        fail()
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.basemap"]


def test_an_archive_is_replaced_while_someone_holds_the_old_one(archive: Archive, tmp_path: Path) -> None:
    write(tmp_path / "a.basemap", replace(TILE, x=1))
    assert open_archive(tmp_path / "a.basemap").tile(15, 1, 10723, Theme.LIGHT) is not None
    assert archive.tile(15, 16317, 10723, Theme.LIGHT) is None


def test_nothing_there_and_damage_and_another_format_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BasemapError, match="missing or damaged"):
        open_archive(tmp_path / "nothing.basemap")
    broken = tmp_path / "broken.basemap"
    broken.write_bytes(b"not a database, but long enough to look at" * 40)
    with pytest.raises(BasemapError, match="missing or damaged"):
        open_archive(broken)
    write(tmp_path / "later.basemap", TILE)
    with closing(sqlite3.connect(tmp_path / "later.basemap")) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.commit()
    with pytest.raises(BasemapError, match="another version"):
        open_archive(tmp_path / "later.basemap")


def test_damaged_metadata_are_refused(tmp_path: Path) -> None:
    write(tmp_path / "a.basemap", TILE)
    with closing(sqlite3.connect(tmp_path / "a.basemap")) as connection:
        connection.execute("UPDATE metadata SET value = 'here and there' WHERE key = 'bounds'")
        connection.commit()
    with pytest.raises(BasemapError, match="damaged"):
        open_archive(tmp_path / "a.basemap")


def test_an_area_has_one_archive() -> None:
    assert archive_path(Path("maps"), "brook-end") == Path("maps/brook-end.basemap")
