"""Seven areas that have published, with an admin, a researcher, and a facilitator in each, at an installation's pages."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from sqlmodel import Session
from starlette.testclient import TestClient

from kithmap.basics.actors import Role
from kithmap.common_glossary import store
from kithmap.common_glossary.model import Group, Sheet
from kithmap.glossary import store as glossaries
from kithmap.glossary.actions import Founding, found
from kithmap.glossary.founding import scheme_of
from kithmap.glossary.model import Concept, Release
from kithmap.glossary.release import next_release
from kithmap.programme.model import Area
from tests.glossary.support import concept
from tests.support.installation import Installation

NAMES = ("Oakham", "Birch Hill", "Cedar Row", "Dogwood", "Elm Park", "Fir Bank", "Gorse End")


def words(concept_id: str, label: str, definition: str, **more: object) -> Concept:
    """Return a concept in English words."""
    return concept(concept_id, label={"en": label}, definition={"en": definition}, **more)


HUB = words("hub", "hub", "A place or person through whom many people are connected.")
HEART = words("heart", "heart of the place", "A place or person through whom many of us are connected.")
PARK = words("park", "park", "A green place that is open to everybody.")
POCKET = words("pocket_park", "pocket park", "A small green place between houses that is open to everybody.")
WELCOME = words("welcome", "welcome", "How new people are met when they come here for the first time.")

PUBLISHED: Mapping[str, Sequence[Concept]] = {
    "Oakham": (HUB, PARK, WELCOME),
    "Birch Hill": (HUB, PARK, WELCOME),
    "Cedar Row": (HUB, PARK, WELCOME),
    "Dogwood": (HUB, PARK, WELCOME),
    "Elm Park": (HUB, POCKET, WELCOME),
    "Fir Bank": (HEART, PARK, WELCOME),
    "Gorse End": (PARK,),
}
"""What each area published first: six hold a hub under two names, six a park of which one is a pocket park, six a welcome."""


@dataclass
class Seven:
    """The programme of an installation, with six more areas.

    Attributes:
        installation: at whose pages.
        areas: by name.
        path: of the desk.
    """

    installation: Installation
    areas: dict[str, Area]
    path: str

    def publish(self, name: str, *concepts: Concept) -> Release:
        """Let an area publish its next release."""
        return self.installation.do(self._publish, self.areas[name], concepts)

    def _publish(self, session: Session, area: Area, concepts: Sequence[Concept]) -> Release:
        now = self.installation.clock()
        glossary = glossaries.glossary_of_area(session, area.id) or found(
            session, Founding(area.programme, area.id, area.name), now
        )
        last = glossaries.release(session, glossary.id)
        scheme = last.scheme if last else scheme_of(glossary, area.name, "Seven places", now.date())
        release = next_release(last, scheme, concepts, (), now.date())
        glossaries.add_release(session, glossary.id, release, now)
        return release

    def sheet(self) -> Sheet:
        """Return all that stands in the newest round."""

        def work(session: Session) -> Sheet:
            round_ = store.newest_round(session, self.installation.programme.id)
            assert round_ is not None
            return store.sheet(session, round_)

        return self.installation.do(work)

    def group(self, label: str) -> Group:
        """Return the group that is called so."""
        return next(each for each in self.sheet().groups if each.label == label)

    def facilitator(self, name: str) -> TestClient:
        """Return the browser of an area's facilitator."""
        account = self.installation.colleague(Role.FACILITATOR, self.areas[name], f"Fay of {name}")
        return self.installation.signed_in(account)

    def researcher(self) -> TestClient:
        """Return the browser of a researcher of the first area."""
        return self.installation.signed_in(self.installation.colleague(Role.RESEARCHER, self.areas[NAMES[0]]))


def seven_areas(installation: Installation) -> Seven:
    """Return a programme of seven areas that have published: the installation's own, and six more."""
    areas = {name: installation.new_area(name) for name in NAMES[1:]}
    path = f"/programmes/{installation.programme.id}/common"
    seven = Seven(installation, {installation.area.name: installation.area, **areas}, path)
    for name, concepts in PUBLISHED.items():
        seven.publish(name, *concepts)
    return seven


def text_of(page: str) -> str:
    """Return a page's words, without its marks and needless spaces."""
    main = page.partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())
