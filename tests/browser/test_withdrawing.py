"""Taking back what one added: it is gone for everyone, and stays gone."""

import pytest
from playwright.sync_api import expect

from kithmap.basics.ids import new_id
from tests.support.room.agreeing import agreeing, rate
from tests.support.room.axe import barriers, scrolls_sideways
from tests.support.room.hall import Hall

pytestmark = pytest.mark.browser

TITLE = "Wrenfield corner"


def test_what_somebody_takes_back_is_gone_from_every_screen_and_stays_gone(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    ann, bo, projector = hall.joined(evening, "ann"), hall.joined(evening, "bo"), hall.projector()
    projector.open(evening.projector_path)
    ann.place(TITLE)
    expect(projector.place(TITLE)).to_be_visible()
    expect(bo.pin(TITLE)).to_be_visible()

    ann.page.get_by_role("button", name="Help").click()
    ann.page.get_by_role("link", name="Your page").click()
    page = ann.page
    expect(page.get_by_text(TITLE)).to_be_visible()
    assert barriers(page) == []
    assert scrolls_sideways(page) == []
    page.get_by_text("I no longer want that").click()
    ann.press("Take away all that I added")
    expect(page.get_by_role("status")).to_contain_text("All that you added is taken away")
    expect(page.get_by_text("No place so far.")).to_be_visible()
    expect(projector.place(TITLE)).to_have_count(0)
    expect(bo.pin(TITLE)).to_have_count(0)

    for each in (ann, bo, projector):
        each.watch.expect_network_trouble()
    hall.desk.kithmap.stop()
    hall.desk.kithmap.start()
    for screen in (bo.page, projector.page):
        screen.reload()
    bo.place("Fern Hall")
    expect(projector.place("Fern Hall")).to_be_visible()
    expect(projector.place(TITLE)).to_have_count(0)
    expect(bo.pin(TITLE)).to_have_count(0)
    assert TITLE not in hall.desk.client.get(f"/api/workshops/{evening.id}/entries?as=leading").text


def test_the_questions_about_oneself_can_be_skipped_answered_and_erased_by_keyboard(hall: Hall) -> None:
    evening = hall.desk.new_workshop(stage="lobby")
    ann = hall.joined(evening, "ann")
    ann.page.get_by_role("link", name="About you, if you like").click()
    page = ann.page
    assert barriers(page) == []
    assert scrolls_sideways(page) == []
    page.get_by_role("group", name="What is your sex?").get_by_label("Female").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Save").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Your answers are counted")
    ann.press("Erase my answers")
    expect(page.get_by_role("status")).to_contain_text("Your answers are erased")
    page.get_by_role("link", name="Back to the map").click()
    page.get_by_role("link", name="About you, if you like").click()
    page.get_by_role("link", name="Skip", exact=True).click()
    expect(page.get_by_role("link", name="About you, if you like")).to_be_visible()


def test_what_somebody_said_to_a_word_is_taken_back_on_every_screen_and_the_count_stays(hall: Hall) -> None:
    evening = hall.desk.new_workshop(stage="terms")
    ann, bo, projector = hall.joined(evening, "ann"), hall.joined(evening, "bo"), hall.projector()
    projector.open(evening.projector_path)
    item, others = new_id(), [new_id() for _ in range(4)]
    for phone in (ann, bo):
        phone.press("Count me in")
    for person in others:
        hall.desk.ask(evening, "attendance.check_in", person=person)
    hall.desk.ask(evening, "item.propose", item=item, type="term", label="Hub", meaning="Where ties meet.")
    hall.desk.ask(evening, "item.take_up", item=item)
    hall.desk.ask(evening, "rating.open", item=item, revision=0)
    rate(ann, "Against", reason=TITLE)
    rate(bo, "Against", reason="Nobody says that.")
    for person in others:
        hall.desk.ask(evening, "rating.enter", item=item, revision=0, person=person, choice="for")
    hall.desk.ask(evening, "rating.close", item=item, revision=0)
    agreeing(ann).get_by_role("textbox").fill(f"{TITLE} again")
    ann.press("Put this beside the result")
    for page in (bo.page, projector.page):
        expect(page.get_by_text(f"{TITLE} again")).to_be_visible()
    expect(agreeing(bo).get_by_text(TITLE, exact=True)).to_be_visible()

    ann.page.goto(f"/w/{evening.id}/me")
    ann.page.get_by_text("I no longer want that").click()
    ann.press("Take away all that I added")
    expect(ann.page.get_by_role("status")).to_contain_text("All that you added is taken away")
    for page in (bo.page, projector.page):
        expect(page.get_by_text(TITLE)).to_have_count(0)
        expect(page.get_by_text("These words were taken back.").first).to_be_visible()
    expect(agreeing(bo).get_by_text("Nobody says that.")).to_be_visible()
    console = hall.facilitator()
    console.sign_in()
    console.open_console(evening)
    expect(console.page.get_by_text("These words were taken back.")).to_have_count(2)
    expect(console.page.get_by_text(TITLE)).to_have_count(0)
    for page in (bo.page, projector.page, console.page):
        assert barriers(page) == []
        assert scrolls_sideways(page) == []
