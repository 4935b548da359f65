"""The room in another language: chosen on the first page, written in its own direction, and nothing left behind in English."""

import pytest
from playwright.sync_api import Page, expect

from kithmap.web.language import BY_TAG, COOKIE, PSEUDO
from kithmap.web.translation import translation
from tests.support.desk import AREA_NAME
from tests.support.room.hall import SMALL_PHONE, Hall
from tests.support.room.phone import Phone

pytestmark = pytest.mark.browser

URDU = translation(BY_TAG["ur"]).gettext

PLAIN = """() => {
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const element = walker.currentNode.parentElement;
    if (/[A-Za-z]{2}/.test(text) && !element.closest("script, [dir=auto], bdi, .languages, .wordmark, kbd, .leaflet-control-attribution, .map-credit") && shown(element)) found.push(text);
  }
  return found;
}"""
"""Returns the words on a page, less what people typed and what has one name in all languages."""


def speak(phone: Phone, hall: Hall, tag: str) -> None:
    phone.page.context.add_cookies([{"name": COOKIE, "value": tag, "url": f"http://{hall.host}"}])


def wider_than_its_screen(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def test_a_phone_in_urdu_goes_from_the_code_to_a_place_on_the_map(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    phone = hall.phone()
    page = phone.page
    page.goto("/")
    page.get_by_role("button", name="اردو").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.get_by_label(URDU("The code")).fill(evening.code)
    phone.press(URDU("Join"))
    page.get_by_label(URDU("I want to take part")).check()
    page.get_by_label(URDU("Keep what I add")).check()
    phone.press(URDU("Join"))
    phone.press(URDU("I’ve written them down"))

    phone.press(URDU("Place here"))
    form = phone.sheet(URDU("Tell us about it"))
    form.get_by_role("radio", name=URDU("Building or open space")).click()
    form.get_by_label(URDU("What do people call it?")).fill("جامع مسجد")
    phone.press(URDU("Add this place"), form)
    expect(phone.pin("جامع مسجد")).to_be_visible()

    # The map is no text: north stays up, and east to the right.
    pin, cross = phone.spot_of("جامع مسجد"), page.viewport_size
    assert cross is not None
    assert abs(pin[0] - cross["width"] / 2) < cross["width"] / 4
    assert wider_than_its_screen(page) <= 0


def test_a_refusal_is_read_in_the_language_of_the_phone(hall: Hall) -> None:
    phone = hall.phone()
    phone.watch.expect("404")
    speak(phone, hall, "pl")
    page = phone.page
    page.goto("/")
    polish = translation(BY_TAG["pl"]).gettext
    page.get_by_label(polish("The code")).fill("no such 99")
    phone.press(polish("Join"))
    expect(page.get_by_role("alert")).to_contain_text("Żaden otwarty warsztat nie ma takiego kodu")


def without(text: str, typed: set[str]) -> str:
    for each in typed:
        text = text.replace(each, "")
    return text.strip(" ,·")


def bracketed(words: str) -> str:
    return translation(PSEUDO).gettext(words)


def test_nothing_on_a_small_phone_passes_the_catalogue_or_its_edge(hall: Hall) -> None:
    evening = hall.desk.new_workshop()
    phone = hall.phone(screen=SMALL_PHONE)
    speak(phone, hall, PSEUDO.tag)
    page = phone.page
    typed = {"Fern Hall", evening.title, AREA_NAME}

    def looks_whole(where: str) -> None:
        plain = [
            left
            for text in page.evaluate(PLAIN)
            if (left := without(text, typed)) and not text.startswith("[")
        ]
        assert plain == [], where
        assert wider_than_its_screen(page) <= 0, where

    page.goto("/")
    looks_whole("the first page")
    page.goto(evening.join_path)
    looks_whole("the welcome")
    page.get_by_label(bracketed("I want to take part")).check()
    page.get_by_label(bracketed("Keep what I add")).check()
    phone.press(bracketed("Join"))
    phone.press(bracketed("I’ve written them down"))
    typed.add(page.evaluate("JSON.parse(document.getElementById('page-context').textContent).alias"))
    looks_whole("the map")
    phone.press(bracketed("Place here"))
    form = phone.sheet(bracketed("Tell us about it"))
    form.get_by_role("radio", name=bracketed("Building or open space")).click()
    looks_whole("the form of a place")
    form.get_by_label(bracketed("What do people call it?")).fill("Fern Hall")
    phone.press(bracketed("Add this place"), form)
    phone.pin("Fern Hall").click()
    looks_whole("a place")
