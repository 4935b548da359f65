"""The gallery of the components: each named example alone on a page, for whoever works on them, and for the tests.

Served only where the setting asks for it. The examples may show anything, but they are made of nobody's words.
"""

import hashlib
from dataclasses import dataclass
from typing import ClassVar, Literal

from fastapi import APIRouter, Request, Response

from kithmap.web.assets import BUILT_ADDRESS, FrontEndNotBuiltError, built_folder
from kithmap.web.headers import content_policy
from kithmap.web.language import language_of
from kithmap.web.templates import Page, render
from kithmap.web.translation import translation

router = APIRouter(include_in_schema=False, prefix="/dev/components")

NAME = "apart/gallery"


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryPage(Page):
    """All examples by name, and a frame that shows one of them.

    Attributes:
        script: the address of the gallery's script.
        style: the address of its style.
        words: the address of the words in the page's language, or None in English.
    """

    template: ClassVar[str] = "components/gallery/gallery.html"
    screen: ClassVar[str] = "console"

    script: str
    style: str
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryExample(Page):
    """One example as a page of its own.

    Attributes:
        script: the address of the gallery's script.
        style: the address of its style.
        words: the address of the words in the page's language, or None in English.
        example: its name.
        theme: ``light`` or ``dark``.
        screen: for which letters: ``phone``, ``console`` or ``projector``.
    """

    template: ClassVar[str] = "components/gallery/example.html"

    script: str
    style: str
    words: str | None
    example: str
    # Other pages have one theme and screen each; here whoever looks chooses.
    theme: str  # type: ignore[misc]
    screen: str  # type: ignore[misc]


@router.get("")
def gallery(request: Request) -> Response:
    """Show the list of all examples."""
    script, style = _addresses()
    return render(request, GalleryPage(script=script, style=style, words=_words(request, "console")))


@router.get("/example")
def example(
    request: Request,
    name: str,
    theme: Literal["light", "dark"] = "light",
    screen: Literal["phone", "console", "projector"] = "phone",
) -> Response:
    """Show one example; the gallery holds it in a frame."""
    script, style = _addresses()
    page = GalleryExample(
        script=script, style=style, words=_words(request, screen), example=name, theme=theme, screen=screen
    )
    response = render(request, page)
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    policy = content_policy(request.headers.get("host", ""))
    response.headers["Content-Security-Policy"] = policy.replace(
        "frame-ancestors 'none'", "frame-ancestors 'self'"
    )
    return response


def _words(request: Request, screen: str) -> str | None:
    return translation(language_of(request)).script_address(screen)


def _addresses() -> tuple[str, str]:
    """Return where the script and the style are; with their digest, since browsers keep built files for ever.

    Raises:
        FrontEndNotBuiltError: if they are not built.
    """
    found = []
    for ending in ("js", "css"):
        path = built_folder() / f"{NAME}.{ending}"
        if not path.is_file():
            raise FrontEndNotBuiltError(
                "The gallery has not been built yet. In a copy of the source, run: python scripts/front_end.py build."
            )
        digest = hashlib.sha256(path.read_bytes()).hexdigest()[:12]
        found.append(f"{BUILT_ADDRESS}{NAME}.{ending}?{digest}")
    return found[0], found[1]
