"""An area's layers, wave by wave: what was mapped, and what of it is published."""

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from kithmap.layers.pages.contexts.waves import LayersPage, ShownWave
from kithmap.layers.store import releases, series
from kithmap.people.access import require_account
from kithmap.people.model import Account
from kithmap.programme.access import readable_area, waves_of
from kithmap.programme.model import Area, Wave
from kithmap.web.dependencies import AccountDep, ServicesDep
from kithmap.web.lives import follow_log
from kithmap.web.templates import render
from kithmap.workshop.catalogue import workshops_of
from kithmap.workshop.model import Life

router = APIRouter(include_in_schema=False, prefix="/areas/{area_id}/layers")


@router.get("")
async def area_layers(area_id: str, request: Request, services: ServicesDep, account: AccountDep) -> Response:
    """Show an area's waves and what is published of each."""
    area, waves = await services.read(_waves, require_account(account), area_id)
    listed = await services.read(workshops_of, [area_id])
    lives = {each.id: (await follow_log(services, each))[1] for each in listed}
    begun = [each for each in listed if lives[each.id] is not Life.DRAFT]
    shown = []
    for wave in waves:
        own = [each.id for each in begun if each.wave == wave.id]
        unfinished = sum(lives[each] is not Life.CLOSED for each in own)
        shown.append(await services.read(_shown, area_id, wave, len(own), unfinished))
    page = LayersPage(
        area=area.id,
        area_name=area.name,
        waves=tuple(shown),
        without_wave=sum(each.wave is None for each in begun),
    )
    return render(request, page)


def _waves(session: Session, account: Account, area_id: str) -> tuple[Area, list[Wave]]:
    area = readable_area(session, account, area_id)
    return area, waves_of(session, area)


def _shown(session: Session, area_id: str, wave: Wave, workshops: int, unfinished: int) -> ShownWave:
    found = series.of_wave(session, area_id, wave.id)
    newest = None if found is None else releases.one(session, found.id)
    return ShownWave(
        wave=wave,
        workshops=workshops,
        open=unfinished,
        slug=found.slug if found and newest else "",
        version=str(newest.header.version) if newest else "",
        published_on=newest.header.day if newest else None,
    )
