"""Answers of OGC API - Features: in which form, how long they may be kept, and refusals as the standard writes them."""

import hashlib
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.responses import JSONResponse

from kithmap.basics.errors import KithmapError, NotSignedInError, TooManyError
from kithmap.layers.model import Edition, Json
from kithmap.ogc_features.addresses import HTML, JSON, Addresses
from kithmap.ogc_features.model import BadQueryError
from kithmap.ogc_features.reading import FORM
from kithmap.web.accept import best_form
from kithmap.web.dependencies import Services
from kithmap.web.errors import answer, status_of, wants_page

FOR_EVER = "public, max-age=31536000, immutable"
"""Of a version: what it says never changes."""

ASKED_AGAIN = "public, no-cache"
"""Of what leads to the newest version: kept, and asked about each time."""

OF_ONE_READER = "private, no-store"
"""Of what is not for everybody."""

VARY = "Accept, Accept-Language, Authorization, Cookie"

CHALLENGE = 'Basic realm="Kithmap read token", charset="UTF-8"'
"""Programs then ask for a name and a password, which is the token. A browser is shown the page for signing in."""


class OgcRoute(APIRoute):
    """A route that refuses in the form of the standard (part 1, section 7.5.1), or by a page for people."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the route's handler, with refusals told."""
        handle = super().get_route_handler()

        async def handled(request: Request) -> Response:
            try:
                return await handle(request)
            except KithmapError as error:
                return _refusal(request, error)

        return handled


def _refusal(request: Request, error: KithmapError) -> Response:
    status = 400 if isinstance(error, BadQueryError) else status_of(error)
    headers = {"Vary": VARY, "Cache-Control": "no-store"}
    if isinstance(error, TooManyError):
        headers["Retry-After"] = str(error.retry_after)
    if wants_page(request):
        if isinstance(error, NotSignedInError):
            headers["WWW-Authenticate"] = "Kithmap"
        return answer(request, status, error.code, error.message, headers)
    if isinstance(error, NotSignedInError):
        headers["WWW-Authenticate"] = CHALLENGE
    return JSONResponse({"code": error.code, "description": error.message}, status, headers)


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked.

    Attributes:
        request: the request.
        addresses: where resources are found.
    """

    request: Request
    addresses: Addresses

    @property
    def parameters(self) -> Sequence[tuple[str, str]]:
        """The address's parameters, in their order."""
        return self.request.query_params.multi_items()

    @property
    def html(self) -> bool:
        """Whether a page for people is wanted: by ``f`` if it is there, or else by what is accepted."""
        named = self.request.query_params.get(FORM)
        if named is not None:
            return named == "html"
        return best_form(self.request.headers.get("accept"), (JSON, "application/geo+json", HTML)) == HTML


def asked(request: Request, services: Services) -> Asked:
    """Return what somebody asks."""
    return Asked(request, Addresses(f"{services.address(request)}/ogc"))


def keep_of(edition: Edition, *, fixed: bool) -> str:
    """Return how long features may be kept, as ``Cache-Control`` says it."""
    if edition is not Edition.PUBLIC:
        return OF_ONE_READER
    return FOR_EVER if fixed else ASKED_AGAIN


def document(said: Json, media: str = JSON, *, to_all: bool = True) -> Response:
    """Return a document for programs.

    Args:
        said: what it says.
        media: its media type.
        to_all: whether it says the same to everybody.
    """
    keep = ASKED_AGAIN if to_all else OF_ONE_READER
    return sent(orjson.dumps(said, option=orjson.OPT_INDENT_2), media, keep)


def sent(content: bytes, media: str, keep: str, more: Mapping[str, str] | None = None) -> Response:
    """Return an answer for programs.

    Args:
        content: what is sent.
        media: its media type.
        keep: how long it may be kept.
        more: headers of its own.
    """
    headers = {"Cache-Control": keep, "Vary": VARY, "Content-Type": media, **(more or {})}
    if keep != OF_ONE_READER:
        # What was published is for everybody, and for pages of other sites as well.
        headers["Access-Control-Allow-Origin"] = "*"
        headers["Access-Control-Expose-Headers"] = "Content-Crs"
        headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return Response(content, headers=headers)


def unchanged(keep: str, more: Mapping[str, str]) -> Response:
    """Return that whoever asks has the answer already."""
    return Response(status_code=304, headers={"Cache-Control": keep, "Vary": VARY, **more})


def tag_of(*said: str) -> str:
    """Return what names an answer by what it rests on: itself it tells the moment at which it was written, too."""
    found = hashlib.sha256("\0".join(said).encode()).hexdigest()
    return f'W/"{found[:32]}"'


def is_known(request: Request, tag: str) -> bool:
    """Tell whether whoever asks has an answer of this name already."""
    return tag in [each.strip() for each in request.headers.get("if-none-match", "").split(",")]
