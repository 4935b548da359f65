"""A person on the map."""

import pytest
from playwright.sync_api import expect

from tests.support.room.hall import Hall

pytestmark = pytest.mark.browser


def test_a_place_appears_on_another_phone(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    ann = hall.joined(evening, "ann")
    ben = hall.joined(evening, "ben")
    ann.place("Fern Hall")
    expect(ben.pin("Fern Hall")).to_be_visible()


def test_a_walk_is_drawn_corner_by_corner_with_one_thumb(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    ann, ben = hall.joined(evening, "ann"), hall.joined(evening, "ben")
    ann.press("Draw")
    ann.page.get_by_role("button", name="A line").click()
    expect(ann.told("Drawing a line")).to_be_visible()
    ann.press("Set a corner")
    ann.drag_map(70, 40)
    ann.press("Set a corner")
    ann.drag_map(-30, 60)
    ann.press("Set a corner")
    ann.press("Take back")
    expect(ann.told("2 corners set")).to_be_visible()
    ann.press("Done")
    ann.tell_place("River walk")
    expect(ben.pin("River walk")).to_be_visible()


def test_what_could_harm_somebody_is_seen_by_facilitators_alone(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    ann, ben = hall.joined(evening, "ann"), hall.joined(evening, "ben")
    facilitator = hall.facilitator()
    facilitator.sign_in()
    facilitator.open_console(evening)
    ann.press("Place here")
    ann.sheet("Tell us about it").get_by_label("Could someone be harmed if this is shown?").check()
    ann.tell_place("Safe house")
    ann.place("Mill Pond", move=(80, 60))
    expect(facilitator.part("Look at these").get_by_role("button", name="Safe house")).to_be_visible()
    expect(ben.pin("Mill Pond")).to_be_visible()
    expect(ben.pin("Safe house")).to_have_count(0)
    facilitator.press("Put aside", facilitator.choose("Mill Pond"))
    expect(ben.pin("Mill Pond")).to_have_count(0)


def test_a_facilitator_places_for_somebody_without_a_phone(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    ben = hall.joined(evening, "ben")
    facilitator = hall.facilitator()
    facilitator.sign_in()
    facilitator.open_console(evening)
    facilitator.press("Place here")
    form = facilitator.page.get_by_role("dialog", name="Put it on the map")
    form.get_by_label("A paper card").check()
    form.get_by_role("radio", name="Meeting place").click()
    form.get_by_label("What do people call it?").fill("The bench")
    facilitator.press("Add this place", form)
    expect(ben.pin("The bench")).to_be_visible()
