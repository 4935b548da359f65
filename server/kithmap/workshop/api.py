"""Who is seated without a phone, for whoever places for them on the console."""

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from kithmap.basics.actors import LEADING
from kithmap.basics.errors import NotAllowedError
from kithmap.web.dependencies import ServicesDep
from kithmap.workshop.catalogue import seated_without_phone

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
