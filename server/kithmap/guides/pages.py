"""The guides as pages, for reading and printing, and as a list that the console chooses a run sheet from."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from markupsafe import Markup

from kithmap.guides.access import ShelfDep
from kithmap.guides.catalogue import OWN
from kithmap.guides.markup import parts_of, to_html
from kithmap.guides.model import Guide, Step
from kithmap.guides.reading_aids import Part
from kithmap.web.dependencies import AccountDep
from kithmap.web.templates import Page, render

router = APIRouter(include_in_schema=False, prefix="/guides")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedGuide:
    """A guide in a list.

    Attributes:
        key: in its address.
        title: what it is called.
        summary: what it is for.
        minutes: how long it takes.
        language: its language tag, for screen readers.
        leads: whether a workshop can follow it.
        own: whether it is people's own, from the data folder.
    """

    key: str
    title: str
    summary: str
    minutes: int
    language: str
    leads: bool
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidesPage(Page):
    """All guides.

    Attributes:
        leading: those that a workshop can follow, in order.
        facilitators: those that facilitators read.
        researchers: those that researchers read.
        faults: what is wrong with files that cannot be used.
    """

    template: ClassVar[str] = "guides/list.html"
    entry: ClassVar[str] = "guides/page_guide"
    screen: ClassVar[str] = "console"

    leading: tuple[ListedGuide, ...]
    facilitators: tuple[ListedGuide, ...]
    researchers: tuple[ListedGuide, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStep:
    """A step of a guide's run sheet.

    Attributes:
        step: as the guide tells it.
        starts: minutes from the guide's beginning until it begins.
    """

    step: Step
    starts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidePage(Page):
    """One guide, for reading and printing.

    Attributes:
        guide: the guide.
        body: its text as HTML.
        parts: of that text, for a list of what is in it.
        steps: its run sheet; empty for a guide that is only read.
        own: whether it is people's own, from the data folder.
    """

    template: ClassVar[str] = "guides/guide.html"
    entry: ClassVar[str] = "guides/page_guide"
    screen: ClassVar[str] = "console"

    guide: Guide
    body: Markup
    parts: tuple[Part, ...]
    steps: tuple[ShownStep, ...]
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsPage(Page):
    """Cards to rate by and to look back by, and a sheet to take home. They hold nothing of any workshop."""

    template: ClassVar[str] = "guides/cards.html"
    entry: ClassVar[str] = "guides/page_guide"
    screen: ClassVar[str] = "console"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSheetPage(Page):
    """The run sheet of a whole workshop, to print and hold in the hand.

    Attributes:
        steps: of all guides that lead a workshop, one after another.
        minutes: how long they take together.
    """

    template: ClassVar[str] = "guides/run_sheet.html"
    entry: ClassVar[str] = "guides/page_guide"
    screen: ClassVar[str] = "console"

    steps: tuple[ShownStep, ...]
    minutes: int


@router.get("")
async def guides_page(request: Request, account: AccountDep, shelf: ShelfDep) -> Response:
    """List the guides."""
    if account is None:
        return RedirectResponse("/sign-in?next=/guides", 303)
    listed = [(each, _listed(each)) for each in shelf.guides]
    read = [(guide, row) for guide, row in listed if not row.leads]
    page = GuidesPage(
        leading=tuple(row for _, row in listed if row.leads),
        facilitators=tuple(row for guide, row in read if guide.readers == "facilitators"),
        researchers=tuple(row for guide, row in read if guide.readers == "researchers"),
        faults=shelf.faults,
    )
    return render(request, page)


@router.get("/run-sheet")
async def run_sheet_page(request: Request, account: AccountDep, shelf: ShelfDep) -> Response:
    """Show the run sheet of a whole workshop, from the guides that come with Kithmap."""
    if account is None:
        return RedirectResponse("/sign-in?next=/guides", 303)
    ours = [guide for guide in shelf.leading() if not guide.key.startswith(OWN)]
    steps = _timed(step for guide in ours for step in guide.steps)
    return render(request, RunSheetPage(steps=steps, minutes=sum(guide.minutes for guide in ours)))


@router.get("/cards-to-print")
async def cards_page(request: Request, account: AccountDep) -> Response:
    """Show the cards of those who would rather write than type, to print."""
    if account is None:
        return RedirectResponse("/sign-in?next=/guides", 303)
    return render(request, CardsPage())


@router.get("/{key}")
async def guide_page(key: str, request: Request, account: AccountDep, shelf: ShelfDep) -> Response:
    """Show a guide, to read or to print."""
    if account is None:
        return RedirectResponse("/sign-in?next=/guides", 303)
    guide = shelf.guide(key)
    # Made safe by the renderer: no HTML of a guide's author comes through.
    body = Markup(to_html(guide.body))  # noqa: S704
    page = GuidePage(
        guide=guide,
        body=body,
        parts=parts_of(guide.body),
        steps=_timed(guide.steps),
        own=key.startswith(OWN),
    )
    return render(request, page)


def _timed(steps: Iterable[Step]) -> tuple[ShownStep, ...]:
    shown: list[ShownStep] = []
    starts = 0
    for step in steps:
        shown.append(ShownStep(step=step, starts=starts))
        starts += step.minutes
    return tuple(shown)


def _listed(guide: Guide) -> ListedGuide:
    return ListedGuide(
        key=guide.key,
        title=guide.title,
        summary=guide.summary,
        minutes=guide.minutes,
        language=guide.language,
        leads=bool(guide.steps),
        own=guide.key.startswith(OWN),
    )
