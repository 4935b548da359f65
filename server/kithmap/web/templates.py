"""Pages: a documented dataclass of what a template may use, and the one way to fill it in."""

import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, ClassVar, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from kithmap.web.assets import Assets, Manifest, built_folder, template_folders

BASE_STYLE = "base/base"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page shows. A subclass lists and documents every fact that its template uses.

    ``template`` names its file, ``entry`` its script among the built ones (None: it has no script), ``screen`` how far away
    its readers sit: phone, console or projector.
    """

    template: ClassVar[str]
    entry: ClassVar[str | None] = None
    screen: ClassVar[str] = "phone"
    theme: ClassVar[str] = "light"


def as_json(value: Any) -> Markup:
    """Return JSON that is safe inside ``<script type="application/json">``.

    Nothing in it can end the element or begin another: ``<``, ``>`` and ``&`` are written as JSON escapes, and so are the two
    line separators that older scripts stumble over.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - made safe above


def in_words(day: date) -> str:
    """Return a day as people write it: 1 September 2025; ``strftime`` has no such form on Windows."""
    return f"{day.day} {day:%B %Y}"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return Jinja's environment: everything escaped, and an unknown name is an error, not an empty place."""
    found = Environment(
        loader=FileSystemLoader(template_folders(), encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["json"] = as_json
    found.filters["day"] = in_words
    return found


class AssetSource(Protocol):
    """Where pages learn which built files they load: the manifest, or a test's stand-in."""

    def entry(self, name: str) -> Assets:
        """Return what the page of this name loads."""


@lru_cache(maxsize=1)
def built_assets() -> AssetSource:
    """Return the list of the built files, read once.

    Raises:
        FrontEndNotBuiltError: if they are not built.
    """
    return Manifest.load(built_folder())


def render(request: Request, page: Page, *, status: int = 200) -> HTMLResponse:
    """Fill in a page.

    Args:
        request: for whom.
        page: what it shows; its template finds it as ``page``.
        status: the answer's status code.

    Raises:
        FrontEndNotBuiltError: if the built files that it loads are not there.
    """
    html = (
        environment()
        .get_template(page.template)
        .render(
            page=page,
            assets=_assets(request, page.entry or BASE_STYLE),
            screen=page.screen,
            theme=page.theme,
            account=getattr(request.state, "account", None),
        )
    )
    # A page holds what one person may see: no cache on the way keeps it, and "back" after signing out shows nothing.
    return HTMLResponse(html, status, headers={"Cache-Control": "no-store"})


def _assets(request: Request, entry: str) -> Assets:
    source: AssetSource | None = getattr(request.app.state, "assets", None)
    return (source or built_assets()).entry(entry)
