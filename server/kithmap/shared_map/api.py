"""The shared map for taking away, and what a screen may tell of what it does not show."""

import re
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, Field
from sqlmodel import Session

from kithmap.basics.actors import LEADING, Role
from kithmap.basics.errors import NotAllowedError
from kithmap.basics.records import View
from kithmap.glossary.catalogue import in_force
from kithmap.glossary.kinds import labels_now
from kithmap.shared_map.duplicates import duplicates
from kithmap.shared_map.exports import Reader, geojson
from kithmap.shared_map.held_back import held_back
from kithmap.shared_map.masking import Mask
from kithmap.shared_map.model import APART, PLACES
from kithmap.shared_map.taken_off import taken_off
from kithmap.storage.oplog.sql import SqlLog
from kithmap.sync.audience import Viewer
from kithmap.sync.log import OperationLog
from kithmap.web.dependencies import RoomsDep, ServicesDep
from kithmap.workshop.catalogue import aliases_of, quotable_people
from kithmap.workshop.model import RECORD, kind_keys
from kithmap.workshop.rules import boundary_of

router = APIRouter(prefix="/api/workshops/{workshop}", tags=["map"])

GEOJSON = "application/geo+json"
"""RFC 7946, section 12."""

LONGEST_NAME = 60

MOST_REMOVED = 100
"""Of what was taken off: each asks the log for its time, and nobody looks further back."""

MOST_SUGGESTED = 50
"""Pairs that are suggested at a time: more, nobody looks through at once."""


class HeldBackCounts(BaseModel):
    """How much was placed blind and waits to be shown to everyone; what stays with the facilitators is not counted."""

    places: int
    connections: int


class SuggestedPair(BaseModel):
    """Two places that may be the same; a facilitator decides."""

    one: str
    other: str
    metres: float
    likeness: float = Field(description="of their titles, from 0 to 1")


class TakenOffRecord(BaseModel):
    """A place or a connection that somebody took off the map and that can be put back."""

    id: str
    kind: Literal["place", "connection"]
    titles: list[str] = Field(description="a place's own; of a connection, those of the two places it joins")
    by: str | None = Field(description="what the room calls whoever took it off; null for those who lead")
    at: datetime


async def _viewer(request: Request, workshop: str, services: ServicesDep) -> Viewer:
    return await services.workshops.viewer_for(request, workshop)


ViewerDep = Annotated[Viewer, Depends(_viewer)]


@router.get("/export.geojson", response_class=Response, responses={200: {"content": {GEOJSON: {}}}})
async def export_geojson(
    workshop: str,
    viewer: ViewerDep,
    rooms: RoomsDep,
    services: ServicesDep,
    request: Request,
    labels: Annotated[
        Literal["placed", "now"],
        Query(
            description="what kinds are called: as when they were placed, or as the area's glossary has them now"
        ),
    ] = "placed",
) -> Response:
    """Give the map as GeoJSON: what the reader may see, as exactly as they may know it, and nobody's name."""
    if viewer.role is Role.PROJECTOR:
        raise NotAllowedError(
            "The projector only shows the map. Please download it from the facilitator's page."
        )
    content = await rooms.read(workshop)
    headers = {
        "Content-Disposition": f'attachment; filename="{file_name(content)}"',
        "Cache-Control": "no-store",
    }
    quotable = await services.read(quotable_people, workshop)
    photo_link = f"{services.address(request)}/api/workshops/{workshop}/photos/{{photo}}"
    called = await services.read(_labels_now, content) if labels == "now" else None
    reader, mask = Reader(viewer.role, viewer.person, quotable), Mask(services.masking, workshop)
    written = geojson(content, reader, mask, photo_link, called)
    return Response(written, media_type=GEOJSON, headers=headers)


def _labels_now(session: Session, content: View) -> dict[str, str]:
    """Return what the workshop's kinds are called in the area's newest release; nothing where there is none."""
    workshop = content.get(RECORD)
    current = None if workshop is None else in_force(session, workshop.fields["area"])
    if workshop is None or current is None:
        return {}
    _, release = current
    return labels_now(kind_keys(workshop), release.concepts, release.scheme.language)


@router.get("/held-back")
async def count_held_back(
    workshop: str,
    viewer: ViewerDep,  # noqa: ARG001 - whoever may see the room may know how much waits
    rooms: RoomsDep,
    response: Response,
) -> HeldBackCounts:
    """Tell how much waits to be shown. The projector asks, for it is sent nothing of a blind round."""
    response.headers["Cache-Control"] = "no-store"
    counts = held_back(await rooms.read(workshop))
    return HeldBackCounts(places=counts.places, connections=counts.connections)


@router.get("/duplicates")
async def suggest_duplicates(
    workshop: str, viewer: ViewerDep, rooms: RoomsDep, response: Response
) -> list[SuggestedPair]:
    """Suggest places that may be the same, the likeliest first, to whoever leads the room."""
    if viewer.role not in LEADING:
        raise NotAllowedError("Only the facilitator looks for places that may be the same.")
    response.headers["Cache-Control"] = "no-store"
    content = await rooms.read(workshop)
    if content.get(RECORD) is None:
        return []
    places = [each for kind in PLACES for each in content.of_kind(kind)]
    apart = {(each.stands_on[0], each.stands_on[1]) for each in content.of_kind(APART)}
    # The records never change; comparing them may take longer than a frame, and the rooms wait for nobody.
    pairs = await run_in_threadpool(duplicates, places, boundary_of(content), apart)
    return [SuggestedPair.model_validate(pair, from_attributes=True) for pair in pairs[:MOST_SUGGESTED]]


@router.get("/removed")
async def list_removed(
    workshop: str, viewer: ViewerDep, rooms: RoomsDep, services: ServicesDep, response: Response
) -> list[TakenOffRecord]:
    """List what anybody took off the map, the last first, for those who lead: they alone can put back what others took off."""
    if viewer.role not in LEADING:
        raise NotAllowedError("Only the facilitator sees what was taken off the map.")
    response.headers["Cache-Control"] = "no-store"
    content = await rooms.read(workshop)
    listed = taken_off(content, content.all_removed())[:MOST_REMOVED]
    aliases = await services.read(aliases_of, workshop)
    log = SqlLog(services.database)
    times = await run_in_threadpool(_times, log, workshop, {each.number for each in listed})
    return [
        TakenOffRecord(
            id=each.id,
            kind="place" if each.kind in PLACES else "connection",
            titles=list(each.titles),
            by=aliases.get(each.by),
            at=times[each.number],
        )
        for each in listed
    ]


def _times(log: OperationLog, workshop: str, numbers: AbstractSet[int]) -> dict[int, datetime]:
    """Return when some entries of a log came in, by number."""
    return {number: log.entries(workshop, number - 1, 1)[0].at for number in sorted(numbers)}


def file_name(view: View) -> str:
    """Return a file's name that any system takes, from the workshop's title."""
    workshop = view.get(RECORD)
    title = "" if workshop is None else str(workshop.fields["title"])
    plain = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:LONGEST_NAME].rstrip("-")
    return f"{plain or 'map'}.geojson"
