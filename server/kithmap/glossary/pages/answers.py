"""Which form of a glossary is asked for, and how it is sent: for ever the same, so that it may be kept for ever."""

import hashlib
from collections.abc import Callable, Sequence
from typing import Annotated

from fastapi import Depends, Request, Response
from starlette.responses import HTMLResponse, PlainTextResponse

from kithmap.glossary.access import Library
from kithmap.glossary.forms import Form
from kithmap.web.accept import best_form
from kithmap.web.dependencies import AccountDep, of_app

FOR_EVER = "public, max-age=31536000, immutable"
"""Of a version: what it says never changes."""

ASKED_AGAIN = "public, no-cache"
"""Of an address that leads to the newest version: kept, and asked about each time."""

VARY = "Accept"

PAGES_VARY = "Accept, Accept-Language, Cookie"
"""A page also speaks the reader's language, and shows who is signed in."""


async def shows_who_reads(_account: AccountDep) -> None:
    """Find out who is signed in, if anybody: the frame of every page shows it."""


LibraryDep = Annotated[Library, Depends(of_app("glossaries", Library))]


def wanted_form(request: Request, offered: Sequence[Form]) -> Form | None:
    """Return the form that is asked for: by ``?as=`` if it is there, or else by what is accepted.

    Args:
        request: who asks.
        offered: the forms that there are, the one for whoever takes any first.

    Returns:
        One of them, or None if none of them will do.
    """
    named = request.query_params.get("as")
    if named is not None:
        return next((each for each in offered if each.name == named), None)
    media = best_form(request.headers.get("accept"), [each.media for each in offered])
    return next((each for each in offered if each.media == media), None)


def sent(request: Request, content: bytes, form: Form, keep: str, file_name: str = "") -> Response:
    """Return an answer in a form for programs, or that it is the same as what whoever asks has already.

    Args:
        request: who asks.
        content: what is sent.
        form: in which form.
        keep: how long it may be kept, as ``Cache-Control`` says it.
        file_name: under which it is saved; empty to show it.
    """
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    headers = {
        "ETag": tag,
        "Cache-Control": keep,
        "Vary": VARY,
        # What was published is for everybody, and for pages of other sites as well.
        "Access-Control-Allow-Origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    if file_name:
        headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
    known = [each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")]
    if tag in known or known == ["*"]:
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type=form.content_type)


def varied(page: HTMLResponse) -> HTMLResponse:
    """Return a page that stands at an address of several forms, saying so."""
    page.headers["Vary"] = PAGES_VARY
    return page


def none_of_these(request: Request, offered: Sequence[Form]) -> Response:
    """Return that there is no such form, and which there are."""
    path = request.url.path
    lines = [f"{each.media}  {path}?as={each.name}" for each in offered]
    told = "There is no such form of this. These there are, by the header Accept or by address:"
    return PlainTextResponse("\n".join((told, *lines)) + "\n", 406, headers={"Vary": VARY})


def kept(library: Library, name: str, write: Callable[[], bytes]) -> bytes:
    """Return an export, written once while there is room to keep it.

    Args:
        library: keeps it.
        name: says what it is: of which release, in which form.
        write: writes it.
    """
    found = library.written.get(name)
    if found is None:
        content = write()
        found = library.written.keep(name, content, len(content))
    return found
