"""A workshop's report: for those who may look at its area, to be read here or taken away."""

import asyncio
import re
from datetime import date
from pathlib import Path

from fastapi import APIRouter, Request, Response

from kithmap.basemap.catalogue import describe_basemap
from kithmap.basemap.model import BasemapError
from kithmap.layers.model import Edition
from kithmap.people.access import require_account
from kithmap.people.model import Account
from kithmap.programme.access import readable_area
from kithmap.programme.model import Area
from kithmap.reports.model import Ground
from kithmap.reports.pages.contexts import ReportPage, WorkshopReport
from kithmap.reports.pages.gathering import Told, gathered
from kithmap.reports.pages.making import drawn_map, ground_of, parts_of, written
from kithmap.reports.pages.releases import looks_of
from kithmap.reports.terms import of_room
from kithmap.web.dependencies import AccountDep, Services, ServicesDep
from kithmap.web.language import ENGLISH, Language, language_of
from kithmap.web.lives import follow_log
from kithmap.web.templates import in_words, render
from kithmap.workshop.actions import require_workshop
from kithmap.workshop.joining import Listed
from kithmap.workshop.model import Life

router = APIRouter(include_in_schema=False)

LONGEST_NAME = 60


@router.get("/workshops/{workshop}/report")
async def report_page(
    workshop: str, request: Request, services: ServicesDep, account: AccountDep
) -> Response:
    """Offer the reports, for partners and for anyone."""
    account = require_account(account)
    listed, area = await _readable(services, account, workshop)
    listed, life = await follow_log(services, listed)
    page = ReportPage(
        id=listed.id,
        title=listed.title,
        area_id=area.id,
        area=area.name,
        is_over=life is Life.CLOSED,
        runs=account.runs(area.id),
    )
    return render(request, page)


@router.get("/workshops/{workshop}/report.html")
async def report_file(
    workshop: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    edition: Edition = Edition.PARTNERS,
    download: bool = False,  # noqa: FBT001, FBT002 - a word of the address
) -> Response:
    """Give a report as a file that needs nothing else: shown by the browser, or as a download."""
    account = require_account(account)
    listed, _ = await _readable(services, account, workshop)
    listed, life = await follow_log(services, listed)
    folder = request.app.state.basemap_folder
    told = await gathered(services, listed, edition, await asyncio.to_thread(_credit, folder, listed.area))
    under = await asyncio.to_thread(ground_of, folder, listed.area)
    page = await asyncio.to_thread(
        workshop_report,
        listed.title,
        told,
        ground=under,
        day=services.clock().date(),
        is_over=life is Life.CLOSED,
        language=language_of(request),
    )
    name = f"{_file_name(listed.title)}-report.html"
    headers = {
        "Content-Disposition": f'{"attachment" if download else "inline"}; filename="{name}"',
        # The same that stands in the file: only its own scripts run, and nothing is fetched.
        "Content-Security-Policy": f"{page[1]}; frame-ancestors 'none'",
        "Cache-Control": "no-store",
    }
    return Response(page[0], media_type="text/html", headers=headers)


def workshop_report(
    title: str,
    told: Told,
    *,
    ground: Ground | None,
    day: date,
    is_over: bool,
    language: Language = ENGLISH,
) -> tuple[bytes, str]:
    """Write a workshop's report.

    Args:
        title: the workshop's.
        told: what it tells.
        ground: the basemap to lie under its map, or None.
        day: of writing.
        is_over: whether the workshop is closed.
        language: of the page's own words.

    Returns:
        UTF-8 HTML and its content security policy; the same arguments give the same bytes.

    Raises:
        FrontEndNotBuiltError: if the report's script and style are not built.
    """
    header = told.shown.header
    words_language = "en" if told.glossary is None else told.glossary.scheme.language
    looks = {} if told.glossary is None else looks_of(told.glossary, words_language)
    drawn = drawn_map(told.shown.layers, looks, ground)
    parts = parts_of(drawn, language)
    page = WorkshopReport(
        title=title,
        header=header,
        edition=told.shown.edition.value,
        held_on=told.held_on,
        day=day,
        is_over=is_over,
        drawn=drawn,
        terms=of_room(told.adopted.terms),
        indicators=of_room(told.adopted.indicators),
        wishes=of_room(told.adopted.wishes),
        not_agreed=of_room(told.not_adopted),
        words_language=words_language,
        evening=told.evening,
        balance=tuple(told.balance),
        report=told.shown.report,
        citation=_citation(title, told, day),
        parts=parts,
    )
    return written(page, language), parts.policy


def _citation(title: str, told: Told, day: date) -> str:
    """Return how the report is cited: it has no version, so the day of writing stands for one."""
    header = told.shown.header
    makers = ", ".join(header.creators)
    return (
        f"{makers} ({told.held_on.year}): {title}. Report of a workshop in {header.area} on "
        f"{in_words(told.held_on)}, as of {in_words(day)}. {header.programme}."
    )


async def _readable(services: Services, account: Account, workshop: str) -> tuple[Listed, Area]:
    listed = await services.read(require_workshop, workshop)
    return listed, await services.read(readable_area, account, listed.area)


def _credit(folder: Path, area_id: str) -> str:
    try:
        found = describe_basemap(folder, area_id)
    except BasemapError:
        return ""
    return "" if found is None else found.attribution


def _file_name(title: str) -> str:
    name = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:LONGEST_NAME].rstrip("-")
    return name or "workshop"
