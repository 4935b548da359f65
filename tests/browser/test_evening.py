"""A whole evening by its run sheet, as somebody leads it who never did before: six phones, and nothing is lost."""

import json
import re

import pytest
from playwright.sync_api import expect

from kithmap.web.language import BY_TAG
from kithmap.web.translation import translation
from tests.support.room.agreeing import agreeing, propose, rate, suggest
from tests.support.room.evening import STEPS, TITLE, Evening
from tests.support.room.hall import SMALL_PHONE, Hall

pytestmark = pytest.mark.browser

URDU = translation(BY_TAG["ur"]).gettext
ON_THE_WAY = "Saved here, will send"
COMING_BACK = 40_000
"""Milliseconds: after some tries in vain a page waits up to fifteen seconds before the next."""

HOW = {"How do people connect?": "Face to face", "How often?": "Every week", "How strong is it?": "Steady"}
PLACES = {
    "Fern Hall",
    "Canal towpath",
    "خواتین کا گروپ",
    "The night the river froze",
    "Mrs Obi mends bicycles",
    "Mill Pond",
}
BACK = ("I could say what I wanted to.", "I understood what others meant.", "I would come again.")


def test_six_phones_live_through_a_whole_evening_and_nothing_is_lost(hall: Hall) -> None:
    evening = Evening(
        hall,
        hall.facilitator(),
        hall.projector(),
        ann=hall.phone("ann"),
        key=hall.at_a_desk("key"),
        urdu=hall.phone("urdu"),
        lost=hall.phone("lost"),
        small=hall.phone("small", SMALL_PHONE),
        late=hall.phone("late"),
    )
    evening.lost.watch.expect_network_trouble()
    people_come(evening)
    everyone_practises(evening)
    everyone_places_on_their_own(evening)
    somebody_comes_late(evening)
    the_room_looks_together(evening)
    places_are_joined(evening)
    the_room_has_a_break(evening)
    a_word_is_proposed_and_talked_of(evening)
    a_word_is_agreed(evening)
    a_sign_is_agreed(evening)
    the_room_looks_back(evening)
    the_evening_ends(evening)
    nothing_is_lost(evening)


def people_come(evening: Evening) -> None:
    facilitator, code_field = evening.facilitator, "The code"
    facilitator.sign_in()
    facilitator.make_workshop(TITLE, guided=True)
    code = facilitator.code
    evening.projector.open(facilitator.projector_path())
    for phone in (evening.ann, evening.lost, evening.small):
        phone.join(code)
    come_in_by_keyboard(evening, code)
    page = evening.urdu.page
    page.goto("/")
    page.get_by_role("button", name="اردو").click()
    page.get_by_label(URDU(code_field)).fill(code)
    evening.urdu.press(URDU("Join"))
    for agreed in ("I want to take part", "Keep what I add"):
        page.get_by_label(URDU(agreed)).check()
    evening.urdu.press(URDU("Join"))
    evening.urdu.press(URDU("I’ve written them down"))
    evening.small.press("Help")
    evening.small.page.get_by_label("Large letters").check()
    evening.small.close(evening.small.sheet("How this works"))
    expect(evening.projector.says("5 people are here")).to_be_visible()
    facilitator.page.keyboard.press("n")
    expect(facilitator.page.get_by_role("button", name=f"Next: {STEPS[1]}")).to_be_visible()


def come_in_by_keyboard(evening: Evening, code: str) -> None:
    keyboard, page = evening.keyboard, evening.key.page
    page.goto("/")
    keyboard.write(page.get_by_label("The code"), code)
    keyboard.keys("Enter")
    for agreed in ("I want to take part", "Keep what I add"):
        keyboard.tick(page.get_by_label(agreed))
    keyboard.press("Join")
    keyboard.press("I’ve written them down", evening.key.sheet("Your three words"))


def tell_place_by_keyboard(evening: Evening, sheet: str, kind: str, title: str) -> None:
    keyboard, form = evening.keyboard, evening.key.sheet(sheet)
    keyboard.choose(form.get_by_role("group", name="What is it?"), kind)
    expect(form.get_by_label("What do people call it?")).to_be_focused()
    evening.key.page.keyboard.type(title)
    keyboard.keys("Enter")
    expect(form).to_be_hidden()


def everyone_practises(evening: Evening) -> None:
    evening.go_on()
    evening.go_on()
    evening.small.press("Place a practice pin")
    form = evening.small.sheet("A practice pin")
    form.get_by_role("radio", name="Meeting place").click()
    form.get_by_label("What do people call it?").fill("Trying")
    evening.small.press("Add this place", form)
    evening.keyboard.keys("p")
    tell_place_by_keyboard(evening, "A practice pin", "Shop or exchange", "Trying, too")
    expect(evening.facilitator.pin("Trying")).to_have_count(0)


def everyone_places_on_their_own(evening: Evening) -> None:
    evening.go_on()
    evening.ann.place("Fern Hall", kind="Meeting place", note="Soup on Tuesdays 🍲")
    evening.keyboard.keys("ArrowLeft", "ArrowUp", "p")
    tell_place_by_keyboard(evening, "Tell us about it", "Building or open space", "Canal towpath")
    evening.urdu.drag_map(60, 60)
    evening.urdu.press(URDU("Place here"))
    form = evening.urdu.sheet(URDU("Tell us about it"))
    form.get_by_role("radio", name=URDU("Group or club")).click()
    form.get_by_label(URDU("What do people call it?")).fill("خواتین کا گروپ")
    evening.urdu.press(URDU("Add this place"), form)
    evening.small.place("Mrs Obi mends bicycles", kind="Gift or skill", move=(-50, 40))
    # The network goes while the form is open.
    evening.lost.drag_map(-70, -60)
    evening.lost.press("Place here")
    evening.lost.page.context.set_offline(True)
    evening.lost.tell_place("The night the river froze", kind="Story or tradition")
    expect(evening.lost.told(ON_THE_WAY)).to_be_visible()
    expect(evening.lost.pin("The night the river froze")).to_be_visible()
    evening.lost.page.context.set_offline(False)
    expect(evening.facilitator.pin("The night the river froze")).to_be_visible(timeout=COMING_BACK)
    expect(evening.projector.says("5 places so far, hidden until we look together")).to_be_visible()
    expect(evening.ann.pin("Canal towpath")).to_have_count(0)


def somebody_comes_late(evening: Evening) -> None:
    evening.go_on()
    evening.late.join(evening.facilitator.code)
    evening.late.place("Mill Pond", kind="Building or open space", move=(70, -50))
    expect(evening.late.mine("1 place")).to_be_visible()
    words = evening.late.words
    evening.late.page.close()
    evening.late = evening.hall.phone("late, with another phone")
    evening.late.come_back(evening.workshop.join_path, words)
    expect(evening.late.mine("1 place")).to_be_visible()


def the_room_looks_together(evening: Evening) -> None:
    evening.go_on()
    evening.facilitator.page.keyboard.press("r")
    evening.facilitator.answer("Show everyone all places?", "Show everyone")
    for phone in (evening.ann, evening.key, evening.urdu, evening.lost, evening.small, evening.late):
        expect(phone.pin("The night the river froze")).to_be_visible()
    expect(evening.projector.place("Fern Hall")).to_be_visible()


def places_are_joined(evening: Evening) -> None:
    evening.go_on()
    evening.ann.connect("Fern Hall", "Mill Pond", why="Practical help", words="Three bikes were mended.")
    evening.go_on()
    keyboard, key = evening.keyboard, evening.key
    keyboard.press("Join two places")
    keyboard.press("Choose from the list")
    for question, title in (
        ("Choose the first place", "Canal towpath"),
        ("Now choose the second place", "Fern Hall"),
    ):
        keyboard.go_to(key.sheet(question).get_by_role("button", name=re.compile(f"^{title}")))
        keyboard.keys("Enter")
    form = key.sheet("How are they connected?")
    for question, answer in HOW.items():
        keyboard.choose(form.get_by_role("group", name=question), answer)
    keyboard.go_to(form.get_by_label("Where does it happen?"))
    key.page.keyboard.type("No fixed")
    keyboard.tick(form.get_by_label("Fun", exact=True))
    keyboard.press("Connect them", form)
    expect(form).to_be_hidden()
    expect(evening.projector.says("Connections 2")).to_be_visible()


def the_room_has_a_break(evening: Evening) -> None:
    evening.go_on()
    page = evening.facilitator.page
    page.keyboard.press("p")
    why = page.get_by_role("dialog")
    why.get_by_label("Why do you pause?").fill("Tea until four")
    evening.facilitator.press("Pause", why)
    expect(evening.key.told("Tea until four")).to_be_visible()
    expect(page.get_by_role("button", name="Go on", exact=True).first).to_be_visible()
    page.keyboard.press("p")
    expect(evening.key.told("The workshop goes on.")).to_be_visible()
    # A phone may know before the desk; until it does, the next step there is to go on.
    expect(page.get_by_role("button", name="Pause", exact=True)).to_be_visible()


def a_word_is_proposed_and_talked_of(evening: Evening) -> None:
    evening.go_on()
    for phone in (evening.ann, evening.lost, evening.small, evening.late):
        phone.press("Count me in")
    evening.urdu.press(URDU("Count me in"))
    evening.keyboard.press("Count me in")
    evening.keyboard.press("Propose a word")
    fields = agreeing(evening.key).get_by_role("textbox")
    evening.keyboard.write(fields.nth(0), "Hub")
    evening.keyboard.write(fields.nth(1), "Where many ties meet.")
    evening.keyboard.press("Propose it")
    evening.facilitator.press("Put before the room")
    evening.go_on()
    evening.urdu.press(URDU("I don’t understand this"))
    agreeing(evening.urdu).get_by_role("textbox").fill("کیا بس اسٹاپ بھی؟")
    evening.urdu.press(URDU("Ask"))
    expect(agreeing(evening.ann).get_by_text("کیا بس اسٹاپ بھی؟")).to_be_visible()
    evening.go_on()
    suggest(evening.late, "Meeting point", "Where many of us know each other.")
    evening.facilitator.press("Take these words")
    expect(agreeing(evening.key).get_by_role("heading", name="Meeting point")).to_be_visible()


def a_word_is_agreed(evening: Evening) -> None:
    evening.go_on()
    evening.facilitator.press("Let the room rate it")
    for phone in (evening.ann, evening.small, evening.late):
        rate(phone, "For")
    rate(evening.urdu, "Can live with it", tongue=URDU)
    form = agreeing(evening.key)
    evening.keyboard.choose(form.get_by_role("group", name="What do you say to this?"), "Against")
    evening.keyboard.write(form.get_by_role("textbox"), "We say: the hall.")
    evening.keyboard.press("This is my answer")
    # The network goes in the middle of the rating, and what was said once counts once.
    evening.lost.page.context.set_offline(True)
    rate(evening.lost, "Strongly for")
    expect(evening.lost.told(ON_THE_WAY)).to_be_visible()
    expect(evening.projector.says("5 of 6 have answered")).to_be_visible()
    evening.lost.page.context.set_offline(False)
    expect(evening.projector.says("6 of 6 have answered")).to_be_visible(timeout=COMING_BACK)
    evening.facilitator.press("Close the rating and show the result")
    evening.keyboard.write(form.get_by_role("textbox"), "In our street it is the hall.")
    evening.keyboard.press("Put this beside the result")
    evening.go_on()
    evening.facilitator.press("Let the result stand")
    expect(evening.projector.page.get_by_text("So it is agreed.")).to_be_visible()
    expect(evening.projector.page.get_by_text("In our street it is the hall.")).to_be_visible()
    expect(agreeing(evening.small).get_by_text("Agreed", exact=True)).to_be_visible()


def a_sign_is_agreed(evening: Evening) -> None:
    evening.go_on()
    propose(
        evening.ann,
        "Propose a sign of change",
        "Borrowing a ladder",
        "Did you borrow something from a neighbour?",
    )
    evening.facilitator.press("Put before the room")
    evening.go_on()
    evening.facilitator.press("Let the room rate it")
    for phone in (evening.ann, evening.small, evening.late, evening.lost):
        rate(phone, "For", marks=(8, 9))
    rate(evening.urdu, "For", marks=(9, 7), tongue=URDU)
    form = agreeing(evening.key)
    for question, answer in (
        ("What do you say to this?", "For"),
        ("How much does this matter here?", "7"),
        ("Can everybody be asked this fairly?", "8"),
    ):
        evening.keyboard.choose(form.get_by_role("group", name=question), answer)
    evening.keyboard.press("This is my answer")
    expect(evening.projector.says("6 of 6 have answered")).to_be_visible()
    evening.facilitator.press("Close the rating and show the result")
    evening.go_on()
    evening.facilitator.press("Let the result stand")
    expect(evening.projector.page.get_by_text("So it is agreed.")).to_be_visible()


def the_room_looks_back(evening: Evening) -> None:
    evening.go_on()
    for phone in (evening.ann, evening.small, evening.late, evening.lost):
        for question in BACK:
            phone.page.get_by_role("group", name=question).get_by_role("radio", name="Yes").check()
    for question in BACK:
        evening.keyboard.choose(evening.key.page.get_by_role("group", name=question), "Partly")
    facilitator = evening.facilitator
    expect(facilitator.page.get_by_text("5 of 6 have answered")).to_be_visible()
    facilitator.press("Show the room")
    expect(evening.projector.says("5 people answered")).to_be_visible()


def the_evening_ends(evening: Evening) -> None:
    facilitator = evening.facilitator
    facilitator.page.keyboard.press("n")
    facilitator.answer("Close the workshop?", "Close the workshop")
    for phone in (evening.ann, evening.key, evening.lost, evening.small, evening.late):
        expect(phone.sheet("What happens next")).to_be_visible()
    expect(evening.urdu.sheet(URDU("What happens next"))).to_be_visible()
    assert evening.step + 2 == len(STEPS)


def nothing_is_lost(evening: Evening) -> None:
    """Every place, connection and rating is there once, and all screens tell the same."""
    projector, facilitator = evening.projector, evening.facilitator
    for line in (
        "Together you put 6 places on the map.",
        "And you drew 2 connections.",
        "What you agreed on: Meeting point, Borrowing a ladder.",
    ):
        expect(projector.says(line)).to_be_visible()
    expect(facilitator.page.get_by_text("6 places · 2 connections")).to_be_visible()
    taken = json.loads(facilitator.download_map().read_text(encoding="utf-8"))
    told = [each["properties"] for each in taken["features"]]
    assert sorted(each["title"] for each in told if "title" in each) == sorted(PLACES)
    assert [each["outcome_words"] for each in told if "start" in each].count("Three bikes were mended.") == 1
