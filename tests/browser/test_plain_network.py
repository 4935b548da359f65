"""On a hall's plain network a browser withholds much; pages say so or do without."""

import pytest
from playwright.sync_api import expect

from tests.support.room.hall import Hall

pytestmark = pytest.mark.browser

WITHHELD = (
    "crypto.randomUUID",
    "crypto.subtle",
    "navigator.geolocation",
    "navigator.wakeLock",
    "navigator.clipboard",
)


def test_the_journeys_run_where_browsers_withhold_what_they_keep_for_secure_pages(hall: Hall) -> None:
    phone = hall.phone()
    phone.page.goto("/")
    assert phone.page.evaluate("isSecureContext") is False
    for name in WITHHELD:
        if name != "navigator.geolocation":
            assert phone.page.evaluate(f"typeof {name}") == "undefined", name


def test_the_phone_says_why_it_cannot_show_where_one_is(hall: Hall) -> None:
    phone = hall.joined(hall.desk.new_workshop())
    expect(phone.page.get_by_role("button", name="Show where I am")).to_have_count(0)
    phone.press("Help")
    expect(phone.sheet("How this works").get_by_text("only over a secure address")).to_be_visible()
