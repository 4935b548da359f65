"""Who is here and who is missing: the room beside its area, for those who run it."""

from fastapi import APIRouter, Request, Response

from kithmap.programme.access import known_area, lawful_basis_of
from kithmap.web.balance import Balance, balance_of
from kithmap.web.dependencies import AccountDep, ServicesDep
from kithmap.web.templates import render
from kithmap.workshop.pages.contexts import BalancePage
from kithmap.workshop.pages.participants import run_by

router = APIRouter(include_in_schema=False)


@router.get("/workshops/{workshop}/balance")
async def balance_page(
    workshop: str, request: Request, services: ServicesDep, account: AccountDep
) -> Response:
    """Show how like its area the room is, as far as it may be told."""
    listed = await run_by(services, account, workshop)
    area = await services.read(known_area, listed.area)
    page = BalancePage(
        id=listed.id,
        title=listed.title,
        area=area.name,
        area_id=area.id,
        balance=await balance_of(services, listed),
        has_basis=await services.read(lawful_basis_of, area.id) is not None,
    )
    return render(request, page)


@router.get("/api/workshops/{workshop}/balance")
async def balance_facts(
    workshop: str, services: ServicesDep, account: AccountDep, response: Response
) -> Balance:
    """Give the same as JSON."""
    response.headers["Cache-Control"] = "no-store"
    return await balance_of(services, await run_by(services, account, workshop))
