"""A person without a pointer: Tab, Enter, Space, arrows and letters."""

import re

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 80
"""Beyond these nobody goes on looking."""


class Keyboard:
    """The keyboard of one page. What has the focus can always be seen, or the journey fails."""

    def __init__(self, page: Page) -> None:
        """Begin wherever the page puts the focus."""
        self._page = page

    def go_to(self, target: Locator) -> None:
        """Press Tab until something has the focus."""
        expect(target).to_be_visible()
        for _ in range(MOST_TABS):
            if target.evaluate("element => element === document.activeElement"):
                expect(target).to_be_in_viewport()
                return
            self.keys("Tab")
        raise AssertionError(f"{MOST_TABS} times Tab do not lead to {target}")

    def press(self, name: str, within: Locator | None = None) -> None:
        """Go to a button by what it says, and press it."""
        self.go_to((within or self._page).get_by_role("button", name=name, exact=True))
        self.keys("Enter")

    def tick(self, target: Locator) -> None:
        """Go to a choice, and make it."""
        self.go_to(target)
        self.keys("Space")
        expect(target).to_be_checked()

    def choose(self, question: Locator, answer: str) -> None:
        """Go to a group of radio buttons, with arrows to the one whose words begin so, and settle on it."""
        buttons = question.get_by_role("radio")
        wanted = question.get_by_role("radio", name=re.compile(f"^{re.escape(answer)}"))
        chosen = question.get_by_role("radio", checked=True)
        # Tab stops at a group once: at what is chosen, else at its beginning.
        self.go_to(chosen if chosen.count() else buttons.first)
        for _ in range(buttons.count()):
            if wanted.evaluate("element => element === document.activeElement"):
                break
            self.keys("ArrowDown")
        self.keys("Space")

    def write(self, target: Locator, words: str) -> None:
        """Go to a field, and write over what it holds."""
        self.go_to(target)
        self.keys("ControlOrMeta+a")
        self._page.keyboard.type(words)

    def keys(self, *keys: str) -> None:
        """Press keys, one after another."""
        for key in keys:
            self._page.keyboard.press(key)
