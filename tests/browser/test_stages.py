"""The stages as a hall sees them: the way in, the spotlight, what is typed when the room moves on, and looking back."""

import pytest
from playwright.sync_api import expect

from tests.support.room.hall import SMALL_PHONE, Hall
from tests.support.room.phone import Phone

pytestmark = pytest.mark.browser


def test_the_facilitator_points_and_every_phone_and_the_wall_are_shown_the_place(hall: Hall) -> None:
    workshop = hall.desk.new_workshop("Look here")
    facilitator, projector, ann = hall.facilitator(), hall.projector(), hall.joined(workshop)
    hall.desk.place(workshop, "Fern Hall", (-0.7205, 52.671))
    facilitator.sign_in()
    facilitator.open_console(workshop)
    projector.open(workshop.projector_path)
    facilitator.choose("Fern Hall")
    facilitator.page.keyboard.press("s")
    expect(projector.page.get_by_role("heading", name="Fern Hall")).to_be_visible()
    expect(ann.told("The facilitator shows you “Fern Hall”.")).to_be_visible()
    ann.press("Look")
    expect(ann.page.get_by_role("region", name="Fern Hall", exact=True)).to_be_visible()
    facilitator.page.keyboard.press("s")
    expect(projector.page.get_by_role("heading", name="Fern Hall")).to_be_hidden()


def test_what_is_typed_waits_while_the_room_looks_back_and_the_room_sees_counts(hall: Hall) -> None:
    workshop = hall.desk.new_workshop("Looking back")
    facilitator, projector = hall.facilitator(), hall.projector()
    ann, ben = hall.joined(workshop, "ann"), hall.joined(workshop, "ben", SMALL_PHONE)
    others = [hall.joined(workshop, f"other {number}") for number in range(3)]
    facilitator.sign_in()
    facilitator.open_console(workshop)
    projector.open(workshop.projector_path)
    expect(projector.says("5 people are here")).to_be_visible()
    ann.press("Place here")
    form = ann.sheet("Tell us about it")
    form.get_by_label("What do people call it?").fill("The old oak")
    facilitator.press("Looking back", facilitator.page.locator("#console-run"))
    expect(ann.told("The room is doing something else now. What you wrote is kept.").first).to_be_visible()
    expect(form.get_by_label("What do people call it?")).to_have_value("The old oak")
    ann.close(form)
    for phone in (ann, ben, *others):
        answer(phone, "I could say what I wanted to.", "Yes")
    expect(projector.says("5 people have answered")).to_be_visible()
    facilitator.press("Show the room")
    expect(projector.page.get_by_role("heading", name="What the room said")).to_be_visible()
    expect(projector.page.get_by_label("Yes: 5")).to_be_visible()
    expect(ben.page.get_by_label("Yes: 5")).to_be_visible()


def test_the_hall_s_screen_is_arranged_from_the_console_and_stays_so(hall: Hall) -> None:
    workshop = hall.desk.new_workshop("A bright hall", stage="lobby")
    facilitator, projector = hall.facilitator(), hall.projector()
    facilitator.sign_in()
    facilitator.open_console(workshop)
    projector.open(workshop.projector_path)
    screen = projector.page.locator("html")
    expect(screen).to_have_attribute("data-theme", "dark")
    facilitator.press("Light")
    expect(screen).to_have_attribute("data-theme", "light")
    facilitator.page.keyboard.press("c")
    expect(projector.page.get_by_role("heading", name="Who is here")).to_be_visible()
    projector.open(workshop.projector_path)
    expect(screen).to_have_attribute("data-theme", "light")
    expect(projector.page.get_by_role("heading", name="Who is here")).to_be_visible()


def answer(phone: Phone, question: str, level: str) -> None:
    """Say how the workshop was."""
    phone.page.get_by_role("group", name=question).get_by_role("radio", name=level).check()
    expect(phone.told("Saved. You can change it while we look back.")).to_be_visible()
