"""A workshop that is led by its run sheet: one key moves the room, and what was other than planned is noted."""

import pytest
from playwright.sync_api import expect

from kithmap.guides.catalogue import GuideCatalogue
from kithmap.guides.run_sheet import sheet_of
from tests.support.room.axe import barriers, settle
from tests.support.room.facilitator import Facilitator
from tests.support.room.hall import Hall
from tests.support.room.phone import Phone
from tests.support.room.projector import Projector
from tests.support.source_tree import ROOT

pytestmark = pytest.mark.browser

GUIDES = GuideCatalogue(ROOT / "facilitator_guides" / "en", own=None)
WELCOME, SECOND, THIRD, FOURTH, *LATER = sheet_of(GUIDES.read().whole())["steps"]
"""As the guides tell them today."""


def test_one_key_leads_the_room_from_step_to_step(hall: Hall) -> None:
    facilitator, phone, projector = hall.facilitator(), hall.phone("ann"), hall.projector()
    facilitator.sign_in()
    facilitator.make_workshop("Led by its run sheet", guided=True)
    projector.open(facilitator.projector_path())
    phone.join(facilitator.code)
    the_room_begins(facilitator, projector)
    steps_are_skipped_and_come_back_from(facilitator, phone)
    the_hall_reads_other_words(facilitator, phone, projector)
    a_reason_is_noted_and_kept(facilitator)
    nothing_stands_in_anybodys_way(facilitator)


def the_room_begins(facilitator: Facilitator, projector: Projector) -> None:
    page = facilitator.page
    expect(page.get_by_role("heading", name=WELCOME["title"], exact=True)).to_be_visible()
    page.keyboard.press("n")
    expect(page.get_by_role("button", name=f"Next: {SECOND['title']}")).to_be_visible()
    expect(projector.says(WELCOME["prompt"])).to_be_visible()
    page.keyboard.press("n")
    expect(page.get_by_role("heading", name=SECOND["title"])).to_be_visible()


def steps_are_skipped_and_come_back_from(facilitator: Facilitator, phone: Phone) -> None:
    page = facilitator.page
    page.get_by_role("list", name="All steps").get_by_role("button", name=LATER[1]["title"]).click()
    expect(phone.told(LATER[1]["prompt"])).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name=SECOND["title"])).to_be_visible()
    expect(page.get_by_role("button", name="How it went: 1 note")).to_be_visible()
    page.keyboard.press("n")
    expect(page.get_by_role("heading", name=THIRD["title"])).to_be_visible()
    page.keyboard.press("n")
    expect(phone.told(FOURTH["prompt"])).to_be_visible()


def the_hall_reads_other_words(facilitator: Facilitator, phone: Phone, projector: Projector) -> None:
    facilitator.press("Change what the hall reads")
    facilitator.page.get_by_label("What should the hall read?").fill("Tea is ready")
    facilitator.press("Show these words")
    expect(phone.told("Tea is ready")).to_be_visible()
    expect(projector.says("Tea is ready")).to_be_visible()


def a_reason_is_noted_and_kept(facilitator: Facilitator) -> None:
    page = facilitator.page
    page.get_by_role("button", name="How it went").click()
    first = page.get_by_role("dialog", name="How it went").get_by_role("listitem").first
    expect(first.get_by_text(f"“{WELCOME['title']}” was skipped.")).to_be_visible()
    first.get_by_label("Why?").fill("We began late")
    first.get_by_role("button", name="Note it").click()
    expect(page.get_by_text("Noted.")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="How it went").click()
    expect(page.get_by_label("Why?").first).to_have_value("We began late")


def nothing_stands_in_anybodys_way(facilitator: Facilitator) -> None:
    page = facilitator.page
    for sheet in ("How it went", "What the hall reads", "Choose a run sheet"):
        if sheet == "What the hall reads":
            facilitator.press("Change what the hall reads")
        if sheet == "Choose a run sheet":
            facilitator.press("Another run sheet")
            expect(page.get_by_role("button", name="Lead by these")).to_be_visible()
        settle(page)
        assert barriers(page) == [], sheet
        page.keyboard.press("Escape")
    settle(page)
    assert barriers(page) == []
