"""An area's census profile, and the ground on which it may use what people give."""

from dataclasses import replace
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response, UploadFile
from fastapi.responses import RedirectResponse
from pydantic import BaseModel

from kithmap.basics.errors import BadInputError
from kithmap.basics.words import said
from kithmap.people.access import require_account
from kithmap.people.model import Account
from kithmap.programme import actions, store
from kithmap.programme.access import readable_area, runnable_area
from kithmap.programme.lawful_basis import LawfulBasis, read_lawful_basis
from kithmap.programme.pages.contexts import PrivacyPage
from kithmap.programme.pages.forms import read_day
from kithmap.programme.profile import template
from kithmap.web.dependencies import AccountDep, Now, Services, ServicesDep
from kithmap.web.errors import status_of
from kithmap.web.templates import render

router = APIRouter(include_in_schema=False, prefix="/areas/{area_id}/privacy")

Text = Annotated[str, Form()]

SAVED = {
    "census": said("The numbers are kept. Consoles show them beside the room from now on."),
    "basis": said("This is recorded. Whoever joins can read it from now on."),
}
"""What the page says after something was done, by the word in its address."""


class BasisForm(BaseModel):
    """A lawful basis as a form sends it."""

    basis: str = ""
    condition: str = ""
    controller: str = ""
    contact: str = ""
    retention_days: str = ""
    least_shown: str = ""

    def read(self) -> LawfulBasis:
        """Return what was filled in.

        Raises:
            BadInputError: naming the first part that cannot be so.
        """
        return read_lawful_basis(**self.model_dump())


@router.get("")
async def privacy_page(
    area_id: str, request: Request, services: ServicesDep, account: AccountDep, saved: str = ""
) -> Response:
    """Show who lives in an area, and on what ground it may use what people give."""
    page = await _page(services, require_account(account), area_id)
    return render(request, replace(page, saved=SAVED.get(saved, "")))


@router.get("/template.csv")
async def census_template(area_id: str, services: ServicesDep, account: AccountDep) -> Response:
    """Give a census file to fill in."""
    await services.read(readable_area, require_account(account), area_id)
    headers = {"Content-Disposition": 'attachment; filename="census-profile.csv"'}
    return Response(template(), media_type="text/csv; charset=utf-8", headers=headers)


@router.post("/census")
async def change_census(
    area_id: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    now: Now,
    source: Text = "",
    day: Text = "",
    file: UploadFile | None = None,
) -> Response:
    """Give an area a census profile. Of a file with any fault nothing is kept."""
    page = await _page(services, require_account(account), area_id, runs=True)
    page = replace(page, source=source, day=day)
    try:
        when: date | None = read_day(day)
        sent = await _sent(file)
        faults = await services.write(actions.change_census_profile, area_id, sent, source, when, now)
    except BadInputError as error:
        return render(request, replace(page, problem=error.message), status=status_of(error))
    if faults:
        refused = BadInputError(
            "This file has faults, so nothing was changed. Please mend them and send it again."
        )
        page = replace(page, problem=refused.message, faults=tuple(faults))
        return render(request, page, status=status_of(refused))
    return RedirectResponse(f"/areas/{area_id}/privacy?saved=census", 303)


@router.post("/basis")
async def change_basis(
    area_id: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    now: Now,
    form: Annotated[BasisForm, Form()],
) -> Response:
    """Record an area's lawful basis."""
    page = await _page(services, require_account(account), area_id, runs=True)
    try:
        await services.write(actions.change_lawful_basis, area_id, form.read(), now)
    except BadInputError as error:
        page = replace(page, problem=error.message, basis=form.model_dump())
        return render(request, page, status=status_of(error))
    return RedirectResponse(f"/areas/{area_id}/privacy?saved=basis", 303)


async def _sent(file: UploadFile | None) -> bytes:
    if file is None or not file.filename:
        raise BadInputError("Please choose a CSV file.")
    return await file.read()


async def _page(services: Services, account: Account, area_id: str, *, runs: bool = False) -> PrivacyPage:
    area = await services.read(runnable_area if runs else readable_area, account, area_id)
    kept = await services.read(store.lawful_basis, area_id)
    profile = await services.read(store.census_profile, area_id)
    return PrivacyPage(
        id=area.id,
        name=area.name,
        profile=profile,
        basis=_shown(kept),
        may_change=account.runs(area.id),
        source="" if profile is None else profile.source,
        day="" if profile is None or profile.day is None else profile.day.isoformat(),
    )


def _shown(kept: LawfulBasis | None) -> dict[str, str]:
    if kept is None:
        return BasisForm(retention_days="90", least_shown="5").model_dump()
    return BasisForm(
        basis=kept.basis.value,
        condition=kept.condition.value,
        controller=kept.controller,
        contact=kept.contact,
        retention_days=str(kept.retention_days),
        least_shown=str(kept.least_shown),
    ).model_dump()
