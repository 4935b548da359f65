"""Who is in a workshop: for those who run it, and for nobody else."""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel

from kithmap.basics.errors import BadInputError, ConflictError, GoneError
from kithmap.basics.ids import new_id
from kithmap.people.access import require_account
from kithmap.people.model import Account
from kithmap.programme.access import runnable_area
from kithmap.web.dependencies import AccountDep, Now, Services, ServicesDep
from kithmap.web.errors import status_of
from kithmap.web.lives import follow_log
from kithmap.web.templates import render
from kithmap.web.withdrawing import change_consent, forget_now
from kithmap.workshop import actions, store
from kithmap.workshop.actions import require_workshop
from kithmap.workshop.joining import Coming, Consent, ConsentGiven, Listed, Purpose, Seat
from kithmap.workshop.model import Life
from kithmap.workshop.pages.contexts import ParticipantsPage, SeatForm, SeatSlip, ShownParticipant

router = APIRouter(include_in_schema=False, prefix="/workshops/{workshop}/people")

SEAT_TICKET = "seat_ticket"
SEAT_TICKET_LASTS = timedelta(hours=12)
"""The page of the people may lie open all evening."""


class SeatFields(BaseModel):
    """The form for somebody without a phone, as it is sent; what is not ticked is not."""

    ticket: str = ""
    name: str = ""
    take_part: bool = False
    keep: bool = False
    quote: bool = False


@router.get("")
async def participants_page(
    workshop: str, request: Request, services: ServicesDep, account: AccountDep
) -> Response:
    """Show names beside aliases."""
    listed = await run_by(services, account, workshop)
    return render(request, await _page(services, listed))


@router.post("/seat")
async def seat(
    workshop: str,
    request: Request,
    services: ServicesDep,
    account: AccountDep,
    now: Now,
    given: Annotated[SeatFields, Form()],
) -> Response:
    """Give a seat to somebody without a phone, and show what to give them, this once."""
    listed = await run_by(services, account, workshop)
    page = await _page(services, listed)
    made_for, _, person = (services.signing.read_until(SEAT_TICKET, given.ticket, now) or "").partition(" ")
    if made_for != listed.id:
        raise BadInputError("This page lay open for long, so nobody was added. Please load it again.")
    consent = Consent(take_part=given.take_part, keep=given.keep, quote=given.quote)
    coming = Coming(person, consent, given.name, now, by_facilitator=True)
    try:
        seat, words = await services.write(actions.seat_without_phone, listed.id, coming, services.signing)
    except (BadInputError, ConflictError, GoneError) as error:
        typed = replace(page.form, name=given.name, keep=given.keep, quote=given.quote)
        again = replace(typed, problem=error.message)
        return render(request, replace(page, form=again), status=status_of(error))
    services.workshops.seated(seat)
    slip = SeatSlip(alias=seat.alias, name=seat.name, words=words)
    return render(request, replace(await _page(services, listed), slip=slip))


@router.post("/{person}/remove")
async def remove(
    workshop: str, person: str, services: ServicesDep, account: AccountDep, now: Now
) -> Response:
    """Remove a participant; their open pages close at once."""
    listed = await run_by(services, account, workshop)
    await services.write(actions.remove, listed.id, person, now)
    await services.tell_role_changes()
    return RedirectResponse(f"/workshops/{listed.id}/people", 303)


@router.post("/{person}/let-back")
async def let_back(workshop: str, person: str, services: ServicesDep, account: AccountDep) -> Response:
    """Let a removed participant back in."""
    listed = await run_by(services, account, workshop)
    await services.write(actions.let_back, listed.id, person)
    await services.tell_role_changes()
    return RedirectResponse(f"/workshops/{listed.id}/people", 303)


@router.post("/{person}/words")
async def renew_words(
    workshop: str, person: str, request: Request, services: ServicesDep, account: AccountDep
) -> Response:
    """Give a participant new words, and show them, this once."""
    listed = await run_by(services, account, workshop)
    words = await services.write(actions.renew_words, listed.id, person, services.signing)
    return render(request, await _page(services, listed, words, person))


@router.post("/{person}/erase-name")
async def erase_name(workshop: str, person: str, services: ServicesDep, account: AccountDep) -> Response:
    """Forget a participant's name."""
    listed = await run_by(services, account, workshop)
    seat = await services.write(actions.erase_name, listed.id, person)
    services.workshops.seated(seat)
    await forget_now(services)
    return RedirectResponse(f"/workshops/{listed.id}/people", 303)


@router.post("/{person}/consent")
async def note_consent(
    workshop: str,
    person: str,
    services: ServicesDep,
    account: AccountDep,
    now: Now,
    purpose: Annotated[str, Form()] = "",
    agreed: Annotated[bool, Form()] = False,  # noqa: FBT002 - what is not ticked is not sent
) -> Response:
    """Note what somebody without a phone agrees to, or no longer does, and do all that follows from it."""
    listed = await run_by(services, account, workshop)
    if purpose not in list(Purpose):
        raise BadInputError("Please choose what they agree to on the page of the people.")
    given = ConsentGiven(person, Purpose(purpose), agreed, now, by_facilitator=True)
    await change_consent(services, listed.id, given)
    return RedirectResponse(f"/workshops/{listed.id}/people", 303)


@router.post("/erase-names")
async def erase_names(workshop: str, services: ServicesDep, account: AccountDep) -> Response:
    """Forget all names of a workshop that has ended, and what its people said about themselves."""
    listed = await run_by(services, account, workshop)
    listed, life = await follow_log(services, listed)
    if life is not Life.CLOSED:
        raise ConflictError("Names are needed while the workshop goes on. Please close it first.")
    await services.write(actions.erase_names, listed.id)
    for seat in await services.read(store.seats, listed.id):
        services.workshops.seated(seat)
    await forget_now(services)
    return RedirectResponse(f"/workshops/{listed.id}/people", 303)


async def run_by(services: Services, account: Account | None, workshop_id: str) -> Listed:
    """Return a workshop that an account runs.

    Raises:
        NotSignedInError: if nobody is signed in.
        NotFoundError: if there is no such workshop.
        NotAllowedError: if they do not run it.
    """
    account = require_account(account)
    listed = await services.read(require_workshop, workshop_id)
    await services.read(runnable_area, account, listed.area)
    return listed


async def _page(
    services: Services, listed: Listed, words: str | None = None, person: str = ""
) -> ParticipantsPage:
    listed, _ = await follow_log(services, listed)
    seats = await services.read(store.seats, listed.id)
    without_phone = await services.read(store.without_phone, listed.id)
    ends = services.clock() + SEAT_TICKET_LASTS
    ticket = services.signing.sign_until(SEAT_TICKET, f"{listed.id} {new_id()}", ends)
    whose = next((seat.name or seat.alias for seat in seats if seat.person == person), "")
    return ParticipantsPage(
        id=listed.id,
        title=listed.title,
        closed=listed.closed_at is not None,
        participants=tuple(_shown(seat, without_phone) for seat in seats),
        form=SeatForm(ticket=ticket),
        words=words,
        words_for=whose,
    )


def _shown(seat: Seat, without_phone: Collection[str]) -> ShownParticipant:
    return ShownParticipant(
        person=seat.person,
        alias=seat.alias,
        name=seat.name,
        joined=seat.joined_at,
        keeps=seat.consent.keep,
        quotable=seat.consent.quote,
        removed=seat.removed_at is not None,
        left=seat.left_at is not None,
        without_phone=seat.person in without_phone,
    )
