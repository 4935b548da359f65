import pytest

from kithmap.basemap.build import draw, tile_box
from kithmap.basemap.extent import MAX_IMAGE_PIXELS, extent_of
from kithmap.basemap.fingerprint import ContentHash
from kithmap.basemap.model import Feature, Kind, Theme, Tile, WholeMap
from kithmap.basemap.sheet import svg
from tests.support.basemaps import AREA, ground, parse, spot, street, words
from tests.support.osm_scene import square

SCENE: list[Feature] = [
    street(Kind.PRIMARY, "Great North Road", (-6, 0), (6, 0)),
    street(Kind.PATH, "Mill Path", (1, 1), (4, 4)),
    ground(Kind.WATER, "Long Pond", *square(-4, 2, 2)),
    ground(Kind.BUILDING, "", *square(1, -2, 0.3)),
    spot(Kind.HALL, "Jubilee Hall", (2, -2)),
    spot(Kind.TOWN, "Brook End", (0, 2)),
]


@pytest.fixture(scope="module")
def drawn() -> list[Tile | WholeMap | float]:
    return list(draw(SCENE, extent_of(AREA)))


def test_progress_only_grows_and_ends_at_one(drawn: list[Tile | WholeMap | float]) -> None:
    progress = [step for step in drawn if isinstance(step, float)]
    assert progress == sorted(progress)
    assert progress[-1] == 1.0


def test_every_tile_is_a_document_that_may_be_shown_anywhere(drawn: list[Tile | WholeMap | float]) -> None:
    tiles = [step for step in drawn if isinstance(step, Tile)]
    assert {tile.z for tile in tiles} == set(range(11, 19))
    for tile in tiles[::7]:
        parse(svg(tile.z + 1, Theme.LIGHT, tile.body))


def test_there_is_one_whole_map_of_a_size_that_phones_show(drawn: list[Tile | WholeMap | float]) -> None:
    (whole,) = [step for step in drawn if isinstance(step, WholeMap)]
    assert max(whole.width, whole.height) <= MAX_IMAGE_PIXELS
    said = words(parse(svg(whole.zoom, Theme.LIGHT, whole.body)))
    assert "Great North Road" in said


def test_the_same_ground_gives_the_same_drawings(drawn: list[Tile | WholeMap | float]) -> None:
    assert list(draw(SCENE, extent_of(AREA))) == drawn


def test_tiles_of_bare_ground_are_left_out(drawn: list[Tile | WholeMap | float]) -> None:
    extent = extent_of(AREA)
    closest = [step for step in drawn if isinstance(step, Tile) and step.z == 18]
    assert 0 < len(closest) < len(extent.columns(19)) * len(extent.rows(19))
    assert all(tile.body for tile in closest)


def test_a_tile_is_512_pixels_from_its_number() -> None:
    box = tile_box(3, 2)
    assert (box.left, box.top, box.width, box.height) == (1536, 1024, 512, 512)


def test_the_hash_hears_addresses_bodies_and_order() -> None:
    hashes = []
    for parts in ([("a", b"1"), ("b", b"2")], [("b", b"2"), ("a", b"1")], [("a", b"12")], []):
        content = ContentHash()
        for address, body in parts:
            content.add(address, body)
        hashes.append(content.short())
    assert len(set(hashes)) == 4
