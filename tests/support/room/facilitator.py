"""The facilitator, at a laptop."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.support.desk import ADMIN, AREA_NAME, PASSWORD, Desk, Workshop
from tests.support.room.watch import Watch


@dataclass
class Facilitator:
    """Whoever runs the workshop.

    Attributes:
        page: what they look at.
        watch: of their browser.
        desk: tells where the programme's area is.
    """

    page: Page
    watch: Watch
    desk: Desk

    def sign_in(self) -> None:
        """Come in by name and password."""
        self.page.goto("/sign-in")
        self.page.get_by_label("Your name").fill(ADMIN)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.press("Sign in")
        expect(self.page.get_by_role("link", name=ADMIN)).to_be_visible()

    def press(self, name: str, within: Locator | None = None) -> None:
        """Press a button by what it says."""
        (within or self.page).get_by_role("button", name=name, exact=True).click()

    def unfold(self) -> None:
        """Open whatever is folded up on the page."""
        self.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")

    def field_holding(self, words: str) -> Locator:
        """Return a field that holds these words."""
        return self.page.locator(f"input[value={words!r}]")

    # The programme.

    def invite(self, role: str) -> str:
        """Invite somebody into the area; return the path of the link."""
        self.page.goto("/people")
        self.page.get_by_role("radio", name=role).check()
        self.page.get_by_role("checkbox", name=AREA_NAME).check()
        self.press("Make the invitation")
        shown = self.page.get_by_role("link").filter(has_text="/invitations/").inner_text()
        return urlsplit(shown).path

    def give_role(self, name: str, role: str) -> None:
        """Give a colleague another role in the area."""
        self.page.goto("/people")
        heading = self.page.get_by_role("heading", name=name)
        colleague = self.page.get_by_role("listitem").filter(has=heading)
        colleague.get_by_text("Change").click()
        colleague.get_by_label(AREA_NAME).select_option(label=role)
        self.press("Keep these roles", colleague)

    def make_workshop(self, title: str, *, guided: bool = False) -> None:
        """Make a workshop on the area's page, with the whole run sheet or with none; its console opens."""
        self.page.goto(f"/areas/{self.desk.area}")
        self.page.get_by_role("link", name="New workshop").click()
        self.page.get_by_label("What is it called?").fill(title)
        parts = self.page.get_by_role("group", name="Which parts does it have?").get_by_role("checkbox")
        for part in parts.all():
            part.set_checked(guided)
        self.press("Make the workshop")
        expect(self.page.get_by_role("button", name="Open the workshop")).to_be_visible()

    # The console.

    def open_console(self, workshop: Workshop) -> None:
        """Go to the console of a workshop that is there."""
        self.page.goto(f"/console/{workshop.id}")
        expect(self.map).to_be_visible()

    @property
    def map(self) -> Locator:
        """The map."""
        return self.page.get_by_role("application")

    @property
    def code(self) -> str:
        """What people type to come in, as it stands at the top."""
        said = self.page.get_by_role("paragraph").filter(has_text="Join by")
        return said.inner_text().removeprefix("Join by").strip()

    def projector_path(self) -> str:
        """Return where the link to the projector leads."""
        link = self.page.get_by_role("link", name="Open the projector").get_attribute("href") or ""
        return link.removeprefix(f"{urlsplit(link).scheme}://{urlsplit(link).netloc}")

    def told(self, words: str) -> Locator:
        """Return what the page says was done."""
        return self.page.get_by_role("status").filter(has_text=words)

    def part(self, heading: str) -> Locator:
        """Return a part of the page by its heading."""
        return self.page.locator("section").filter(has=self.page.get_by_role("heading", name=heading))

    def answer(self, question: str, yes: str) -> None:
        """Say yes to what the page asks before it does something."""
        self.press(yes, self.page.get_by_role("alertdialog", name=question))

    def pin(self, title: str) -> Locator:
        """Return a place's pin on the map."""
        return self.map.get_by_role("button", name=title)

    def choose(self, title: str) -> Locator:
        """Choose a place on the map; return its card."""
        self.pin(title).click()
        card = self.page.get_by_role("region", name=title, exact=True)
        expect(card).to_be_visible()
        return card

    def download_map(self) -> Path:
        """Download the map as GeoJSON."""
        with self.page.expect_download() as waiting:
            self.page.get_by_role("link", name="Download the map (GeoJSON)").click()
        return waiting.value.path()
