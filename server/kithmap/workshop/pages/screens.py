"""The room's three screens: phone, console, projector. Each page is a frame and the facts; its script does the rest."""

from datetime import timedelta
from urllib.parse import urlencode, urlsplit

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from sqlmodel import Session

from kithmap.basemap.catalogue import describe_basemap
from kithmap.basics.actors import LEADING, Role
from kithmap.basics.clock import iso
from kithmap.basics.errors import KithmapError, NotAllowedError, NotSignedInError
from kithmap.programme.access import known_area
from kithmap.programme.model import Area
from kithmap.sync.audience import Viewer
from kithmap.sync.protocol import PROTOCOL_VERSION
from kithmap.web.cookies import drop_cookie, set_cookie
from kithmap.web.dependencies import AccountDep, Now, Services, ServicesDep
from kithmap.web.language import BY_TAG
from kithmap.web.lives import follow_log
from kithmap.web.qr import qr_svg
from kithmap.web.templates import render
from kithmap.workshop import actions
from kithmap.workshop.access import ONLY_IN_THE_ROOM, ONLY_LEADING, As, projector_cookie
from kithmap.workshop.actions import join_token, projector_key, require_workshop
from kithmap.workshop.joining import Listed
from kithmap.workshop.pages.coming_in import WORDS, WORDS_LAST
from kithmap.workshop.pages.contexts import ConsoleScreen, ParticipantScreen, ProjectorScreen
from kithmap.workshop.pages.live_context import LiveContext

router = APIRouter(include_in_schema=False)

THEMES = frozenset({"light", "dark"})
"""What a projector's address may ask for; a hall with the lights on needs the light one."""

PROJECTOR_LASTS = timedelta(days=2)
"""A screen that was set up the day before still shows the room in the morning."""


@router.get("/w/{workshop}")
async def participant_screen(workshop: str, request: Request, services: ServicesDep, now: Now) -> Response:
    """Show the phone's page. Whoever runs the room sees it in their own role."""
    viewer, way = await _participant(services, request, workshop)
    listed, area = await services.read(_listed_and_area, workshop)
    kept = services.signing.read_until(WORDS, request.cookies.get(WORDS, ""), now)
    shown = None if kept is None else kept.replace("-", " ")
    facts = await _facts(request, services, listed, area, viewer, way)
    context = facts.model_copy(update={"words": shown or ""}).model_dump(mode="json")
    page = ParticipantScreen(
        title=listed.title, area=area.name, context=context, alias=viewer.alias, words=shown
    )
    response = render(request, page)
    if shown is not None:
        drop_cookie(request, response, WORDS, path=f"/w/{workshop}")
    return response


@router.post("/w/{workshop}/words")
async def renew_own_words(workshop: str, request: Request, services: ServicesDep, now: Now) -> Response:
    """Give a participant new words to come back by; the page that follows shows them once."""
    viewer, _ = await _participant(services, request, workshop)
    if viewer.role is not Role.PARTICIPANT:
        raise NotAllowedError("Your account brings you back; you need no words.")
    words = await services.write(actions.renew_words, workshop, viewer.person, services.signing)
    response = RedirectResponse(f"/w/{workshop}", 303)
    shown = services.signing.sign_until(WORDS, words.replace(" ", "-"), now + WORDS_LAST)
    set_cookie(request, response, WORDS, shown, lasts=WORDS_LAST, path=f"/w/{workshop}")
    return response


@router.get("/console/{workshop}")
async def console_screen(
    workshop: str, request: Request, services: ServicesDep, account: AccountDep
) -> Response:
    """Show the facilitator's page."""
    if account is None:
        return RedirectResponse(f"/sign-in?next=/console/{workshop}", 303)
    viewer = await services.workshops.viewer_for(request, workshop)
    if viewer.role not in LEADING:
        raise NotAllowedError(ONLY_LEADING)
    listed, area = await services.read(_listed_and_area, workshop)
    # Opened again after it was closed, it needs its code again.
    listed, _ = await follow_log(services, listed)
    projector = (
        f"{services.address(request)}/projector/{workshop}?key={projector_key(services.signing, workshop)}"
    )
    facts = await _facts(request, services, listed, area, viewer, As.LEADING)
    facts = _invited(services, request, facts, listed)
    facts = facts.model_copy(
        update={"projector_link": projector, "people_page": f"/workshops/{workshop}/people"}
    )
    page = ConsoleScreen(
        title=listed.title,
        area=area.name,
        context=facts.model_dump(mode="json"),
        id=listed.id,
        area_id=area.id,
        code=listed.code,
        projector_link=projector,
    )
    return render(request, page)


@router.get("/projector/{workshop}")
async def projector_screen(
    workshop: str,
    request: Request,
    services: ServicesDep,
    key: str | None = None,
    theme: str = "",
    language: str = "",
) -> Response:
    """Show the hall's page. The link's key becomes a cookie, and leaves the address bar; theme and language stay in it."""
    if key is not None:
        value = services.workshops.projector_value(workshop, key)
        wished = {
            "theme": theme if theme in THEMES else "",
            "language": language if language in BY_TAG else "",
        }
        stays = urlencode({name: value for name, value in wished.items() if value})
        response: Response = RedirectResponse(f"/projector/{workshop}{'?' if stays else ''}{stays}", 303)
        set_cookie(request, response, projector_cookie(workshop), value, lasts=PROJECTOR_LASTS)
        return response
    viewer = await services.workshops.viewer_for(request, workshop, As.PROJECTOR)
    listed, area = await services.read(_listed_and_area, workshop)
    listed, _ = await follow_log(services, listed)
    facts = await _facts(request, services, listed, area, viewer, As.PROJECTOR)
    facts = _invited(services, request, facts, listed)
    page = ProjectorScreen(
        title=listed.title,
        area=area.name,
        context=facts.model_dump(mode="json"),
        code=listed.code,
        address=facts.join_address,
        qr=qr_svg(facts.join_link),
    )
    return render(request, page)


async def _participant(services: Services, request: Request, workshop: str) -> tuple[Viewer, As]:
    """Return whoever opens the phone's page: by their seat if they have one, else by their account."""
    try:
        return await services.workshops.viewer_for(request, workshop, As.PARTICIPANT), As.PARTICIPANT
    except (NotSignedInError, NotAllowedError) as no_seat:
        if getattr(no_seat, "code", "") == "removed":
            raise
        try:
            viewer = await services.workshops.viewer_for(request, workshop, As.LEADING)
        except KithmapError:
            raise no_seat from None
        if viewer.role not in LEADING:
            raise NotAllowedError(ONLY_IN_THE_ROOM) from None
        return viewer, As.LEADING


def _listed_and_area(session: Session, workshop_id: str) -> tuple[Listed, Area]:
    listed = require_workshop(session, workshop_id)
    return listed, known_area(session, listed.area)


async def _facts(
    request: Request, services: Services, listed: Listed, area: Area, viewer: Viewer, way: As
) -> LiveContext:
    basemap = describe_basemap(request.app.state.basemap_folder, area.id)
    query = f"as={way.value}"
    catch_up = await services.rooms.catch_up(listed.id, viewer, None)
    return LiveContext(
        workshop=listed.id,
        title=listed.title,
        area=area.id,
        area_name=area.name,
        boundary=dict(area.boundary),
        basemap=None if basemap is None else basemap.model_dump(mode="json"),
        protocol=PROTOCOL_VERSION,
        person=viewer.person,
        role=viewer.role,
        alias=viewer.alias,
        socket=f"/live/{listed.id}?{query}",
        api=f"/api/workshops/{listed.id}",
        query=query,
        catch_up=catch_up.model_dump(mode="json"),
        now=iso(services.clock()),
    )


def _invited(services: Services, request: Request, facts: LiveContext, listed: Listed) -> LiveContext:
    """Add how people come in, for screens that show it."""
    address = services.address(request)
    link = f"{address}/j/{join_token(services.signing, listed.id)}"
    shown = {
        "join_link": link,
        "join_address": urlsplit(address).netloc,
        "code": listed.code,
        "qr": str(qr_svg(link)),
    }
    return facts.model_copy(update=shown)
