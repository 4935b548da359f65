"""What programs read, shown to people: each page fits any screen, and the way leads from the account to a token and back."""

import re

import httpx
import pytest
from playwright.sync_api import ViewportSize, expect

from tests.support.layers_to_read import layers_to_read
from tests.support.room.hall import LAPTOP, SMALL_PHONE, Hall
from tests.support.room.look import look
from tests.support.room.reach import lost_focus

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("screen", [SMALL_PHONE, LAPTOP], ids=lambda each: str(each["width"]))
def test_every_page_for_programs_fits_any_screen_and_is_open_to_everyone(
    hall: Hall, screen: ViewportSize
) -> None:
    there = layers_to_read(hall.desk)
    name = f"{there.area.rpartition('/')[2]}.assets"
    page = hall.stranger(screen)
    faults: list[str] = []
    for address in (
        "/ogc",
        "/ogc/conformance",
        "/ogc/api",
        "/ogc/collections",
        f"/ogc/collections/{name}",
        f"/ogc/collections/{name}/queryables",
        f"/ogc/collections/{name}/items",
        f"/ogc/collections/{name}/items/a-hall",
    ):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        faults += [f"{address}: {fault}" for fault in (*look(page), *lost_focus(page))]
    assert faults == []


def test_a_token_is_made_shown_once_and_taken_back(hall: Hall) -> None:
    facilitator = hall.facilitator()
    facilitator.sign_in()
    page = facilitator.page
    page.goto("/account")
    page.get_by_role("link", name="Read maps with QGIS, R or Python").click()
    page.get_by_label("For which program?").fill("QGIS at work")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="The token for QGIS at work")).to_be_visible()
    shown = page.get_by_text(re.compile("^kithmap_")).inner_text()
    assert look(page) == []
    address = f"{hall.desk.client.base_url}/ogc/collections"
    assert httpx.get(address, headers={"authorization": f"Bearer {shown}"}).status_code == httpx.codes.OK
    page.get_by_role("button", name="Take back QGIS at work").click()
    expect(page.get_by_text(shown)).to_be_hidden()
    assert httpx.get(address, headers={"authorization": f"Bearer {shown}"}).status_code == 401
