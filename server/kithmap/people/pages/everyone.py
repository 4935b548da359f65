"""Who has an account: inviting people, changing their roles, making links for them, ending their accounts."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from kithmap.basics.actors import Role
from kithmap.basics.errors import BadInputError, KithmapError, NotAllowedError
from kithmap.basics.words import said
from kithmap.people import actions, store
from kithmap.people.access import require_account, require_admin
from kithmap.people.model import Account, Invitation
from kithmap.people.pages.contexts import NewLink, PeoplePage, ShownAccount, ShownInvitation
from kithmap.programme.access import areas_of, areas_run_by
from kithmap.web.dependencies import AccountDep, Now, Services, ServicesDep
from kithmap.web.errors import status_of
from kithmap.web.qr import qr_svg
from kithmap.web.templates import render

router = APIRouter(include_in_schema=False, prefix="/people")

Text = Annotated[str, Form()]
Texts = Annotated[list[str], Form()]


@router.get("")
async def people_page(request: Request, services: ServicesDep, account: AccountDep) -> Response:
    """Show who has an account."""
    return render(request, await services.read(_page, _may_invite(account), services))


@router.post("/invitations")
async def invite(
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    now: Now,
    role: Text = "",
    areas: Texts = [],  # noqa: B006 - FastAPI copies defaults
    note: Text = "",
) -> Response:
    """Make an invitation and show its link, this once."""
    by = _may_invite(account)
    try:
        invitation, token = await services.write(actions.invite, by, _role(role), areas, note, now)
    except KithmapError as error:
        page = await services.read(_page, by, services, problem=error.message)
        return render(request, page, status=status_of(error))
    link = _link(
        services, request, f"/invitations/{token}", said(f"Invitation for {invitation.note or 'somebody'}")
    )
    return render(request, await services.read(_page, by, services, link=link))


@router.post("/invitations/{invitation_id}/revoke")
async def revoke(invitation_id: str, services: ServicesDep, account: AccountDep, now: Now) -> Response:
    """Take an invitation back."""
    by = _may_invite(account)
    await services.write(actions.revoke_invitation, by, invitation_id, now)
    return RedirectResponse("/people", 303)


@router.post("/{account_id}/roles")
async def change_roles(
    account_id: str, request: Request, services: ServicesDep, account: AccountDep
) -> Response:
    """Give an account other roles; open pages follow at once."""
    by = require_admin(account)
    form = await request.form()
    chosen = {
        name.removeprefix("role_"): _role(str(value))
        for name, value in form.items()
        if name.startswith("role_") and value
    }
    known = {area.id for area in await services.read(areas_of, by)}
    if not chosen.keys() <= known:
        raise BadInputError("One of these areas does not exist any more. Please load the page again.")
    await services.write(actions.change_roles, by, account_id, chosen)
    await services.tell_role_changes()
    return RedirectResponse("/people", 303)


@router.post("/{account_id}/link")
async def make_link(
    account_id: str, request: Request, services: ServicesDep, account: AccountDep, now: Now
) -> Response:
    """Make a link by which somebody signs in without a password, and show it, this once."""
    by = require_admin(account)
    token = await services.write(actions.make_link, account_id, now)
    named = {each.id: each.name for each in await services.read(store.accounts)}
    link = _link(
        services, request, f"/sign-in/{token}", said(f"Sign-in link for {named.get(account_id, 'somebody')}")
    )
    return render(request, await services.read(_page, by, services, link=link))


@router.post("/{account_id}/end")
async def end_account(account_id: str, services: ServicesDep, account: AccountDep, now: Now) -> Response:
    """End an account; its open pages close at once."""
    by = require_admin(account)
    await services.write(actions.end_account, by, account_id, now)
    await services.tell_role_changes()
    return RedirectResponse("/people", 303)


def _may_invite(account: Account | None) -> Account:
    account = require_account(account)
    if not account.admin and Role.FACILITATOR not in account.roles.values():
        raise NotAllowedError("People with accounts are looked after by facilitators and admins.")
    return account


def _role(typed: str) -> Role:
    if typed not in (Role.ADMIN, Role.FACILITATOR, Role.RESEARCHER):
        raise BadInputError("Please choose what this person will be: facilitator, researcher or admin.")
    return Role(typed)


def _link(services: Services, request: Request, path: str, whose: str) -> NewLink:
    address = services.address(request) + path
    return NewLink(address=address, whose=whose, qr=qr_svg(address))


def _page(
    session: Session,
    viewer: Account,
    services: Services,
    link: NewLink | None = None,
    problem: str | None = None,
) -> PeoplePage:
    areas = {area.id: area.name for area in areas_of(session, viewer)}
    mine = {area.id for area in areas_run_by(session, viewer)}
    accounts = [each for each in store.accounts(session) if viewer.admin or mine & each.roles.keys()]
    invitations = [
        each
        for each in store.open_invitations(session, services.clock())
        if viewer.admin or (each.areas and mine >= set(each.areas))
    ]
    return PeoplePage(
        accounts=tuple(_shown(each, viewer, areas) for each in accounts),
        invitations=tuple(_shown_invitation(each, areas) for each in invitations),
        areas=tuple((area, name) for area, name in areas.items() if area in mine),
        may_change=viewer.admin,
        link=link,
        problem=problem,
    )


def _shown(account: Account, viewer: Account, areas: Mapping[str, str]) -> ShownAccount:
    roles = tuple(
        (area, name, account.roles[area].value if area in account.roles else "")
        for area, name in areas.items()
    )
    return ShownAccount(
        id=account.id, name=account.name, admin=account.admin, roles=roles, is_me=account.id == viewer.id
    )


def _shown_invitation(invitation: Invitation, areas: Mapping[str, str]) -> ShownInvitation:
    names: Sequence[str] = [areas.get(area, "another area") for area in invitation.areas]
    return ShownInvitation(
        id=invitation.id,
        note=invitation.note,
        role=Role.ADMIN.value if invitation.role is None else invitation.role.value,
        areas=tuple(names),
        ends=invitation.ends_at,
    )
