"""What OGC API - Features says of itself: landing page, conformance, definition, collections, what can be asked of them."""

from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.responses import HTMLResponse

from kithmap import __version__
from kithmap.layers.model import Json
from kithmap.ogc_features import documents, openapi
from kithmap.ogc_features.addresses import OPENAPI, SCHEMA_JSON
from kithmap.ogc_features.model import CollectionName
from kithmap.ogc_features.pages.answers import VARY, Asked, OgcRoute, asked, document
from kithmap.ogc_features.pages.contexts import (
    ApiPage,
    CollectionPage,
    CollectionsPage,
    ConformancePage,
    LandingPage,
    QueryablesPage,
)
from kithmap.ogc_features.pages.shelf import Shelf, ShelfDep
from kithmap.ogc_features.reading import FORM, known
from kithmap.web.templates import Page, render

router = APIRouter(include_in_schema=False, prefix="/ogc", route_class=OgcRoute)


@router.get("")
@router.get("/")
async def landing(request: Request, shelf: ShelfDep) -> Response:
    """Tell what there is."""
    ask = _asked(request, shelf)
    said = documents.landing(ask.addresses)
    return (
        page(ask, LandingPage(document=said, address=ask.addresses.root, lines=_lines(ask.addresses.root)))
        if ask.html
        else document(said)
    )


@router.get("/conformance")
async def conformance(request: Request, shelf: ShelfDep) -> Response:
    """Tell what this conforms to."""
    ask = _asked(request, shelf)
    said = documents.conformance(ask.addresses)
    return page(ask, ConformancePage(document=said)) if ask.html else document(said)


@router.get("/api")
async def api(request: Request, shelf: ShelfDep) -> Response:
    """Tell every resource with its parameters."""
    ask = _asked(request, shelf)
    every = await shelf.every()
    said = openapi.definition(ask.addresses, every, __version__)
    if ask.html:
        return page(ask, ApiPage(document=said, parameters=_parameters(said)))
    return document(said, OPENAPI, to_all=shelf.reader is None)


@router.get("/collections")
async def collections(request: Request, shelf: ShelfDep) -> Response:
    """Tell which collections there are for whoever asks."""
    ask = _asked(request, shelf)
    every = await shelf.every()
    said = documents.collections(ask.addresses, every)
    if ask.html:
        return page(ask, CollectionsPage(document=said, collections=every))
    return document(said, to_all=shelf.reader is None)


@router.get("/collections/{name}")
async def collection(name: str, request: Request, shelf: ShelfDep) -> Response:
    """Tell of a collection."""
    ask = _asked(request, shelf)
    of = await shelf.read(CollectionName.parse(name), lambda opened: opened.of)
    said = documents.collection(ask.addresses, of)
    if ask.html:
        return page(ask, CollectionPage(document=said, collection=of))
    return document(said, to_all=shelf.reader is None)


@router.get("/collections/{name}/queryables")
async def queryables(name: str, request: Request, shelf: ShelfDep) -> Response:
    """Tell what can be asked of a collection's features."""
    ask = _asked(request, shelf)
    of = await shelf.read(CollectionName.parse(name), lambda opened: opened.of)
    said = documents.queryables(ask.addresses, of)
    if ask.html:
        example = f"{ask.addresses.items(of.name)}?{of.schema.columns[0].name}=…"
        return page(ask, QueryablesPage(document=said, collection=of, example=example))
    return document(said, SCHEMA_JSON, to_all=shelf.reader is None)


def page(ask: Asked, shown: Page) -> HTMLResponse:
    """Return a page for people, which stands at the address of other forms."""
    found = render(ask.request, shown)
    found.headers["Vary"] = VARY
    return found


def _asked(request: Request, shelf: Shelf) -> Asked:
    ask = asked(request, shelf.services)
    known(ask.parameters, [FORM])
    return ask


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
