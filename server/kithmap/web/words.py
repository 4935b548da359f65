"""The languages' two addresses: where a page's script finds its words, and where a person chooses."""

import gzip
from datetime import timedelta
from functools import lru_cache
from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kithmap.basics.errors import NotFoundError
from kithmap.web.cookies import set_cookie
from kithmap.web.language import BY_TAG, COOKIE
from kithmap.web.origin import local_path
from kithmap.web.static import FOR_EVER, LEVEL
from kithmap.web.translation import ELSEWHERE, translation

router = APIRouter(include_in_schema=False)

LASTS = timedelta(days=400)
"""As long as browsers keep a cookie."""


@router.get("/words/{tag}/{name}")
def words_script(tag: str, name: str, request: Request) -> Response:
    """Give a page's script its words. The name holds their digest, so browsers keep them for ever."""
    screen = name.partition("-")[0]
    language = BY_TAG.get(tag)
    if language is None or screen not in ELSEWHERE:
        raise NotFoundError("There are no words at this address. Please load the page again.")
    headers = {"Vary": "Accept-Encoding", "Cache-Control": "no-cache"}
    # An older page's words are gone with it: the newest are better than none, but not to be kept under the old name.
    if request.url.path == translation(language).script_address(screen):
        headers["Cache-Control"] = FOR_EVER
    pack = "gzip" in request.headers.get("accept-encoding", "")
    if pack:
        headers["Content-Encoding"] = "gzip"
    return Response(_body(tag, screen, pack=pack), media_type="text/javascript", headers=headers)


@lru_cache
def _body(tag: str, screen: str, *, pack: bool) -> bytes:
    script = translation(BY_TAG[tag]).script(screen)
    return gzip.compress(script, LEVEL, mtime=0) if pack else script


@router.post("/language")
async def choose_language(
    request: Request, language: Annotated[str, Form()], to: Annotated[str, Form()] = "/"
) -> Response:
    """Keep which language a person chose on this device, and go back to where they were."""
    response = RedirectResponse(local_path(to, "/"), 303)
    if language in BY_TAG:
        set_cookie(request, response, COOKIE, language, lasts=LASTS)
    return response
