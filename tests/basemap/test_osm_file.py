import bz2
import gzip
from contextlib import suppress
from pathlib import Path

import osmium
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from kithmap.basemap.model import BasemapError, Bounds, Feature, Kind
from kithmap.basemap.osm_file import MAX_FILE_BYTES, read_features, sniff
from kithmap.basemap.projection import unit_box
from tests.support.osm_scene import CENTRE, Scene, at, square, village

BOUNDS = Bounds(*at((-5, -5)), *at((5, 5)))


def write_pbf(folder: Path, scene: Scene) -> Path:
    source, target = scene.write(folder / "source.osm"), folder / "scene.osm.pbf"
    with osmium.SimpleWriter(str(target), overwrite=True) as writer:
        for thing in osmium.FileProcessor(str(source)):
            writer.add(thing)
    return target


def summary(features: list[Feature]) -> list[tuple[str, str]]:
    return sorted((feature.kind.value, feature.name) for feature in features)


def read(scene: Scene, folder: Path) -> list[Feature]:
    return read_features(scene.write(folder / "scene.osm"), BOUNDS)


@pytest.fixture(scope="module")
def pbf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return write_pbf(tmp_path_factory.mktemp("pbf"), village()).read_bytes()


def test_a_village_is_read_with_everything_in_it(tmp_path: Path) -> None:
    assert summary(read(village(), tmp_path)) == [
        ("building", ""),
        ("civic", ""),
        ("green", "Cricket Field"),
        ("hall", "Jubilee Hall"),
        ("minor", "Church Lane"),
        ("path", "Mill Path"),
        ("primary", "Great North Road"),
        ("rail", ""),
        ("river", "River Chater"),
        ("shop", "Oven & Son"),
        ("town", "Brook End"),
        ("tree", ""),
        ("water", "Long Pond"),
    ]


def test_every_form_of_the_file_says_the_same_whatever_its_name(tmp_path: Path, pbf: bytes) -> None:
    text = village().text().encode()
    for number, form in enumerate(
        [text, b"\xef\xbb\xbf" + text, gzip.compress(text), bz2.compress(text), pbf]
    ):
        path = tmp_path / f"upload{number}"
        path.write_bytes(form)
        assert summary(read_features(path, BOUNDS)) == summary(read(village(), tmp_path))


def test_a_multipolygon_keeps_its_hole(tmp_path: Path) -> None:
    (pond,) = [feature for feature in read(village(), tmp_path) if feature.kind is Kind.WATER]
    assert len(shapely.get_rings(shapely.get_parts(pond.shape))) == 2


def test_what_leaves_the_bounds_is_cut_and_what_lies_outside_is_left(tmp_path: Path) -> None:
    scene = Scene().way([(-9, 0), (9, 0)], highway="primary").way([(20, 20), (21, 21)], highway="primary")
    (road,) = read(scene, tmp_path)
    left, _, right, _ = unit_box(BOUNDS)
    bounds = shapely.bounds(road.shape)
    assert bounds[0] == pytest.approx(left)
    assert bounds[2] == pytest.approx(right)


def test_a_way_with_missing_points_is_kept_as_far_as_it_is_there(tmp_path: Path) -> None:
    scene = Scene().way([(0, 0), (1, 0)], missing=2, highway="primary", name="Cut Road")
    (road,) = read(scene, tmp_path)
    assert shapely.get_num_coordinates(road.shape) == 2


def test_a_shape_with_missing_points_is_left_out(tmp_path: Path) -> None:
    scene = (
        Scene()
        .way([(0, 0), (1, 0), (1, 1)], missing=1, natural="water")
        .way([(0, 0), (1, 0)], highway="path")
    )
    assert summary(read(scene, tmp_path)) == [("path", "")]


def test_a_file_of_ways_without_points_is_told_from_one_of_another_place(tmp_path: Path) -> None:
    with pytest.raises(BasemapError, match="its points are missing"):
        read(Scene().way([], missing=3, highway="primary"), tmp_path)
    with pytest.raises(BasemapError, match="shows nothing of this area"):
        read(Scene().way([(30, 30), (31, 31)], highway="primary"), tmp_path)


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (b"", "it is empty"),
        (b"<!DOCTYPE html><html><body>Too many requests</body></html>", "it is a web page"),
        (b"<?xml version='1.0'?><html xmlns='x'></html>", "it is a web page"),
        (b"PK\x03\x04" + b"\0" * 60, "Unpack it"),
        (b'{"type": "FeatureCollection"}', "it is JSON"),
        (b"\x89PNG\r\n", "choose one that ends in"),
        (b"<osm version='0.6'><node id='1'", "damaged or was cut short"),
        (b"<osm version='0.6'><node id='x' lat='a' lon='b'/></osm>", "damaged or was cut short"),
        (b"<?xml version='1.0'?><gpx></gpx>", "damaged or was cut short"),
        (b"\x1f\x8b\x08\x00broken", "damaged or was cut short"),
        (b"BZh9broken", "damaged or was cut short"),
        (b"\x00\x00\x00\x0d\x0a\x09OSMHeader\x18\x7c", "damaged or was cut short"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_words(tmp_path: Path, start: bytes, words: str) -> None:
    path = tmp_path / "upload.osm"
    path.write_bytes(start)
    with pytest.raises(BasemapError, match=words) as refusal:
        read_features(path, BOUNDS)
    assert "upload.osm" in refusal.value.message
    assert refusal.value.message.endswith("Nothing was changed.")


def test_a_missing_and_a_huge_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BasemapError, match="cannot be read"):
        read_features(tmp_path / "nowhere.osm", BOUNDS)
    huge = tmp_path / "huge.osm.pbf"
    with huge.open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    with pytest.raises(BasemapError, match="too large"):
        read_features(huge, BOUNDS)


def read_or_refuse(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with suppress(BasemapError):
        read_features(path, BOUNDS)


@settings(max_examples=60)
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"<osm>", b"\x1f\x8b\x08\x00", b"BZh9", b"\0\0\0\x0d\x0a\x09OSMHeader"]),
)
def test_random_bytes_are_refused_and_never_crash(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, start: bytes
) -> None:
    read_or_refuse(tmp_path_factory.getbasetemp() / "random.osm", start + content)


@settings(max_examples=60)
@given(st.data())
def test_a_file_cut_short_or_with_a_wrong_byte_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, pbf: bytes, data: st.DataObject
) -> None:
    whole = data.draw(
        st.sampled_from([pbf, village().text().encode(), gzip.compress(village().text().encode())])
    )
    cut = bytearray(whole[: data.draw(st.integers(0, len(whole)))])
    if cut and data.draw(st.booleans()):
        cut[data.draw(st.integers(0, len(cut) - 1))] = data.draw(st.integers(0, 255))
    read_or_refuse(tmp_path_factory.getbasetemp() / "cut.osm", bytes(cut))


def test_a_pbf_cut_in_the_middle_is_refused_not_half_read(tmp_path: Path, pbf: bytes) -> None:
    path = tmp_path / "half.osm.pbf"
    path.write_bytes(pbf[: len(pbf) // 2])
    with pytest.raises(BasemapError, match="cut short"):
        read_features(path, BOUNDS)


def test_a_point_on_the_edge_counts_and_one_beyond_does_not(tmp_path: Path) -> None:
    scene = Scene().point((4.9, 0), shop="bakery", name="In").point((5.1, 0), shop="bakery", name="Out")
    assert summary(read(scene, tmp_path)) == [("shop", "In")]
    assert CENTRE == (-0.73, 52.67)


def test_a_closed_street_is_a_street_and_no_square(tmp_path: Path) -> None:
    scene = Scene().way(square(0, 0, 1), highway="residential", name="The Circle")
    assert summary(read(scene, tmp_path)) == [("minor", "The Circle")]


def test_the_sea_is_drawn_along_a_coast(tmp_path: Path) -> None:
    scene = Scene().way([(0, -9), (0, 9)], natural="coastline").way([(-3, 0), (-1, 0)], highway="path")
    water, _ = sorted(read(scene, tmp_path), key=lambda feature: feature.kind != Kind.WATER)
    left, _, right, _ = unit_box(BOUNDS)
    assert shapely.bounds(water.shape)[[0, 2]] == pytest.approx([(left + right) / 2, right])


def test_only_known_beginnings_have_a_format() -> None:
    assert sniff(b"  <osm>") == "osm"
    assert sniff(b"hello") is None
