"""A slow phone, and what can be measured on it."""

import contextlib
import itertools
import math
import threading
import time
from collections.abc import Iterator

from playwright.sync_api import Browser, BrowserContext, Page, StorageState

from benchmarks.load.demonstration import Room

SLOWER = 6
VIEW = {"width": 390, "height": 844}
UPDATES_A_SECOND = 10
DRAG_SECONDS = 4


@contextlib.contextmanager
def slow_phone(browser: Browser, state: StorageState | None) -> Iterator[tuple[Page, BrowserContext]]:
    """Open a page in a browser without a cache, on a processor six times slower."""
    context = browser.new_context(viewport=VIEW, storage_state=state, has_touch=True, is_mobile=True)  # type: ignore[arg-type]
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    yield page, context
    context.close()


def milliseconds_until(page: Page, address: str, condition: str) -> float:
    """Return how long after the navigation began a condition held at the end of a frame."""
    page.add_init_script(f"""(() => {{
      const look = () => {{
        if ({condition}) setTimeout(() => (window.__ready = performance.now()));
        else requestAnimationFrame(look);
      }};
      requestAnimationFrame(look);
    }})()""")
    page.goto(address, wait_until="commit")
    # Not `wait_for_function`: it evaluates text, which the page's security policy forbids.
    for _ in range(600):
        if (ready := page.evaluate("window.__ready ?? null")) is not None:
            return float(ready)
        page.wait_for_timeout(50)
    raise SystemExit(f"{address} was not ready within half a minute")


def kilobytes(page: Page) -> float:
    """Return the weight of the page's scripts and styles as they came over the line."""
    total = page.evaluate(
        """performance.getEntriesByType("resource").filter(({ name }) => /\\.(js|css)$/.test(new URL(name).pathname))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)"""
    )
    return float(total) / 1000


@contextlib.contextmanager
def updates(room: Room) -> Iterator[None]:
    """Change ten places a second, in a thread."""
    over = threading.Event()

    def change() -> None:
        number = 0
        while not over.wait(1 / UPDATES_A_SECOND):
            number += 1
            changed = {
                "place": room.places[number % len(room.places)],
                "set": {"title": f"Place, changed {number}"},
            }
            room.ask([("asset.edit", changed)])

    thread = threading.Thread(target=change, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def frames_a_second(page: Page, context: BrowserContext) -> tuple[float, float]:
    """Drag the map round and round; return frames a second, and the longest of a hundred frames in milliseconds."""
    box = page.locator("#phone-map").bounding_box()
    if box is None:
        raise SystemExit("the page has no map")
    devtools = context.new_cdp_session(page)
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.evaluate("""(() => {
      window.__frames = [];
      const look = (at) => { window.__frames.push(at); requestAnimationFrame(look); };
      requestAnimationFrame(look);
    })()""")
    devtools.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    began = time.perf_counter()
    while (passed := time.perf_counter() - began) < DRAG_SECONDS:
        spot = {"x": x + 90 * math.sin(passed * 3), "y": y + 90 * (1 - math.cos(passed * 3))}
        devtools.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [spot]})
        time.sleep(0.008)
    frames: list[float] = page.evaluate("window.__frames")
    devtools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    gaps = sorted(after - before for before, after in itertools.pairwise(frames))
    return 1000 * len(gaps) / (frames[-1] - frames[0]), gaps[int(len(gaps) * 0.99)]
