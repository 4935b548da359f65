"""Photos of places: sent before the operation that gives one to a place, and shown to whoever may see that place."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel

from kithmap.basics.actors import CONTRIBUTING, Actor
from kithmap.basics.errors import (
    BadInputError,
    ConflictError,
    NotAllowedError,
    NotFoundError,
    TooManyError,
    UnavailableError,
)
from kithmap.basics.operations import Id
from kithmap.live.api import PERSON_HEADER
from kithmap.photos.files import PhotoFiles
from kithmap.photos.jpeg import measure, read_picture
from kithmap.photos.model import Size, may_see
from kithmap.shared_map.exports import Reader
from kithmap.sync.audience import Viewer
from kithmap.web.dependencies import Now, RoomsDep, ServicesDep, of_app
from kithmap.web.limits import SlidingWindow
from kithmap.workshop.rules import require_running

router = APIRouter(prefix="/api/workshops/{workshop}/photos", tags=["map"])

JPEG = "image/jpeg"

NO_PHOTO = "There is no such photo, or the place that it shows is not open to you."
TOO_FAST = "You have sent many photos in a short time. This one is kept on your phone; please send it in a few minutes."
NOT_KEPT = (
    "The server could not keep this photo just now. It is still on your phone; please tell the facilitator."
)

SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'",
    # Asked for anew each time, and answered "unchanged" for the most part: a place that was hidden takes its photo with it.
    "Cache-Control": "private, no-cache",
}


@dataclass(frozen=True, slots=True)
class PhotoDesk:
    """What the routes of photos share.

    Attributes:
        files: the photos.
        one_at_a_time: decoding takes a processor for 0.1 s and memory for the pixels; the room goes on beside one, not beside ten.
        sent: how many photos one person may send.
    """

    files: PhotoFiles
    one_at_a_time: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))
    sent: SlidingWindow = field(default_factory=lambda: SlidingWindow(60, timedelta(minutes=10)))


class KeptPhoto(BaseModel):
    """A photo as it was kept: what the operation that gives it to a place needs to know.

    Attributes:
        id: the photo's id, made by whoever sent it.
        width: in pixels.
        height: in pixels.
    """

    id: str
    width: int
    height: int


async def _viewer(request: Request, workshop: str, services: ServicesDep) -> Viewer:
    return await services.workshops.viewer_for(request, workshop)


DeskDep = Annotated[PhotoDesk, Depends(of_app("photos", PhotoDesk))]
ViewerDep = Annotated[Viewer, Depends(_viewer)]

_PICTURE = {"requestBody": {"required": True, "content": {"image/*": {"schema": {"type": "string"}}}}}


@router.post("/{photo}", status_code=201, openapi_extra=_PICTURE)
async def send_photo(
    workshop: str, photo: Id, request: Request, viewer: ViewerDep, desk: DeskDep, rooms: RoomsDep, now: Now
) -> KeptPhoto:
    """Keep a photo: the body is a JPEG, PNG or WebP file of 15 MB at most. The same id again keeps what came first."""
    if viewer.role not in CONTRIBUTING:
        raise NotAllowedError("Your link lets you look here, not add photos. Please ask the facilitator.")
    if request.headers.get(PERSON_HEADER, viewer.person) != viewer.person:
        raise ConflictError(
            "Someone else is signed in on this device now. Please load this page again.", code="someone_else"
        )
    require_running(await rooms.read(workshop), Actor(viewer.person, viewer.role))
    wait = desk.sent.wait(viewer.person, now)
    if wait is not None:
        raise TooManyError(TOO_FAST, retry_after=int(wait.total_seconds()) + 1)
    desk.sent.count(viewer.person, now)
    body = await request.body()
    if not body:
        raise BadInputError("No photo has arrived. Please choose it once more.")
    async with desk.one_at_a_time:
        width, height = await asyncio.to_thread(_keep, desk.files, workshop, photo, body)
    return KeptPhoto(id=photo, width=width, height=height)


@router.get("/{photo}", response_class=Response, responses={200: {"content": {JPEG: {}}}})
async def show_photo(
    workshop: str,
    photo: Id,
    request: Request,
    viewer: ViewerDep,
    desk: DeskDep,
    rooms: RoomsDep,
    size: Size = Size.LARGE,
) -> Response:
    """Show a photo to whoever may see the place that it stands on."""
    if not may_see(await rooms.read(workshop), photo, Reader(viewer.role, viewer.person)):
        raise NotFoundError(NO_PHOTO)
    headers = {**SAFE, "ETag": f'"{photo}-{size}"'}
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    content = await asyncio.to_thread(desk.files.read, workshop, photo, size)
    if content is None:
        raise NotFoundError(NO_PHOTO)
    return Response(content, media_type=JPEG, headers=headers)


def _keep(files: PhotoFiles, workshop: str, photo: str, sent: bytes) -> tuple[int, int]:
    """Keep a photo unless it is there, and return its width and height."""
    try:
        kept = files.read(workshop, photo, Size.LARGE)
        if kept is not None:
            return measure(kept)
        picture = read_picture(sent)
        files.write(workshop, photo, picture)
    except OSError:
        raise UnavailableError(NOT_KEPT) from None
    return picture.width, picture.height
