"""Making a workshop from its area's page."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from kithmap.basics.actors import Role
from kithmap.basics.errors import KithmapError, NotAllowedError, Refused
from kithmap.basics.ids import new_id
from kithmap.guides.catalogue import OWN, Shelf
from kithmap.guides.model import Guide
from kithmap.guides.operations import ChooseRunSheet
from kithmap.guides.pages import ShelfDep
from kithmap.guides.run_sheet import sheet_of
from kithmap.people.access import require_account
from kithmap.people.model import Account
from kithmap.programme.access import runnable_area, wave_of, waves_of
from kithmap.programme.model import Area, Wave
from kithmap.sync.audience import Viewer
from kithmap.sync.protocol import RefusedMessage, Submit, SubmittedOperation
from kithmap.web.dependencies import AccountDep, Now, Services, ServicesDep
from kithmap.web.errors import status_of
from kithmap.web.templates import render
from kithmap.workshop import actions
from kithmap.workshop.access import LEADER_ALIAS
from kithmap.workshop.actions import NewWorkshop
from kithmap.workshop.joining import Listed
from kithmap.workshop.operations import BeginWorkshop
from kithmap.workshop.pages.contexts import NewWorkshopPage

router = APIRouter(include_in_schema=False, prefix="/areas/{area_id}/workshops")

Text = Annotated[str, Form()]

BLIND = "blind"


@router.get("/new")
async def new_workshop_page(
    area_id: str, request: Request, services: ServicesDep, account: AccountDep
) -> Response:
    """Ask for a title and how places are placed."""
    return render(request, await services.read(_page, require_account(account), area_id))


@router.post("")
async def make_workshop(
    area_id: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    now: Now,
    title: Text = "",
    wave: Text = "",
    placing: Text = BLIND,
) -> Response:
    """Make a workshop and go to its console."""
    account = require_account(account)
    page = await services.read(_page, account, area_id, title=title, wave=wave, blind=placing == BLIND)
    area, chosen = await services.read(_area_and_wave, account, area_id, wave)
    new = NewWorkshop(area.id, wave or None, title)
    try:
        listed = await services.write(actions.make_workshop, new, services.signing, account.id, now)
        await begin(services, account, listed, area, chosen, blind=placing == BLIND)
    except KithmapError as error:
        return render(request, replace(page, problem=error.message), status=status_of(error))
    return RedirectResponse(f"/console/{listed.id}", 303)


async def begin(
    services: Services, account: Account, listed: Listed, area: Area, wave: Wave | None, *, blind: bool
) -> None:
    """Write the first entry of a workshop's log, so that the log is whole without any table.

    Raises:
        Refused: if the rules do not accept it.
    """
    payload = {
        "title": listed.title,
        "area": area.id,
        "area_name": area.name,
        "wave": None if wave is None else wave.name,
        "boundary": dict(area.boundary),
        "blind": blind,
    }
    viewer = Viewer(account.id, _role(account, area), account.name, LEADER_ALIAS)
    operation = SubmittedOperation(id=new_id(), kind=BeginWorkshop.kind, payload=payload)
    for answer in await services.rooms.ask(listed.id, viewer, Submit(type="submit", operations=[operation])):
        if isinstance(answer, RefusedMessage):
            raise Refused(answer.reason, answer.message)


def _role(account: Account, area: Area) -> Role:
    role = account.role_in(area.id)
    if role is None:
        raise NotAllowedError("This area is not yours. An admin can change that.")
    return role


def _page(
    session: Session, account: Account, area_id: str, title: str = "", wave: str = "", *, blind: bool = True
) -> NewWorkshopPage:
    area = runnable_area(session, account, area_id)
    waves = tuple((each.id, each.name) for each in waves_of(session, area))
    return NewWorkshopPage(area_id=area.id, area=area.name, waves=waves, title=title, wave=wave, blind=blind)


def _area_and_wave(
    session: Session, account: Account, area_id: str, wave_id: str
) -> tuple[Area, Wave | None]:
    area = runnable_area(session, account, area_id)
    return area, wave_of(session, area, wave_id) if wave_id else None
