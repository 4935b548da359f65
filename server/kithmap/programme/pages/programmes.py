"""Programmes: their areas and waves."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from kithmap.basemap.catalogue import has_basemap
from kithmap.basics.errors import KithmapError
from kithmap.people.access import require_account, require_admin
from kithmap.people.model import Account
from kithmap.programme import actions, store
from kithmap.programme.access import areas_of, programmes_of, readable_programme
from kithmap.programme.api import BuilderDep
from kithmap.programme.api.basemap_jobs import BasemapBuilder
from kithmap.programme.model import Area, PartnerRole, Wave
from kithmap.programme.outline import SIDE, outline_path
from kithmap.programme.pages.contexts import ProgrammePage, ProgrammesPage, ShownArea
from kithmap.programme.pages.forms import WaveForm
from kithmap.web.dependencies import AccountDep, Now, Services, ServicesDep
from kithmap.web.errors import status_of
from kithmap.web.lives import follow_log
from kithmap.web.templates import render
from kithmap.workshop.catalogue import workshops_of
from kithmap.workshop.model import Life

router = APIRouter(include_in_schema=False, prefix="/programmes")

Text = Annotated[str, Form()]


@router.get("")
async def programmes_page(request: Request, services: ServicesDep, account: AccountDep) -> Response:
    """Show all programmes; where there is just one, that one."""
    if account is None:
        return RedirectResponse("/sign-in", 303)
    found = await services.read(programmes_of, account)
    if len(found) == 1 and "all" not in request.query_params:
        return RedirectResponse(f"/programmes/{found[0].id}", 303)
    return render(request, ProgrammesPage(programmes=tuple(found), may_add=account.admin))


@router.post("")
async def add_programme(
    request: Request, services: ServicesDep, account: AccountDep, now: Now, title: Text = ""
) -> Response:
    """Begin a programme."""
    account = require_admin(account)
    try:
        programme = await services.write(actions.add_programme, title, now)
    except KithmapError as error:
        found = await services.read(programmes_of, account)
        page = ProgrammesPage(programmes=tuple(found), may_add=True, title=title, problem=error.message)
        return render(request, page, status=status_of(error))
    return RedirectResponse(f"/programmes/{programme.id}", 303)


@router.get("/{programme_id}")
async def programme_page(
    programme_id: str, request: Request, services: ServicesDep, account: AccountDep, builder: BuilderDep
) -> Response:
    """Show a programme."""
    page = await services.read(_page, require_account(account), programme_id, builder)
    areas = [replace(area, open=await _open_ones(services, area.id)) for area in page.areas]
    return render(request, replace(page, areas=tuple(areas)))


async def _open_ones(services: Services, area_id: str) -> int:
    """Count an area's workshops that go on now; those that are listed as closed are not asked."""
    living = [each for each in await services.read(workshops_of, [area_id]) if each.closed_at is None]
    lives = [(await follow_log(services, each))[1] for each in living]
    return sum(life in (Life.OPEN, Life.PAUSED) for life in lives)


@router.post("/{programme_id}/waves")
async def add_wave(
    programme_id: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    builder: BuilderDep,
    now: Now,
    form: Annotated[WaveForm, Form()],
) -> Response:
    """Plan a wave."""
    account = require_admin(account)
    try:
        wave = form.wave("")
        await services.write(actions.add_wave, programme_id, wave, now)
    except KithmapError as error:
        return await _again(request, services, account, programme_id, builder, form.name, error)
    return RedirectResponse(f"/programmes/{programme_id}", 303)


@router.post("/{programme_id}/waves/{wave_id}")
async def change_wave(
    programme_id: str,
    wave_id: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    builder: BuilderDep,
    form: Annotated[WaveForm, Form()],
) -> Response:
    """Give a wave another name or other days."""
    account = require_admin(account)
    try:
        wave = form.wave(wave_id)
        await services.write(actions.change_wave, programme_id, wave)
    except KithmapError as error:
        return await _again(request, services, account, programme_id, builder, "", error)
    return RedirectResponse(f"/programmes/{programme_id}", 303)


async def _again(
    request: Request,
    services: Services,
    account: Account,
    programme_id: str,
    builder: BasemapBuilder,
    name: str,
    error: KithmapError,
) -> Response:
    page = await services.read(_page, account, programme_id, builder)
    page = replace(page, wave=Wave("", name), problem=error.message)
    return render(request, page, status=status_of(error))


def _page(session: Session, account: Account, programme_id: str, builder: BasemapBuilder) -> ProgrammePage:
    programme = readable_programme(session, account, programme_id)
    areas = [area for area in areas_of(session, account) if area.programme == programme.id]
    return ProgrammePage(
        id=programme.id,
        title=programme.title,
        areas=tuple(_shown(session, area, builder) for area in areas),
        outline_side=SIDE,
        waves=tuple(store.waves(session, programme.id)),
        may_change=account.admin,
    )


def _shown(session: Session, area: Area, builder: BasemapBuilder) -> ShownArea:
    workshops = workshops_of(session, [area.id])
    partners = [each for each in store.partners(session, area.id) if each.until is None]
    named = {each.role: each.name for each in reversed(partners)}
    return ShownArea(
        id=area.id,
        name=area.name,
        outline=outline_path(area.boundary),
        vcs_organisation=named.get(PartnerRole.VCS_ORGANISATION, ""),
        host_authority=named.get(PartnerRole.HOST_AUTHORITY, ""),
        workshops=len(workshops),
        open=0,
        has_basemap=has_basemap(builder.folder, area.id),
    )
