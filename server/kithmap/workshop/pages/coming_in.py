"""Coming into a workshop: by code, by link or QR, by three words. Whole without any script."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from kithmap.basics.errors import BadInputError, GoneError, KithmapError, NotFoundError
from kithmap.basics.signing import LONG, fingerprint
from kithmap.programme.access import known_area, lawful_basis_of
from kithmap.web.cookies import set_cookie
from kithmap.web.dependencies import Now, Services, ServicesDep
from kithmap.web.errors import status_of
from kithmap.web.limits import address_of
from kithmap.web.lives import follow_log
from kithmap.web.templates import render
from kithmap.workshop import actions, store
from kithmap.workshop.access import seat_cookie
from kithmap.workshop.actions import ENDED
from kithmap.workshop.codes import read_join_code, read_resume_code
from kithmap.workshop.joining import Consent, Listed, Seat
from kithmap.workshop.model import Life
from kithmap.workshop.pages.contexts import JoinPage, WelcomePage

router = APIRouter(include_in_schema=False)

Text = Annotated[str, Form()]
Tick = Annotated[bool, Form()]

TICKET = "ticket"
TICKET_LASTS = timedelta(hours=2)
"""From typing the code to pressing "Join": people talk, and phones go into pockets."""

WORDS = "kithmap_words"
WORDS_LAST = timedelta(minutes=10)
"""How long the first page after joining can still show the three words."""

CODES = "codes"
"""What wrong join codes count against, all together: a wrong code is no workshop's."""

WRONG_CODE = "No open workshop has that code. It is two words and a number, such as fern river 42. Please look again at the screen."
WRONG_WORDS = "Those words do not fit. They are three words, such as fern river otter. The facilitator can give you new ones."
OLD_TICKET = "You waited a while, so please type the workshop's code again. Nothing was lost."


@router.get("/")
async def join_page(request: Request) -> Response:
    """Ask for the code."""
    return render(request, JoinPage())


@router.post("/join")
async def join_by_code(request: Request, services: ServicesDep, now: Now, code: Text = "") -> Response:
    """Find the workshop of a code."""
    address = address_of(request)
    services.codes.check(address, CODES, now)
    try:
        workshop = await _by_code(services, code)
    except KithmapError as error:
        services.codes.wrong(address, CODES, now)
        page = JoinPage(code=code[: actions.LONGEST_TITLE], problem=error.message)
        return render(request, page, status=status_of(error))
    return _to_welcome(services, workshop, now)


@router.get("/j/{token}")
async def join_by_link(token: str, services: ServicesDep, now: Now) -> Response:
    """Find the workshop of a link; the token leaves the address bar here."""
    workshop = await services.read(store.by_token, fingerprint(token))
    if workshop is None:
        raise NotFoundError("This link leads to no workshop. Please scan the code on the screen again.")
    return _to_welcome(services, await _living(services, workshop), now)


def _to_welcome(services: Services, workshop: Listed, now: datetime) -> Response:
    ticket = services.signing.sign_until(TICKET, workshop.id, now + TICKET_LASTS)
    return RedirectResponse(f"/welcome/{ticket}", 303)


async def _by_code(services: Services, typed: str) -> Listed:
    code = read_join_code(typed)
    workshop = None if code is None else await services.read(store.by_code, code)
    if workshop is None:
        raise NotFoundError(WRONG_CODE)
    return await _living(services, workshop)


async def _living(services: Services, workshop: Listed) -> Listed:
    """Return a workshop that goes on, as its log says; the list is told where the log knows more."""
    workshop, life = await follow_log(services, workshop)
    if life is Life.CLOSED:
        raise GoneError(ENDED)
    return workshop


@router.get("/welcome/{ticket}")
async def welcome_page(ticket: str, request: Request, services: ServicesDep) -> Response:
    """Say what taking part means. A phone that is in already goes on to the map."""
    page, workshop = await _welcome(services, ticket)
    if await _has_seat(services, request, workshop):
        return RedirectResponse(f"/w/{workshop.id}", 303)
    return render(request, page)


@router.post("/welcome/{ticket}")
async def join(
    ticket: str,
    request: Request,
    services: ServicesDep,
    now: Now,
    name: Text = "",
    take_part: Tick = False,  # noqa: FBT002 - an unticked box is not sent
    keep: Tick = False,  # noqa: FBT002
    quote: Tick = False,  # noqa: FBT002
) -> Response:
    """Come in. Pressing twice gives one seat: the phone has its cookie by then."""
    page, workshop = await _welcome(services, ticket)
    if await _has_seat(services, request, workshop):
        return RedirectResponse(f"/w/{workshop.id}", 303)
    consent = Consent(take_part=take_part, keep=keep, quote=quote)
    try:
        seat, words = await services.write(actions.join, workshop.id, consent, name, services.signing, now)
    except (BadInputError, GoneError) as error:
        again = replace(page, name=name, take_part=take_part, keep=keep, quote=quote, problem=error.message)
        return render(request, again, status=status_of(error))
    response = _seated(services, request, seat)
    shown = services.signing.sign_until(WORDS, words.replace(" ", "-"), now + WORDS_LAST)
    set_cookie(request, response, WORDS, shown, lasts=WORDS_LAST, path=f"/w/{workshop.id}")
    return response


@router.post("/welcome/{ticket}/back")
async def come_back(
    ticket: str, request: Request, services: ServicesDep, now: Now, words: Text = ""
) -> Response:
    """Come back as oneself, on another phone."""
    page, workshop = await _welcome(services, ticket)
    address = address_of(request)
    services.codes.check(address, workshop.id, now)
    meant = read_resume_code(words)
    seat = None
    if meant is not None:
        seat = await services.read(actions.come_back, workshop.id, meant, services.signing)
    if seat is None:
        services.codes.wrong(address, workshop.id, now)
        again = replace(page, words=words[: actions.LONGEST_TITLE], words_problem=WRONG_WORDS)
        return render(request, again, status=status_of(NotFoundError(WRONG_WORDS)))
    return _seated(services, request, seat)


def _seated(services: Services, request: Request, seat: Seat) -> Response:
    services.workshops.seated(seat)
    response = RedirectResponse(f"/w/{seat.workshop}", 303)
    set_cookie(request, response, seat_cookie(seat.workshop), services.workshops.seat_value(seat), lasts=LONG)
    return response


async def _welcome(services: Services, ticket: str) -> tuple[WelcomePage, Listed]:
    workshop_id = services.signing.read_until(TICKET, ticket, services.clock())
    if workshop_id is None:
        raise GoneError(OLD_TICKET)
    workshop = await services.read(actions.require_workshop, workshop_id)
    area = await services.read(known_area, workshop.area)
    basis = await services.read(lawful_basis_of, workshop.area)
    return WelcomePage(ticket=ticket, title=workshop.title, area=area.name, lawful_basis=basis), workshop


async def _has_seat(services: Services, request: Request, workshop: Listed) -> bool:
    """Tell whether this phone is in already. Somebody who was removed learns on the map's page that they are not."""
    person = services.workshops.seat_of(request, workshop.id)
    seat = None if person is None else await services.read(store.seat, person)
    return person is not None and (seat is None or seat.left_at is None)
