"""Areas: making one from its boundary, its partners, its workshops."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response, UploadFile
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from kithmap.basemap.catalogue import BasemapDescription, describe_basemap
from kithmap.basics.errors import BadInputError, KithmapError
from kithmap.people.access import require_account, require_admin
from kithmap.people.model import Account
from kithmap.programme import actions, store
from kithmap.programme.access import areas_of, readable_area, readable_programme, runnable_area
from kithmap.programme.api import BuilderDep
from kithmap.programme.api.basemap_jobs import BasemapBuilder
from kithmap.programme.model import Area, PartnerRole
from kithmap.programme.outline import SIDE, outline_over, outline_path
from kithmap.programme.pages.contexts import AreaPage, NewAreaPage, ShownWorkshop
from kithmap.programme.pages.forms import BoundaryForm, read_day
from kithmap.web.dependencies import AccountDep, Services, ServicesDep
from kithmap.web.errors import status_of
from kithmap.web.lives import follow_log
from kithmap.web.templates import render
from kithmap.workshop.catalogue import workshops_of
from kithmap.workshop.joining import Listed
from kithmap.workshop.model import Life

router = APIRouter(include_in_schema=False)

Text = Annotated[str, Form()]

ENGLAND = (-5.8, 49.9, 1.8, 55.9)
"""Where the first area of a programme is looked for."""


@router.get("/programmes/{programme_id}/areas/new")
async def new_area_page(
    programme_id: str, request: Request, services: ServicesDep, account: AccountDep, builder: BuilderDep
) -> Response:
    """Ask for a name and a boundary."""
    account = require_admin(account)
    return render(request, await services.read(_new_area_page, account, programme_id, builder))


@router.post("/programmes/{programme_id}/areas")
async def add_area(
    programme_id: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    builder: BuilderDep,
    form: Annotated[BoundaryForm, Form()],
) -> Response:
    """Make an area."""
    account = require_admin(account)
    page = await services.read(_new_area_page, account, programme_id, builder)
    try:
        boundary = await _read_boundary(form.drawn, form.file)
        area = await services.write(actions.add_area, programme_id, form.name, boundary, services.clock())
    except KithmapError as error:
        again = replace(page, name=form.name, drawn=form.drawn, problem=error.message)
        return render(request, again, status=status_of(error))
    return RedirectResponse(f"/areas/{area.id}", 303)


@router.get("/areas/{area_id}")
async def area_page(
    area_id: str, request: Request, services: ServicesDep, account: AccountDep, builder: BuilderDep
) -> Response:
    """Show an area."""
    return render(request, await area_context(request, services, require_account(account), area_id, builder))


@router.post("/areas/{area_id}/boundary")
async def change_boundary(
    area_id: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    builder: BuilderDep,
    drawn: Text = "",
    file: UploadFile | None = None,
) -> Response:
    """Give an area another boundary."""
    account = require_account(account)
    await services.read(runnable_area, account, area_id)
    try:
        await services.write(actions.change_boundary, area_id, await _read_boundary(drawn, file))
    except KithmapError as error:
        return await show_problem(request, services, account, area_id, builder, error)
    return RedirectResponse(f"/areas/{area_id}", 303)


@router.post("/areas/{area_id}/partners")
async def add_partner(
    area_id: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    builder: BuilderDep,
    role: Text = "",
    name: Text = "",
    since: Text = "",
) -> Response:
    """Give an area a partner."""
    account = require_account(account)
    await services.read(runnable_area, account, area_id)
    try:
        await services.write(actions.add_partner, area_id, _partner_role(role), name, read_day(since))
    except KithmapError as error:
        return await show_problem(request, services, account, area_id, builder, error)
    return RedirectResponse(f"/areas/{area_id}", 303)


@router.post("/areas/{area_id}/partners/{partner_id}/end")
async def end_partner(
    area_id: str,
    partner_id: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    builder: BuilderDep,
    until: Text = "",
) -> Response:
    """Say on which day a partnership ended."""
    account = require_account(account)
    await services.read(runnable_area, account, area_id)
    try:
        day = read_day(until) or services.clock().date()
        await services.write(actions.end_partner, area_id, partner_id, day)
    except KithmapError as error:
        return await show_problem(request, services, account, area_id, builder, error)
    return RedirectResponse(f"/areas/{area_id}", 303)


async def show_problem(
    request: Request,
    services: Services,
    account: Account,
    area_id: str,
    builder: BasemapBuilder,
    error: KithmapError,
) -> Response:
    """Show the area's page again, with what went wrong on top."""
    page = await area_context(request, services, account, area_id, builder)
    return render(request, replace(page, problem=error.message), status=status_of(error))


async def area_context(
    request: Request, services: Services, account: Account, area_id: str, builder: BasemapBuilder
) -> AreaPage:
    """Return what an area's page shows to an account.

    Raises:
        NotFoundError: if there is no such area.
        NotAllowedError: if the account has no role there.
    """
    page = await services.read(_area_page, account, area_id, services, builder)
    listed = await services.read(workshops_of, [area_id])
    waves = {wave.id: wave.name for wave in await services.read(store.waves, page.programme)}
    shown = [await _shown(services, each, waves, runs=page.may_change) for each in listed]
    return replace(page, workshops=tuple(shown), most_megabytes=request.app.state.most_upload_megabytes)


def _outline_on(basemap: BasemapDescription, area: Area) -> str:
    return outline_over(area.boundary, basemap.bounds, basemap.whole.width, basemap.whole.height)


async def _shown(
    services: Services, workshop: Listed, waves: Mapping[str, str], *, runs: bool
) -> ShownWorkshop:
    workshop, life = await follow_log(services, workshop)
    return ShownWorkshop(
        id=workshop.id,
        title=workshop.title,
        wave=waves.get(workshop.wave or "", ""),
        made=workshop.made_at.date(),
        life=life.value,
        code=workshop.code if runs and life is not Life.CLOSED else "",
    )


def _area_page(
    session: Session, account: Account, area_id: str, services: Services, builder: BasemapBuilder
) -> AreaPage:
    area = readable_area(session, account, area_id)
    today = services.clock().date()
    partners = sorted(store.partners(session, area.id), key=lambda each: each.is_past(today))
    basemap = describe_basemap(builder.folder, area.id)
    return AreaPage(
        id=area.id,
        name=area.name,
        programme=area.programme,
        programme_title=readable_programme(session, account, area.programme).title,
        outline=outline_path(area.boundary),
        outline_side=SIDE,
        basemap=None if basemap is None else basemap.model_dump(mode="json"),
        outline_on_basemap=None if basemap is None else _outline_on(basemap, area),
        job=builder.job(area.id),
        partners=tuple(partners),
        past_partners=frozenset(each.id for each in partners if each.is_past(today)),
        workshops=(),
        may_change=account.runs(area.id),
        may_fetch=bool(builder.overpass_server),
        most_megabytes=0,
        today=today.isoformat(),
    )


def _new_area_page(
    session: Session, account: Account, programme_id: str, builder: BasemapBuilder
) -> NewAreaPage:
    from kithmap.programme.boundary import bounds_of, together  # noqa: PLC0415 - geometry: 40 MB that most days go without

    programme = readable_programme(session, account, programme_id)
    others = [area for area in areas_of(session, account) if area.programme == programme.id]
    boundaries = [area.boundary for area in others]
    grounds = (describe_basemap(builder.folder, area.id) for area in others)
    ground = next((found for found in grounds if found is not None), None)
    context = {
        "bounds": bounds_of(boundaries) or ENGLAND,
        "neighbours": together(boundaries),
        "basemap": None if ground is None else ground.model_dump(mode="json"),
    }
    return NewAreaPage(programme=programme.id, programme_title=programme.title, context=context)


async def _read_boundary(drawn: str, file: UploadFile | None) -> dict[str, object]:
    from kithmap.programme.boundary import read_boundary  # noqa: PLC0415 - see above

    text: bytes | str = await file.read() if file is not None and file.filename else drawn
    if not text.strip():
        raise BadInputError("Please choose a boundary file, or draw the boundary on the map.")
    return dict((await asyncio.to_thread(read_boundary, text)).geometry)


def _partner_role(typed: str) -> PartnerRole:
    if typed not in list(PartnerRole):
        raise BadInputError("Please choose what the organisation is to this area.")
    return PartnerRole(typed)
