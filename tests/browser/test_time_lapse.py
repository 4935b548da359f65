"""How the map grew: played at a desk, in the hall, and from a file on a machine without a network."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.support.desk import Workshop
from tests.support.room.hall import LAPTOP, Hall

pytestmark = pytest.mark.browser

HOSTILE = "<img src=x onerror=alert(1)>"

MOST_BYTES = 1_500_000
"""What a film of an ordinary workshop may weigh: it goes by letter as well as by stick."""


def told(hall: Hall) -> Workshop:
    """Return a workshop with two places in it, one of them called something wicked."""
    evening = hall.desk.new_workshop("It grew")
    hall.desk.place(evening, "Old Mill", (-0.73, 52.67), visibility="public")
    hall.desk.place(evening, HOSTILE, (-0.725, 52.665), visibility="public")
    return evening


def test_the_film_plays_in_the_hall_and_goes_by_the_arrow_keys(hall: Hall) -> None:
    evening = told(hall)
    projector = hall.projector()
    projector.open(evening.projector_path)
    projector.page.goto(f"/projector/{evening.id}/time-lapse")
    page = projector.page
    expect(page.get_by_role("img", name="2 places, 0 connections")).to_be_visible()
    page.keyboard.press("Home")
    for places in ("1 place", "2 places"):
        page.keyboard.press("ArrowRight")
        # The first step may be to a stage.
        if page.get_by_role("img", name="0 places").is_visible():
            page.keyboard.press("ArrowRight")
        expect(page.get_by_role("img", name=f": {places}, 0 connections")).to_be_visible()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Pause")).to_be_visible()


def test_the_film_s_file_plays_without_a_network_and_asks_nobody(hall: Hall, tmp_path: Path) -> None:
    evening = told(hall)
    facilitator = hall.facilitator()
    facilitator.sign_in()
    facilitator.open_console(evening)
    facilitator.page.get_by_role("link", name="See how the map grew").click()
    with facilitator.page.expect_download() as waiting:
        facilitator.page.get_by_role("link", name="For anyone").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    assert path.stat().st_size < MOST_BYTES
    context = hall.browser.new_context(viewport=LAPTOP, offline=True)
    asked: list[str] = []
    wrong: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(path.as_uri())
    expect(page.get_by_role("img", name="2 places, 0 connections")).to_be_visible()
    page.get_by_role("button", name="Play again").click()
    expect(page.get_by_role("img", name=": 0 places, 0 connections")).to_be_visible()
    page.keyboard.press("End")
    page.get_by_text("What happened, as a list").click()
    expect(page.get_by_role("listitem").filter(has_text=HOSTILE)).to_be_visible()
    assert [each for each in asked if not each.startswith("data:")] == [path.as_uri()]
    assert wrong == []
    context.close()
