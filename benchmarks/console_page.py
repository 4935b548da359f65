"""The console of a full room: are its keys answered, does its list of people scroll, what does it hold in memory?

A real server on loopback with 1,000 places, 300 people on sockets of their own, as many places that wait to be looked over and
ten changes a second; a laptop's screen on a processor slowed four times. Beside it, in the same run, the floor: the longest
task of the same page while nobody presses anything, and its frames while nothing scrolls.
"""

import argparse
import contextlib
import json
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from benchmarks.load.demonstration import Room, served
from benchmarks.load.many_places import fill, found
from benchmarks.load.people import Hall
from benchmarks.load.slow_phone import UPDATES_A_SECOND, updates
from tests.support.chromium import chromium_arguments, find_chromium

PLACES = 1000
PEOPLE = 300
SLOWER = 4
VIEW = {"width": 1280, "height": 800}
SETTLING_MS = 3000
WATCHED_MS = 1000
"""After each press: what it sets off comes within this time."""

LONGEST_MS = 100.0
"""Of one task: what a person still takes for an answer at once (R. B. Miller 1968; J. Nielsen 1993)."""

FEWEST_FRAMES = 50.0
MOST_MB = 100.0
SCROLL = {"yDistance": -2400, "speed": 900, "gestureSourceType": "mouse"}

WATCH = """(() => {
  window.__tasks = [];
  window.__frames = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.__tasks.push(duration);
  }).observe({ type: "longtask" });
  const look = (at) => { window.__frames.push(at); requestAnimationFrame(look); };
  requestAnimationFrame(look);
})()"""


@dataclass
class Figures:
    """What was measured, one value for each round.

    Attributes:
        tasks: milliseconds of the longest task by what was pressed; 0 where none took 50.
        scrolling: frames a second while the people scroll.
        still: frames a second while nothing does.
        megabytes: of the script's memory, after what is not needed was thrown away.
        elements: of the page.
    """

    tasks: dict[str, list[float]] = field(default_factory=dict)
    scrolling: list[float] = field(default_factory=list)
    still: list[float] = field(default_factory=list)
    megabytes: float = 0
    elements: int = 0


class Console:
    """The page that is measured."""

    def __init__(self, page: Page, devtools: CDPSession, figures: Figures) -> None:
        """Watch a page that stands."""
        self._page, self._devtools, self._figures = page, devtools, figures
        page.evaluate(WATCH)

    def press(self, name: str, act: Callable[[], object]) -> None:
        """Do something, and keep the longest task that it set off."""
        self._page.evaluate("window.__tasks = []")
        act()
        self._page.wait_for_timeout(WATCHED_MS)
        longest = self._page.evaluate("Math.max(0, ...window.__tasks)")
        self._figures.tasks.setdefault(name, []).append(longest)

    def keys(self) -> None:
        """Press what a facilitator presses in the next minute."""
        page = self._page
        self.press("nothing", lambda: None)
        self.press("Q, the queue", lambda: page.keyboard.press("q"))
        self.press("A, approve", lambda: page.keyboard.press("a"))
        self.press("A, once more", lambda: page.keyboard.press("a"))
        self.press("Escape", lambda: page.keyboard.press("Escape"))
        self.press("L, the list", lambda: page.keyboard.press("l"))
        search = page.locator("kith-place-list input[type=search]")
        self.press("a letter to search", lambda: search.press_sequentially("9"))
        self.press("another", lambda: search.press_sequentially("9"))
        self.press("Escape", lambda: page.keyboard.press("Escape"))
        people = page.locator(".console-people summary")
        self.press("the people", people.click)
        if page.locator(".console-group .button-quiet").count() > 0:
            self.press("all of them", page.locator(".console-group .button-quiet").first.click)
        self.scroll()
        self.press("the people, closed", people.click)
        self.press("N, the next stage", lambda: page.keyboard.press("n"))

    def scroll(self) -> None:
        """Scroll the longest list of people down and up."""
        names = self._page.locator(".console-names").last
        names.scroll_into_view_if_needed()
        self._page.wait_for_timeout(WATCHED_MS)
        self._figures.still.append(self._rate(lambda: self._page.wait_for_timeout(2000)))
        box = names.bounding_box()
        if box is None:
            raise SystemExit("the people are not shown")
        at = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}

        def gesture() -> None:
            for turned in (1, -1):
                way = {**SCROLL, "yDistance": SCROLL["yDistance"] * turned}  # type: ignore[operator]
                self._devtools.send("Input.synthesizeScrollGesture", {**at, **way})

        self._figures.scrolling.append(self._rate(gesture))

    def weigh(self) -> None:
        """Keep what the page holds."""
        self._devtools.send("HeapProfiler.collectGarbage")
        self._devtools.send("Performance.enable")
        told = self._devtools.send("Performance.getMetrics")["metrics"]
        metrics = {each["name"]: each["value"] for each in told}
        self._figures.megabytes = metrics["JSHeapUsedSize"] / 1e6
        self._figures.elements = self._page.evaluate("document.querySelectorAll('*').length")

    def _rate(self, while_doing: Callable[[], object]) -> float:
        self._page.evaluate("window.__frames = []")
        while_doing()
        at: list[float] = self._page.evaluate("window.__frames")
        lengths = [after - before for before, after in pairwise(at)]
        return 1000 * len(lengths) / sum(lengths)


@contextlib.contextmanager
def console(browser: Browser, room: Room) -> Iterator[tuple[Page, CDPSession]]:
    """Open the facilitator's page."""
    context = browser.new_context(viewport=VIEW)  # type: ignore[arg-type]
    pairs = [each.partition("=") for each in room.leading.split("; ")]
    context.add_cookies([{"name": name, "value": value, "url": room.address} for name, _, value in pairs])
    page = context.new_page()
    page.goto(f"{room.address}/console/{room.workshop}")
    page.wait_for_selector("canvas.map-pins-canvas")
    yield page, context.new_cdp_session(page)
    context.close()


def crowded(browser: Browser, said: str) -> tuple[Hall, list[str]]:
    """Fill a workshop with places, people, and a queue; return the hall and each person's cookie."""
    room, _ = fill(browser, said, PLACES)
    with console(browser, room) as (page, _):
        facts: dict[str, Any] = json.loads(page.locator("#page-context").text_content() or "")
    hall = Hall(room, found(r"(http://\S+/j/\S+)", said))
    cookies = hall.join(PEOPLE)
    room.ask([("workshop.start_round", {"blind": False, "moderated": True})])
    hall.place_each(cookies, facts["boundary"])
    return hall, cookies


def measure(browser: Browser, hall: Hall, cookies: list[str], rounds: int) -> Figures:
    """Press everything, as often as there are rounds."""
    figures = Figures()
    with hall.present(cookies), updates(hall.room):
        for _ in range(rounds):
            hall.room.ask([("workshop.move_to_stage", {"stage": "places"})])
            with console(browser, hall.room) as (page, devtools):
                devtools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
                page.wait_for_timeout(SETTLING_MS)
                measured = Console(page, devtools, figures)
                measured.keys()
                measured.weigh()
    return figures


def report(figures: Figures) -> bool:
    """Print the figures; return whether every goal was reached."""
    rounds = len(figures.scrolling)
    print(
        f"{PLACES} places, {PEOPLE} people here, {PEOPLE} waiting at first, {UPDATES_A_SECOND} changes a second, "
        f"{SLOWER}x slower, medians of {rounds}:"
    )
    for name, each in figures.tasks.items():
        longest = statistics.median(each)
        shown = "none of 50 ms" if longest == 0 else f"{longest:.0f} ms"
        print(f"  longest task after {name}: {shown} [{min(each):.0f}-{max(each):.0f}]")
    scrolling, still = statistics.median(figures.scrolling), statistics.median(figures.still)
    print(f"  the people scroll at {scrolling:.1f} frames a second, at rest {still:.1f}")
    print(f"  {figures.megabytes:.1f} MB of script memory, {figures.elements:,} elements")
    slow = [name for name, each in figures.tasks.items() if statistics.median(each) > LONGEST_MS]
    goals = {
        f"no task over {LONGEST_MS:g} ms ({', '.join(slow)})": not slow,
        f"{FEWEST_FRAMES:g} frames a second": scrolling >= FEWEST_FRAMES,
        f"{MOST_MB:g} MB": figures.megabytes <= MOST_MB,
    }
    missed = [goal for goal, reached in goals.items() if not reached]
    print("bounds kept" if not missed else f"BOUND MISSED: {', '.join(missed)}")
    return not missed


def main() -> int:
    """Measure and print. Returns 1 when a bound is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    chromium = find_chromium()
    if chromium is None:
        print("There is no Chromium to measure with.")
        return 0
    with tempfile.TemporaryDirectory() as name, served(Path(name)) as said, sync_playwright() as drive:
        browser = drive.chromium.launch(executable_path=chromium, args=chromium_arguments())
        hall, cookies = crowded(browser, said)
        reached = report(measure(browser, hall, cookies, rounds))
        browser.close()
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
