import re
from xml.etree import ElementTree as ET

import pytest

from kithmap.paper.drawing import BAR_PARTS, Tiles, bar_svg, best_zoom, map_svg
from kithmap.paper.grid import grid_of, to_unit
from kithmap.paper.layout import GUTTER, Layout, Paper, Turn, lay_out

AREA = {
    "type": "Polygon",
    "coordinates": [[[-0.74, 52.66], [-0.71, 52.66], [-0.71, 52.68], [-0.74, 52.68], [-0.74, 52.66]]],
}
GRID = grid_of(AREA)
LAYOUT = lay_out(GRID, Paper.A3, Turn.LANDSCAPE)
TILES = Tiles("/basemaps/a/1/light/{z}/{x}/{y}.svg", 11, 17)
SVG = "{http://www.w3.org/2000/svg}"


def drawn(tiles: Tiles | None = TILES, layout: Layout = LAYOUT) -> ET.Element:
    return ET.fromstring(map_svg(GRID, layout, AREA, tiles))


def inner(root: ET.Element) -> ET.Element:
    found = root.find(f"{SVG}svg")
    assert found is not None
    return found


def test_a_unit_of_the_drawing_is_a_millimetre_of_the_paper() -> None:
    root = drawn()
    assert root.attrib["width"] == f"{LAYOUT.width:.2f}".rstrip("0").rstrip(".") + "mm"
    assert root.attrib["viewBox"] == f"0 0 {root.attrib['width'][:-2]} {root.attrib['height'][:-2]}"


def test_the_tiles_cover_the_map_and_stand_where_their_ground_is() -> None:
    images = inner(drawn()).findall(f"{SVG}image")
    zoom = best_zoom(LAYOUT, TILES)
    side = LAYOUT.scale / 2**zoom
    for image in images:
        z, x, y = map(int, re.findall(r"(\d+)/(\d+)/(\d+)\.svg", image.attrib["href"])[0])
        assert z == zoom
        assert float(image.attrib["x"]) == pytest.approx((x / 2**z - GRID.left) * LAYOUT.scale, abs=0.01)
        assert float(image.attrib["y"]) == pytest.approx((y / 2**z - GRID.top) * LAYOUT.scale, abs=0.01)
    left = min(float(image.attrib["x"]) for image in images)
    right = max(float(image.attrib["x"]) + side for image in images)
    assert left <= 0
    assert right >= GRID.width * LAYOUT.scale - 0.01
    assert 1 <= len(images) <= 40


def test_the_boundary_is_drawn_at_its_place() -> None:
    outline = inner(drawn()).findall(f"{SVG}path")[1].attrib["d"]
    x, y = (float(number) for number in re.findall(r"-?[\d.]+", outline)[:2])
    east, south = to_unit(-0.74, 52.66)
    assert x == pytest.approx((east - GRID.left) * LAYOUT.scale, abs=0.01)
    assert y == pytest.approx((south - GRID.top) * LAYOUT.scale, abs=0.01)


def test_every_square_has_its_name_and_every_side_its_letters_and_numbers() -> None:
    root = drawn()
    names = [text.text for text in inner(root).findall(f"{SVG}text")]
    assert names == [GRID.name(column, row) for column in range(GRID.columns) for row in range(GRID.rows)]
    edges = [text.text for text in root.findall(f"{SVG}text")]
    assert edges.count("A") == edges.count("1") == 2
    assert len(edges) == 2 * (GRID.columns + GRID.rows)
    assert all(0 < float(text.attrib["y"]) < LAYOUT.height for text in root.findall(f"{SVG}text"))
    assert GUTTER > 0


def test_without_a_basemap_the_grid_stands_on_white() -> None:
    assert inner(drawn(tiles=None)).findall(f"{SVG}image") == []


def test_an_address_cannot_break_out_of_the_drawing() -> None:
    hostile = Tiles('"/><script>alert(1)</script>{z}{x}{y}', 11, 17)
    assert drawn(tiles=hostile).findall(f".//{SVG}script") == []


@pytest.mark.parametrize(("least", "most", "expected"), [(11, 12, 12), (19, 20, 19)])
def test_the_zoom_stays_within_what_the_basemap_has(least: int, most: int, expected: int) -> None:
    assert best_zoom(LAYOUT, Tiles("", least, most)) == expected


def test_the_scale_bar_is_drawn_at_its_length() -> None:
    root = ET.fromstring(bar_svg(LAYOUT.bar))
    parts = root.findall(f"{SVG}rect")
    assert len(parts) == BAR_PARTS
    assert sum(float(part.attrib["width"]) for part in parts) == pytest.approx(
        LAYOUT.bar.millimetres, abs=0.03
    )
    assert root.attrib["width"].removesuffix("mm") == root.attrib["viewBox"].split()[2]
