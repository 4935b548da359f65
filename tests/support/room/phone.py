"""Somebody with a phone: what they do, in the words of the room."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.support.room.watch import Watch

Spot = tuple[int, int]
"""How far to drag the map before placing, in pixels to the right and down."""


@dataclass
class Phone:
    """A participant.

    Attributes:
        page: what they look at.
        watch: of their browser.
        words: the three words they were given, once they joined.
    """

    page: Page
    watch: Watch
    words: str = ""

    # Coming in.

    def join(self, code: str, name: str = "") -> None:
        """Type the code that the hall's screen shows."""
        self.page.goto("/")
        self.page.get_by_label("The code").fill(code)
        self.press("Join")
        self.agree(name)

    def join_by_link(self, path: str, name: str = "") -> None:
        """Scan the code, or follow the link."""
        self.page.goto(path)
        self.agree(name)

    def agree(self, name: str = "") -> None:
        """Say what is all right, come in, and write down the three words."""
        self.come_in(name)
        self.note_words()

    def come_in(self, name: str = "") -> None:
        """Say what is all right, and come in."""
        self.page.get_by_label("I want to take part").check()
        self.page.get_by_label("Keep what I add").check()
        if name:
            self.page.get_by_label("What shall we call you?").fill(name)
        self.press("Join")

    def note_words(self) -> None:
        """Write down the three words that the phone shows once."""
        words = self.sheet("Your three words")
        expect(words).to_be_visible()
        self.words = words.get_by_role("paragraph").first.inner_text()
        self.press("I’ve written them down")

    def come_back(self, path: str, words: str) -> None:
        """Come back as oneself on another phone."""
        self.page.goto(path)
        self.page.get_by_text("I was here before, on another phone").click()
        self.page.get_by_label("Your three words").fill(words)
        self.press("Come back as myself")

    # The screen.

    @property
    def map(self) -> Locator:
        """The map."""
        return self.page.get_by_role("application")

    def press(self, name: str, within: Locator | None = None) -> None:
        """Press a button by what it says."""
        (within or self.page).get_by_role("button", name=name, exact=True).click()

    def sheet(self, name: str) -> Locator:
        """Return the sheet with this heading."""
        return self.page.get_by_role("dialog", name=name, exact=True)

    def told(self, words: str | re.Pattern[str]) -> Locator:
        """Return what the page says of itself: the stage, the connection, what was done."""
        return self.page.get_by_role("status").filter(has_text=words)

    def message(self, told: str) -> Locator:
        """Return a short message, with the buttons beside its words."""
        return self.page.get_by_role("status").get_by_text(told).locator("..")

    def pin(self, title: str) -> Locator:
        """Return a place's pin on the map."""
        return self.map.get_by_role("button", name=title)

    def spot_of(self, title: str) -> tuple[float, float]:
        """Return where a place's pin stands on this screen, in pixels from its corner."""
        box = self.pin(title).bounding_box()
        assert box is not None
        return box["x"], box["y"]

    def mine(self, words: str) -> Locator:
        """Return the chip that counts one's own places."""
        return self.page.get_by_role("button", name=f"Me: {words}", exact=True)

    # Places.

    def place(
        self, title: str, kind: str = "Building or open space", note: str = "", move: Spot = (0, 0)
    ) -> None:
        """Put a place on the map."""
        if move != (0, 0):
            self.drag_map(*move)
        self.press("Place here")
        self.tell_place(title, kind, note)

    def tell_place(self, title: str, kind: str = "Building or open space", note: str = "") -> None:
        """Say what a place is, and put it on the map."""
        form = self.sheet("Tell us about it")
        form.get_by_role("radio", name=kind).click()
        form.get_by_label("What do people call it?").fill(title)
        if note:
            form.get_by_label("Why does it matter?").fill(note)
        self.press("Add this place", form)
        expect(form).to_be_hidden()

    def drag_map(self, right: int, down: int) -> None:
        """Drag the map, so that another spot comes under the cross."""
        box = self.map.bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 3
        mouse = self.page.mouse
        mouse.move(x, y)
        mouse.down()
        mouse.move(x + right, y + down, steps=4)
        mouse.up()

    def open_place(self, title: str) -> Locator:
        """Tap a place's pin; return the sheet that tells of it."""
        self.pin(title).click()
        sheet = self.page.get_by_role("region", name=title, exact=True)
        expect(sheet).to_be_visible()
        return sheet

    def change_title(self, title: str, new: str) -> None:
        """Give one's own place another name."""
        self.press("Change", self.open_place(title))
        form = self.sheet("Change this place")
        form.get_by_label("What do people call it?").fill(new)
        self.press("Save changes", form)
        expect(form).to_be_hidden()

    def move_place(self, title: str, *drag: int) -> None:
        """Put one's own place elsewhere."""
        self.press("Move", self.open_place(title))
        expect(self.told(f"Moving “{title}”")).to_be_visible()
        self.drag_map(*drag)
        self.press("Move here")

    def undo(self, told: str) -> None:
        """Take back what a message tells of."""
        self.press("Undo", self.message(told))

    def connect(self, start: str, end: str, why: str = "Fun", words: str = "") -> None:
        """Join two places, chosen on the map."""
        self.press("Join two places")
        self.pin(start).click()
        expect(self.told("Now choose the second place")).to_be_visible()
        self.pin(end).click()
        self.tell_connection(why, words)

    def tell_connection(self, why: str = "Fun", words: str = "") -> None:
        """Fill in how two places are connected."""
        form = self.sheet("How are they connected?")
        for choice in ("Face to face", "Every week", "Steady"):
            form.get_by_label(choice, exact=True).check()
        form.get_by_label("Where does it happen?").select_option(label="No fixed place")
        form.get_by_label(why, exact=True).check()
        if words:
            form.get_by_label("New friends").check()
            form.get_by_label("In your own words").fill(words)
        self.press("Connect them", form)
        expect(form).to_be_hidden()

    # The list.

    def open_list(self) -> Locator:
        """Open the list of all places."""
        self.press("List")
        return self.sheet("All places")

    def close(self, sheet: Locator) -> None:
        """Close a sheet."""
        self.press("Close", sheet)
        expect(sheet).to_be_hidden()

    # With an account.

    def accept_invitation(self, path: str, name: str) -> None:
        """Follow an invitation, and come in by a name."""
        self.page.goto(path)
        self.page.get_by_label("Your name").fill(name)
        self.press("Come in")
        expect(self.page.get_by_role("link", name=name)).to_be_visible()
