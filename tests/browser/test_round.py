"""A round as a hall lives it: a facilitator, three phones, a projector."""

import json
from dataclasses import dataclass

import pytest
from geojson_validator import validate_structure
from playwright.sync_api import expect

from tests.support.room.facilitator import Facilitator
from tests.support.room.hall import SMALL_PHONE, Hall
from tests.support.room.phone import Phone
from tests.support.room.projector import Projector

pytestmark = pytest.mark.browser


@dataclass
class Evening:
    """Everyone who is there."""

    facilitator: Facilitator
    projector: Projector
    ann: Phone
    ben: Phone
    cat: Phone

    @property
    def phones(self) -> tuple[Phone, Phone, Phone]:
        return self.ann, self.ben, self.cat


def test_a_room_places_blind_looks_together_joins_places_and_takes_the_map_home(hall: Hall) -> None:
    phones = hall.phone("ann"), hall.phone("ben"), hall.phone("cat", SMALL_PHONE)
    evening = Evening(hall.facilitator(), hall.projector(), *phones)
    people_come(evening)
    everyone_places_on_their_own(evening)
    the_room_looks_together(evening)
    people_change_their_minds(evening)
    places_are_joined(evening)
    the_room_pauses_and_ends(evening)
    the_map_is_taken_home(evening)


def people_come(evening: Evening) -> None:
    facilitator, projector = evening.facilitator, evening.projector
    facilitator.sign_in()
    facilitator.make_workshop("An evening in Brook End")
    projector.open(facilitator.projector_path())
    expect(projector.says(facilitator.code)).to_be_visible()
    for phone in evening.phones:
        phone.join(facilitator.code)
        expect(phone.told("Not started yet")).to_be_visible()
    expect(projector.says("3 people are here")).to_be_visible()
    facilitator.press("Open the workshop")
    expect(evening.ann.told("Welcome")).to_be_visible()
    facilitator.press("Go to Places")


def everyone_places_on_their_own(evening: Evening) -> None:
    evening.ann.place("Fern Hall", kind="Meeting place", note="Tuesdays, with soup")
    evening.ben.place("Mill Pond", move=(90, 60))
    evening.cat.place("Seed swap", kind="Shop or exchange", move=(-60, 70))
    waiting = evening.projector.says("3 places so far, hidden until we look together")
    expect(waiting).to_be_visible()
    expect(evening.facilitator.pin("Fern Hall")).to_be_visible()
    expect(evening.ben.pin("Fern Hall")).to_have_count(0)
    expect(evening.projector.place("Fern Hall")).to_have_count(0)


def the_room_looks_together(evening: Evening) -> None:
    evening.facilitator.press("Show everyone")
    evening.facilitator.answer("Show everyone all places?", "Show everyone")
    for phone in evening.phones:
        expect(phone.told("Everyone sees the places now: 3 on the map.")).to_be_visible()
        for title in ("Fern Hall", "Mill Pond", "Seed swap"):
            expect(phone.pin(title)).to_be_visible()
    expect(evening.projector.place("Seed swap")).to_be_visible()


def people_change_their_minds(evening: Evening) -> None:
    ann, ben, cat = evening.phones
    theirs = ben.open_place("Fern Hall")
    expect(theirs.get_by_role("button", name="Remove")).to_have_count(0)
    ben.press("Me too", theirs)
    own = ann.open_place("Fern Hall")
    expect(own.get_by_text("1 person says me too")).to_be_visible()
    ann.press("Close", own)
    ben.press("Close", theirs)
    ben.change_title("Mill Pond", "The Mill Pond")
    expect(ann.pin("The Mill Pond")).to_be_visible()
    cat.move_place("Seed swap", -30, 20)
    expect(cat.told("“Seed swap” is moved.")).to_be_visible()
    cat.press("Remove", cat.open_place("Seed swap"))
    expect(evening.projector.place("Seed swap")).to_have_count(0)
    cat.undo("“Seed swap” is removed.")
    expect(evening.projector.place("Seed swap")).to_be_visible()


def places_are_joined(evening: Evening) -> None:
    facilitator, projector = evening.facilitator, evening.projector
    facilitator.press("Go to Connections")
    evening.ann.connect("Fern Hall", "The Mill Pond", why="Learning", words="Two people learned to fish.")
    expect(projector.says("Connections 1")).to_be_visible()
    other_end = evening.ben.open_place("Fern Hall").get_by_role("button", name="The Mill Pond")
    expect(other_end).to_be_visible()
    card = facilitator.choose("Fern Hall")
    expect(card.get_by_text("Two people learned to fish.")).to_be_visible()
    facilitator.press("Spotlight", card)
    expect(projector.page.get_by_role("region", name="Everyone is looking at Fern Hall")).to_be_visible()


def the_room_pauses_and_ends(evening: Evening) -> None:
    facilitator, projector = evening.facilitator, evening.projector
    facilitator.press("Pause")
    why = facilitator.page.get_by_role("dialog")
    why.get_by_label("Why do you pause?").fill("Tea until four")
    facilitator.press("Pause", why)
    expect(projector.says("Tea until four")).to_be_visible()
    expect(evening.cat.told("Tea until four")).to_be_visible()
    facilitator.page.get_by_role("button", name="Go on").first.click()
    expect(evening.cat.told("The workshop goes on.")).to_be_visible()
    facilitator.press("Close the workshop")
    facilitator.answer("Close the workshop?", "Close the workshop")
    expect(projector.says("Thank you!")).to_be_visible()
    for phone in evening.phones:
        expect(phone.sheet("What happens next")).to_be_visible()
        expect(phone.page.get_by_role("button", name="Join two places")).to_have_count(0)


def the_map_is_taken_home(evening: Evening) -> None:
    taken = json.loads(evening.facilitator.download_map().read_text(encoding="utf-8"))
    assert validate_structure(taken) == {}
    told = [each["properties"] for each in taken["features"]]
    titles = {each["title"] for each in told if "title" in each}
    assert titles == {"Fern Hall", "The Mill Pond", "Seed swap"}
    assert [each["outcome_words"] for each in told if "start" in each] == ["Two people learned to fish."]
