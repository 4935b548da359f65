"""What a workshop can take from a glossary, for whoever leads it on the console."""

from functools import lru_cache

from fastapi import APIRouter, Request, Response
from sqlmodel import Session

from kithmap.basics.actors import LEADING
from kithmap.basics.errors import NotAllowedError, NotFoundError
from kithmap.glossary.catalogue import StartingGlossary, in_force, read_starting_glossary
from kithmap.glossary.offered import Offered, offered
from kithmap.web.assets import content_folder
from kithmap.web.dependencies import ServicesDep
from kithmap.workshop.catalogue import find_workshop

router = APIRouter(prefix="/api/workshops/{workshop}", tags=["glossary"])


@lru_cache(maxsize=1)
def starting_glossary() -> StartingGlossary:
    """Return the glossary that comes with Kithmap."""
    return read_starting_glossary(content_folder("indicator_glossary"))


@router.get("/offered")
async def list_offered(
    workshop: str, request: Request, response: Response, services: ServicesDep
) -> list[Offered]:
    """Tell what can be brought before the room: of the area's newest release, and of the starting glossary what is not in it."""
    viewer = await services.workshops.viewer_for(request, workshop)
    if viewer.role not in LEADING:
        raise NotAllowedError("Only the facilitator brings words of a glossary before the room.")
    response.headers["Cache-Control"] = "no-store"
    return await services.read(_offered, workshop)


def _offered(session: Session, workshop: str) -> list[Offered]:
    listed = find_workshop(session, workshop)
    if listed is None:
        raise NotFoundError("There is no such workshop.")
    start = starting_glossary()
    current = in_force(session, listed.area)
    release = None if current is None else current[1]
    own = [] if release is None else offered(release.concepts, release.indicators, release.scheme.language)
    known = {each.concept for each in own}
    others = offered(start.concepts, start.indicators, start.scheme.language)
    together = [*own, *(each for each in others if each.concept not in known)]
    return sorted(together, key=lambda each: (each.type, each.label.casefold(), each.concept))
