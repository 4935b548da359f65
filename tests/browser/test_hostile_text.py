"""Whatever people type is text: nothing of it runs, breaks a page, or is lost without a word."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.room.hall import Hall

pytestmark = pytest.mark.browser

MARKUP = "<img src=x onerror=alert(1)>{{7*7}}"
"""Would run if it were taken for markup; 35 letters, so that it fits wherever a name does."""

REVERSED = "\u202eesrever ni nettirw\u202c and on"
EMOJI = "👩‍👩‍👧‍👦 🏳️‍🌈 ✂️ café"
ENDLESS = "very " * 1000


@pytest.mark.parametrize("title", [MARKUP, REVERSED, EMOJI], ids=["markup", "reversed", "emoji"])
def test_what_people_type_on_a_phone_is_text_on_every_screen(hall: Hall, title: str) -> None:
    evening = hall.desk.new_workshop()
    ann, ben = hall.phone("ann"), hall.joined(evening, "ben")
    ann.join(evening.code, title)
    ann.place(title, kind="Meeting place", note=title)
    ann.place("Mill Pond", move=(110, 90))
    sheet = ben.open_place(title)
    expect(sheet.get_by_text(title, exact=True).last).to_be_visible()
    ben.press("Close", sheet)
    hall.desk.ask(evening, "workshop.move_to_stage", stage="connections")
    ann.connect(title, "Mill Pond", words=title)
    sheet = ben.open_place("Mill Pond")
    connection = sheet.get_by_role("listitem")
    expect(connection.get_by_role("button", name=title)).to_be_visible()
    expect(connection.get_by_text(title, exact=True).last).to_be_visible()
    ben.press("Close", sheet)
    places = ben.open_list()
    places.get_by_label("Find a place").fill(title)
    expect(places.get_by_text("1 place found")).to_be_visible()
    hall.desk.ask(evening, "workshop.pause", because=title)
    expect(ann.told(title)).to_be_visible()

    facilitator = hall.facilitator()
    facilitator.sign_in()
    facilitator.page.goto(f"/workshops/{evening.id}/people")
    expect(facilitator.page.get_by_role("heading", name=title)).to_be_visible()


def test_what_is_too_long_is_told_where_it_is_typed_and_kept(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    ann = hall.joined(evening)
    ann.press("Place here")
    form = ann.sheet("Tell us about it")
    form.get_by_role("radio", name="Meeting place").click()
    title, note = form.get_by_label("What do people call it?"), form.get_by_label("Why does it matter?")
    title.fill(ENDLESS)
    note.fill(ENDLESS)
    ann.press("Add this place", form)
    expect(form.get_by_text("80 letters at most")).to_be_visible()
    expect(title).to_be_focused()
    expect(note).to_have_value(ENDLESS)
    title.fill("Fern Hall")
    ann.press("Add this place", form)
    expect(form.get_by_text("1,000 letters at most")).to_be_visible()
    note.fill("Everyone comes.")
    ann.press("Add this place", form)
    expect(ann.mine("1 place")).to_be_visible()


def test_a_letter_that_is_none_stops_nothing(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    ann, ben = hall.joined(evening, "ann"), hall.joined(evening, "ben")
    ann.place("Fern\u0000Hall", note="before\u0000after")
    ben.map.get_by_role("button", name=re.compile("^Fern.?Hall")).click()
    expect(ben.page.get_by_role("region").get_by_text(re.compile("^before.?after$"))).to_be_visible()
    expect(ann.mine("1 place")).to_be_visible()


def test_what_runs_the_programme_is_text_too(hall: Hall) -> None:
    desk = hall.desk
    evening = desk.new_workshop(MARKUP)
    desk.add_partner(MARKUP)
    desk.plan_wave(MARKUP)
    desk.invite(MARKUP)
    admin = hall.facilitator()
    admin.sign_in()
    for path in (f"/areas/{desk.area}", f"/programmes/{desk.programme}", "/people", f"/console/{evening.id}"):
        admin.page.goto(path)
        expect(admin.page.get_by_text(MARKUP).or_(admin.field_holding(MARKUP)).first).to_be_attached()
    ann = hall.phone("ann")
    ann.page.goto(evening.join_path)
    expect(ann.page.get_by_role("heading", name=MARKUP)).to_be_visible()


@pytest.mark.parametrize("field", ["The code", "What shall we call you?", "Your three words"])
def test_endless_text_is_told_and_nothing_breaks(hall: Hall, field: str) -> None:
    phone = hall.phone()
    phone.watch.expect("status of 4")
    phone.page.goto("/" if field == "The code" else hall.desk.new_workshop().join_path)
    if field == "Your three words":
        phone.page.get_by_text("I was here before, on another phone").click()
    else:
        agreed = phone.page.get_by_label("I want to take part")
        if agreed.count():
            agreed.check()
    phone.page.get_by_label(field).fill(ENDLESS)
    phone.press("Come back as myself" if field == "Your three words" else "Join")
    expect(phone.page.get_by_text(field).or_(phone.page.get_by_label(field)).first).to_be_attached()
    expect(phone.page.get_by_role("alert").or_(phone.page.get_by_text("do not fit"))).to_be_visible()
