"""The film of a workshop: at a desk, on the hall's screen, and as one file to take away."""

import asyncio
import gzip
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from kithmap.basemap.catalogue import describe_basemap, find_archive
from kithmap.basemap.model import Theme
from kithmap.people.access import require_account
from kithmap.programme.access import known_area, readable_area, runnable_area
from kithmap.programme.model import Area
from kithmap.shared_map.masking import Mask
from kithmap.storage.oplog.sql import SqlLog
from kithmap.storage.replay import all_entries
from kithmap.time_lapse.film import Moment, Watchers, film
from kithmap.time_lapse.whole_file import Inlined, image_address, inlined, policy
from kithmap.web.assets import FrontEndNotBuiltError, built_folder
from kithmap.web.dependencies import AccountDep, Services, ServicesDep
from kithmap.web.language import language_of
from kithmap.web.templates import Page, environment, render
from kithmap.web.translation import translation
from kithmap.workshop.access import As
from kithmap.workshop.actions import require_workshop
from kithmap.workshop.joining import Listed

router = APIRouter(include_in_schema=False)

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmPage(Page):
    """How a workshop's map grew, to be played.

    Attributes:
        id: the workshop's.
        title: the workshop's.
        area: its area's name.
        context: for the script: title, area, boundary, ground and film, as ``frontend/time_lapse/player.ts`` takes them.
        console: whether it links back to the console, which only those who run the workshop see.
    """

    template: ClassVar[str] = "time_lapse/film.html"
    entry: ClassVar[str | None] = "time_lapse/page_time_lapse"
    screen: ClassVar[str] = "console"

    id: str
    title: str
    area: str
    context: dict[str, Any]
    console: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmOnProjector(FilmPage):
    """The same for the hall: nothing but the film, in letters that the last row reads."""

    screen: ClassVar[str] = "projector"
    theme: ClassVar[str] = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilmFile(Page):
    """The same as one file that needs neither server nor network.

    Attributes:
        title: the workshop's.
        area: its area's name.
        context: for the script, with the ground drawn into it.
        attribution: whom the ground's drawing is owed to, or empty.
        scripts: all that run, in order.
        style: the one style.
        policy: what the browser is to allow it: nothing from anywhere else.
        watchers: for whom it was made: ``room``, ``partners`` or ``public``.
    """

    template: ClassVar[str] = "time_lapse/file.html"
    screen: ClassVar[str] = "console"

    title: str
    area: str
    context: dict[str, Any]
    attribution: str
    scripts: tuple[Inlined, ...]
    style: Inlined
    policy: str
    watchers: Watchers


@router.get("/workshops/{workshop}/time-lapse")
async def film_page(workshop: str, request: Request, services: ServicesDep, account: AccountDep) -> Response:
    """Show the film to whoever may look at the area."""
    account = require_account(account)
    listed, area = await services.read(_listed_and_area, workshop)
    await services.read(readable_area, account, area.id)
    runs = account.runs(area.id)
    # Whoever only reads in the area was not in the room.
    watchers = Watchers.ROOM if runs else Watchers.PARTNERS
    context = await _context(request, services, listed, area, FilmPage.theme, watchers)
    return render(
        request, FilmPage(id=listed.id, title=listed.title, area=area.name, context=context, console=runs)
    )


@router.get("/projector/{workshop}/time-lapse")
async def film_on_projector(
    workshop: str, request: Request, services: ServicesDep, theme: str = ""
) -> Response:
    """Show the film in the hall, to a screen that was let into the workshop."""
    await services.workshops.viewer_for(request, workshop, As.PROJECTOR)
    listed, area = await services.read(_listed_and_area, workshop)
    asked = theme if theme in list(Theme) else FilmOnProjector.theme
    context = await _context(request, services, listed, area, asked, Watchers.ROOM)
    return render(request, FilmOnProjector(id=listed.id, title=listed.title, area=area.name, context=context))


@router.get("/workshops/{workshop}/time-lapse.html")
async def film_file(
    workshop: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    watchers: Watchers = Watchers.PARTNERS,
) -> Response:
    """Give the film as a file, for the room, the partners or anyone."""
    account = require_account(account)
    listed, area = await services.read(_listed_and_area, workshop)
    allowed = runnable_area if watchers is Watchers.ROOM else readable_area
    await services.read(allowed, account, area.id)
    page = await _whole_file(request, services, listed, area, watchers)
    html = environment(language_of(request)).get_template(page.template).render(page=page)
    name = (
        re.sub(r"[^a-z0-9]+", "-", listed.title.lower()).strip("-")[:LONGEST_NAME].rstrip("-") or "workshop"
    )
    headers = {
        "Content-Disposition": f'attachment; filename="{name}-time-lapse.html"',
        "Cache-Control": "no-store",
    }
    return Response(html, media_type="text/html", headers=headers)


def _listed_and_area(session: Session, workshop_id: str) -> tuple[Listed, Area]:
    listed = require_workshop(session, workshop_id)
    return listed, known_area(session, listed.area)


async def _film(services: Services, workshop: str, watchers: Watchers) -> dict[str, Any]:
    """Read the log and make the film, in a thread: an evening has some thousand entries."""
    log = SqlLog(services.database)

    def make() -> dict[str, Any]:
        moments = (Moment(each.at, each.changes) for each in all_entries(log, workshop))
        return film(moments, watchers, Mask(services.masking, workshop))

    return await asyncio.to_thread(make)


async def _context(
    request: Request, services: Services, listed: Listed, area: Area, theme: str, watchers: Watchers
) -> dict[str, Any]:
    basemap = describe_basemap(request.app.state.basemap_folder, area.id)
    image = "" if basemap is None else getattr(basemap.whole, theme)
    ground = None if basemap is None else {"image": image, "bounds": basemap.bounds}
    made = await _film(services, listed.id, watchers)
    return _facts(listed, area, ground, made, theme)


def _facts(
    listed: Listed, area: Area, ground: dict[str, Any] | None, made: dict[str, Any], theme: str
) -> dict[str, Any]:
    return {
        "title": listed.title,
        "area": area.name,
        "boundary": dict(area.boundary),
        "ground": ground,
        "film": made,
        "theme": theme,
    }


async def _whole_file(
    request: Request, services: Services, listed: Listed, area: Area, watchers: Watchers
) -> FilmFile:
    archive = find_archive(request.app.state.basemap_folder, area.id)
    ground, attribution = None, ""
    if archive is not None:
        drawn = await asyncio.to_thread(lambda: gzip.decompress(archive.whole(Theme.LIGHT)))
        ground = {"image": image_address(drawn), "bounds": archive.metadata.bounds.as_list()}
        attribution = archive.metadata.attribution
    made = await _film(services, listed.id, watchers)
    style = inlined(_built("film.css"))
    words = translation(language_of(request)).script(FilmFile.screen)
    scripts = (inlined(words), inlined(_built("film.js")))
    return FilmFile(
        title=listed.title,
        area=area.name,
        context=_facts(listed, area, ground, made, FilmFile.theme),
        attribution=attribution,
        scripts=scripts,
        style=style,
        policy=policy(list(scripts), [style]),
        watchers=watchers,
    )


def _built(name: str) -> bytes:
    """Read what the film's script and style were built to.

    Raises:
        FrontEndNotBuiltError: if they are not built.
    """
    path: Path = built_folder() / "apart" / name
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise FrontEndNotBuiltError(
            "The film's script has not been built yet. In a copy of the source, run: python scripts/front_end.py build."
        ) from None
