"""A report is a file: it opens where there is no network, asks nobody for anything, and keeps nobody out."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Dialog, Page, expect

from kithmap.layers.model import Layer, LayerName
from kithmap.reports.model import Ground
from kithmap.reports.pages.releases import release_report
from kithmap.reports.pages.workshops import workshop_report
from kithmap.web.language import LANGUAGES, Language
from tests.support.layers import HALL, RELEASE
from tests.support.reports import hostile_glossary, hostile_release, hostile_workshop
from tests.support.room.axe import scrolls_sideways
from tests.support.room.hall import LAPTOP, SMALL_PHONE, Hall
from tests.support.room.look import look
from tests.support.room.reach import lost_focus

pytestmark = pytest.mark.browser

MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'></title></svg>{{7*7}}{% x %}__proto__"
"""Would run, close something, or be computed if it were not written as text."""

MOST_PINS = 500
"""Above it ``frontend/reports/report_map.ts`` paints places."""

MOST_BYTES = 1_000_000
"""What a report of an ordinary workshop may weigh: it goes by letter as well as by stick."""

GROUND = Ground(
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path fill='%23d8e6c6' d='M0 0h9v9H0z'/></svg>",
    (-0.78, 52.64, -0.68, 52.7),
    "© Test",
)


@dataclass
class Opened:
    """A report in a browser without a network.

    Attributes:
        page: the page.
        asked: addresses that it asked for.
        wrong: what the browser complained of, and what popped up.
    """

    page: Page
    asked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def dismiss(self, dialog: Dialog) -> None:
        """Note what popped up, and close it."""
        self.wrong.append(dialog.message)
        dialog.dismiss()

    def is_quiet(self, path: Path) -> bool:
        """Tell whether it asked for itself alone, and nothing went wrong."""
        asked = [each for each in self.asked if not each.startswith("data:")]
        assert (asked, self.wrong) == ([path.as_uri()], [])
        return True


@contextmanager
def opened(hall: Hall, path: Path, **how: Any) -> Iterator[Opened]:
    settings: dict[str, Any] = {"viewport": LAPTOP, "offline": True, **how}
    context = hall.browser.new_context(**settings)
    seen = Opened(context.new_page())
    page = seen.page
    page.on("request", lambda request: seen.asked.append(request.url))
    page.on("console", lambda message: seen.wrong.append(message.text))
    page.on("pageerror", lambda error: seen.wrong.append(str(error)))
    page.on("dialog", seen.dismiss)
    page.goto(path.as_uri())
    yield seen
    context.close()


def saved(folder: Path, made: bytes) -> Path:
    path = folder / "report.html"
    path.write_bytes(made)
    return path


def test_a_workshop_s_report_is_taken_away_and_read_without_a_network(hall: Hall, tmp_path: Path) -> None:
    evening = hall.desk.new_workshop("It was mapped")
    hall.desk.place(evening, "Old Mill", (-0.73, 52.67), visibility="public")
    hall.desk.place(evening, "Somebody’s bench", (-0.725, 52.665), visibility="public", precision="100m")
    facilitator = hall.facilitator()
    facilitator.sign_in()
    facilitator.open_console(evening)
    facilitator.page.get_by_role("link", name="Report of the workshop").click()
    expect(facilitator.page.get_by_role("heading", name="Report of the workshop")).to_be_visible()
    found = look(facilitator.page)
    assert not found, "\n".join(found)
    with facilitator.page.expect_download() as waiting:
        facilitator.page.get_by_role("link", name="Download it").first.click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    assert path.stat().st_size < MOST_BYTES
    with opened(hall, path) as seen:
        page = seen.page
        page.get_by_role("button", name="Old Mill").click()
        popup = page.locator(".report-popup")
        expect(popup).to_contain_text("Old Mill")
        popup.get_by_role("link", name="Find it in the table").click()
        expect(page.locator("tr:target")).to_contain_text("Old Mill")
        assert page.locator(".report-about").count() == 2, "one on the map, one in the picture"
        assert seen.is_quiet(path)
    facilitator.page.get_by_role("link", name="Read it").first.click()
    expect(facilitator.page.get_by_role("button", name="Old Mill")).to_be_visible()


def test_whatever_people_wrote_is_text_wherever_a_release_tells_it(hall: Hall, tmp_path: Path) -> None:
    path = saved(
        tmp_path, release_report(hostile_release(MARKUP), ground=GROUND, glossary=hostile_glossary(MARKUP))
    )
    with opened(hall, path) as seen:
        try_everything(seen.page)
        assert seen.is_quiet(path)


def test_whatever_people_wrote_is_text_wherever_a_workshop_tells_it(hall: Hall, tmp_path: Path) -> None:
    told = hostile_workshop(MARKUP)
    made, _ = workshop_report(MARKUP, told, ground=GROUND, day=date(2026, 5, 12), is_over=True)
    path = saved(tmp_path, made)
    with opened(hall, path) as seen:
        try_everything(seen.page)
        assert seen.is_quiet(path)


def try_everything(page: Page) -> None:
    """Open every popup, and see that the words stand there as they were written."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(MARKUP)
    pins = page.locator(".report-pin")
    assert pins.count() == 3
    for number in range(3):
        assert pins.nth(number).get_attribute("aria-label") == MARKUP
        pins.nth(number).focus()
        page.keyboard.press("Enter")
        expect(page.locator(".report-popup-title")).to_have_text(MARKUP)
        page.keyboard.press("Escape")
        expect(page.locator(".report-popup")).to_have_count(0)
    names = page.locator(".report-layers label").all_inner_texts()
    assert len(names) == 4
    assert sum(MARKUP in name for name in names) == 2
    page.locator("path.report-line.leaflet-interactive").first.dispatch_event("click")
    expect(page.locator(".report-popup")).to_contain_text(MARKUP)
    assert page.locator("img").count() == page.locator("img.leaflet-image-layer").count() == 1
    assert page.locator("main script").count() == 0


def test_a_report_is_open_to_everyone(hall: Hall, tmp_path: Path) -> None:
    told = hostile_workshop("A good long evening")
    made, _ = workshop_report("Evening", told, ground=GROUND, day=date(2026, 5, 12), is_over=True)
    for made_of in (made, release_report(RELEASE, ground=GROUND)):
        with opened(hall, saved(tmp_path, made_of)) as seen:
            found = [*look(seen.page), *lost_focus(seen.page)]
            assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_a_report_fits_a_small_phone_in_every_language(
    hall: Hall, tmp_path: Path, language: Language
) -> None:
    told, day = hostile_workshop("A good long evening"), date(2026, 5, 12)
    made, _ = workshop_report("Evening", told, ground=None, day=day, is_over=False, language=language)
    with opened(hall, saved(tmp_path, made), viewport=SMALL_PHONE) as seen:
        assert scrolls_sideways(seen.page) == []


def test_kinds_are_shown_and_hidden_by_the_list_below_the_map(hall: Hall, tmp_path: Path) -> None:
    path = saved(tmp_path, release_report(RELEASE, ground=GROUND))
    with opened(hall, path, viewport=SMALL_PHONE) as seen:
        page = seen.page
        shown = page.get_by_role("group", name="What the map shows")
        shown.get_by_label("Meeting places: 1").uncheck()
        assert page.locator(".report-pin.kind-meeting_place").count() == 0
        shown.get_by_label("Meeting places: 1").check()
        assert page.locator(".report-pin.kind-meeting_place").count() == 1


def test_a_browser_that_runs_no_script_shows_the_picture_and_the_tables(hall: Hall, tmp_path: Path) -> None:
    path = saved(tmp_path, release_report(RELEASE, ground=GROUND))
    with opened(hall, path, java_script_enabled=False) as seen:
        picture = seen.page.get_by_role("img", name="Map of 3 places. They are listed below.")
        expect(picture).to_be_visible()
        assert picture.locator("use").count() == 3
        expect(seen.page.get_by_role("rowheader", name="Victoria Hall").first).to_be_visible()


def test_on_paper_the_map_is_a_picture(hall: Hall, tmp_path: Path) -> None:
    path = saved(tmp_path, release_report(RELEASE, ground=GROUND))
    with opened(hall, path, color_scheme="dark") as seen:
        page = seen.page
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        page.emulate_media(media="print")
        expect(page.locator(".report-picture svg")).to_be_visible()
        expect(page.locator("#map_report")).to_be_hidden()
        expect(page.locator(".report-layers")).to_be_hidden()
        assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
        expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_very_many_places_are_painted_and_still_tell_what_they_are(hall: Hall, tmp_path: Path) -> None:
    many = tuple(replace(HALL, id=f"hall-{number}") for number in range(MOST_PINS + 1))
    release = replace(RELEASE, layers=(Layer(LayerName.ASSETS, many),))
    path = saved(tmp_path, release_report(release))
    with opened(hall, path) as seen:
        page = seen.page
        assert page.locator(".report-pin").count() == 0
        # All lie on one spot, which the map shows at its middle.
        page.locator("#map_report").click()
        expect(page.locator(".report-popup-title")).to_have_text("Victoria Hall")
        painted = page.evaluate(
            """() => {
                const sheet = document.querySelector("#map_report canvas");
                const {data} = sheet.getContext("2d").getImageData(0, 0, sheet.width, sheet.height);
                const colours = new Set();
                for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 255) colours.add(data.slice(at, at + 3).join());
                return [...colours];
            }"""
        )
        assert "0,121,57" in painted, "the colour of a place or space"
        assert seen.is_quiet(path)
