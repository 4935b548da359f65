"""Coming in and going out: signing in by link or password, invitations, one's own password."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from kithmap.basics.actors import Role
from kithmap.basics.errors import GoneError, KithmapError, NotSignedInError
from kithmap.basics.signing import fingerprint
from kithmap.people import actions, store
from kithmap.people.access import COOKIE, PURPOSE, require_account
from kithmap.people.actions import INVITATION_IS_OVER, LINK_IS_OVER, NewAccount
from kithmap.people.model import SIGN_IN_LASTS, Invitation, sign_in_name
from kithmap.people.pages.contexts import AccountPage, InvitationPage, SignInLinkPage, SignInPage
from kithmap.people.passwords import fits
from kithmap.programme.access import known_area
from kithmap.web.cookies import drop_cookie, set_cookie
from kithmap.web.dependencies import AccountDep, Now, Services, ServicesDep
from kithmap.web.errors import status_of
from kithmap.web.limits import address_of
from kithmap.web.origin import local_path
from kithmap.web.templates import render

router = APIRouter(include_in_schema=False)

Text = Annotated[str, Form()]

HOME = "/programmes"
WRONG = "The name and the password do not fit together. Please try again, or ask an admin for a link."
LINKS = "links"
"""What wrong tokens count against; they have 144 bits, so this only keeps noise down."""


async def _signed_in(request: Request, services: Services, sign_in: str, to: str) -> Response:
    response = RedirectResponse(local_path(to, HOME), 303)
    value = services.signing.sign(PURPOSE, sign_in)
    set_cookie(request, response, COOKIE, value, lasts=SIGN_IN_LASTS)
    return response


@router.get("/sign-in")
async def sign_in_page(request: Request, account: AccountDep, next: str = HOME) -> Response:  # noqa: A002 - as others call it
    """Ask for name and password."""
    if account is not None:
        return RedirectResponse(local_path(next, HOME), 303)
    return render(request, SignInPage(to=local_path(next, HOME)))


@router.post("/sign-in")
async def sign_in(
    request: Request,
    services: ServicesDep,
    now: Now,
    name: Text = "",
    password: Text = "",
    to: Text = HOME,
) -> Response:
    """Sign in by name and password."""
    address, target = address_of(request), sign_in_name(name)[: actions.LONGEST_NAME]
    services.passwords.check(address, target, now)
    known = await services.read(store.by_sign_in_name, target)
    account, stored = known if known is not None else (None, None)
    if not await asyncio.to_thread(fits, password, stored) or account is None:
        services.passwords.wrong(address, target, now)
        page = SignInPage(to=local_path(to, HOME), name=name, problem=WRONG)
        return render(request, page, status=status_of(NotSignedInError(WRONG)))
    return await _signed_in(request, services, await services.write(actions.sign_in, account.id, now), to)


@router.get("/sign-in/{token}")
async def sign_in_link_page(token: str, request: Request, services: ServicesDep, now: Now) -> Response:
    """Ask once more: programs that look at links in messages must not use them up."""
    if not await services.read(store.is_link_good, fingerprint(token), now):
        raise GoneError(LINK_IS_OVER)
    return render(request, SignInLinkPage(token=token))


@router.post("/sign-in/{token}")
async def sign_in_by_link(token: str, request: Request, services: ServicesDep, now: Now) -> Response:
    """Sign in by a link, once."""
    address = address_of(request)
    services.passwords.check(address, LINKS, now)
    try:
        sign_in_id = await services.write(actions.sign_in_by_link, token, now)
    except GoneError:
        services.passwords.wrong(address, LINKS, now)
        raise
    return await _signed_in(request, services, sign_in_id, HOME)


@router.post("/sign-out")
async def sign_out(request: Request, services: ServicesDep) -> Response:
    """Sign this browser out, here and on the server."""
    sign_in_id = services.accounts.sign_in_of(request)
    account = await services.accounts.account_of(request)
    if sign_in_id is not None:
        await services.write(store.end_sign_in, sign_in_id)
    if account is not None:
        services.rooms.let_reconnect(account.id)
    response = RedirectResponse("/", 303)
    drop_cookie(request, response, COOKIE)
    return response


@router.get("/invitations/{token}")
async def invitation_page(token: str, request: Request, services: ServicesDep) -> Response:
    """Show what an invitation is for."""
    return render(request, await _invitation(services, token))


@router.post("/invitations/{token}")
async def accept_invitation(
    token: str, request: Request, services: ServicesDep, now: Now, name: Text = "", password: Text = ""
) -> Response:
    """Take an invitation up."""
    page = await _invitation(services, token)
    try:
        stored = await asyncio.to_thread(actions.stored_password, password) if password else None
        sign_in_id = await services.write(actions.accept_invitation, token, NewAccount(name, stored), now)
    except GoneError:
        raise
    except KithmapError as error:
        page = await _invitation(services, token, name=name, problem=error.message)
        return render(request, page, status=status_of(error))
    return await _signed_in(request, services, sign_in_id, HOME)


async def _invitation(
    services: Services, token: str, name: str = "", problem: str | None = None
) -> InvitationPage:
    invitation = await services.read(store.invitation, fingerprint(token))
    if invitation is None or not invitation.is_good(services.clock()):
        raise GoneError(INVITATION_IS_OVER)
    areas = [(await services.read(known_area, area)).name for area in invitation.areas]
    return InvitationPage(
        token=token, role=_role(invitation).value, areas=tuple(areas), name=name, problem=problem
    )


def _role(invitation: Invitation) -> Role:
    return Role.ADMIN if invitation.role is None else invitation.role


@router.get("/account")
async def account_page(request: Request, account: AccountDep) -> Response:
    """Show one's own account."""
    account = require_account(account)
    return render(request, AccountPage(name=account.name, has_password=account.has_password))


@router.post("/account/password")
async def change_password(
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    now: Now,
    password: Text = "",
    old: Text = "",
) -> Response:
    """Choose a password, or another one."""
    account = require_account(account)
    address = address_of(request)
    services.passwords.check(address, account.id, now)
    try:
        if account.has_password:
            known = await services.read(store.by_sign_in_name, sign_in_name(account.name))
            if known is None or not await asyncio.to_thread(fits, old, known[1]):
                services.passwords.wrong(address, account.id, now)
                raise NotSignedInError("The old password is not right. Nothing was changed.")
        await services.write(
            actions.change_password, account, await asyncio.to_thread(actions.stored_password, password)
        )
    except KithmapError as error:
        page = AccountPage(name=account.name, has_password=account.has_password, problem=error.message)
        return render(request, page, status=status_of(error))
    return render(request, AccountPage(name=account.name, has_password=True, changed=True))
