"""Takes pictures of every page, from the demonstration, at the widths of a phone, a tablet, a laptop and a projector.

    python scripts/screenshots.py [FOLDER]          all of them; by default into screenshots/
    python scripts/screenshots.py --picture FILE    the one for the first page of the documentation
    python scripts/screenshots.py --first FOLDER    those of "Your first workshop": docs/pictures

Needs what the tests need: Chromium, playwright, the built pages. The demonstration takes half a minute to make.
"""

from __future__ import annotations

import argparse
import base64
import html
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "server")]

from playwright.sync_api import Page, ViewportSize, expect  # noqa: E402 - the path has to be set

from kithmap.demo.areas import AREAS  # noqa: E402
from kithmap.demo.story import FINISHED_WORKSHOP, OPEN_WORKSHOP  # noqa: E402
from tests.support.chromium import find_chromium  # noqa: E402
from tests.support.desk import Desk, Workshop  # noqa: E402
from tests.support.room.axe import settle  # noqa: E402
from tests.support.room.facilitator import Facilitator  # noqa: E402
from tests.support.room.hall import PHONE, PROJECTOR, Hall  # noqa: E402
from tests.support.room.stage import Stage  # noqa: E402
from tests.support.running_kithmap import RunningKithmap  # noqa: E402

TABLET = ViewportSize(width=768, height=1024)
LAPTOP = ViewportSize(width=1280, height=720)
ALL = (PHONE, TABLET, PROJECTOR)
SCREENS = (TABLET, LAPTOP, PROJECTOR)

PICTURE = ViewportSize(width=1000, height=528)
PICTURE_LAYOUT = """
<style>
  body { position: relative; margin: 0; width: 1000px; height: 528px; background: #ece4d4 }
  img { position: absolute; border: solid #1a1816 }
  .wall { left: 22px; top: 26px; width: 829px; border-width: 7px; border-radius: 6px }
  .phone { right: 22px; bottom: 20px; width: 214px; border-width: 7px; border-radius: 22px }
</style>
<img class="wall" src="{wall}"><img class="phone" src="{phone}">
"""
PICTURED_PLACE = "Nuala knows every name"

PUBLIC_ADDRESS = "http://kithmap.local"
"""What stands beside the code: not the port of the moment."""

LINK = re.compile(r'href="/(?:areas|console)/([0-9a-f-]{36})">([^<]+)<')


@dataclass
class Demonstration:
    """The demonstration, and everyone who looks at it.

    Attributes:
        desk: asks for pages without a browser.
        hall: opens browsers.
        finished: the workshop that is over.
        opened: the workshop that goes on.
    """

    desk: Desk
    hall: Hall
    finished: Workshop
    opened: Workshop


class Album:
    """The folder that pictures go into."""

    def __init__(self, folder: Path) -> None:
        """Make the folder if it is not there."""
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def take(
        self, page: Page, name: str, sizes: tuple[ViewportSize, ...] = ALL, *, whole: bool = False
    ) -> None:
        """Take a page at some sizes; with ``whole`` down to its end, else as much as the screen shows."""
        before = page.viewport_size
        for size in sizes:
            page.set_viewport_size(size)
            at_rest(page)
            path = self._folder / f"{name}_{size['width']}.png"
            page.screenshot(path=path, full_page=whole)
            print(path.name, flush=True)
        if before is not None:
            page.set_viewport_size(before)


MOST_LOOKS = 20
"""At a page that changes by itself; a clock does so once a second, and most looks fall between."""


def at_rest(page: Page) -> None:
    """Wait until a page has loaded what it shows, and looks the same twice in a row."""
    page.wait_for_load_state("networkidle")
    page.evaluate("() => document.fonts.ready.then(() => null)")
    settle(page)
    before = b""
    for _ in range(MOST_LOOKS):
        now = page.screenshot()
        if now == before:
            return
        before = now


def links(desk: Desk, path: str) -> dict[str, str]:
    """Return ids of the areas or workshops that a page links to, by their titles."""
    text = desk.client.get(path, follow_redirects=True).text
    return {html.unescape(title): identifier for identifier, title in LINK.findall(text)}


def find(desk: Desk, key: str, title: str) -> Workshop:
    """Find a workshop of the demonstration, and make its area the desk's."""
    areas = links(desk, f"/programmes/{desk.programme}")
    desk.area = areas[next(area.name for area in AREAS if area.key == key)]
    return desk.workshop(f"/console/{links(desk, f'/areas/{desk.area}')[title]}", title)


@contextmanager
def demonstration(stage: Stage) -> Iterator[Demonstration]:
    """Run the demonstration in a folder of its own."""
    with (
        tempfile.TemporaryDirectory(prefix="screenshots-") as folder,
        RunningKithmap(Path(folder), "demo", {"KITHMAP_PUBLIC_ADDRESS": PUBLIC_ADDRESS}) as kithmap,
        Desk(kithmap) as desk,
    ):
        desk.programme = desk.client.get("/programmes").headers["location"].rpartition("/")[2]
        opened = find(desk, OPEN_WORKSHOP.area, OPEN_WORKSHOP.title)
        finished = find(desk, FINISHED_WORKSHOP.area, FINISHED_WORKSHOP.title)
        hall = Hall(stage.browser, desk)
        yield Demonstration(desk, hall, finished, opened)
        stage.run(hall.leave)


def take_all(shown: Demonstration, folder: Path) -> None:
    """Take every page."""
    album = Album(folder)
    facilitator = shown.hall.facilitator()
    facilitator.sign_in()
    pages_for_everyone(shown, album)
    programme_pages(shown, album, facilitator)
    phone_pages(shown, album)
    open_room(shown, album, facilitator)
    finished_room(shown, album, facilitator)


def pages_for_everyone(shown: Demonstration, album: Album) -> None:
    """Take the first page, signing in, joining, and what is not there."""
    page = shown.hall.stranger()
    paths = {"home": "/", "sign_in": "/sign-in", "join": shown.opened.join_path, "not_there": "/nowhere"}
    for name, path in paths.items():
        page.goto(path)
        album.take(page, name, whole=True)


def programme_pages(shown: Demonstration, album: Album, facilitator: Facilitator) -> None:
    """Take areas, people and workshops, as whoever runs them sees them."""
    desk = shown.desk
    paths = {
        "programme": f"/programmes/{desk.programme}",
        "area": f"/areas/{desk.area}",
        "new_area": f"/programmes/{desk.programme}/areas/new",
        "new_workshop": f"/areas/{desk.area}/workshops/new",
        "people": "/people",
        "account": "/account",
        "participants": f"/workshops/{shown.finished.id}/people",
    }
    for name, path in paths.items():
        facilitator.page.goto(path)
        album.take(facilitator.page, name, whole=True)


def phone_pages(shown: Demonstration, album: Album) -> None:
    """Take the phone's page in the workshop that goes on, sheet by sheet."""
    phone = shown.hall.phone()
    phone.page.goto(shown.opened.join_path)
    phone.come_in()
    expect(phone.sheet("Your three words")).to_be_visible()
    album.take(phone.page, "phone_words")
    phone.note_words()
    album.take(phone.page, "phone_lobby")
    shown.desk.ask(shown.opened, "workshop.move_to_stage", stage="places")
    expect(phone.page.get_by_role("button", name="Place here")).to_be_visible()
    album.take(phone.page, "phone_places")
    sheets = {"phone_help": "Help", "phone_list": "List", "phone_draw": "Draw", "phone_form": "Place here"}
    for name, button in sheets.items():
        phone.press(button)
        album.take(phone.page, name)
        phone.page.keyboard.press("Escape")
    phone.place("The bench by the pond", kind="Meeting place", note="Somebody always sits here.")
    phone.open_place("The bench by the pond")
    album.take(phone.page, "phone_place")


def open_room(shown: Demonstration, album: Album, facilitator: Facilitator) -> None:
    """Take console and projector of the workshop that goes on."""
    wall = shown.hall.projector()
    wall.open(shown.opened.projector_path)
    facilitator.open_console(shown.opened)
    album.take(wall.page, "projector_places", (*ALL, LAPTOP))
    album.take(facilitator.page, "console_places", (PHONE, *SCREENS))
    for name, button in (
        ("console_help", "Help"),
        ("console_list", "All places"),
        ("console_form", "Place here"),
    ):
        facilitator.press(button)
        album.take(facilitator.page, name, SCREENS)
        facilitator.page.keyboard.press("Escape")
    shown.desk.ask(shown.opened, "workshop.move_to_stage", stage="lobby")
    album.take(wall.page, "projector_lobby", (*ALL, LAPTOP))
    album.take(facilitator.page, "console_lobby", SCREENS)


def finished_room(shown: Demonstration, album: Album, facilitator: Facilitator) -> None:
    """Take all three screens of the finished workshop, at its end and in the midst of it."""
    wall, bright = shown.hall.projector(), shown.hall.projector()
    wall.open(shown.finished.projector_path)
    album.take(wall.page, "projector_closed", (*ALL, LAPTOP))
    facilitator.open_console(shown.finished)
    album.take(facilitator.page, "console_closed", SCREENS)

    shown.desk.ask(shown.finished, "workshop.reopen", stage="connections")
    phone = shown.hall.joined(shown.finished)
    bright.open(f"{shown.finished.projector_path}&theme=light")
    album.take(wall.page, "projector_connections", (*ALL, LAPTOP))
    album.take(bright.page, "projector_light", (PROJECTOR, LAPTOP))
    album.take(phone.page, "phone_connections")
    album.take(facilitator.page, "console_connections", SCREENS)
    facilitator.part("Latest").get_by_role("button").first.click()
    album.take(facilitator.page, "console_place", SCREENS)
    facilitator.page.keyboard.press("s")
    album.take(wall.page, "projector_spotlight", (*ALL, LAPTOP))

    shown.desk.ask(shown.finished, "workshop.pause", because="Tea until four")
    album.take(wall.page, "projector_paused", (PROJECTOR, LAPTOP))
    album.take(phone.page, "phone_paused")
    shown.desk.ask(shown.finished, "workshop.close")
    album.take(phone.page, "phone_closed")


def take_picture(shown: Demonstration, file: Path) -> None:
    """Take the projector in the midst of the finished workshop, with a phone before it."""
    shown.desk.ask(shown.finished, "workshop.reopen", stage="connections")
    wall, phone = shown.hall.projector(LAPTOP), shown.hall.joined(shown.finished)
    wall.open(shown.finished.projector_path)
    for _ in range(2):
        phone.press("Zoom in")
        at_rest(phone.page)
    places = phone.open_list()
    places.get_by_role("button", name=PICTURED_PLACE).click()
    phone.press(f"Show on map: {PICTURED_PLACE}", places)
    for page in (wall.page, phone.page):
        at_rest(page)
    sheet = shown.hall.stranger(PICTURE)
    sheet.set_content(
        PICTURE_LAYOUT.replace("{wall}", address(wall.page)).replace("{phone}", address(phone.page))
    )
    at_rest(sheet)
    file.parent.mkdir(parents=True, exist_ok=True)
    sheet.screenshot(path=file)
    print(f"{file}: {file.stat().st_size // 1000} kB")


def take_first_workshop(shown: Demonstration, folder: Path) -> None:
    """Take what "Your first workshop" shows, in the order of its parts."""
    folder.mkdir(parents=True, exist_ok=True)
    facilitator, wall = shown.hall.facilitator(), shown.hall.projector(LAPTOP)
    facilitator.page.set_viewport_size(LAPTOP)
    facilitator.sign_in()
    paths = {
        "area": f"/areas/{shown.desk.area}",
        "new": f"/areas/{shown.desk.area}/workshops/new",
        "run_sheet": "/guides/run-sheet",
    }
    for name, path in paths.items():
        facilitator.page.goto(path)
        keep(facilitator.page, folder, name, whole=name == "new")
    shown.desk.ask(shown.finished, "workshop.reopen", stage="connections")
    wall.open(shown.finished.projector_path)
    keep(wall.page, folder, "wall")
    shown.desk.ask(shown.opened, "run_sheet.go_to", step="mapping_places.places_alone")
    keep(shown.hall.joined(shown.opened).page, folder, "phone")
    facilitator.open_console(shown.opened)
    keep(facilitator.page, folder, "console")


def keep(page: Page, folder: Path, name: str, *, whole: bool = False) -> None:
    """Keep a picture that a page of the documentation carries: small enough for a repository."""
    at_rest(page)
    path = folder / f"first_workshop_{name}.jpg"
    page.screenshot(path=path, type="jpeg", quality=72, full_page=whole)
    print(f"{path}: {path.stat().st_size // 1000} kB")


def address(page: Page) -> str:
    """Return what a page shows as an address that an image can be loaded from."""
    return "data:image/png;base64," + base64.b64encode(page.screenshot()).decode()


def main() -> int:
    """Take what was asked for; return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "screenshots")
    parser.add_argument("--picture", type=Path, metavar="FILE")
    parser.add_argument("--first", type=Path, metavar="FOLDER")
    asked = parser.parse_args()
    chromium = find_chromium()
    if chromium is None:
        print("No Chromium was found. Install one, or name it in KITHMAP_TEST_CHROMIUM.", file=sys.stderr)
        return 1
    with Stage(chromium) as stage, demonstration(stage) as shown:
        if asked.picture is not None:
            stage.run(take_picture, shown, asked.picture)
        elif asked.first is not None:
            stage.run(take_first_workshop, shown, asked.first)
        else:
            stage.run(take_all, shown, asked.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
