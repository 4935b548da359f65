"""The same room over plain HTTP: for guest networks that block sockets, for scripts, and for tests."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field, ValidationError
from starlette.requests import Request
from starlette.responses import Response

from kithmap.basics.errors import BadInputError, ConflictError, NotAllowedError, NotFoundError, TooLargeError
from kithmap.live.hub import AskedNews, Hub
from kithmap.live.origin import same_origin
from kithmap.live.ports import Authenticate
from kithmap.sync.audience import Viewer
from kithmap.sync.protocol import (
    MOST_OPERATIONS,
    AlreadyMessage,
    CatchUp,
    EntryMessage,
    Message,
    News,
    PresenceMessage,
    PresenceUpdate,
    RefusedMessage,
    Submit,
    SubmittedOperation,
)

MOST_BYTES = 256 * 1024
"""Of one request's body, as of one message of the socket."""

LONGEST_WAIT = 20.0
"""Seconds; proxies give up on a silent request after 30 or 60."""

PERSON_HEADER = "Kithmap-Person"
"""Whose page asks. What it kept while it was offline must not be sent under the name of who signed in since."""

ROLE_HEADER = "Kithmap-Role"
"""As what the person is seen: the place of a socket's ``welcome``, so that a page that polls learns of another role."""

PageName = Annotated[str, Query(pattern=r"^[0-9a-z]{1,20}$")]
"""A name that a page without a socket gave itself, so that a person's pages can be told apart."""

Answer = EntryMessage | AlreadyMessage | RefusedMessage
"""What becomes of one operation."""


class Submission(Message):
    """Operations to accept. With ``together`` none is accepted unless all are."""

    operations: list[SubmittedOperation] = Field(min_length=1, max_length=MOST_OPERATIONS)
    together: bool = False


async def _presence(request: Request) -> PresenceUpdate:
    try:
        return PresenceUpdate.model_validate_json(await _body(request))
    except ValidationError:
        raise BadInputError("The server does not understand this page. Please load it again.") from None


async def _submission(request: Request) -> Submit:
    try:
        asked = Submission.model_validate_json(await _body(request))
    except ValidationError:
        raise BadInputError("The server does not understand this page. Please load it again.") from None
    return Submit(type="submit", operations=asked.operations, together=asked.together)


async def _body(request: Request) -> bytes:
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            raise TooLargeError("That is too much at once. Please send it in smaller parts.")
    return bytes(body)


def _require_same_person(request: Request, viewer: Viewer) -> None:
    if request.headers.get(PERSON_HEADER, viewer.person) != viewer.person:
        raise ConflictError(
            "Someone else is signed in on this device now. Please load this page again.", code="someone_else"
        )


def _json(message: Message) -> Response:
    return Response(
        message.model_dump_json(), media_type="application/json", headers={"Cache-Control": "no-store"}
    )


_SUBMISSION: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": Submission.model_json_schema()}},
    }
}


_PRESENCE: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": PresenceUpdate.model_json_schema()}},
    }
}


def live_api(hub: Hub, authenticate: Authenticate) -> APIRouter:
    """Return the routes of workshops' rooms.

    Args:
        hub: the open workshops.
        authenticate: tells who asks.
    """
    router = APIRouter(prefix="/api/workshops/{workshop}", tags=["live"])

    @router.post("/operations", response_model=list[Answer], openapi_extra=_SUBMISSION)
    async def submit(workshop: str, request: Request) -> list[Any]:
        """Ask for operations; the answers come when they are stored, in the same order."""
        if not same_origin(request):
            raise NotAllowedError("This came from a page of another site, so nothing was changed.")
        viewer = await authenticate(request, workshop)
        _require_same_person(request, viewer)
        return list(await hub.ask(workshop, viewer, await _submission(request)))

    @router.get("/entries", response_model=CatchUp)
    async def entries(
        workshop: str,
        request: Request,
        after: Annotated[int | None, Query(ge=0, le=2**53)] = None,
        wait: Annotated[float, Query(ge=0, le=LONGEST_WAIT)] = 0,
    ) -> Response:
        """Return what follows a number, waiting for it if asked to; without a number, what a new page needs."""
        viewer = await authenticate(request, workshop)
        _require_same_person(request, viewer)
        answer = _json(await hub.catch_up(workshop, viewer, after, wait))
        answer.headers[ROLE_HEADER] = viewer.role.value
        return answer

    @router.get("/snapshots/{number}", response_class=Response)
    async def snapshot(workshop: str, number: int, request: Request) -> Response:
        """Return a snapshot that a catch-up named: `{"number", "records"}`, compressed; it never changes."""
        await authenticate(request, workshop)
        body = await hub.snapshot(workshop, number)
        if body is None:
            raise NotFoundError("This state of the map is over. Please ask again for the present one.")
        headers = {"Content-Encoding": "gzip", "Cache-Control": "private, max-age=86400, immutable"}
        return Response(body, media_type="application/json", headers=headers)

    @router.get("/presence", response_model=PresenceMessage)
    async def presence(workshop: str, request: Request) -> Response:
        """Return who is here."""
        viewer = await authenticate(request, workshop)
        return _json(await hub.presence(workshop, viewer))

    _add_polling(router, hub, authenticate)
    return router


def _add_polling(router: APIRouter, hub: Hub, authenticate: Authenticate) -> None:
    """Add what a page asks that has no socket."""

    @router.get("/news", response_model=News)
    async def news(
        workshop: str,
        request: Request,
        page: PageName,
        after: Annotated[int | None, Query(ge=0, le=2**53)] = None,
        edition: Annotated[int | None, Query(ge=0, le=2**53)] = None,
        wait: Annotated[float, Query(ge=0, le=LONGEST_WAIT)] = 0,
    ) -> Response:
        """Return what is new to a page without a socket, which is here as long as it asks."""
        viewer = await authenticate(request, workshop)
        _require_same_person(request, viewer)
        asked = AskedNews(page, after, edition, wait)
        answer = _json(await hub.news(workshop, viewer, asked))
        answer.headers[ROLE_HEADER] = viewer.role.value
        return answer

    @router.post("/presence", status_code=204, openapi_extra=_PRESENCE)
    async def tell_presence(workshop: str, request: Request, page: PageName) -> None:
        """Tell where a page without a socket is: kept nowhere."""
        if not same_origin(request):
            raise NotAllowedError("This came from a page of another site, so nothing was changed.")
        viewer = await authenticate(request, workshop)
        _require_same_person(request, viewer)
        await hub.tell_presence(workshop, viewer, page, await _presence(request))
