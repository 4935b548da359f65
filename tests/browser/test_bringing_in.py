"""Bringing in places that others mapped: from the console, through a file, onto everyone's map, and back."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.support.desk import Workshop
from tests.support.room.facilitator import Facilitator
from tests.support.room.hall import Hall
from tests.support.room.look import look

pytestmark = pytest.mark.browser

FROM_FILE = re.compile(r"^Library, .+, from a file$")

TABLE = """Name;Type;Lat;Lon;Notes
Library;service;52.6715;-0.7315;Open on Mondays
Rose Garden;what;52.6705;-0.7285;
The old mill;service;52.67;-0.73;
Far Inn;service;54.1;-1.9;
;service;52.67;-0.73;
"""


def preview(facilitator: Facilitator, workshop: Workshop, file: Path, *, looked: bool = False) -> Page:
    """Go from the console as far as the page that shows what would come in."""
    page = facilitator.page
    facilitator.open_console(workshop)
    page.get_by_role("link", name="Bring in places from a file").click()
    _look(page, looked=looked)
    page.get_by_label("Which file?").set_input_files(file)
    facilitator.press("Look at it")
    expect(page.get_by_role("heading", level=1)).to_have_text("What is what in this file")
    expect(page.get_by_label("If all are of one kind, which?")).to_be_hidden()
    _look(page, looked=looked)
    page.get_by_label("Whose data is it?").fill("Fernside Council")
    page.get_by_label("On what terms may it be used?").fill("Open Government Licence v3.0")
    page.get_by_label("Of which day is the data?").fill("2026-03-01")
    facilitator.press("Go on")
    page.get_by_label("what").select_option(label="Leave these out")
    _look(page, looked=looked)
    facilitator.press("See what would come in")
    expect(page.get_by_role("heading", level=1)).to_have_text("What would come in")
    return page


def _look(page: Page, *, looked: bool) -> None:
    if looked:
        assert look(page) == [], page.url


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "council.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_file_of_places_is_looked_at_taken_seen_by_everyone_and_taken_back(hall: Hall, table: Path) -> None:
    workshop = hall.desk.new_workshop("With a file")
    hall.desk.place(workshop, "Old Mill", (-0.73, 52.67))
    phone = hall.joined(workshop)
    facilitator = hall.facilitator()
    facilitator.sign_in()
    page = preview(facilitator, workshop, table, looked=True)
    expect(page.get_by_text("1 that cannot come in, and why")).to_be_visible()
    facilitator.unfold()
    expect(page.get_by_text("It has no title.")).to_be_visible()
    expect(page.get_by_text("like one on the map")).to_be_visible()
    expect(page.get_by_text("1 place is ticked")).to_be_visible()
    _look(page, looked=True)
    facilitator.press("Tick all")
    expect(page.get_by_text("3 places are ticked")).to_be_visible()
    facilitator.press("As it was suggested")
    facilitator.press("Put the ticked places on the map")
    expect(page.get_by_text("1 place of this file is on the map now.")).to_be_visible()
    _look(page, looked=True)
    pin = phone.page.get_by_role("button", name=FROM_FILE)
    expect(pin).to_be_attached()
    page.get_by_role("button", name="Take these back").click()
    expect(page.get_by_text("1 place was taken off the map.")).to_be_visible()
    expect(pin).not_to_be_attached()


def test_a_phone_tells_whose_data_a_place_is(hall: Hall, table: Path) -> None:
    workshop = hall.desk.new_workshop("Whose it is")
    facilitator = hall.facilitator()
    facilitator.sign_in()
    preview(facilitator, workshop, table)
    facilitator.press("Put the ticked places on the map")
    phone = hall.joined(workshop)
    phone.page.get_by_role("button", name=FROM_FILE).click()
    expect(phone.page.get_by_text("From a file: Fernside Council, 2026-03-01.")).to_be_visible()


def test_without_a_script_it_works_the_same(hall: Hall, table: Path) -> None:
    workshop = hall.desk.new_workshop("By forms alone")
    facilitator = hall.facilitator()
    facilitator.sign_in()
    browser = facilitator.page.context.browser
    assert browser is not None
    plain = browser.new_context(
        base_url=f"http://{hall.host}",
        java_script_enabled=False,
        storage_state=facilitator.page.context.storage_state(),
    )
    page = plain.new_page()
    page.goto(f"/workshops/{workshop.id}/bring-in")
    page.get_by_label("Which file?").set_input_files(table)
    page.get_by_role("button", name="Look at it").click()
    page.get_by_label("What says of which kind it is?").select_option(value="")
    page.get_by_label("If all are of one kind, which?").select_option(label="A meeting place")
    page.get_by_label("Whose data is it?").fill("Fernside Council")
    page.get_by_label("On what terms may it be used?").fill("CC0 1.0")
    page.get_by_label("Of which day is the data?").fill("2026-03-01")
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Put the ticked places on the map").click()
    expect(page.get_by_text("3 places of this file are on the map now.")).to_be_visible()
    plain.close()
