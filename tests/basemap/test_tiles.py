import base64

import pytest
from playwright.sync_api import sync_playwright

from kithmap.basemap.build import tile_box
from kithmap.basemap.model import Feature, Kind, Level, Theme
from kithmap.basemap.names import Curved, PlacedName, write
from kithmap.basemap.projection import world_pixels
from kithmap.basemap.sheet import bare_tile, svg
from kithmap.basemap.simplify import Ground
from kithmap.basemap.tiles import Shaper
from tests.support.basemaps import ground, parse, street
from tests.support.osm_scene import square


def body(*features: Feature, zoom: int = 16) -> str:
    where = features[0].shape.centroid  # type: ignore[attr-defined]
    column, row = (int(unit * world_pixels(zoom) // 512) for unit in (where.x, where.y))
    return Shaper(Ground(features).at(zoom)).draw(tile_box(column, row))


def classes(drawn: str) -> list[str]:
    return [
        element.attrib["class"]
        for element in parse(svg(16, Theme.LIGHT, drawn)).iter()
        if "class" in element.attrib
    ]


COUNT_DARK_PIXELS = """async source => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 512;
    const brush = canvas.getContext("2d");
    brush.drawImage(image, 0, 0);
    const dots = brush.getImageData(100, 240, 300, 80).data;
    let dark = 0;
    for (let at = 0; at < dots.length; at += 4) dark += dots[at] < 120;
    return [image.naturalWidth, dark];
}"""

CROSSING = (
    street(Kind.MINOR, "", (0, 0), (0.5, 0)),
    street(Kind.PRIMARY, "", (0.2, -1), (0.2, 1)),
    ground(Kind.BUILDING, "", *square(0, 0, 0.2)),
)


def test_houses_lie_below_streets_and_all_casings_below_all_surfaces() -> None:
    assert classes(body(*CROSSING))[1:] == ["building", "c-minor", "c-primary", "minor", "primary"]


def test_a_bridge_is_a_group_of_its_own_above_the_rest() -> None:
    bridge = Feature(Kind.MINOR, CROSSING[0].shape, level=Level.BRIDGE)
    assert classes(body(bridge, *CROSSING[1:]))[-3:] == ["bridge", "c-minor", "minor"]


def test_a_tile_of_bare_ground_has_no_body() -> None:
    assert Shaper(Ground([]).at(16)).draw(tile_box(0, 0)) == ""


@pytest.mark.parametrize("theme", Theme)
def test_bare_ground_is_a_document_in_the_ground_colour(theme: Theme) -> None:
    root = parse(bare_tile(theme))
    assert root.attrib["width"] == "512"
    assert root[0].attrib["fill"].startswith("#")


def test_a_document_says_its_size_in_pixels_and_draws_in_quarters() -> None:
    root = parse(svg(16, Theme.DARK, "", 300, 200))
    assert (root.attrib["width"], root.attrib["viewBox"]) == ("300", "0 0 1200 800")


def test_a_shape_far_away_is_not_in_a_tile() -> None:
    drawn = Shaper(Ground(CROSSING).at(16)).draw(tile_box(0, 0))
    assert drawn == ""


@pytest.mark.browser
def test_a_browser_shows_a_tile_as_an_image_with_its_names(chromium_path: str) -> None:
    """Letters along a curve need a reference within the document, which an image may hold."""
    curve = PlacedName(Kind.MINOR, ("Church Lane",), Curved(((100, 300), (250, 260), (400, 300))), ())
    document = svg(17, Theme.LIGHT, write([curve], tile_box(0, 0)))
    source = "data:image/svg+xml;base64," + base64.b64encode(document.encode()).decode()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_path, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        size, dark = page.evaluate(COUNT_DARK_PIXELS, source)
        browser.close()
    assert size == 512
    assert dark > 60
