"""What OGC API - Features says of itself: landing page, conformance, definition, collections, what can be asked of them."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from starlette.responses import HTMLResponse

from kithmap import __version__
from kithmap.layers.model import Json
from kithmap.ogc_features import documents, openapi
from kithmap.ogc_features.addresses import JSON, OPENAPI, SCHEMA_JSON
from kithmap.ogc_features.model import CollectionName
from kithmap.ogc_features.pages.answers import VARY, Asked, OgcRoute, asked, document
from kithmap.ogc_features.pages.contexts import (
    ApiPage,
    CollectionPage,
    CollectionsPage,
    ConformancePage,
    DocumentPage,
    LandingPage,
    QueryablesPage,
)
from kithmap.ogc_features.pages.shelf import ShelfDep
from kithmap.ogc_features.reading import FORM, known
from kithmap.people.model import Account
from kithmap.web.templates import Page, render

router = APIRouter(include_in_schema=False, prefix="/ogc", route_class=OgcRoute)


async def _asked(request: Request, shelf: ShelfDep) -> Asked:
    """Return what somebody asks, which is a form at the most.

    Raises:
        BadQueryError: if anything else is asked, or a form that there is not.
    """
    ask = asked(request, shelf.services)
    known(ask.parameters, [FORM])
    return ask


AskedDep = Annotated[Asked, Depends(_asked)]


@router.get("")
@router.get("/")
async def landing(ask: AskedDep) -> Response:
    """Tell what there is."""
    root = ask.addresses.root
    shown = LandingPage(document=documents.landing(ask.addresses), address=root, lines=_lines(root))
    return _told(ask, shown)


@router.get("/conformance")
async def conformance(ask: AskedDep) -> Response:
    """Tell what this conforms to."""
    return _told(ask, ConformancePage(document=documents.conformance(ask.addresses)))


@router.get("/api")
async def api(ask: AskedDep, shelf: ShelfDep) -> Response:
    """Tell every resource with its parameters."""
    said = openapi.definition(ask.addresses, await shelf.every(), __version__)
    return _told(ask, ApiPage(document=said, parameters=_parameters(said)), OPENAPI, reader=shelf.reader)


@router.get("/collections")
async def collections(ask: AskedDep, shelf: ShelfDep) -> Response:
    """Tell which collections there are for whoever asks."""
    every = await shelf.every()
    said = documents.collections(ask.addresses, every)
    return _told(ask, CollectionsPage(document=said, collections=every), reader=shelf.reader)


@router.get("/collections/{name}")
async def collection(name: str, ask: AskedDep, shelf: ShelfDep) -> Response:
    """Tell of a collection."""
    of = await shelf.read(CollectionName.parse(name), lambda opened: opened.of)
    said = documents.collection(ask.addresses, of)
    return _told(ask, CollectionPage(document=said, collection=of), reader=shelf.reader)


@router.get("/collections/{name}/queryables")
async def queryables(name: str, ask: AskedDep, shelf: ShelfDep) -> Response:
    """Tell what can be asked of a collection's features."""
    of = await shelf.read(CollectionName.parse(name), lambda opened: opened.of)
    said = documents.queryables(ask.addresses, of)
    example = f"{ask.addresses.items(of.name)}?{of.schema.columns[0].name}=…"
    shown = QueryablesPage(document=said, collection=of, example=example)
    return _told(ask, shown, SCHEMA_JSON, reader=shelf.reader)


def _told(ask: Asked, shown: DocumentPage, media: str = JSON, *, reader: Account | None = None) -> Response:
    """Return a document in the form that is asked for; a reader, if there is one, may be told more than others."""
    return page(ask, shown) if ask.html else document(shown.document, media, to_all=reader is None)


def page(ask: Asked, shown: Page) -> HTMLResponse:
    """Return a page for people, which stands at the address of other forms."""
    found = render(ask.request, shown)
    found.headers["Vary"] = VARY
    return found


def _parameters(said: Json) -> dict[str, list[Any]]:
    named = said["components"]["parameters"]
    return {
        path: [named[each["$ref"].rpartition("/")[2]] for each in found["get"]["parameters"]]
        for path, found in said["paths"].items()
    }


def _lines(address: str) -> dict[str, str]:
    """Return the lines by which one begins, by language."""
    return {
        "Python": f'import geopandas\n\nplaces = geopandas.read_file("OAPIF:{address}", layer="…")',
        "R": f'library(sf)\n\nplaces <- st_read("OAPIF:{address}", layer = "…")',
    }
