"""Paper to print before a workshop: the area's sheet, and cards. For those who run it."""

from dataclasses import dataclass
from typing import Annotated, Any, ClassVar
from urllib.parse import urlsplit

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse
from markupsafe import Markup

from kithmap.basemap.catalogue import describe_basemap
from kithmap.basemap.model import Theme
from kithmap.basics.actors import LEADING
from kithmap.basics.errors import NotAllowedError
from kithmap.paper.cards import CARDS_ON_A_PAGE, LAST_NUMBER, MOST_PAGES, Card, Kind, kinds_of, numbers
from kithmap.paper.drawing import Tiles, bar_svg, map_svg
from kithmap.paper.grid import grid_of
from kithmap.paper.layout import Paper, Turn, better_turn, lay_out
from kithmap.web.dependencies import AccountDep, Services, ServicesDep
from kithmap.web.lives import follow_log
from kithmap.web.qr import qr_svg
from kithmap.web.templates import Page, render
from kithmap.workshop.access import ONLY_LEADING
from kithmap.workshop.actions import join_token, require_workshop
from kithmap.workshop.joining import Listed
from kithmap.workshop.rules import boundary_of, workshop_of

router = APIRouter(include_in_schema=False, prefix="/workshops/{workshop}/paper")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPage(Page):
    """What both kinds of paper share.

    Attributes:
        id: the workshop's.
        title: the workshop's.
        area: its area's name.
        address: where people type the code, without ``http://``.
        code: by which people join; empty once the workshop is over.
        qr: the join link as an SVG drawing; empty once the workshop is over.
    """

    entry: ClassVar[str | None] = "paper/page_paper"
    screen: ClassVar[str] = "console"

    id: str
    title: str
    area: str
    address: str
    code: str
    qr: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPage(PaperPage):
    """A sheet of the area, to lay on a table.

    Attributes:
        paper: its size.
        turn: how it is held.
        map: the map with its grid, an SVG drawing in millimetres.
        bar: the scale bar, an SVG drawing in millimetres.
        bar_metres: what its length stands for.
        square_metres: the side of a square on the ground.
        attribution: whose the map data are, or empty where there is no basemap.
    """

    template: ClassVar[str] = "paper/sheet.html"

    paper: Paper
    turn: Turn
    map: Markup
    bar: Markup
    bar_metres: int
    square_metres: int
    attribution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsPage(PaperPage):
    """Cards to cut apart and write on.

    Attributes:
        card: what they are for.
        sheets: the numbers of the cards, page by page.
        first: the first number.
        pages: how many pages.
        next: the number after the last.
        kinds: to be ticked on a place's card.
    """

    template: ClassVar[str] = "paper/cards.html"

    card: Card
    sheets: tuple[tuple[int, ...], ...]
    first: int
    pages: int
    next: int
    kinds: tuple[Kind, ...]


@router.get("/sheet")
async def area_sheet(
    workshop: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    paper: Paper = Paper.A3,
    turn: Turn | None = None,
) -> Response:
    """Show a sheet of the area as it will be printed."""
    if account is None:
        return RedirectResponse(f"/sign-in?next=/workshops/{workshop}/paper/sheet", 303)
    listed, fields = await _led(request, services, workshop)
    boundary = fields["boundary"]
    grid = grid_of(boundary)
    turn = turn or better_turn(grid)
    layout = lay_out(grid, paper, turn)
    basemap = describe_basemap(request.app.state.basemap_folder, listed.area)
    tiles = None
    if basemap is not None:
        tiles = Tiles(basemap.tiles[Theme.LIGHT], basemap.min_zoom, basemap.max_zoom)
    page = SheetPage(
        **_shared(request, services, listed, fields),
        paper=paper,
        turn=turn,
        map=Markup(map_svg(grid, layout, boundary, tiles)),  # noqa: S704 - drawn from numbers, and addresses that are escaped
        bar=Markup(bar_svg(layout.bar)),  # noqa: S704 - drawn from numbers
        bar_metres=layout.bar.metres,
        square_metres=grid.metres,
        attribution="" if basemap is None else basemap.attribution,
    )
    return render(request, page)


@router.get("/cards")
async def cards(
    workshop: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    card: Card = Card.PLACES,
    first: Annotated[int, Query(ge=1, le=LAST_NUMBER)] = 1,
    pages: Annotated[int, Query(ge=1, le=MOST_PAGES)] = 6,
) -> Response:
    """Show cards as they will be printed."""
    if account is None:
        return RedirectResponse(f"/sign-in?next=/workshops/{workshop}/paper/cards", 303)
    listed, fields = await _led(request, services, workshop)
    sheets = numbers(first, pages)
    page = CardsPage(
        **_shared(request, services, listed, fields),
        card=card,
        sheets=sheets,
        first=first,
        pages=pages,
        next=min(first + pages * CARDS_ON_A_PAGE, LAST_NUMBER),
        kinds=kinds_of(fields),
    )
    return render(request, page)


async def _led(request: Request, services: Services, workshop: str) -> tuple[Listed, dict[str, Any]]:
    """Return a workshop and its record's fields, for those who lead it."""
    viewer = await services.workshops.viewer_for(request, workshop)
    if viewer.role not in LEADING:
        raise NotAllowedError(ONLY_LEADING)
    listed = await services.read(require_workshop, workshop)
    # Opened again after it was closed, it needs its code again.
    listed, _ = await follow_log(services, listed)
    view = await services.rooms.read(workshop)
    return listed, {**workshop_of(view).fields, "boundary": boundary_of(view)}


def _shared(request: Request, services: Services, listed: Listed, fields: dict[str, Any]) -> dict[str, Any]:
    address = services.address(request)
    link = f"{address}/j/{join_token(services.signing, listed.id)}"
    return {
        "id": listed.id,
        "title": listed.title,
        "area": fields["area_name"],
        "address": urlsplit(address).netloc,
        # The code of what is over may be another workshop's by now.
        "code": listed.code if listed.closed_at is None else "",
        "qr": qr_svg(link) if listed.closed_at is None else Markup(""),
    }
