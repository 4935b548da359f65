"""What a person has set on their device, the pages follow: less motion, forced colours. And the focus is never lost."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.room.hall import Hall
from tests.support.room.reach import lost_focus, moving_parts

pytestmark = pytest.mark.browser


def test_nothing_moves_where_less_motion_is_asked_for(hall: Hall) -> None:
    evening = hall.desk.new_workshop("Quietly")
    phone, projector, facilitator = hall.joined(evening), hall.projector(), hall.facilitator()
    facilitator.sign_in()
    screens = phone.page, projector.page, facilitator.page
    for page in screens:
        page.emulate_media(reduced_motion="reduce")
    facilitator.open_console(evening)
    projector.open(evening.projector_path)
    phone.place("Fern Hall", kind="Meeting place")
    phone.press("Place here")
    expect(phone.sheet("Tell us about it")).to_be_visible()
    expect(projector.place("Fern Hall")).to_be_visible()
    facilitator.press("Spotlight", facilitator.choose("Fern Hall"))
    for page in screens:
        assert moving_parts(page) == []


def test_the_film_goes_in_steps_where_less_motion_is_asked_for(hall: Hall) -> None:
    evening = hall.desk.new_workshop("In steps")
    hall.desk.place(evening, "Old Mill", (-0.73, 52.67))
    facilitator = hall.facilitator()
    facilitator.sign_in()
    facilitator.page.emulate_media(reduced_motion="reduce")
    facilitator.page.goto(f"/workshops/{evening.id}/time-lapse")
    facilitator.press("Play again")
    expect(facilitator.page.get_by_role("img", name="0 places")).to_be_visible()
    assert moving_parts(facilitator.page) == []
    facilitator.page.keyboard.press("ArrowRight")
    facilitator.page.keyboard.press("End")
    expect(facilitator.page.get_by_role("img", name="1 place, 0 connections")).to_be_visible()


def test_where_colours_are_forced_the_focus_and_the_choice_are_seen(hall: Hall) -> None:
    evening = hall.desk.new_workshop("High contrast")
    phone = hall.joined(evening)
    phone.page.emulate_media(forced_colors="active")
    phone.press("Place here")
    expect(phone.sheet("Tell us about it").get_by_role("heading")).to_be_focused()
    for _ in range(6):
        phone.page.keyboard.press("Tab")
        assert marks_of_focus(phone.page) != []


def marks_of_focus(page: Page) -> list[str]:
    """Return the outlines of what has the focus and of what holds it: without any, nobody sees it."""
    found: list[str] = page.evaluate(
        """() => [document.activeElement, document.activeElement.closest("label")]
            .filter((each) => each !== null)
            .map((each) => getComputedStyle(each).outlineStyle)
            .filter((style) => style !== "none")"""
    )
    return found


def test_the_focus_is_seen_on_each_screen_and_beside_each_sheet(hall: Hall) -> None:
    evening = hall.desk.new_workshop("By Tab")
    hall.desk.place(evening, "Old Mill", (-0.73, 52.67))
    phone, facilitator = hall.joined(evening), hall.facilitator()
    expect(phone.pin("Old Mill")).to_be_visible()
    assert lost_focus(phone.page, 15) == []
    sheet = phone.open_place("Old Mill")
    assert lost_focus(phone.page, 15) == []
    phone.press("Close", sheet)
    phone.open_list()
    assert lost_focus(phone.page, 15) == []
    facilitator.sign_in()
    facilitator.open_console(evening)
    assert lost_focus(facilitator.page) == []
    facilitator.press("All places")
    assert lost_focus(facilitator.page, 20) == []


def test_a_change_is_told_once_and_politely(hall: Hall) -> None:
    evening = hall.desk.new_workshop("Told once")
    phone = hall.joined(evening)
    phone.page.evaluate(
        """() => {
            window.told = [];
            new MutationObserver((changes) => {
                for (const {target} of changes) {
                    const part = target.parentElement?.closest("[role=status], [aria-live=polite]") ?? null;
                    if (part !== null) window.told.push(part.textContent.trim());
                }
            }).observe(document.body, {subtree: true, childList: true, characterData: true});
        }"""
    )
    phone.place("Fern Hall", kind="Meeting place")
    expect(phone.told("“Fern Hall” is on the map.")).to_be_visible()
    regions = phone.page.get_by_role("status").filter(has_text="“Fern Hall” is on the map.")
    assert regions.count() == 1
    assert phone.page.locator("[aria-live=assertive], [role=alert]").count() == 0
