"""Reading a glossary, as anybody may, and bringing in words that others wrote."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.room.hall import LAPTOP, PROJECTOR, SMALL_PHONE, Hall
from tests.support.room.look import look

pytestmark = pytest.mark.browser

A_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
"""A page's own entry in a PDF, which Chromium writes uncompressed."""

READ = (
    "/glossary",
    "/glossary/starting",
    "/glossary/starting?by=theme",
    "/glossary/starting?words=connect",
    "/glossary/starting/hub",
    "/glossary/starting/life_satisfaction",
    "/glossary/starting/mental_wellbeing_scale",
    "/glossary/starting/versions/1.0.0/hub",
    "/glossary/starting/versions/1.0.0/changes",
    "/glossary/starting/versions/1.0.0/questionnaire",
)


@pytest.mark.parametrize("screen", [SMALL_PHONE, LAPTOP, PROJECTOR], ids=lambda each: str(each["width"]))
def test_every_page_of_a_glossary_fits_any_screen_and_is_open_to_everyone(hall: Hall, screen: object) -> None:
    stranger = hall.phone("stranger", screen)  # type: ignore[arg-type]  # one of the three
    for address in READ:
        stranger.page.goto(address)
        assert look(stranger.page) == [], address
        assert stranger.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_a_word_is_looked_up_from_the_list_to_its_page(hall: Hall) -> None:
    page = hall.phone("stranger").page
    page.goto("/glossary")
    page.get_by_role("link", name="Starting words for community mapping").click()
    page.get_by_role("searchbox", name="Look for a word").fill("through whom people")
    page.get_by_role("button", name="Look for it").click()
    page.get_by_role("link", name="broker").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("broker")
    expect(page.get_by_text("https://kithmap.example/glossary/starting/broker")).to_be_visible()
    page.get_by_role("link", name="bridging").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("bridging")


def test_a_glossary_is_printed_as_a_booklet(hall: Hall) -> None:
    page = hall.phone("stranger").page
    for address, most in (("/glossary/starting", 9), ("/glossary/starting/hub", 2)):
        page.goto(address)
        assert 1 <= len(A_PAGE.findall(page.pdf(format="A4"))) <= most


def test_words_of_others_are_looked_at_and_then_taken(hall: Hall, tmp_path: Path) -> None:
    table = tmp_path / "theirs.csv"
    table.write_text("label,definition\nplayground,Where children play.\nwell,\n", encoding="utf-8")
    hall.desk.begin_glossary()
    facilitator = hall.facilitator()
    facilitator.sign_in()
    page = facilitator.page
    page.goto(f"/areas/{hall.desk.area}/glossary")
    page.get_by_role("link", name="Bring in words that others wrote").click()
    assert look(page) == []
    page.get_by_label("Which file?").set_input_files(table)
    facilitator.press("Look at it")
    expect(page.get_by_role("heading", name="What is in this file")).to_be_visible()
    expect(page.get_by_text("It has no definition")).to_be_visible()
    assert look(page) == []
    facilitator.press("Take these into the draft")
    expect(page.get_by_role("link", name="playground")).to_be_visible()
