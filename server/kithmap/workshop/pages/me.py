"""A participant's own page: their name, what they agreed to, what they say about themselves, and the way out.

It is open to whoever holds the seat's cookie, also after the workshop ended and for somebody the facilitator removed: what one
added can be taken back at any time.
"""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from kithmap.agreement.own_words import own_words
from kithmap.basics.census import CENSUS
from kithmap.basics.errors import BadInputError, NotAllowedError, NotFoundError, NotSignedInError
from kithmap.basics.words import said
from kithmap.programme.access import lawful_basis_of
from kithmap.programme.suppression import threshold
from kithmap.shared_map.model import PLACES
from kithmap.web.cookies import drop_cookie
from kithmap.web.dependencies import Now, Services, ServicesDep
from kithmap.web.errors import status_of
from kithmap.web.templates import render
from kithmap.web.withdrawing import change_consent, forget_now
from kithmap.workshop import actions, store
from kithmap.workshop.about_me import read_answers
from kithmap.workshop.access import LEFT, NOT_JOINED, REMOVED, seat_cookie
from kithmap.workshop.actions import require_seat, require_workshop
from kithmap.workshop.joining import ConsentGiven, Purpose, Seat
from kithmap.workshop.pages.me_contexts import AboutMePage, LeftPage, MePage

router = APIRouter(include_in_schema=False, prefix="/w/{workshop}/me")

Text = Annotated[str, Form()]
Tick = Annotated[bool, Form()]

SAVED = {
    "name": said("Your name is saved."),
    "no_name": said("Your name is erased."),
    "keep": said("What you add will be kept. You can change your mind at any time."),
    "gone": said("All that you added is taken away, and so are your name and your answers."),
    "soon": said("Your name and your answers are gone. What you added is being taken away now."),
    "quote": said("Your words may be quoted, without your name."),
    "no_quote": said("Your words will not be quoted."),
    "about": said("Thank you. Your answers are counted."),
    "no_about": said("Your answers are erased."),
}
"""What a page says after something was done, by the word in its address."""


@router.get("")
async def me_page(workshop: str, request: Request, services: ServicesDep, saved: str = "") -> Response:
    """Show a participant what is known of them here."""
    seat = await _seat(services, request, workshop)
    return render(request, await _page(services, seat, saved=SAVED.get(saved, "")))


@router.post("/name")
async def change_name(workshop: str, request: Request, services: ServicesDep, name: Text = "") -> Response:
    """Change one's own name, or have it erased."""
    seat = await _active_seat(services, request, workshop)
    try:
        seat = await services.write(actions.rename, workshop, seat.person, name)
    except BadInputError as error:
        page = await _page(services, seat)
        return render(request, replace(page, name=name, problem=error.message), status=status_of(error))
    services.workshops.seated(seat)
    await forget_now(services)
    return _back(workshop, "name" if seat.name else "no_name")


@router.post("/consent")
async def change_own_consent(
    workshop: str,
    request: Request,
    services: ServicesDep,
    now: Now,
    purpose: Text = "",
    agreed: Tick = False,  # noqa: FBT002 - what is not ticked is not sent
) -> Response:
    """Agree to something, or no longer. Who no longer wants to be kept is erased everywhere, at once."""
    seat = await _seat(services, request, workshop)
    if purpose not in {Purpose.KEEP, Purpose.QUOTE}:
        raise BadInputError("Please choose what you agree to on your page.")
    given = ConsentGiven(seat.person, Purpose(purpose), agreed, now)
    seat = await change_consent(services, workshop, given)
    if given.purpose is Purpose.KEEP and not agreed:
        return _back(workshop, "gone" if seat.withdrawing_since is None else "soon")
    return _back(workshop, purpose if agreed else f"no_{purpose}")


@router.get("/about")
async def about_me_page(workshop: str, request: Request, services: ServicesDep) -> Response:
    """Ask a participant about themselves."""
    return render(request, await _about_page(services, await _active_seat(services, request, workshop)))


@router.post("/about")
async def save_about_me(workshop: str, request: Request, services: ServicesDep) -> Response:
    """Keep what a participant says about themselves."""
    seat = await _active_seat(services, request, workshop)
    form = await request.form()
    try:
        answers = read_answers({name: str(value) for name, value in form.items()})
    except BadInputError as error:
        page = await _about_page(services, seat)
        return render(request, replace(page, problem=error.message), status=status_of(error))
    await services.write(actions.save_about_me, workshop, seat.person, answers)
    return _back(workshop, "about" if answers else "no_about")


@router.post("/about/erase")
async def erase_about_me(workshop: str, request: Request, services: ServicesDep) -> Response:
    """Forget what a participant said about themselves."""
    seat = await _seat(services, request, workshop)
    await services.write(actions.erase_about_me, workshop, seat.person)
    await forget_now(services)
    return _back(workshop, "no_about")


@router.post("/leave")
async def leave(workshop: str, request: Request, services: ServicesDep, now: Now) -> Response:
    """Leave for good: all that one added goes, and every open page of this seat closes at once."""
    seat = await _seat(services, request, workshop)
    seat = await change_consent(
        services, workshop, ConsentGiven(seat.person, Purpose.TAKE_PART, agreed=False, at=now)
    )
    response = render(request, LeftPage(done=seat.withdrawing_since is None))
    drop_cookie(request, response, seat_cookie(workshop))
    return response


async def _seat(services: Services, request: Request, workshop: str) -> Seat:
    """Return the seat that asks, whether the facilitator removed it or not.

    Raises:
        NotSignedInError: without a seat's cookie.
        NotAllowedError: if its owner left.
    """
    person = services.workshops.seat_of(request, workshop)
    if person is None:
        raise NotSignedInError(NOT_JOINED)
    try:
        seat = await services.read(require_seat, workshop, person)
    except NotFoundError:
        raise NotSignedInError(NOT_JOINED) from None
    if seat.left_at is not None:
        raise NotAllowedError(LEFT, code="left")
    return seat


async def _active_seat(services: Services, request: Request, workshop: str) -> Seat:
    seat = await _seat(services, request, workshop)
    if seat.ended:
        raise NotAllowedError(REMOVED, code="removed")
    return seat


def _back(workshop: str, saved: str) -> Response:
    return RedirectResponse(f"/w/{workshop}/me?saved={saved}", 303)


async def _page(services: Services, seat: Seat, saved: str = "") -> MePage:
    listed = await services.read(require_workshop, seat.workshop)
    content = await services.rooms.read(seat.workshop)
    mine = [record for record in content if record.author == seat.person and record.kind in PLACES]
    return MePage(
        id=listed.id,
        title=listed.title,
        alias=seat.alias,
        name=seat.name,
        keeps=seat.consent.keep,
        quotable=seat.consent.quote,
        removed=seat.ended,
        told=await services.read(store.about_me, seat.person) is not None,
        places=tuple(str(record.fields["title"]) for record in mine),
        words=tuple(own_words(content, seat.person)),
        lawful_basis=await services.read(lawful_basis_of, listed.area),
        saved=saved,
    )


async def _about_page(services: Services, seat: Seat) -> AboutMePage:
    listed = await services.read(require_workshop, seat.workshop)
    basis = await services.read(lawful_basis_of, listed.area)
    before = await services.read(store.about_me, seat.person)
    return AboutMePage(
        id=listed.id,
        title=listed.title,
        questions=tuple(CENSUS.items()),
        answers={} if before is None else before[0],
        least_shown=threshold(None if basis is None else basis.least_shown),
    )
