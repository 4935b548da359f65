"""A workshop whose map holds many places, and a phone that has joined it."""

import json
import math
import re
from typing import Any

from playwright.sync_api import Browser, StorageState

from benchmarks.load.demonstration import Room
from kithmap.basics.ids import new_id

PLACES = 300
Box = tuple[float, float, float, float]


def fill(
    browser: Browser, said: str, places: int = PLACES, *, blind: bool = False
) -> tuple[Room, StorageState]:
    """Sign in, put places onto the open workshop's map, and join it; return the room and a phone's cookies.

    Args:
        browser: to sign in and to join with.
        said: what the server printed.
        places: how many.
        blind: whether they wait to be shown.
    """
    address = found(r"running at (http://\S+)", said)
    context = browser.new_context()
    page = context.new_page()
    page.goto(found(r"(http://\S+/sign-in/\S+)", said))
    page.locator("main .button").first.click()
    page.wait_for_url(lambda url: "/sign-in" not in url)
    leading = "; ".join(f"{each['name']}={each['value']}" for each in context.cookies())
    phone = browser.new_context()
    page = phone.new_page()
    page.goto(found(r"(http://\S+/j/\S+)", said))
    page.check("input[name=take_part]")
    page.click("main .button")
    page.wait_for_url("**/w/*")
    facts = json.loads(page.locator("#page-context").text_content() or "")
    room = Room(address, facts["workshop"], leading, tuple(new_id() for _ in range(places)))
    room.ask([("workshop.start_round", {"blind": blind}), ("workshop.move_to_stage", {"stage": "places"})])
    operations = [place(number, each, facts["boundary"], places) for number, each in enumerate(room.places)]
    for first in range(0, places, 100):
        room.ask(operations[first : first + 100])
    state = phone.storage_state()
    context.close()
    phone.close()
    return room, state


def found(pattern: str, text: str) -> str:
    """Return what a pattern finds."""
    match = re.search(pattern, text)
    if match is None:
        raise SystemExit(f"the server did not print {pattern}")
    return match[1]


def box_around(boundary: dict[str, Any]) -> Box:
    """Return west, south, east and north of an area of one part."""
    corners = boundary["coordinates"][0]
    longitudes, latitudes = [lon for lon, _ in corners], [lat for _, lat in corners]
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def place(number: int, place_id: str, boundary: dict[str, Any], places: int) -> tuple[str, dict[str, Any]]:
    """Return an operation that puts a place onto the map: all of them in a spiral over the area."""
    west, south, east, north = box_around(boundary)
    share, turn = math.sqrt(number / places) / 2, number * 2.399963
    spot = [
        round((west + east) / 2 + (east - west) * share * math.cos(turn), 7),
        round((south + north) / 2 + (north - south) * share * math.sin(turn), 7),
    ]
    kinds = ("gift_or_skill", "association", "institution", "physical_place", "exchange", "story_or_culture")
    return "asset.place", {
        "place": place_id,
        "geometry": {"type": "Point", "coordinates": spot},
        "title": f"Place number {number}",
        "asset_kind": kinds[number % len(kinds)],
    }
