import gzip
import re

import pytest

from kithmap.web.language import BY_TAG
from kithmap.web.static import FOR_EVER
from kithmap.web.translation import translation
from tests.support.installation import Installation

PSEUDO = translation(BY_TAG["en-XA"])


def test_words_are_kept_by_browsers_for_ever_under_a_name_that_changes_with_them(
    installation: Installation,
) -> None:
    address = PSEUDO.script_address("phone")
    answer = installation.browser().get(str(address))
    assert answer.headers["cache-control"] == FOR_EVER
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.content == PSEUDO.script("phone")


def test_an_older_page_is_given_the_newest_words_and_keeps_them_not(installation: Installation) -> None:
    answer = installation.browser().get("/words/en-XA/console-000000000000.js")
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.content == PSEUDO.script("console")


def test_words_travel_packed_where_the_browser_unpacks() -> None:
    assert len(gzip.compress(PSEUDO.script("phone"), mtime=0)) < len(PSEUDO.script("phone")) / 2


@pytest.mark.parametrize("address", ["/words/tlh/phone-1.js", "/words/pl/kitchen-1.js", "/words/pl/..-1.js"])
def test_there_are_no_words_for_what_we_do_not_have(installation: Installation, address: str) -> None:
    assert installation.browser().get(address).status_code == 404


def test_a_choice_is_kept_and_leads_back(installation: Installation) -> None:
    browser = installation.browser()
    answer = browser.post("/language", data={"language": "ur", "to": "/sign-in"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
    assert re.search(r'<html\s+lang="ur"\s+dir="rtl"', browser.get("/").text)


@pytest.mark.parametrize("to", ["https://evil.example", "//evil.example", ""])
def test_a_choice_leads_nowhere_else(installation: Installation, to: str) -> None:
    answer = installation.browser().post("/language", data={"language": "cy", "to": to})
    assert answer.headers["location"] == "/"


def test_what_is_no_language_is_not_kept(installation: Installation) -> None:
    browser = installation.browser()
    assert "set-cookie" not in browser.post("/language", data={"language": "<b>", "to": "/"}).headers
