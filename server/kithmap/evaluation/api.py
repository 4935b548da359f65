"""What a screen may know of the answers before they are shown, and their counts for taking away."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel

from kithmap.basics.actors import LEADING, Role
from kithmap.basics.errors import NotAllowedError
from kithmap.evaluation.exports import counts_csv
from kithmap.evaluation.tally import answers
from kithmap.sync.audience import Viewer
from kithmap.web.dependencies import RoomsDep, ServicesDep

router = APIRouter(prefix="/api/workshops/{workshop}", tags=["looking back"])

CSV = "text/csv"
"""RFC 4180, section 3."""


class Answered(BaseModel):
    """How many people have answered so far; of what they answered, nothing."""

    answered: int


async def _viewer(request: Request, workshop: str, services: ServicesDep) -> Viewer:
    return await services.workshops.viewer_for(request, workshop)


ViewerDep = Annotated[Viewer, Depends(_viewer)]


@router.get("/reflections")
async def count_reflections(
    workshop: str,
    viewer: ViewerDep,  # noqa: ARG001 - whoever may see the room may know how many have answered
    rooms: RoomsDep,
    response: Response,
) -> Answered:
    """Tell how many have answered. The projector asks, for it is sent no answers."""
    response.headers["Cache-Control"] = "no-store"
    return Answered(answered=len(answers(await rooms.read(workshop))))


@router.get("/reflections.csv", response_class=Response, responses={200: {"content": {CSV: {}}}})
async def export_reflections(workshop: str, viewer: ViewerDep, rooms: RoomsDep) -> Response:
    """Give the counts as CSV, for those who lead and for researchers; where fewer than ten answered, none."""
    if viewer.role not in LEADING | {Role.RESEARCHER}:
        raise NotAllowedError("Only facilitators and researchers can download what the room answered.")
    headers = {"Content-Disposition": 'attachment; filename="looking-back.csv"', "Cache-Control": "no-store"}
    return Response(counts_csv(await rooms.read(workshop)), media_type=CSV, headers=headers)
