"""Who takes part, for the console: those seated without a phone, to place for, and those who joined by theirs."""

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from kithmap.basics.actors import LEADING
from kithmap.basics.errors import NotAllowedError
from kithmap.web.dependencies import ServicesDep
from kithmap.workshop.catalogue import joined_by_phone, seated_without_phone

router = APIRouter(prefix="/api/workshops/{workshop}", tags=["workshop"])


class SeatedWithoutPhone(BaseModel):
    """Somebody whom the facilitator gave a seat."""

    person: str
    alias: str
    name: str = Field(description="empty where they gave none, or it was erased")


@router.get("/seated")
async def list_seated(
    workshop: str, request: Request, response: Response, services: ServicesDep
) -> list[SeatedWithoutPhone]:
    """Tell whom something can be placed for, in the order in which they came."""
    viewer = await services.workshops.viewer_for(request, workshop)
    if viewer.role not in LEADING:
        raise NotAllowedError("Only the facilitator places for others.")
    response.headers["Cache-Control"] = "no-store"
    return [
        SeatedWithoutPhone(person=seat.person, alias=seat.alias, name=seat.name)
        for seat in await services.read(seated_without_phone, workshop)
    ]


class Joined(BaseModel):
    """Somebody who joined by their phone and still takes part, whether they are here or not."""

    person: str
    name: str = Field(
        description="what they gave; where they gave none, or it was erased, what the room calls them"
    )


@router.get("/joined")
async def list_joined(
    workshop: str, request: Request, response: Response, services: ServicesDep
) -> list[Joined]:
    """Tell who ever joined by a phone, in the order in which they came: presence tells who of them is here."""
    viewer = await services.workshops.viewer_for(request, workshop)
    if viewer.role not in LEADING:
        raise NotAllowedError("Only the facilitator reads the names of those who joined.")
    response.headers["Cache-Control"] = "no-store"
    return [
        Joined(person=seat.person, name=seat.name or seat.alias)
        for seat in await services.read(joined_by_phone, workshop)
    ]
