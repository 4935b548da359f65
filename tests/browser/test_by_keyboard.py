"""Everything without a pointer, and what a screen reader is told on the way."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, expect

from tests.support.desk import Workshop
from tests.support.room.hall import Hall
from tests.support.room.keyboard import Keyboard
from tests.support.room.phone import Phone
from tests.support.waiting import until

pytestmark = pytest.mark.browser


HOW = {
    "How do people connect?": "Face to face",
    "How often?": "Every week",
    "How strong is it?": "Steady",
}


def come_in(phone: Phone, evening: Workshop) -> Keyboard:
    keyboard = Keyboard(phone.page)
    phone.page.goto("/")
    keyboard.write(phone.page.get_by_label("The code"), evening.code)
    keyboard.keys("Enter")
    expect(phone.page.get_by_role("heading", name=evening.title)).to_be_visible()
    for agreed in ("I want to take part", "Keep what I add"):
        choice = phone.page.get_by_label(agreed)
        if not choice.is_checked():
            keyboard.tick(choice)
    keyboard.press("Join")
    keyboard.press("I’ve written them down", phone.sheet("Your three words"))
    return keyboard


@dataclass
class Alone:
    """Ann with a keyboard alone, and Ben, who sees what comes of it."""

    ann: Phone
    keyboard: Keyboard
    ben: Phone

    def list_entry(self, title: str) -> Locator:
        """Go to a place in the list and open it; return the list."""
        self.keyboard.press("List")
        places = self.ann.sheet("All places")
        self.keyboard.go_to(places.get_by_role("button", name=re.compile(f"^{title}")))
        self.keyboard.keys("Enter")
        return places


def test_places_are_put_changed_moved_joined_and_removed_without_a_pointer(hall: Hall) -> None:
    evening = hall.desk.new_workshop("Without a mouse")
    hall.desk.place(evening, "Old Mill", (-0.73, 52.67))
    ann, ben = hall.phone("ann"), hall.joined(evening, "ben")
    alone = Alone(ann, come_in(ann, evening), ben)
    expect(ann.pin("Old Mill")).to_be_visible()
    put(alone)
    change(alone)
    move(alone)
    hall.desk.ask(evening, "workshop.move_to_stage", stage="connections")
    join(alone)
    remove(alone)


def put(alone: Alone) -> None:
    alone.keyboard.keys("ArrowLeft", "ArrowLeft", "ArrowUp", "p")
    form = alone.ann.sheet("Tell us about it")
    expect(form.get_by_role("heading", name="Tell us about it")).to_be_focused()
    alone.keyboard.go_to(form.get_by_role("radio", name="Meeting place"))
    alone.keyboard.keys("Space")
    expect(form.get_by_label("What do people call it?")).to_be_focused()
    alone.ann.page.keyboard.type("Fern Hall")
    alone.keyboard.keys("Enter")
    expect(alone.ben.pin("Fern Hall")).to_be_visible()


def change(alone: Alone) -> None:
    alone.keyboard.press("Change Fern Hall", alone.list_entry("Fern Hall"))
    form = alone.ann.sheet("Change this place")
    alone.keyboard.write(form.get_by_label("What do people call it?"), "Fern Hut")
    alone.keyboard.press("Save changes", form)
    expect(alone.ben.pin("Fern Hut")).to_be_visible()


def move(alone: Alone) -> None:
    before = alone.ben.spot_of("Fern Hut")
    alone.keyboard.press("Move Fern Hut to another spot", alone.list_entry("Fern Hut"))
    expect(alone.ann.told("Moving “Fern Hut”")).to_be_visible()
    alone.keyboard.keys("ArrowDown", "ArrowDown", "ArrowDown")
    alone.keyboard.press("Move here")
    expect(alone.ann.told("“Fern Hut” is moved.")).to_be_visible()
    until(lambda: alone.ben.spot_of("Fern Hut") != before)


def join(alone: Alone) -> None:
    keyboard, ann = alone.keyboard, alone.ann
    keyboard.press("Join two places")
    keyboard.press("Choose from the list")
    for question, title in (
        ("Choose the first place", "Fern Hut"),
        ("Now choose the second place", "Old Mill"),
    ):
        keyboard.go_to(ann.sheet(question).get_by_role("button", name=re.compile(f"^{title}")))
        keyboard.keys("Enter")
    form = ann.sheet("How are they connected?")
    for question, answer in HOW.items():
        keyboard.choose(form.get_by_role("group", name=question), answer)
    keyboard.go_to(form.get_by_label("Where does it happen?"))
    ann.page.keyboard.type("No fixed")
    keyboard.tick(form.get_by_label("Fun", exact=True))
    keyboard.press("Connect them", form)
    expect(alone.ben.open_place("Old Mill").get_by_role("button", name="Fern Hut")).to_be_visible()


def remove(alone: Alone) -> None:
    alone.keyboard.press("Remove Fern Hut", alone.list_entry("Fern Hut"))
    expect(alone.ben.pin("Fern Hut")).to_have_count(0)
    alone.keyboard.press("Undo", alone.ann.message("is removed."))
    expect(alone.ben.pin("Fern Hut")).to_be_visible()


def test_a_place_is_put_by_words_without_the_map(hall: Hall) -> None:
    evening = hall.desk.new_workshop("By words")
    ann, ben = hall.phone("ann"), hall.joined(evening, "ben")
    keyboard = come_in(ann, evening)
    keyboard.press("List")
    keyboard.press("Add a place by words", ann.sheet("All places"))
    where = ann.sheet("Add a place by words")
    keyboard.write(where.get_by_label("Where is it?"), "behind the church")
    keyboard.press("Go on", where)
    form = ann.sheet("Tell us about it")
    keyboard.go_to(form.get_by_role("radio", name="Meeting place"))
    keyboard.keys("Space")
    ann.page.keyboard.type("The bench")
    keyboard.press("Add this place", form)
    sheet = ben.open_place("The bench")
    expect(sheet.get_by_text("Placed by words: behind the church")).to_be_visible()


def test_a_screen_reader_hears_what_each_place_is_and_what_can_be_done(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    hall.desk.place(evening, "Old Mill", (-0.73, 52.67))
    ann = hall.joined(evening, "ann")
    ann.place("Fern Hall", kind="Meeting place", move=(90, 60))
    expect(ann.page.get_by_role("main")).to_match_aria_snapshot("""
        - main:
          - heading "An evening, Brook End" [level=1]
          - status:
            - strong: What matters here?
          - button "Help"
          - application "Map of Brook End":
            - button "Old Mill, Building or open space"
            - button "Fern Hall, Meeting place, yours"
          - button "List"
          - button /Me. 1 place/
          - button "Place here"
    """)
    places = ann.open_list()
    places.get_by_role("button", name=re.compile("^Fern Hall")).click()
    expect(places).to_match_aria_snapshot("""
        - dialog "All places":
          - heading "All places" [level=2]
          - search:
            - searchbox "Find a place"
            - button "Only mine"
          - status: 2 places on the map
          - list:
            - listitem:
              - heading /Fern Hall/ [level=3]:
                - button /Fern Hall.* yours/ [expanded]
              - 'button "Show on map: Fern Hall"'
              - button "Connect Fern Hall to another place"
              - button "Change Fern Hall"
              - button "Move Fern Hall to another spot"
              - button "Remove Fern Hall"
    """)
