"""Everyone in a workshop that follows its whole run sheet."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import expect

from kithmap.guides.catalogue import GuideCatalogue
from kithmap.guides.run_sheet import sheet_of
from tests.support.desk import Workshop
from tests.support.room.facilitator import Facilitator
from tests.support.room.hall import Hall
from tests.support.room.keyboard import Keyboard
from tests.support.room.phone import Phone
from tests.support.room.projector import Projector
from tests.support.source_tree import ROOT

STEPS = [
    step["title"]
    for step in sheet_of(GuideCatalogue(ROOT / "facilitator_guides" / "en", own=None).read().whole())["steps"]
]

TITLE = "What holds us together?"


@dataclass
class Evening:
    """Everyone who is there.

    Attributes:
        ann: comes with an ordinary phone.
        key: has a keyboard, and nothing to point with.
        urdu: reads and writes Urdu.
        lost: loses the network again and again.
        small: has a small phone, and large letters.
        late: comes late, and goes on with another phone.
    """

    hall: Hall
    facilitator: Facilitator
    projector: Projector
    ann: Phone
    key: Phone
    urdu: Phone
    lost: Phone
    small: Phone
    late: Phone
    step: int = 0

    @property
    def keyboard(self) -> Keyboard:
        return Keyboard(self.key.page)

    @property
    def workshop(self) -> Workshop:
        """The workshop that was made on the page."""
        return self.hall.desk.workshop(urlsplit(self.facilitator.page.url).path, TITLE)

    def go_on(self) -> None:
        """Press the one key that leads to the next step."""
        self.step += 1
        self.facilitator.page.keyboard.press("n")
        expect(
            self.facilitator.page.get_by_role("heading", name=STEPS[self.step], exact=True).first
        ).to_be_visible()
