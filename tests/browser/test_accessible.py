"""No page keeps anybody out: axe finds nothing, and at 320 pixels nothing scrolls sideways."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.desk import Desk
from tests.support.room.axe import barriers, scrolls_sideways, settle
from tests.support.room.hall import SMALL_PHONE, Hall

pytestmark = pytest.mark.browser


def look(page: Page) -> None:
    """Look at a page as it is, on its own screen and on a small phone."""
    settle(page)
    own = page.viewport_size
    assert own is not None
    found = [*barriers(page)]
    page.set_viewport_size(SMALL_PHONE)
    found += scrolls_sideways(page)
    page.set_viewport_size(own)
    assert found == []


Path = Callable[[Desk], str]

OF_EVERYONE: dict[str, Path] = {
    "the first page": lambda _: "/",
    "signing in": lambda _: "/sign-in",
    "a page that is not there": lambda _: "/nowhere",
}

OF_THE_PROGRAMME: dict[str, Path] = {
    "programmes": lambda _: "/programmes?all",
    "the programme": lambda desk: f"/programmes/{desk.programme}",
    "a new area": lambda desk: f"/programmes/{desk.programme}/areas/new",
    "the area": lambda desk: f"/areas/{desk.area}",
    "a new workshop": lambda desk: f"/areas/{desk.area}/workshops/new",
    "people": lambda _: "/people",
    "the account": lambda _: "/account",
}


def test_pages_for_everyone_are_open_to_everyone(hall: Hall) -> None:
    stranger = hall.phone()
    stranger.watch.expect("404")
    for path in OF_EVERYONE.values():
        stranger.page.goto(path(hall.desk))
        look(stranger.page)
    stranger.page.goto(hall.desk.new_workshop().join_path)
    look(stranger.page)
    stranger.page.get_by_text("I was here before, on another phone").click()
    look(stranger.page)


def test_pages_of_the_programme_are_open_to_everyone(hall: Hall) -> None:
    facilitator = hall.facilitator()
    facilitator.sign_in()
    for path in OF_THE_PROGRAMME.values():
        facilitator.page.goto(path(hall.desk))
        expect(facilitator.page.get_by_role("heading", level=1)).to_be_visible()
        facilitator.unfold()
        look(facilitator.page)


def test_the_phone_s_page_is_open_to_everyone_in_every_stage(hall: Hall) -> None:
    evening = hall.desk.new_workshop(stage="lobby")
    phone = hall.joined(evening)
    look(phone.page)
    phone.press("Help")
    look(phone.page)
    phone.page.keyboard.press("Escape")
    hall.desk.ask(evening, "workshop.move_to_stage", stage="places")
    expect(phone.told("What matters here?")).to_be_visible()
    look(phone.page)
    phone.place("Fern Hall", kind="Meeting place")
    phone.place("Mill Pond", move=(80, 60))
    for stage in ("connections", "terms", "indicators", "reflect"):
        hall.desk.ask(evening, "workshop.move_to_stage", stage=stage)
        expect(phone.page.get_by_role("button", name="Place here")).to_be_hidden()
        look(phone.page)
    hall.desk.ask(evening, "workshop.pause", because="A cup of tea")
    expect(phone.told("A cup of tea")).to_be_visible()
    look(phone.page)
    hall.desk.ask(evening, "workshop.close")
    expect(phone.sheet("What happens next")).to_be_visible()
    look(phone.page)


def test_the_phone_s_sheets_are_open_to_everyone(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    phone = hall.joined(evening)
    phone.place("Fern Hall", kind="Meeting place")
    phone.place("Mill Pond", move=(80, 60))
    phone.press("Place here")
    form = phone.sheet("Tell us about it")
    look(phone.page)
    phone.press("Add this place", form)
    look(phone.page)
    form.get_by_role("radio", name="Meeting place").click()
    form.get_by_text("Who may see it, and how exactly").click()
    look(phone.page)
    phone.press("Cancel", form)
    sheet = phone.open_place("Mill Pond")
    look(phone.page)
    phone.press("Close", sheet)
    places = phone.open_list()
    places.get_by_role("button", name="Fern Hall").click()
    look(phone.page)
    hall.desk.ask(evening, "workshop.move_to_stage", stage="connections")
    phone.close(places)
    phone.press("Join two places")
    look(phone.page)
    phone.pin("Fern Hall").click()
    phone.pin("Mill Pond").click()
    expect(phone.sheet("How are they connected?")).to_be_visible()
    look(phone.page)


def test_the_console_and_the_projector_are_open_to_everyone(hall: Hall) -> None:
    evening = hall.desk.new_workshop(blind=True, stage=None)
    facilitator, projector = hall.facilitator(), hall.projector()
    facilitator.sign_in()
    facilitator.open_console(evening)
    projector.open(evening.projector_path)
    bright = hall.projector()
    bright.open(f"{evening.projector_path}&theme=light")
    screens = facilitator, projector, bright
    phone = hall.joined(evening)
    expect(projector.says("1 person is here")).to_be_visible()
    for screen in screens:
        look(screen.page)
    hall.desk.ask(evening, "workshop.open")
    hall.desk.ask(evening, "workshop.move_to_stage", stage="places")
    phone.place("Fern Hall", kind="Meeting place")
    phone.place("Mill Pond", move=(80, 60))
    expect(projector.says("2 places so far, hidden until we look together")).to_be_visible()
    look(projector.page)
    hall.desk.ask(evening, "places.reveal")
    facilitator.press("Spotlight", facilitator.choose("Fern Hall"))
    expect(projector.page.get_by_role("region", name="Everyone is looking at Fern Hall")).to_be_visible()
    for screen in screens:
        look(screen.page)
    for opened in ("All places", "Help", "Place here", "Pause"):
        facilitator.press(opened)
        look(facilitator.page)
        facilitator.page.keyboard.press("Escape")
    hall.desk.ask(evening, "workshop.pause", because="Tea")
    expect(projector.says("Tea")).to_be_visible()
    look(projector.page)
    hall.desk.ask(evening, "workshop.close")
    expect(projector.says("Thank you!")).to_be_visible()
    for screen in screens:
        look(screen.page)
