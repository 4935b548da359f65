"""The catalogue of all that there is to read, and the search in it. Both work without a script."""

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from kithmap.glossary.access import Library
from kithmap.people.model import Account
from kithmap.research.figures import Figure
from kithmap.research.listing import catalogue_figure, found_figure
from kithmap.research.pages.catalogue_contexts import CataloguePage
from kithmap.research.pages.gathering import entries, listed_programmes, listed_release, readable
from kithmap.research.pages.shelf import LibraryDep, Shelf, shelf_of
from kithmap.research.pages.showing import figure_file
from kithmap.research.searching import LONGEST, FoundGroup, search, wanted
from kithmap.web.dependencies import AccountDep, ReaderDep, ServicesDep
from kithmap.web.templates import render

router = APIRouter(include_in_schema=False, prefix="/layers")


@router.get("")
async def catalogue_page(
    request: Request, services: ServicesDep, library: LibraryDep, account: AccountDep, words: str = ""
) -> Response:
    """List programmes, areas, waves and releases, with glossaries and workshops; or what was found in all of them."""
    page = await services.read(_page, library, shelf_of(request), account, words[:LONGEST].strip())
    return render(request, page)


@router.get("/catalogue.csv")
async def catalogue_file(
    request: Request, services: ServicesDep, library: LibraryDep, account: ReaderDep
) -> Response:
    """Save the catalogue's layers as a table."""
    figure = await services.read(_catalogue, library, account)
    return figure_file([figure], "catalogue.csv", request, source="", begins="kithmap", account=account)


@router.get("/found.csv")
async def found_file(
    request: Request, services: ServicesDep, library: LibraryDep, account: ReaderDep, words: str = ""
) -> Response:
    """Save what was found as a table."""
    found = await services.read(_found, library, shelf_of(request), account, words[:LONGEST].strip())
    figure = found_figure(found)
    return figure_file([figure], "found.csv", request, source="", begins="kithmap", account=account)


def _page(
    session: Session, library: Library, shelf: Shelf, account: Account | None, words: str
) -> CataloguePage:
    known = readable(session, library, account)
    found = search(entries(session, library, shelf, known), wanted(words)) if words else []
    return CataloguePage(
        programmes=() if words else listed_programmes(session, library, known, account),
        words=words,
        found=tuple(found),
        count=sum(each.count for each in found),
        signed_in=account is not None,
        has_role=bool(known.mine),
        comparable=len(known.series),
    )


def _found(
    session: Session, library: Library, shelf: Shelf, account: Account | None, words: str
) -> list[FoundGroup]:
    known = readable(session, library, account)
    return search(entries(session, library, shelf, known), wanted(words))


def _catalogue(session: Session, library: Library, account: Account | None) -> Figure:
    known = readable(session, library, account)
    listed = [listed_release(each, account) for area in known.areas for each in known.series.get(area.id, ())]
    return catalogue_figure(listed)
