"""A small application around the live host: notes for rules, and whoever says so in the address is let in."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from fastapi import FastAPI
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, Response

from kithmap.basics.actors import Role
from kithmap.basics.errors import KithmapError, NotAllowedError, NotFoundError, NotSignedInError
from kithmap.live.api import live_api
from kithmap.live.hub import Hub
from kithmap.live.socket import live_route
from kithmap.sync.audience import Viewer

STATUS: dict[type[KithmapError], int] = {NotSignedInError: 401, NotAllowedError: 403, NotFoundError: 404}


@dataclass
class Door:
    """Lets in whoever names themselves: `?person=anna&role=participant`.

    Attributes:
        removed: people who are not let in any more.
        closed: workshops that are not there.
    """

    removed: set[str] = field(default_factory=set)
    closed: set[str] = field(default_factory=set)

    async def __call__(self, connection: HTTPConnection, workshop: str) -> Viewer:
        """Tell who asks."""
        await asyncio.sleep(0)
        person = connection.query_params.get("person")
        if person is None:
            raise NotSignedInError("Please join the workshop first.")
        if workshop in self.closed:
            raise NotFoundError("There is no such workshop.")
        if person in self.removed:
            raise NotAllowedError("You are not in this workshop any more.")
        return Viewer(
            person,
            Role(connection.query_params.get("role", "participant")),
            name=person.title(),
            alias=person,
        )


async def say_error(_request: Request, error: Exception) -> Response:
    """Answer with the error's own words."""
    assert isinstance(error, KithmapError)
    status = STATUS.get(type(error), 400)
    return JSONResponse({"code": error.code, "message": error.message}, status)


def live_app(hub: Hub, door: Door | None = None) -> FastAPI:
    """Return an application that serves this hub and closes it at the end."""
    authenticate = door or Door()

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        hub.start()
        yield
        await hub.close()

    app = FastAPI(lifespan=lifespan, exception_handlers={KithmapError: say_error})
    app.router.routes.append(live_route(hub, authenticate))
    app.include_router(live_api(hub, authenticate))
    return app
