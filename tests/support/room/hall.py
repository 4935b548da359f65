"""A hall with people in it: each has a browser of their own, all reach one server by a name that is not localhost."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.support.desk import Desk, Workshop
from tests.support.room.facilitator import Facilitator
from tests.support.room.phone import Phone
from tests.support.room.projector import Projector
from tests.support.room.stage import HOST, PATIENCE
from tests.support.room.watch import Watch

Theme = Literal["light", "dark"]

PHONE = ViewportSize(width=390, height=844)
SMALL_PHONE = ViewportSize(width=320, height=640)
LAPTOP = ViewportSize(width=1280, height=800)
PROJECTOR = ViewportSize(width=1920, height=1080)


@dataclass
class Opened:
    """One person's browser."""

    who: str
    context: BrowserContext
    watch: Watch


@dataclass
class Hall:
    """Everyone in one journey.

    Args:
        browser: the one process that all their browsers are part of.
        desk: of the server that they reach.
    """

    browser: Browser
    desk: Desk
    opened: list[Opened] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Count from here what the server complains of."""
        self._complained = len(self.desk.kithmap.complaints)

    @property
    def host(self) -> str:
        """How the room reaches the server, with its port."""
        return f"{HOST}:{self.desk.kithmap.port}"

    def facilitator(self, screen: ViewportSize = LAPTOP) -> Facilitator:
        """Let somebody come who runs workshops."""
        return Facilitator(*self._page("facilitator", screen), self.desk)

    def phone(self, who: str = "phone", screen: ViewportSize = PHONE, theme: Theme = "light") -> Phone:
        """Let somebody come with a phone."""
        return Phone(*self._page(who, screen, theme=theme, hand_held=True))

    def at_a_desk(self, who: str, screen: ViewportSize = PHONE) -> Phone:
        """Let somebody come who has a keyboard, and nothing to point or tap with."""
        return Phone(*self._page(who, screen))

    def projector(self, screen: ViewportSize = PROJECTOR) -> Projector:
        """Set up the hall's screen."""
        return Projector(*self._page("projector", screen))

    def joined(self, workshop: Workshop, who: str = "phone", screen: ViewportSize = PHONE) -> Phone:
        """Let somebody come who is on the map already."""
        phone = self.phone(who, screen)
        phone.join_by_link(workshop.join_path)
        return phone

    def another_tab(self, phone: Phone) -> Phone:
        """Open the same person's page a second time, in the same browser."""
        tab = Phone(phone.page.context.new_page(), phone.watch)
        tab.page.goto(phone.page.url)
        return tab

    def stranger(self, screen: ViewportSize = LAPTOP, *, theme: Theme = "light") -> Page:
        """Open a browser that has never been here."""
        return self._page("stranger", screen, theme=theme)[0]

    def faults(self) -> list[str]:
        """Tell what went wrong behind the screens, and in the server."""
        found = [f"{each.who}: {fault}" for each in self.opened for fault in each.watch.faults]
        return [*found, *filter(None, self.desk.kithmap.complaints[self._complained :].splitlines())]

    def take_pictures(self, folder: Path) -> list[Path]:
        """Keep what everyone sees, for whoever looks into a failure."""
        folder.mkdir(parents=True, exist_ok=True)
        taken = []
        for number, each in enumerate(self.opened):
            for page in each.context.pages:
                path = folder / f"{number}_{each.who}.png"
                page.screenshot(path=path)
                taken.append(path)
        return taken

    def leave(self) -> None:
        """Close all browsers of this journey."""
        for each in self.opened:
            each.context.close()

    def _page(
        self, who: str, screen: ViewportSize, *, theme: Theme = "light", hand_held: bool = False
    ) -> tuple[Page, Watch]:
        context = self.browser.new_context(
            base_url=f"http://{self.host}",
            viewport=screen,
            color_scheme=theme,
            has_touch=hand_held,
            is_mobile=hand_held,
            locale="en-GB",
        )
        context.set_default_timeout(PATIENCE)
        watch = Watch(context, self.host)
        self.opened.append(Opened(who, context, watch))
        return context.new_page(), watch
