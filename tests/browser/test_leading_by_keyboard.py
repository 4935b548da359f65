"""A facilitator who uses no pointer: from signing in to the last goodbye, found by role and name alone."""

import pytest
from playwright.sync_api import expect

from tests.support.desk import ADMIN, PASSWORD
from tests.support.room.facilitator import Facilitator
from tests.support.room.hall import Hall
from tests.support.room.keyboard import Keyboard
from tests.support.room.phone import Phone

pytestmark = pytest.mark.browser


def test_a_workshop_is_led_by_keyboard_alone(hall: Hall) -> None:
    evening = hall.desk.new_workshop("Led by keyboard", blind=True, stage=None)
    facilitator, ann = hall.facilitator(), hall.joined(evening, "ann")
    keyboard = Keyboard(facilitator.page)
    come_in(facilitator, keyboard, f"/console/{evening.id}")
    begin(facilitator, keyboard, ann)
    place_for_someone(facilitator, keyboard)
    show_everyone(facilitator, keyboard, ann)
    take_off_and_put_back(facilitator, keyboard, ann)
    pause_and_end(facilitator, keyboard, ann)


def come_in(facilitator: Facilitator, keyboard: Keyboard, console: str) -> None:
    page = facilitator.page
    page.goto(f"/sign-in?next={console}")
    keyboard.write(page.get_by_label("Your name"), ADMIN)
    keyboard.write(page.get_by_label("Password"), PASSWORD)
    keyboard.keys("Enter")
    expect(facilitator.map).to_be_visible()


def begin(facilitator: Facilitator, keyboard: Keyboard, ann: Phone) -> None:
    keyboard.press("Open the workshop")
    expect(ann.told("Welcome")).to_be_visible()
    expect(facilitator.page.get_by_role("button", name="Go to Places", exact=True)).to_be_visible()
    keyboard.keys("n")
    ann.place("Fern Hall", kind="Meeting place")
    expect(facilitator.pin("Fern Hall")).to_be_visible()


def place_for_someone(facilitator: Facilitator, keyboard: Keyboard) -> None:
    keyboard.press("Place here")
    form = facilitator.page.get_by_role("dialog")
    keyboard.go_to(form.get_by_role("radio", name="Meeting place"))
    keyboard.keys("Space")
    keyboard.write(form.get_by_label("What do people call it?"), "The bench")
    keyboard.keys("Enter")
    expect(facilitator.pin("The bench")).to_be_visible()


def show_everyone(facilitator: Facilitator, keyboard: Keyboard, ann: Phone) -> None:
    keyboard.keys("Escape", "r")
    question = facilitator.page.get_by_role("alertdialog", name="Show everyone all places?")
    keyboard.press("Show everyone", question)
    expect(ann.pin("The bench")).to_be_visible()


def take_off_and_put_back(facilitator: Facilitator, keyboard: Keyboard, ann: Phone) -> None:
    page = facilitator.page
    keyboard.press("All places")
    places = page.get_by_role("region", name="All places")
    keyboard.write(places.get_by_role("searchbox", name="Find a place"), "bench")
    keyboard.go_to(places.get_by_role("heading", name="The bench").get_by_role("button"))
    keyboard.keys("Enter")
    keyboard.press("Remove The bench", places)
    expect(ann.pin("The bench")).to_have_count(0)
    keyboard.press("Taken off")
    keyboard.press("Put back The bench")
    expect(ann.pin("The bench")).to_be_visible()


def pause_and_end(facilitator: Facilitator, keyboard: Keyboard, ann: Phone) -> None:
    page = facilitator.page
    keyboard.keys("Escape", "p")
    why = page.get_by_role("dialog")
    keyboard.write(why.get_by_label("Why do you pause?"), "Tea until four")
    keyboard.press("Pause", why)
    expect(ann.told("Tea until four")).to_be_visible()
    # A key means what the page shows, and a phone may hear of a pause before the console does.
    expect(page.get_by_role("button", name="Go on", exact=True).first).to_be_visible()
    keyboard.keys("p")
    expect(ann.told("The workshop goes on.")).to_be_visible()
    keyboard.press("Close the workshop")
    question = page.get_by_role("alertdialog", name="Close the workshop?")
    keyboard.press("Close the workshop", question)
    expect(ann.sheet("What happens next")).to_be_visible()
    link = page.get_by_role("link", name="See how the map grew")
    keyboard.go_to(link)
    keyboard.keys("Enter")
    expect(page.get_by_role("img", name="2 places")).to_be_visible()
