"""Each release at its own address for ever: what it is, what is in it, what was left out, and where to take it from."""

from dataclasses import replace
from itertools import groupby
from typing import Any

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from kithmap.basemap.catalogue import BasemapDescription, describe_basemap
from kithmap.glossary.access import Library
from kithmap.glossary.kinds import kinds
from kithmap.layers.access import edition_for, whole, whole_of
from kithmap.layers.differences import Differences, differences
from kithmap.layers.model import Edition
from kithmap.layers.published import PublishedRelease
from kithmap.release_package.citation import bibtex, citation, version_address
from kithmap.release_package.listing import file_list
from kithmap.release_package.model import FilesDesk, ReleaseFile
from kithmap.research.describing import described
from kithmap.research.differing import MOST_SHOWN, counts_figure, how_many, list_figure
from kithmap.research.figures import Figure
from kithmap.research.map_drawing import KINDS, Frame, MapDrawing, as_map, draw, frame_around
from kithmap.research.pages.contexts import ReleasePage, ShownDifferences
from kithmap.research.pages.reading import NewestDep, Reading, VersionDep, VersionFileDep
from kithmap.research.pages.shelf import LibraryDep, Shelf, drawn_layers, glossary_used, shelf_of
from kithmap.research.pages.showing import ASKED_AGAIN, FOR_EVER, NOT_KEPT, figure_file, sent, shown_figure
from kithmap.research.release_figures import figures, layers_figure, privacy_figure
from kithmap.web.accept import best_form
from kithmap.web.dependencies import Services, ServicesDep
from kithmap.web.layers_ground import to_go_from
from kithmap.web.templates import render

newest = APIRouter(include_in_schema=False, prefix="/layers/{slug}")
router = APIRouter(include_in_schema=False, prefix="/layers/{slug}/versions/{version}")

JSON_LD = "application/ld+json"
HTML = "text/html"
PAGES_VARY = "Accept, Accept-Language, Cookie"


@newest.get("")
async def newest_page(
    reading: NewestDep, request: Request, services: ServicesDep, library: LibraryDep
) -> Response:
    """Show the newest release of a series."""
    return await _answer(reading, request, services, library, ASKED_AGAIN)


@router.get("")
async def version_page(
    reading: VersionDep, request: Request, services: ServicesDep, library: LibraryDep
) -> Response:
    """Show a release, or describe it for programs."""
    return await _answer(reading, request, services, library, FOR_EVER)


@router.get("/figures/{file}")
async def release_figure(
    file: str, reading: VersionFileDep, request: Request, services: ServicesDep
) -> Response:
    """Save a figure of a release as it is shown: its table as CSV, its chart as SVG."""
    every = await services.read(_all_figures, reading, shelf_of(request))
    header = reading.release.header
    source = f"{citation(header)} {header.attribution}"
    begins = f"{header.name}-partners" if reading.edition is Edition.PARTNERS else header.name
    return figure_file(every, file, request, source=source, begins=begins, account=reading.for_one)


@router.get("/map.json")
async def release_map(
    reading: VersionFileDep, request: Request, services: ServicesDep, library: LibraryDep
) -> Response:
    """Give the map's script what it shows."""
    content = await services.read(_map_features, reading, library)
    return sent(request, content, "application/json", "", reading.for_one)


async def _answer(
    reading: Reading,
    request: Request,
    services: ServicesDep,
    library: Library,
    keep: str,
) -> Response:
    desk: FilesDesk = request.app.state.release_files
    files = file_list(reading.release, reading.edition, desk).files
    named = request.query_params.get("as")
    form = best_form(request.headers.get("accept"), [HTML, JSON_LD, "application/json"])
    if named in ("json", "json-ld") or (named is None and form not in (HTML, None)):
        told = [(each.address, each.media_type) for each in files]
        content = described(reading.release, reading.edition, services.address(request), told)
        return sent(request, content, JSON_LD, "", reading.for_one, keep)
    basemap = describe_basemap(request.app.state.basemap_folder, reading.series.area_id)
    root = services.address(request)
    page = await services.read(_page, reading, request, library, basemap, _grouped(files), root)
    gone = await _gone(services, reading) if page.may_read_more else 0
    answer = render(request, replace(page, gone=gone))
    answer.headers["Vary"] = PAGES_VARY
    if reading.account is not None:
        answer.headers["Cache-Control"] = NOT_KEPT
    return answer


async def _gone(services: Services, reading: Reading) -> int:
    """Count what was withdrawn since the release came out: it stays as it is, and whoever works with it ought to know."""
    return (
        await to_go_from(services, await services.read(whole_of, reading.release, Edition.PARTNERS))
    ).things


def _grouped(files: list[ReleaseFile]) -> tuple[tuple[ReleaseFile, ...], ...]:
    """Return the files of each sort together, in the order in which they are offered."""
    return tuple(tuple(group) for _, group in groupby(files, lambda each: each.sort))


def _page(
    session: Session,
    reading: Reading,
    request: Request,
    library: Library,
    basemap: BasemapDescription | None,
    files: tuple[tuple[ReleaseFile, ...], ...],
    root: str,
) -> ReleasePage:
    shelf, header = shelf_of(request), reading.release.header
    inside = f"{reading.path}/figures/"
    facts = reading.release.editions[reading.edition]
    counts = shelf.counts(session, reading.release, reading.edition)

    def show(figure: Figure) -> Any:
        return shown_figure(figure, request, inside, reading.query)

    account, area = reading.account, reading.series.area_id
    return ReleasePage(
        release=reading.release,
        header=header,
        edition=reading.edition,
        facts=facts,
        may_read_more=edition_for(account, area) is Edition.PARTNERS,
        is_newest=reading.release.id == reading.series.newest.id,
        versions=reading.series.versions,
        path=reading.path,
        address=version_address(header),
        layers=show(layers_figure(facts.counts)),
        figures=tuple(show(each) for each in figures(counts)),
        privacy=show(privacy_figure(facts.report)),
        differences=_differences(session, reading, request, inside),
        citation=citation(header),
        bibtex=bibtex(header),
        files=files,
        live_link=f"{root}/ogc",
        drawing=_drawing(session, reading, shelf, library, basemap),
        basemap=basemap,
        desk=f"/areas/{area}/layers/{reading.series.wave_id}" if account and account.role_in(area) else "",
        gone=0,
        context={
            "map": f"{reading.path}/map.json{reading.query}",
            "bounds": facts.bounds,
            "label": header.area,
            "ground": None if basemap is None else basemap.model_dump(mode="json"),
        },
    )


def _all_figures(session: Session, reading: Reading, shelf: Shelf) -> list[Figure]:
    facts = reading.release.editions[reading.edition]
    different = _different(session, reading, shelf)
    return [
        layers_figure(facts.counts),
        *figures(shelf.counts(session, reading.release, reading.edition)),
        privacy_figure(facts.report),
        *([] if different is None else [counts_figure(different), list_figure(different)]),
    ]


def _different(session: Session, reading: Reading, shelf: Shelf) -> Differences | None:
    """Return what is different from the version before; None for the first."""
    header, edition = reading.release.header, reading.edition
    if header.previous is None:
        return None
    known = shelf.differences.get(f"{reading.release.id} {edition}")
    if known is None:
        before = whole(session, header.slug, header.previous, edition)
        known = differences(before, whole(session, header.slug, header.version, edition))
        shelf.differences.keep(f"{reading.release.id} {edition}", known, 1 + how_many(known))
    return known


def _differences(
    session: Session, reading: Reading, request: Request, inside: str
) -> ShownDifferences | None:
    found = _different(session, reading, shelf_of(request))
    before = reading.release.header.previous
    if found is None or before is None:
        return None
    return ShownDifferences(
        before=before,
        counts=shown_figure(counts_figure(found), request, inside, reading.query),
        listed=shown_figure(list_figure(found, MOST_SHOWN), request, inside, reading.query),
        more=max(0, how_many(found) - MOST_SHOWN),
    )


def looks_of(session: Session, library: Library, release: PublishedRelease) -> dict[str, str]:
    """Return for each kind of asset which of the six it looks like, by the glossary of a release."""
    read = glossary_used(session, library, release)
    if read is None:
        return {}
    six = [(each, each) for each in sorted(KINDS)]
    return {each.key: each.matches for each in kinds(read.concepts, six, read.scheme.language)}


def _drawing(
    session: Session,
    reading: Reading,
    shelf: Shelf,
    library: Library,
    basemap: BasemapDescription | None,
) -> MapDrawing | None:
    bounds = reading.release.editions[reading.edition].bounds
    if bounds is None:
        return None
    name = f"{reading.release.id} {reading.edition} {basemap.version if basemap else ''}"
    known = shelf.drawings.get(name)
    if known is None:
        frame = frame_around(bounds)
        if basemap is not None:
            frame = Frame(basemap.bounds, basemap.whole.width, basemap.whole.height)
        layers = drawn_layers(session, reading.release, reading.edition)
        known = draw(layers, frame, looks_of(session, library, reading.release))
        shelf.drawings.keep(name, known, 1 + known.marks)
    return known


def _map_features(session: Session, reading: Reading, library: Library) -> bytes:
    layers = drawn_layers(session, reading.release, reading.edition)
    return as_map(layers, looks_of(session, library, reading.release))
