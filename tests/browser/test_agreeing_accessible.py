"""The screens on which a room agrees: on phone and wall, from the proposal to the result, nobody is kept out."""

import pytest
from playwright.sync_api import Page, expect

from kithmap.basics.ids import new_id
from tests.support.room.agreeing import agreeing
from tests.support.room.hall import Hall
from tests.support.room.look import look as seen

pytestmark = pytest.mark.browser


def look(page: Page) -> None:
    """Look at a page as it is."""
    found = seen(page)
    assert not found, "\n".join(found)


def test_agreeing_on_a_sign_is_open_to_everyone(hall: Hall) -> None:
    evening = hall.desk.new_workshop(stage="indicators")
    phone, projector = hall.joined(evening), hall.projector()
    projector.open(evening.projector_path)
    form = agreeing(phone)
    phone.press("Propose a sign of change")
    expect(form.get_by_label("How would we ask about it, or count it?")).to_be_visible()
    look(phone.page)
    phone.press("Leave it")
    phone.press("Count me in")

    sign = new_id()
    meaning = (
        "In the last year, did you borrow something from a neighbour? Yes, no, or I would rather not say. "
        * 5
    )
    hall.desk.ask(
        evening,
        "item.propose",
        item=sign,
        type="indicator",
        label="Borrowing a ladder",
        meaning=meaning.strip(),
    )
    hall.desk.ask(evening, "item.take_up", item=sign)
    expect(form.get_by_role("heading", name="Borrowing a ladder")).to_be_visible()
    look(phone.page)
    look(projector.page)

    hall.desk.ask(evening, "rating.open", item=sign, revision=0)
    form.get_by_role("radio", name="Cannot accept it").check()
    for question in ("How much does this matter here?", "Can everybody be asked this fairly?"):
        form.get_by_role("group", name=question).get_by_role("radio", name="9").check()
    phone.press("This is my answer")
    expect(form.get_by_role("alert")).to_be_visible()
    look(phone.page)
    look(projector.page)

    hall.desk.ask(evening, "rating.close", item=sign, revision=0)
    expect(projector.says("What the room said")).to_be_visible()
    look(phone.page)
    look(projector.page)
