"""Every page that the server answers, found by following links: nobody is kept out of any.

A page that no link leads to from here fails the test: let a link lead there, or begin there.
"""

import re
from collections import Counter, deque
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.support.desk import Workshop
from tests.support.layers_to_read import layers_to_read
from tests.support.room.hall import Hall
from tests.support.room.look import look
from tests.support.room.reach import lost_focus
from tests.support.running_kithmap import ROOT

pytestmark = pytest.mark.browser

ROUTES = ROOT / "docs" / "reference" / "routes.md"

NO_PAGES = re.compile(
    r"/(api|basemaps|words|static)/.*|/health|/live/.*|.*\.html|.*\.csv|.*\.json|.*/\{file\}|.*/files/\{name\}"
)
"""Addresses that answer with something else than a page, or with a file."""

LOOKED_AT_IN_EACH_STAGE = re.compile(r"/console/[^/]+|/projector/[^/]+|/w/[^/]+")
"""The three live screens: tests of their own look at them in every stage."""

ELSEWHERE = {
    # Leads to the same without its slash, or is the same.
    "/glossary/{name}/",
    "/ogc/",
    # Answers with a redirect to the welcome page.
    "/j/{token}",
    # Works once, within a day; its form has one button and is that of the account page.
    "/sign-in/{token}",
}


def pages() -> dict[str, re.Pattern[str]]:
    """Return the pattern of each page's address, by the address as it is documented."""
    rows = re.findall(r"^\| `(/[^`]*)` \| GET", ROUTES.read_text(encoding="utf-8"), re.MULTILINE)
    return {
        row: re.compile(re.sub(r"\{[^}]*\}", "[^/]+", row.replace(".", r"\.")))
        for row in rows
        if not NO_PAGES.fullmatch(row) and row not in ELSEWHERE
    }


@dataclass
class Walk:
    """Somebody who follows links, and looks at each sort of page once.

    Attributes:
        page: their browser.
        seen: the sorts that were looked at, with their titles.
    """

    page: Page
    seen: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def follow(self, *beginnings: str) -> None:
        """Look at these pages, and at whatever links lead to."""
        waiting = deque(beginnings)
        asked: set[str] = set()
        while waiting:
            address = waiting.popleft()
            kind = kind_of(address)
            if kind in self.seen or address in asked:
                continue
            asked.add(address)
            self.page.goto(address)
            # Somewhere else: a form's redirect, or a page for those who are in already.
            kind = kind_of(urlsplit(self.page.url).path)
            if kind is None or kind in self.seen:
                continue
            self._look(kind)
            waiting += [each for each in self._links() if kind_of(each) not in {None, *self.seen}]

    def _look(self, kind: str) -> None:
        self.seen[kind] = self.page.title()
        self.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        if LOOKED_AT_IN_EACH_STAGE.fullmatch(urlsplit(self.page.url).path):
            return
        headings = self.page.get_by_role("heading", level=1).count()
        found = [] if headings == 1 else [f"{headings} first headings"]
        found += [*look(self.page), *lost_focus(self.page)]
        self.faults += [f"{kind}: {fault}" for fault in found]

    def _links(self) -> list[str]:
        links: list[str] = self.page.evaluate(
            """() => [...document.querySelectorAll("a[href]:not([download])")]
                .filter((each) => each.origin === location.origin)
                .map((each) => each.pathname)"""
        )
        return links


def kind_of(address: str) -> str | None:
    """Return the documented address that this one is of, or None for what is no page."""
    path = urlsplit(address).path
    # An address written out goes before one with a place for anything.
    return next(
        (row for row in sorted(pages(), key=lambda row: row.count("{")) if pages()[row].fullmatch(path)), None
    )


def test_every_page_is_open_to_everyone(hall: Hall) -> None:
    evening = hall.desk.new_workshop("Every page")
    hall.desk.place(evening, "Old Mill", (-0.73, 52.67))
    hall.desk.begin_glossary()
    hall.desk.share_words()
    layers_to_read(hall.desk)
    walks = [as_facilitator(hall, evening), as_participant(hall, evening), as_stranger(hall, evening)]
    faults = [fault for walk in walks for fault in walk.faults]
    assert not faults, "\n".join(faults)
    seen = {kind for walk in walks for kind in walk.seen}
    assert set(pages()) - seen == set(), "no link led to these pages"
    for walk in walks:
        titles = Counter(walk.seen.values())
        assert [title for title, times in titles.items() if times > 1] == [], walk.seen
        assert all(title.endswith("– Kithmap") for title in titles)


def as_facilitator(hall: Hall, evening: Workshop) -> Walk:
    facilitator = hall.facilitator()
    facilitator.sign_in()
    invitation = facilitator.invite("Researcher")
    walk = Walk(facilitator.page)
    closed = hall.desk.new_workshop("It is over")
    hall.desk.ask(closed, "workshop.close")
    walk.follow("/programmes?all", f"/console/{closed.id}", f"/console/{evening.id}", "/guides", invitation)
    # The console leads there from within a sheet.
    walk.follow(f"/workshops/{evening.id}/bring-in")
    # The hall's screen is let in by its link, which leads to the map.
    walk.follow(evening.projector_path, f"/projector/{evening.id}/time-lapse")
    return walk


def as_participant(hall: Hall, evening: Workshop) -> Walk:
    phone = hall.joined(evening)
    walk = Walk(phone.page)
    walk.follow(f"/w/{evening.id}", f"/w/{evening.id}/me")
    return walk


def as_stranger(hall: Hall, evening: Workshop) -> Walk:
    walk = Walk(hall.phone("stranger").page)
    walk.follow("/", "/sign-in", evening.join_path, "/glossary/starting")
    return walk
