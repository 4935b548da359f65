"""The participant's page on a slow phone: how soon its map is ready, how smoothly it is dragged, how heavy it is.

A real server on loopback, a workshop of 300 places on a basemap, a viewport of 390 by 844 and a processor slowed six times.
Beside it, in turns, a floor: a page that holds the same map library on the same ground and nothing else.
"""

import argparse
import json
import statistics
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, StorageState, sync_playwright

from benchmarks.load.demonstration import Room, served
from benchmarks.load.floor_page import floor
from benchmarks.load.many_places import PLACES, box_around, fill
from benchmarks.load.slow_phone import (
    SLOWER,
    UPDATES_A_SECOND,
    VIEW,
    frames_a_second,
    kilobytes,
    milliseconds_until,
    slow_phone,
    updates,
)
from tests.support.chromium import chromium_arguments, find_chromium

SETTLING_MS = 1000
TILES = 'document.querySelectorAll("img.leaflet-tile")'
ALL_TILES = f"{TILES}.length > 0 && [...{TILES}].every((tile) => tile.complete && tile.naturalWidth > 0)"
WHOLE = f'document.getElementsByClassName("pin").length >= {PLACES} && {ALL_TILES}'
"""The map shows all its places, on all tiles that are in view."""

LATER_MS = 5000
"""What a page fetches of its own accord soon after its map stands is its weight as well."""

MOST_READY_MS = 1600
FEWEST_FRAMES = 50
MOST_KB_READY = 95
MOST_KB = 110


@dataclass
class Figures:
    """What was measured, one value for each round.

    Attributes:
        ready: milliseconds from the beginning of the navigation.
        frames: in a second, while the map is dragged and others change it.
        tails: milliseconds of the longest of a hundred frames.
        weight: kilobytes of scripts and styles over the line until the map is ready.
        weight_later: the same some seconds later, with nothing pressed.
        bare_ready: `ready` of the floor.
        bare_weight: `weight` of the floor.
    """

    ready: list[float] = field(default_factory=list)
    frames: list[float] = field(default_factory=list)
    tails: list[float] = field(default_factory=list)
    weight: float = 0
    weight_later: float = 0
    bare_ready: list[float] = field(default_factory=list)
    bare_weight: float = 0


def measure(browser: Browser, room: Room, state: StorageState, rounds: int) -> Figures:
    """Visit the page and the floor in turns."""
    own = f"{room.address}/w/{room.workshop}"
    with slow_phone(browser, state) as (page, _):
        # The first visit finds nothing ready on the server, as nobody's second does.
        milliseconds_until(page, own, WHOLE)
        facts = json.loads(page.locator("#page-context").text_content() or "")
        page.wait_for_timeout(LATER_MS)
        figures = Figures(weight_later=kilobytes(page))
    with floor(room, facts["basemap"], box_around(facts["boundary"])) as bare:
        for _ in range(rounds):
            with slow_phone(browser, state) as (page, context):
                figures.ready.append(milliseconds_until(page, own, WHOLE))
                figures.weight = kilobytes(page)
                page.wait_for_timeout(SETTLING_MS)
                with updates(room):
                    frames, tail = frames_a_second(page, context)
                figures.frames.append(frames)
                figures.tails.append(tail)
            with slow_phone(browser, None) as (page, _):
                figures.bare_ready.append(milliseconds_until(page, bare, ALL_TILES))
                figures.bare_weight = kilobytes(page)
    return figures


def report(figures: Figures) -> bool:
    """Print the figures; return whether every goal was reached."""
    ready, bare = statistics.median(figures.ready), statistics.median(figures.bare_ready)
    frames = statistics.median(figures.frames)
    print(
        f"{PLACES} places, {VIEW['width']}x{VIEW['height']}, {SLOWER}x slower, medians of {len(figures.ready)}:"
    )
    print(
        f"  ready {ready:.0f} ms [{min(figures.ready):.0f}-{max(figures.ready):.0f}], "
        f"library and ground alone {bare:.0f} ms: {ready / bare:.2f}x"
    )
    print(
        f"  dragging with {UPDATES_A_SECOND} updates a second: {frames:.1f} frames a second "
        f"[{min(figures.frames):.1f}-{max(figures.frames):.1f}], p99 frame {statistics.median(figures.tails):.0f} ms"
    )
    print(
        f"  script and style {figures.weight:.1f} KB gzip, library and ground alone {figures.bare_weight:.1f} KB: "
        f"{figures.weight / figures.bare_weight:.2f}x; {LATER_MS / 1000:.0f} s later {figures.weight_later:.1f} KB"
    )
    goals = {
        f"ready in {MOST_READY_MS} ms": ready <= MOST_READY_MS,
        f"{FEWEST_FRAMES} frames a second": frames >= FEWEST_FRAMES,
        f"{MOST_KB_READY} KB when ready": figures.weight <= MOST_KB_READY,
        f"{MOST_KB} KB in all": figures.weight_later <= MOST_KB,
    }
    missed = [goal for goal, reached in goals.items() if not reached]
    print("bounds kept" if not missed else f"BOUND MISSED: {', '.join(missed)}")
    return not missed


def main() -> int:
    """Measure and print. Returns 1 when a bound is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    chromium = find_chromium()
    if chromium is None:
        print("There is no Chromium to measure with.")
        return 0
    with tempfile.TemporaryDirectory() as name, served(Path(name)) as said, sync_playwright() as drive:
        browser = drive.chromium.launch(executable_path=chromium, args=chromium_arguments())
        room, state = fill(browser, said)
        reached = report(measure(browser, room, state, rounds))
        browser.close()
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
