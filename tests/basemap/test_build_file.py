from datetime import UTC, datetime
from pathlib import Path

import pytest
from shapely import box

from benchmarks.basemap import City
from kithmap.basemap.archive import open_archive
from kithmap.basemap.build_file import build_basemap
from kithmap.basemap.model import OSM_ATTRIBUTION, BasemapError, BuildProgress, Stage, Theme
from tests.support.basemaps import AREA, BUILT_AT, build_village, parse, quiet, words
from tests.support.osm_scene import Scene, village


def test_a_village_is_built_and_the_summary_is_true(tmp_path: Path) -> None:
    summary = build_village(tmp_path)
    archive = open_archive(tmp_path / "village.basemap")
    assert archive.metadata == summary.metadata
    assert archive.version == summary.version
    assert summary.features == 13
    assert summary.bytes_written == (tmp_path / "village.basemap").stat().st_size
    assert summary.metadata.area == "Brook End"
    assert summary.metadata.source == "village.osm"
    assert summary.metadata.built_at == BUILT_AT
    said = words(parse(archive.whole(Theme.LIGHT)))
    assert "Great North Road" in said
    assert "© Test" in said


def test_progress_tells_each_stage_in_order_and_ends_at_one(tmp_path: Path) -> None:
    steps: list[BuildProgress] = []
    source = village().write(tmp_path / "v.osm")
    build_basemap(
        source,
        AREA,
        tmp_path / "v.basemap",
        area="V",
        attribution="",
        built_at=BUILT_AT,
        progress=steps.append,
    )
    fractions = [step.fraction for step in steps]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert list(dict.fromkeys(step.stage for step in steps)) == [Stage.READING, Stage.DRAWING, Stage.SAVING]
    assert all(step.message for step in steps)


def test_the_same_file_gives_the_same_version(tmp_path: Path) -> None:
    first, second = build_village(tmp_path, "one"), build_village(tmp_path, "two")
    assert first.version == second.version


@pytest.mark.parametrize("content", [b"", b"<osm><node", b"<html>"])
def test_a_bad_file_leaves_the_old_basemap_as_it_was(tmp_path: Path, content: bytes) -> None:
    build_village(tmp_path)
    before = (tmp_path / "village.basemap").read_bytes()
    bad = tmp_path / "bad.osm"
    bad.write_bytes(content)
    with pytest.raises(BasemapError):
        build_basemap(
            bad,
            AREA,
            tmp_path / "village.basemap",
            area="V",
            attribution="",
            built_at=BUILT_AT,
            progress=quiet,
        )
    assert (tmp_path / "village.basemap").read_bytes() == before
    assert not list(tmp_path.glob("*.part"))


def test_whoever_watches_may_end_the_build(tmp_path: Path) -> None:
    def enough(step: BuildProgress) -> None:
        if step.fraction > 0.5:
            raise KeyboardInterrupt

    source = village().write(tmp_path / "v.osm")
    with pytest.raises(KeyboardInterrupt):
        build_basemap(
            source, AREA, tmp_path / "v.basemap", area="V", attribution="", built_at=BUILT_AT, progress=enough
        )
    assert [path.name for path in tmp_path.iterdir()] == ["v.osm"]


HOSTILE = [
    "<script>alert(1)</script>",
    "</text></svg><img src=x onerror=alert(1)>",
    "\"'&amp;&#x3c;",
    "]]><!-- -->",
    "a\u202eb\u0000\u0007"[:3],
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_words_on_the_map_and_nothing_else(tmp_path: Path, name: str) -> None:
    scene = (
        Scene().way([(-5, 0), (5, 0)], highway="primary", name=name).point((0, 2), place="town", name=name)
    )
    target = tmp_path / "h.basemap"
    source = scene.write(tmp_path / "h.osm")
    build_basemap(source, AREA, target, area=name, attribution=name, built_at=BUILT_AT, progress=quiet)
    for theme in Theme:
        parse(open_archive(target).whole(theme))


def test_a_dense_city_has_light_tiles(tmp_path: Path) -> None:
    city = City(blocks=6, homes=450)
    source = tmp_path / "city.osm"
    city.write(source)
    target = tmp_path / "city.basemap"
    summary = build_basemap(
        source, city.boundary, target, area="City", attribution="", built_at=BUILT_AT, progress=quiet
    )
    assert summary.features > 450
    assert summary.bytes_written / summary.tiles < 8 * 1024


def test_oakham_is_built_from_a_real_county(rutland: str, tmp_path: Path) -> None:
    target = tmp_path / "oakham.basemap"
    summary = build_basemap(
        Path(rutland),
        box(-0.761, 52.652, -0.701, 52.688),
        target,
        area="Oakham",
        attribution=OSM_ATTRIBUTION,
        built_at=datetime(2026, 5, 1, tzinfo=UTC),
        progress=quiet,
    )
    assert summary.features > 1500
    archive = open_archive(target)
    said = words(parse(archive.whole(Theme.LIGHT)))
    for name in ("Burley Road", "Braunston Road", OSM_ATTRIBUTION):
        assert name in said
    assert archive.metadata.attribution == OSM_ATTRIBUTION
