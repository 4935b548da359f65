"""One's own read tokens: made here, shown once, taken back here."""

from datetime import date, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from kithmap.basics.errors import BadInputError, KithmapError
from kithmap.people import actions, store
from kithmap.people.access import require_account
from kithmap.people.model import TOKEN_LASTS, TOKEN_LASTS_AT_MOST, Account
from kithmap.people.pages.contexts import TokensPage
from kithmap.web.dependencies import AccountDep, Now, Services, ServicesDep
from kithmap.web.errors import status_of
from kithmap.web.templates import render

router = APIRouter(include_in_schema=False, prefix="/tokens")

Text = Annotated[str, Form()]


@router.get("")
async def tokens_page(request: Request, services: ServicesDep, account: AccountDep, now: Now) -> Response:
    """Show one's own read tokens."""
    return render(request, await _page(request, services, require_account(account), now))


@router.post("")
async def make_token(
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    now: Now,
    name: Text = "",
    ends: Text = "",
) -> Response:
    """Make a read token and show it, this once."""
    account = require_account(account)
    try:
        made, token = await services.write(actions.make_read_token, account, name, _day(ends), now)
    except KithmapError as error:
        page = await _page(request, services, account, now, name=name, ends=ends, problem=error.message)
        return render(request, page, status=status_of(error))
    return render(request, await _page(request, services, account, now, made=made, token=token))


@router.post("/{token_id}/revoke")
async def revoke_token(token_id: str, services: ServicesDep, account: AccountDep, now: Now) -> Response:
    """Take a read token back; whoever has it reads nothing with it any more."""
    await services.write(actions.revoke_read_token, require_account(account), token_id, now)
    return RedirectResponse("/tokens", 303)


def _day(typed: str) -> date:
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        raise BadInputError("Please choose the last day of the token.") from None


async def _page(
    request: Request, services: Services, account: Account, now: datetime, **more: Any
) -> TokensPage:
    fields = {"ends": (now + TOKEN_LASTS).date().isoformat(), **more}
    return TokensPage(
        tokens=tuple(await services.read(store.read_tokens, account.id)),
        now=now,
        address=f"{services.address(request)}/ogc",
        first_day=now.date(),
        last_day=(now + TOKEN_LASTS_AT_MOST).date(),
        **fields,
    )
