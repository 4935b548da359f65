"""The places of a release as a list that anybody can read, look through and take away, and each by itself."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from kithmap.basics.errors import NotFoundError
from kithmap.layers.access import feature_text_of
from kithmap.layers.geojson import feature_of
from kithmap.layers.model import Edition, Feature, LayerName
from kithmap.release_package.citation import citation
from kithmap.research.code_words import LAYERS
from kithmap.research.counting import PLACES
from kithmap.research.figures import Figure, in_words
from kithmap.research.listing import PlaceRow, place_figure, places_figure
from kithmap.research.pages.contexts import PlacePage, PlacesPage
from kithmap.research.pages.reading import Reading, VersionDep, VersionFileDep
from kithmap.research.pages.shelf import features
from kithmap.research.pages.showing import figure_file, shown_figure, told_to
from kithmap.research.searching import LONGEST, fold, wanted
from kithmap.web.dependencies import ServicesDep
from kithmap.web.templates import render

router = APIRouter(include_in_schema=False, prefix="/layers/{slug}/versions/{version}")

A_PAGE = 100
"""Places on one page."""

MEETING_PLACES = "meeting_place"
"""In the choice of kinds, beside the kinds of asset."""


@router.get("/places")
async def places_page(reading: VersionDep, request: Request, services: ServicesDep) -> Response:
    """List the places of a release, a hundred at a time."""
    return render(request, await services.read(_places_page, reading, request))


@router.get("/places.csv")
async def places_file(reading: VersionFileDep, request: Request, services: ServicesDep) -> Response:
    """Save the places that a page lists, just as it lists them."""
    asked = Wanted(request)
    found = _found(await services.read(_rows, reading), asked)
    return _saved(places_figure(asked.of(found)), "places.csv", reading, request)


@router.get("/places/{place}")
async def place_page(place: str, reading: VersionDep, request: Request, services: ServicesDep) -> Response:
    """Show one place with all that is told of it."""
    layer, feature = await services.read(_place, reading, place)
    inside, query = f"{reading.path}/places/{place}/", reading.query
    page = PlacePage(
        header=reading.release.header,
        edition=reading.edition,
        path=reading.path,
        query=query,
        title=feature.properties["title"],
        layer=in_words(LAYERS[layer], told_to(request)),
        table=shown_figure(place_figure(layer, feature), request, inside, query),
        live_link=f"/ogc/collections/{reading.series.slug}.{layer.value}/items/{place}",
    )
    return render(request, page)


@router.get("/places/{place}/{file}")
async def place_file(
    place: str, file: str, reading: VersionFileDep, request: Request, services: ServicesDep
) -> Response:
    """Save what is told of one place."""
    layer, feature = await services.read(_place, reading, place)
    source = citation(reading.release.header)
    return _saved(place_figure(layer, feature), file, reading, request, source=source)


def _saved(figure: Figure, file: str, reading: Reading, request: Request, *, source: str = "") -> Response:
    begins = reading.release.header.name
    return figure_file([figure], file, request, source=source, begins=begins, account=reading.for_one)


class Wanted:
    """Which places are asked for.

    Attributes:
        words: that have to stand in their titles; empty for all.
        kind: which kind; empty for all.
        page: which page, from 1.
    """

    def __init__(self, request: Request) -> None:
        """Read the address; a page that is none is the first."""
        asked = request.query_params
        self.words = asked.get("words", "")[:LONGEST].strip()
        self.kind = asked.get("kind", "")[:100]
        page = asked.get("page", "1")
        self.page = max(1, int(page)) if page.isascii() and page.isdigit() and len(page) < 7 else 1  # noqa: PLR2004 - more pages than there can be

    def of(self, found: list[PlaceRow]) -> list[PlaceRow]:
        """Return the places of the page that is asked for."""
        return found[(self.page - 1) * A_PAGE : self.page * A_PAGE]


def _found(rows: list[PlaceRow], asked: Wanted) -> list[PlaceRow]:
    words = wanted(asked.words)
    found = [
        row for row in rows if asked.kind in ("", row.kind) and all(word in fold(row.title) for word in words)
    ]
    return sorted(found, key=lambda row: (fold(row.title), row.id))


def _rows(session: Session, reading: Reading) -> list[PlaceRow]:
    return [
        PlaceRow.of(layer, each)
        for layer in PLACES
        for each in features(session, reading.release, reading.edition, layer)
    ]


def _places_page(session: Session, reading: Reading, request: Request) -> PlacesPage:
    asked = Wanted(request)
    every = _rows(session, reading)
    told = told_to(request)
    kinds = {row.kind: in_words(row.kind_words, told) for row in every}
    found = _found(every, asked)
    pages = max(1, -(-len(found) // A_PAGE))
    shown = asked.of(found)
    query = {"words": asked.words, "kind": asked.kind}
    if reading.edition is Edition.PARTNERS:
        query["edition"] = reading.edition.value
    kept = urlencode({name: value for name, value in query.items() if value})
    figure: Figure = places_figure(shown)
    table = shown_figure(
        figure, request, f"{reading.path}/", f"?{kept}{'&' if kept else ''}page={asked.page}"
    )
    return PlacesPage(
        header=reading.release.header,
        edition=reading.edition,
        path=reading.path,
        words=asked.words,
        kind=asked.kind,
        kinds=tuple(sorted(kinds.items(), key=lambda pair: fold(pair[1]))),
        table=table,
        ids=tuple(row.id for row in shown),
        count=len(found),
        page=asked.page,
        pages=pages,
        query=kept,
    )


def _place(session: Session, reading: Reading, place: str) -> tuple[LayerName, Feature]:
    for layer in PLACES:
        text = feature_text_of(session, reading.release.id, reading.edition, layer, place)
        if text is not None:
            return layer, feature_of(text)
    raise NotFoundError(
        "There is no such place in this version. Please look for it in the list of its places."
    )
