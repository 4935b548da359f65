"""From a refusal to an answer: the status code of every error, and its words as a page or as JSON.

A person who follows a link or sends a form gets a page; a program gets ``{"code": ..., "message": ...}``.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kithmap.basics.errors import (
    BadInputError,
    ConflictError,
    GoneError,
    KithmapError,
    NotAllowedError,
    NotFoundError,
    NotSignedInError,
    Reason,
    Refused,
    TooLargeError,
    TooManyError,
    UnavailableError,
)
from kithmap.basics.words import said
from kithmap.web.assets import FrontEndNotBuiltError
from kithmap.web.templates import Page, render

logger = logging.getLogger(__name__)

STATUS: Mapping[type[KithmapError], int] = {
    BadInputError: 422,
    NotSignedInError: 401,
    NotAllowedError: 403,
    NotFoundError: 404,
    ConflictError: 409,
    GoneError: 410,
    TooLargeError: 413,
    TooManyError: 429,
    UnavailableError: 503,
    Refused: 409,
    KithmapError: 500,
}
"""The one place where an error gets its number; a class that is not here takes its parent's."""

REFUSED: Mapping[Reason, int] = {
    Reason.NOT_ALLOWED: 403,
    Reason.NOT_YOURS: 403,
    Reason.NOT_FOUND: 404,
    Reason.REMOVED: 410,
    Reason.UNKNOWN_KIND: 422,
    Reason.BAD_FIELDS: 422,
    Reason.TOO_FAST: 429,
    Reason.TOO_MUCH: 413,
    Reason.NOT_STORED: 503,
    Reason.FAULT: 500,
}
"""Refusals of operations with a number of their own; the others are conflicts with how the room stands."""

TROUBLE = said(
    "Something went wrong on the server. What you saved before is kept. Please try again, or tell the facilitator."
)

BY_STATUS: Mapping[int, tuple[str, str]] = {
    400: ("bad_request", said("The server does not understand what was sent. Please load the page again.")),
    404: (
        "not_found",
        said("There is nothing at this address. Please check it, or start again from the first page."),
    ),
    405: ("method_not_allowed", said("This address does not take that. Please load the page again.")),
    413: ("too_large", said("That is too large to be sent. Please send something smaller.")),
    415: ("wrong_media_type", said("The server does not read that kind of file here.")),
}
"""What the framework refuses by itself, in the voice of the rest."""

HEADINGS: Mapping[int, str] = {
    401: said("Please sign in first"),
    403: said("This is not open to you"),
    404: said("We cannot find that"),
    409: said("That did not fit"),
    410: said("This is over"),
    413: said("That is too large"),
    422: said("We did not understand that"),
    429: said("Please wait a moment"),
    500: said("Something went wrong"),
    503: said("Please try again in a moment"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage(Page):
    """What a person reads when something was refused or failed.

    Attributes:
        heading: the matter in a few words.
        message: what happened, what was kept, what to do.
        sign_in: the address to sign in at and come back from, or None where that would not help.
    """

    template: ClassVar[str] = "base/error.html"

    heading: str
    message: str
    sign_in: str | None = None


def status_of(error: KithmapError) -> int:
    """Return the status code of an error."""
    if isinstance(error, Refused):
        return REFUSED.get(error.reason, STATUS[Refused])
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def add_error_answers(app: FastAPI) -> None:
    """Make an application answer every error in one voice."""
    handlers: dict[type[Exception], Callable[[Request, Exception], Response]] = {
        KithmapError: _known,
        RequestValidationError: _not_valid,
        HTTPException: _of_the_framework,
    }
    for kind, handler in handlers.items():
        app.add_exception_handler(kind, handler)
    app.add_middleware(UnforeseenErrors)


class UnforeseenErrors:
    """Answers errors that nobody foresaw, and ends them here.

    The framework would answer them too, but then hand them on to the server, which logs them with their words: and those may
    be a person's.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; answer with 500 if that fails before anything was sent."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def send_on(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, send_on)
        except TooLargeError:
            # The limit of a body stands further out, and answers itself.
            raise
        except Exception as error:  # noqa: BLE001 - that is what this is for
            response = _unforeseen(Request(scope), error)
            if not begun:
                await response(scope, receive, send)


def wants_page(connection: HTTPConnection) -> bool:
    """Tell whether a person is asking by a browser, and no program or page script."""
    return "text/html" in connection.headers.get("accept", "") and not connection.url.path.startswith("/api/")


def _known(request: Request, error: Exception) -> Response:
    assert isinstance(error, KithmapError)
    headers = {"Retry-After": str(error.retry_after)} if isinstance(error, TooManyError) else {}
    if isinstance(error, NotSignedInError):
        # RFC 9110 asks for this header with 401; browsers show no window of their own for a scheme they do not know.
        headers["WWW-Authenticate"] = "Kithmap"
    return answer(request, status_of(error), error.code, error.message, headers)


def _not_valid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0] if error.errors() else {"loc": (), "msg": ""}
    names = [str(part).replace("_", " ") for part in first["loc"][1:] if isinstance(part, str)]
    field = " ".join(names) or "what was sent"
    return answer(
        request, 422, BadInputError.code, said(f"The server does not understand {field}. Please check it.")
    )


def _of_the_framework(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code, message = BY_STATUS.get(error.status_code, (BadInputError.code, str(error.detail)))
    return answer(request, error.status_code, code, message, error.headers)


def _unforeseen(request: Request, error: Exception) -> Response:
    # The words of an unforeseen error may hold what a person wrote; only its kind and its place are logged.
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    place = f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}" if frame is not None else "nowhere"
    logger.error("%s failed: %s at %s", _route(request), type(error).__name__, place)
    return answer(request, 500, KithmapError.code, TROUBLE)


def _route(request: Request) -> str:
    """Return the address as it is declared: one that was really asked for may hold a token."""
    return getattr(request.scope.get("route"), "path", "an unknown address")


def answer(
    request: Request, status: int, code: str, message: str, headers: Mapping[str, str] | None = None
) -> Response:
    """Return an error as a page for a person, as JSON for a program."""
    if not wants_page(request):
        return JSONResponse({"code": code, "message": message}, status, headers)
    heading = HEADINGS.get(status, said("That did not work"))
    page = ErrorPage(heading=heading, message=message, sign_in="/sign-in" if status in (401, 403) else None)
    try:
        response: Response = render(request, page, status=status)
    except FrontEndNotBuiltError as not_built:
        response = PlainTextResponse(not_built.message, 500)
    response.headers.update(headers or {})
    return response
