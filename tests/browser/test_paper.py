"""Paper: printed before a workshop, and typed in while it runs."""

import json

import pytest
from playwright.sync_api import expect

from kithmap.paper.grid import grid_of, to_unit
from tests.support.room.hall import Hall
from tests.support.room.look import look

pytestmark = pytest.mark.browser


def test_a_pile_of_cards_is_typed_in_by_keyboard_alone(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    ben = hall.joined(evening, "ben")
    facilitator = hall.facilitator()
    facilitator.sign_in()
    facilitator.open_console(evening)
    page = facilitator.page
    facilitator.press("Paper cards")
    expect(page.get_by_label("Square", exact=True)).to_be_focused()
    for square, kind, title in (
        ("b2", "1", "Tea on Tuesdays"),
        ("C 3", "6", "Swap shelf"),
        ("b2", "4", "Choir"),
    ):
        for words in (square, kind):
            page.keyboard.type(words)
            page.keyboard.press("Tab")
        page.keyboard.type(title)
        page.keyboard.press("Enter")
        expect(page.get_by_label("Square", exact=True)).to_be_focused()
    expect(page.get_by_label("Card", exact=True)).to_have_value("4")
    for title in ("Tea on Tuesdays", "Swap shelf", "Choir"):
        expect(ben.pin(title)).to_be_visible()
    assert look(page) == []
    page.get_by_label("Card", exact=True).fill("2")
    expect(facilitator.told("Card 2 is typed in already: “Swap shelf”.")).to_be_visible()
    facilitator.press("Take off card 2, Swap shelf")
    expect(ben.pin("Swap shelf")).to_have_count(0)
    page.keyboard.press("Escape")
    features = json.loads(facilitator.download_map().read_text(encoding="utf-8"))["features"]
    told = {feature["properties"]["title"]: feature for feature in features}
    assert {feature["properties"]["source"] for feature in features} == {"paper"}
    boundary = json.loads(page.locator("#page-context").text_content() or "")["boundary"]
    grid = grid_of(boundary)
    for title in ("Tea on Tuesdays", "Choir"):
        x, y = to_unit(*told[title]["geometry"]["coordinates"])
        assert (int((x - grid.left) / grid.side), int((y - grid.top) / grid.side)) == (1, 1)


def test_each_sheet_and_each_four_cards_print_on_one_page_of_their_size(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    facilitator = hall.facilitator()
    facilitator.sign_in()
    page = facilitator.page
    for path, pages, box in (
        ("sheet?paper=a3&turn=landscape", 1, (1190.5, 841.9)),
        ("sheet?paper=a4&turn=portrait", 1, (595.3, 841.9)),
        ("cards?pages=3", 3, (595.3, 841.9)),
        ("cards?card=connections&pages=2", 2, (595.3, 841.9)),
    ):
        page.goto(f"/workshops/{evening.id}/paper/{path}")
        assert look(page) == []
        printed = page.pdf(prefer_css_page_size=True)
        assert boxes(printed) == [pytest.approx(box, abs=1.5)] * pages, path


def boxes(printed: bytes) -> list[tuple[float, float]]:
    """Return width and height of each page of a PDF, in points of 1/72 inch."""
    found = []
    for part in printed.split(b"/MediaBox")[1:]:
        edges = [float(number) for number in part[part.index(b"[") + 1 : part.index(b"]")].split()]
        found.append((edges[2] - edges[0], edges[3] - edges[1]))
    return found
