"""The three live screens, in every stage and with every sheet: nobody is kept out."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.room.hall import Hall
from tests.support.room.look import look as seen

pytestmark = pytest.mark.browser


def look(page: Page) -> None:
    """Look at a page as it is."""
    found = seen(page)
    assert not found, "\n".join(found)


def test_what_has_no_address_of_its_own_is_open_to_everyone(hall: Hall) -> None:
    stranger = hall.phone()
    stranger.watch.expect("404")
    stranger.page.goto("/nowhere")
    look(stranger.page)
    stranger.page.goto(hall.desk.new_workshop().join_path)
    stranger.page.get_by_text("I was here before, on another phone").click()
    look(stranger.page)


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
    screens = facilitator, projector
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
