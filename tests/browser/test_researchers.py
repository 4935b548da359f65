"""Reading what was published: the catalogue and its search, a release with its map, places, and areas side by side."""

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.support.layers_to_read import layers_to_read
from tests.support.room.hall import LAPTOP, SMALL_PHONE, Hall
from tests.support.room.look import look
from tests.support.room.reach import lost_focus

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("screen", [SMALL_PHONE, LAPTOP], ids=lambda each: str(each["width"]))
def test_every_page_for_researchers_fits_any_screen_and_is_open_to_everyone(
    hall: Hall, screen: ViewportSize
) -> None:
    there = layers_to_read(hall.desk)
    page = hall.stranger(screen)
    version = f"{there.area}/versions/1.1.0"
    faults: list[str] = []
    for address in (
        "/layers",
        "/layers?words=hall",
        "/layers?words=nothing+of+this",
        there.area,
        f"{there.area}/versions/1.0.0",
        f"{version}/places",
        f"{version}/places/a-hall",
        "/layers/compare",
        there.beside,
    ):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        faults += [f"{address}: {fault}" for fault in (*look(page), *lost_focus(page))]
    assert faults == []


def test_a_place_is_found_from_the_catalogue_to_all_that_is_told_of_it(hall: Hall) -> None:
    there = layers_to_read(hall.desk)
    page = hall.stranger()
    page.goto("/layers")
    page.get_by_role("searchbox", name="Look for a word").fill("VICTORIA")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="things speak of “VICTORIA”")).to_be_visible()
    expect(page.locator("mark").first).to_have_text("Victoria")
    page.locator(f'a[href="{there.area}/versions/1.1.0/places/a-hall"]').click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Victoria Hall")
    expect(page.get_by_role("row", name="kind_label")).to_contain_text("A place or space")


def test_the_picture_of_a_release_becomes_a_map_whose_places_lead_on(hall: Hall) -> None:
    there = layers_to_read(hall.desk)
    page = hall.stranger()
    page.goto(there.area)
    pin = page.get_by_role("button", name="Victoria Hall")
    expect(pin).to_be_attached()
    pin.focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Read all that is told of it").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Victoria Hall")


def test_areas_are_put_side_by_side_by_keyboard(hall: Hall) -> None:
    layers_to_read(hall.desk)
    page = hall.stranger()
    page.goto("/layers/compare")
    for name in ("Brook End", "Fern Side"):
        page.get_by_role("checkbox", name=name).focus()
        page.keyboard.press("Space")
    page.get_by_role("combobox", name="Of which wave?").select_option("To be read")
    page.get_by_role("button", name="Put them side by side").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Assets by kind")).to_be_visible()
    chart = page.get_by_role("img", name="How much was mapped")
    expect(chart).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save the chart: How much was mapped").click()
    assert saved.value.suggested_filename == "kithmap-compared-how-much-was-mapped.svg"


def test_without_a_script_the_same_is_there(hall: Hall) -> None:
    there = layers_to_read(hall.desk)
    context = hall.browser.new_context(base_url=f"http://{hall.host}", java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(there.area)
        expect(page.locator(".release-picture .release-dots")).to_have_count(1)
        page.get_by_role("link", name="All places as a list").click()
        expect(page.get_by_role("rowheader", name="Victoria Hall")).to_be_visible()
    finally:
        context.close()
