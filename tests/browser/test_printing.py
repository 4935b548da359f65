"""What facilitators hold in the hand comes out of the printer as it should: whole cards, a run sheet of few pages."""

import re

import pytest
from playwright.sync_api import Page

from tests.support.room.hall import Hall

pytestmark = pytest.mark.browser

A_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
"""A page's own entry in a PDF, which Chromium writes uncompressed."""


def printed_pages(page: Page, path: str) -> int:
    """Return how many A4 pages a page takes on paper."""
    page.goto(path)
    return len(A_PAGE.findall(page.pdf(prefer_css_page_size=True)))


def test_the_run_sheet_takes_six_pages_and_no_card_is_cut_by_a_pages_end(hall: Hall) -> None:
    facilitator = hall.facilitator()
    facilitator.sign_in()

    assert printed_pages(facilitator.page, "/guides/run-sheet") <= 6
    assert printed_pages(facilitator.page, "/guides/cards-to-print") == 3


def test_the_button_prints(hall: Hall) -> None:
    facilitator = hall.facilitator()
    facilitator.sign_in()
    facilitator.page.add_init_script("window.print = () => { document.title = 'printed'; };")

    facilitator.page.goto("/guides/run-sheet")
    facilitator.press("Print this")

    assert facilitator.page.title() == "printed"
