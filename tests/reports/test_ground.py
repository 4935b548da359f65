"""The ground of a report is light enough, and holds nothing that could act."""

import base64
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from kithmap.reports.ground import ground, image_address

BOUNDS = (-0.8, 52.6, -0.7, 52.7)
HOUSES = '<path class="building" d="M0 0h9v9z"/>' * 100
WAYS = '<path class="path" d="M0 0h9"/>' * 100
ROADS = '<path class="primary" d="M0 0h9"/>'


def drawing(*parts: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg"><style>.a{{fill:#fff}}</style>{"".join(parts)}</svg>'


@given(st.text())
def test_an_address_holds_the_whole_document_and_ends_no_attribute(text: str) -> None:
    address = image_address(text)
    assert not set('"#\n\r') & set(address)
    assert address.isascii()
    whole = text.encode("utf-8", "replace").decode()
    assert unquote(address.removeprefix("data:image/svg+xml,")) == whole


def test_an_address_is_smaller_than_in_base64() -> None:
    whole = drawing(HOUSES)
    assert len(image_address(whole)) < len(base64.b64encode(whole.encode())) * 1.1


def test_a_drawing_that_is_light_enough_stays_whole() -> None:
    found = ground(drawing(HOUSES, WAYS, ROADS), BOUNDS, "© Test")
    assert found is not None
    assert (found.left_out, found.bounds, found.attribution) == ((), BOUNDS, "© Test")
    assert found.image == image_address(drawing(HOUSES, WAYS, ROADS))


def test_houses_go_first_and_small_ways_next() -> None:
    whole = drawing(HOUSES, WAYS, ROADS)
    lighter = ground(whole, BOUNDS, "", most=len(whole) - 1)
    assert lighter is not None
    assert (lighter.left_out, lighter.image) == (("houses",), image_address(drawing(WAYS, ROADS)))
    lightest = ground(whole, BOUNDS, "", most=len(drawing(ROADS)))
    assert lightest is not None
    assert lightest.left_out == ("houses", "small_ways")


def test_what_is_too_large_even_so_is_left_out_whole() -> None:
    assert ground(drawing(ROADS), BOUNDS, "", most=10) is None
