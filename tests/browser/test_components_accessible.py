"""Every example of every component: nobody is kept out, whatever words it holds, in whatever direction they run."""

import pytest
from playwright.sync_api import Page

from tests.support.room.axe import barriers, faint_in_other_theme, scrolls_sideways, settle
from tests.support.room.hall import SMALL_PHONE, Hall
from tests.support.room.reach import cut_off, small_targets

pytestmark = pytest.mark.browser


def examples(page: Page) -> list[str]:
    """Return the names of all examples, as the gallery lists them."""
    page.goto("/dev/components")
    links = page.get_by_role("navigation", name="Examples").get_by_role("link")
    links.first.wait_for()
    return links.all_inner_texts()


def show(page: Page, name: str, language: str = "en") -> None:
    """Open one example on a page of its own."""
    page.goto(f"/dev/components/example?name={name}&language={language}")
    settle(page)


def test_every_example_is_open_to_everyone_on_a_small_phone(hall: Hall) -> None:
    page = hall.stranger(SMALL_PHONE)
    faults: list[str] = []
    for name in examples(page):
        show(page, name)
        found = [*barriers(page), *scrolls_sideways(page), *cut_off(page), *small_targets(page)]
        if not name.endswith("long words"):
            # The colours of long words are those of the others.
            found += faint_in_other_theme(page)
        faults += [f"{name}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


def test_every_example_keeps_within_the_screen_from_right_to_left(hall: Hall) -> None:
    page = hall.stranger(SMALL_PHONE)
    faults: list[str] = []
    for name in examples(page):
        show(page, name, "ur")
        faults += [f"{name}: {fault}" for fault in (*scrolls_sideways(page), *cut_off(page))]
    assert not faults, "\n".join(faults)


def test_the_gallery_shows_an_example_as_it_is_asked_for(hall: Hall) -> None:
    page = hall.stranger()
    names = examples(page)
    page.get_by_label("Theme").select_option("dark")
    page.get_by_label("Direction").select_option("ur")
    page.get_by_role("link", name=names[-1], exact=True).click()
    shown = page.frame_locator("iframe").locator("html[data-theme=dark][dir=rtl] #example")
    shown.wait_for(state="attached")
    assert shown.get_attribute("data-name") == names[-1]
