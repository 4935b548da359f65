"""The hall's screen."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page

from tests.support.room.watch import Watch


@dataclass
class Projector:
    """The page that everyone sees.

    Attributes:
        page: what it shows.
        watch: of its browser.
    """

    page: Page
    watch: Watch

    def open(self, path: str) -> None:
        """Open the link that the console gives."""
        self.page.goto(path)

    def says(self, words: str) -> Locator:
        """Return words that stand on the screen, in capitals or not."""
        return self.page.get_by_text(re.compile(f"^\\s*{re.escape(words)}\\s*$", re.IGNORECASE))

    def place(self, title: str) -> Locator:
        """Return a place's name on the map."""
        return self.page.get_by_role("region", name="Map of").get_by_text(title, exact=True)
