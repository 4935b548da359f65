"""Coming in, coming back, and being sent away."""

import pytest
from playwright.sync_api import expect

from tests.support.room.hall import Hall

pytestmark = pytest.mark.browser


def test_a_wrong_code_is_told_in_words_and_what_was_typed_stays(hall: Hall) -> None:
    phone = hall.phone()
    phone.watch.expect("404")
    page = phone.page
    page.goto("/")
    page.get_by_label("The code").fill("no such 99")
    page.get_by_role("button", name="Join").click()
    expect(page.get_by_role("alert")).to_contain_text("No open workshop has that code")
    expect(page.get_by_label("The code")).to_have_value("no such 99")
    expect(page.get_by_label("The code")).to_be_focused()


def test_nobody_comes_in_without_saying_that_they_take_part(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    phone = hall.phone()
    phone.page.goto(evening.join_path)
    phone.press("Join")
    expect(phone.page.get_by_label("I want to take part")).to_be_focused()
    phone.agree("Ann")
    expect(phone.told("What matters here?")).to_be_visible()


def test_three_words_bring_a_person_back_on_another_phone(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    first = hall.phone("first")
    first.join(evening.code.upper().replace(" ", "-"))
    first.place("Fern Hall")
    expect(first.mine("1 place")).to_be_visible()

    second = hall.phone("second")
    second.watch.expect("404")
    second.come_back(evening.join_path, "not the words")
    expect(second.page.get_by_text("Those words do not fit")).to_be_visible()
    second.page.get_by_label("Your three words").fill(first.words.upper())
    second.press("Come back as myself")
    expect(second.mine("1 place")).to_be_visible()
    expect(second.open_place("Fern Hall").get_by_text("Yours")).to_be_visible()


def test_two_tabs_of_one_person_are_one_person(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    ann = hall.joined(evening, "ann")
    other_tab = hall.another_tab(ann)
    other_tab.place("From the other tab")
    expect(ann.mine("1 place")).to_be_visible()
    ann.page.bring_to_front()
    ann.change_title("From the other tab", "From both")
    expect(other_tab.pin("From both")).to_be_visible()
    expect(other_tab.mine("1 place")).to_be_visible()


def test_whoever_is_removed_is_told_at_once_and_can_be_let_back(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    ann = hall.phone("ann")
    ann.join_by_link(evening.join_path, "Ann Example")
    ann.watch.expect("403")
    facilitator = hall.facilitator()
    facilitator.sign_in()
    people = facilitator.page
    people.goto(f"/workshops/{evening.id}/people")
    person = people.get_by_role("listitem").filter(has_text="Ann Example")
    person.get_by_role("button", name="Remove").click()
    expect(ann.told("You are no longer in this workshop")).to_be_visible()

    person.get_by_role("button", name="Let back in").click()
    ann.page.reload()
    ann.place("Back again")
    expect(ann.mine("1 place")).to_be_visible()


def test_another_role_reaches_an_open_page_at_once(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    admin = hall.facilitator()
    admin.sign_in()
    colleague = hall.phone("colleague")
    colleague.accept_invitation(admin.invite("Run workshops"), "Dilys Example")
    colleague.page.goto(f"/w/{evening.id}")
    expect(colleague.page.get_by_role("button", name="Place here")).to_be_visible()

    admin.give_role("Dilys Example", "researcher: reads and exports")
    # Researchers read exports; the room's lines tell more than those.
    expect(colleague.page.get_by_text("You are no longer in this workshop.").first).to_be_visible()
