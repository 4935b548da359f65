import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import Polygon, box

from kithmap.basemap.extent import MAX_IMAGE_PIXELS, MAX_TILES, SIGHT_PIXELS, extent_of
from kithmap.basemap.model import MAP_ZOOMS, BasemapError
from kithmap.basemap.projection import size_in_metres, unit_box, world_pixels


def around_oakham(metres: float) -> Polygon:
    up, across = metres / 111_320 / 2, metres / 67_500 / 2
    return box(-0.731 - across, 52.67 - up, -0.731 + across, 52.67 + up)


@pytest.mark.parametrize(("metres", "margin"), [(400, 500), (2000, 1000), (5000, 1500)])
def test_the_margin_is_half_the_area_but_500_to_1500_metres(metres: float, margin: float) -> None:
    extent = extent_of(around_oakham(metres))
    assert size_in_metres(extent.drawn)[1] == pytest.approx(metres + 2 * margin, rel=0.02)


def test_close_zooms_draw_no_more_margin_than_a_screen_sees() -> None:
    extent = extent_of(around_oakham(5000))
    left, _, right, _ = unit_box(extent.area)
    beyond = extent.pixels(19).width - (right - left) * world_pixels(19)
    assert beyond == pytest.approx(2 * SIGHT_PIXELS, abs=2)


@given(st.floats(50, 59_000))
def test_no_image_is_larger_than_phones_show_and_no_archive_has_too_many_tiles(metres: float) -> None:
    extent = extent_of(around_oakham(metres))
    box = extent.whole_pixels()
    assert max(box.width, box.height) <= MAX_IMAGE_PIXELS
    zooms = extent.map_zooms()
    assert sum(len(extent.columns(zoom)) * len(extent.rows(zoom)) for zoom in zooms) <= MAX_TILES
    assert 15 in zooms


def test_a_town_has_every_zoom() -> None:
    assert extent_of(around_oakham(5000)).map_zooms() == MAP_ZOOMS


@pytest.mark.parametrize(
    ("boundary", "words"),
    [
        (Polygon(), "no boundary yet"),
        (around_oakham(80_000), "make the area smaller"),
        (box(400_000, 300_000, 401_000, 301_000), "longitudes and latitudes in degrees"),
        (box(-0.7, 52.6, -0.7, 52.6), "longitudes and latitudes in degrees"),
    ],
)
def test_a_boundary_that_cannot_be_drawn_is_refused_in_words(boundary: Polygon, words: str) -> None:
    with pytest.raises(BasemapError, match=words):
        extent_of(boundary)
