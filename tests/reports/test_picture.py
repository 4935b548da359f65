"""The still picture holds everything that the moving map holds, and no words."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from kithmap.layers.model import Layer, LayerName
from kithmap.reports.mapped import mapped
from kithmap.reports.model import Ground, Mapped
from kithmap.reports.picture import TALLEST, WIDE, picture
from tests.support.layers import HALL, POINT, RELEASE, place

SVG = "{http://www.w3.org/2000/svg}"
GROUND = Ground("data:image/svg+xml,<svg/>", (-0.8, 52.6, -0.6, 52.75), "© Test")


def drawn(found: Mapped, ground: Ground | None = None) -> ET.Element:
    made = picture(found, ground)
    assert made is not None
    assert 0 < made.width <= WIDE
    assert 0 < made.height <= TALLEST
    return ET.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{made.body}</svg>')


def test_it_holds_a_pin_for_each_place_and_a_line_for_each_connection() -> None:
    root = drawn(mapped(RELEASE.layers, {}))
    assert [each.get("href") for each in root.iter(f"{SVG}use")] == [
        "#mark-physical_place",
        "#mark-story_or_culture",
        "#mark-meeting_place",
    ]
    assert len(root.findall(f"{SVG}path[@class='report-line']")) == 2
    assert len(root.findall(f"{SVG}path[@class='report-outline']")) == 1


def test_no_word_that_anybody_wrote_is_in_it() -> None:
    hostile = place(LayerName.ASSETS, "x", POINT, '"><script>', kind='"><b>', kind_label="<i>", note="<u>")
    found = mapped([Layer(LayerName.ASSETS, (hostile,))], {})
    made = picture(found, None)
    assert made is not None
    assert "script" not in made.body
    assert "<b>" not in made.body


def test_a_place_that_was_moved_stands_in_a_circle_as_wide_as_it_may_be_away() -> None:
    moved = replace(HALL, properties={**HALL.properties, "precision_m": 1000})
    found = mapped([Layer(LayerName.ASSETS, (moved,)), RELEASE.layers[-1]], {})
    circle = drawn(found).find(f"{SVG}circle")
    assert circle is not None
    # The boundary is 0.06 degrees wide: 4,048 m at this latitude.
    box = drawn(found).findall(f"{SVG}path[@class='report-outline']")[0].get("d", "")
    corners = [float(pair.split()[0]) for pair in box.strip("MZ").split("L")]
    assert float(circle.get("r", "")) == pytest.approx((max(corners) - min(corners)) / 4.05, rel=0.01)


def test_the_ground_lies_where_its_bounds_are() -> None:
    image = drawn(mapped(RELEASE.layers, {}), GROUND).find(f"{SVG}image")
    assert image is not None
    assert image.get("href") == GROUND.image
    assert float(image.get("x", "")) < 0 < float(image.get("width", "")) - WIDE


def test_where_nothing_lies_anywhere_there_is_no_picture() -> None:
    assert picture(mapped([], {}), GROUND) is None


def test_a_single_place_has_ground_around_it() -> None:
    root = drawn(mapped([Layer(LayerName.ASSETS, (HALL,))], {}))
    pin = root.find(f"{SVG}use")
    assert pin is not None
    assert 0 < float(pin.get("x", "")) < WIDE
