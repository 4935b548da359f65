"""Pages: a documented dataclass of what a template may use, and the one way to fill it in."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, ClassVar, Protocol

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from kithmap.web.assets import Assets, Manifest, built_folder, template_folders
from kithmap.web.language import ENGLISH, LANGUAGES, Language, language_of
from kithmap.web.translation import translation

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


def in_words(day: date, language: Language = ENGLISH) -> str:
    """Return a day as people write it: 1 September 2025."""
    return format_date(day, "long", language.locale)


def moment_in_words(moment: datetime, language: Language = ENGLISH) -> str:
    """Return a moment of these days, without its year: 1 September, 14:30."""
    day = format_skeleton("MMMMd", moment, locale=language.locale)
    return f"{day}, {format_time(moment, 'short', locale=language.locale)}"


def tongue_in_words(tag: str, language: Language = ENGLISH) -> str:
    """Return what a language is called, by its tag; one that nobody knows is called by its tag."""
    try:
        return Locale.parse(tag, sep="-").get_display_name(language.locale) or tag
    except (ValueError, UnknownLocaleError):
        return tag


def own_words(text: str) -> Markup:
    """Return what a person wrote, to stand within a sentence of ours: it may be written in the other direction."""
    return Markup("<bdi>%s</bdi>") % escape(text)


@lru_cache
def environment(language: Language = ENGLISH) -> Environment:
    """Return Jinja's environment of a language: everything escaped, and an unknown name is an error, not an empty place.

    An environment for each language, since a template may bring in another without its context, and still has to know whose
    words to take.
    """
    found = Environment(
        loader=FileSystemLoader(template_folders(), encoding="utf-8"),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.policies["ext.i18n.trimmed"] = True
    words = translation(language)
    found.install_gettext_callables(  # type: ignore[attr-defined] # the extension adds it
        words.gettext, words.ngettext, newstyle=True, pgettext=words.pgettext, npgettext=words.npgettext
    )
    found.filters["json"] = as_json
    found.filters["day"] = lambda day: in_words(day, language)
    found.filters["moment"] = lambda moment: moment_in_words(moment, language)
    found.filters["own_words"] = own_words
    found.filters["tongue"] = lambda tag: tongue_in_words(tag, language)
    found.filters["told"] = words.told
    found.globals |= {"language": language, "languages": LANGUAGES}
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
    language = language_of(request)
    html = (
        environment(language)
        .get_template(page.template)
        .render(
            page=page,
            assets=_assets(request, page.entry or BASE_STYLE),
            words_script=translation(language).script_address(page.screen) if page.entry else None,
            screen=page.screen,
            theme=page.theme,
            account=getattr(request.state, "account", None),
            here=here(request),
        )
    )
    # A page holds what one person may see: no cache on the way keeps it, and "back" after signing out shows nothing.
    return HTMLResponse(html, status, headers={"Cache-Control": "no-store"})


def here(request: Request) -> str:
    """Return the address to come back to after choosing a language: this page, where asking for it again changes nothing."""
    return request.url.path if request.method == "GET" else "/"


def _assets(request: Request, entry: str) -> Assets:
    source: AssetSource | None = getattr(request.app.state, "assets", None)
    return (source or built_assets()).entry(entry)
