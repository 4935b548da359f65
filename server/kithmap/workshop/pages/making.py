"""Making a workshop from its area's page."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field
from sqlmodel import Session

from kithmap.basics.actors import Role
from kithmap.basics.errors import KithmapError, NotAllowedError, Refused
from kithmap.basics.ids import new_id
from kithmap.glossary.catalogue import in_force
from kithmap.glossary.kinds import kinds
from kithmap.guides.access import ShelfDep
from kithmap.guides.catalogue import OWN, Shelf
from kithmap.guides.model import Guide
from kithmap.guides.operations import ChooseRunSheet
from kithmap.guides.run_sheet import first_rules, sheet_of, with_first_rules
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
from kithmap.workshop.model import SIX_KINDS
from kithmap.workshop.operations import BeginWorkshop
from kithmap.workshop.pages.contexts import NewWorkshopPage

router = APIRouter(include_in_schema=False, prefix="/areas/{area_id}/workshops")

BLIND = "blind"
MODERATED = "moderated"


class NewWorkshopForm(BaseModel):
    """What is filled in for a new workshop.

    Attributes:
        title: what it is called.
        wave: the wave's id, or empty.
        placing: who sees a place when it is added.
        looking: whether a facilitator looks at it before others see it.
        guide: keys of the guides that it follows, one after the other; none for no run sheet.
    """

    title: str = ""
    wave: str = ""
    placing: str = BLIND
    looking: str = "direct"
    guide: list[str] = Field(default=[], max_length=20)


@router.get("/new")
async def new_workshop_page(
    area_id: str, request: Request, services: ServicesDep, account: AccountDep, shelf: ShelfDep
) -> Response:
    """Ask for a title, a run sheet and how places are placed: as the guides themselves say, until somebody chooses."""
    page = await services.read(_page, require_account(account), area_id)
    guides = shelf.whole()
    blind, moderated = first_rules(guides)
    page = replace(page, blind=blind, moderated=moderated)
    return render(request, _offering(page, shelf, [each.key for each in guides]))


@router.post("")
async def make_workshop(
    area_id: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    now: Now,
    shelf: ShelfDep,
    form: Annotated[NewWorkshopForm, Form()],
) -> Response:
    """Make a workshop and go to its console."""
    account = require_account(account)
    blind, moderated = form.placing == BLIND, form.looking == MODERATED
    page = await services.read(_page, account, area_id)
    page = replace(page, title=form.title, wave=form.wave, blind=blind, moderated=moderated)
    area, wave = await services.read(_area_and_wave, account, area_id, form.wave)
    new = NewWorkshop(area.id, form.wave or None, form.title)
    try:
        guides = shelf.chosen(form.guide)
        listed = await services.write(actions.make_workshop, new, services.signing, account.id, now)
        await begin(services, account, listed, area, wave, blind=blind, moderated=moderated, guides=guides)
    except KithmapError as error:
        page = replace(_offering(page, shelf, form.guide), problem=error.message)
        return render(request, page, status=status_of(error))
    return RedirectResponse(f"/console/{listed.id}", 303)


async def begin(
    services: Services,
    account: Account,
    listed: Listed,
    area: Area,
    wave: Wave | None,
    *,
    blind: bool,
    moderated: bool = False,
    guides: Sequence[Guide] = (),
) -> None:
    """Write the first entries of a workshop's log, so that the log is whole without any table or guide.

    Raises:
        Refused: if the rules do not accept it.
    """
    payload: dict[str, Any] = {
        "title": listed.title,
        "area": area.id,
        "area_name": area.name,
        "wave": None if wave is None else wave.name,
        "boundary": dict(area.boundary),
        "blind": blind,
        "moderated": moderated,
        **await services.read(_kinds_in_force, area.id),
    }
    viewer = Viewer(account.id, _role(account, area), account.name, LEADER_ALIAS)
    operations = [SubmittedOperation(id=new_id(), kind=BeginWorkshop.kind, payload=payload)]
    if guides:
        sheet = with_first_rules(sheet_of(guides), blind=blind, moderated=moderated)
        operations.append(SubmittedOperation(id=new_id(), kind=ChooseRunSheet.kind, payload=sheet))
    for answer in await services.rooms.ask(listed.id, viewer, Submit(type="submit", operations=operations)):
        if isinstance(answer, RefusedMessage):
            raise Refused(answer.reason, answer.message)


def _kinds_in_force(session: Session, area_id: str) -> dict[str, Any]:
    """Return the kinds of asset as the area's newest glossary has them; nothing where it has published none."""
    current = in_force(session, area_id)
    if current is None:
        return {}
    glossary, release = current
    found = kinds(release.concepts, SIX_KINDS, release.scheme.language)
    return {
        "asset_kinds": [asdict(kind) for kind in found],
        "glossary": {"name": glossary.name, "version": str(release.version)},
    }


def _role(account: Account, area: Area) -> Role:
    role = account.role_in(area.id)
    if role is None:
        raise NotAllowedError("This area is not yours. An admin can change that.")
    return role


def _page(session: Session, account: Account, area_id: str) -> NewWorkshopPage:
    area = runnable_area(session, account, area_id)
    waves = tuple((each.id, each.name) for each in waves_of(session, area))
    return NewWorkshopPage(area_id=area.id, area=area.name, waves=waves)


def _offering(page: NewWorkshopPage, shelf: Shelf, chosen: Sequence[str]) -> NewWorkshopPage:
    return replace(page, guides=shelf.leading(), chosen=frozenset(chosen), own_guides=OWN)


def _area_and_wave(
    session: Session, account: Account, area_id: str, wave_id: str
) -> tuple[Area, Wave | None]:
    area = runnable_area(session, account, area_id)
    return area, wave_of(session, area, wave_id) if wave_id else None
