"""Which languages the pages speak, and which of them a request is answered in.

The choice, strongest first: ``?language=`` in the address (the projector's, a poster's), the cookie that the row of
languages sets, what the browser says it reads, English.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from babel import Locale
from starlette.requests import HTTPConnection

COOKIE = "language"
"""Holds the tag of the language that a person chose on this device."""


@dataclass(frozen=True)
class Language:
    """A language that pages can be shown in.

    Attributes:
        tag: its name in addresses, in the cookie and of its catalogue's folder, as BCP 47 has it.
        own_name: as its readers write it, for the row of choices.
        direction: in which direction it is written.
        html_tag: what the page says of itself; spelling and speech follow the region.
        is_draft: its sentences were not yet checked by people who speak it at home.
        is_offered: whether people can choose it; one that is not serves those who look for words without a translation.
    """

    tag: str
    own_name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    html_tag: str = ""
    is_draft: bool = False
    is_offered: bool = True

    @cached_property
    def locale(self) -> Locale:
        """How it writes dates and numbers and tells one from many."""
        return Locale.parse(self.html_tag or self.tag, sep="-")


ENGLISH = Language("en", "English", html_tag="en-GB")

PSEUDO = Language("en-XA", "Ĕńĝĺíšĥ", html_tag="en-GB", is_offered=False)
"""English with marks and a third longer: whatever stays plain in it passes the catalogue by. Only its cookie leads to it."""

LANGUAGES: tuple[Language, ...] = (
    ENGLISH,
    Language("cy", "Cymraeg", is_draft=True),
    Language("pl", "Polski", is_draft=True),
    Language("ur", "اردو", direction="rtl", is_draft=True),
)
"""In the order in which they are offered."""

BY_TAG = {language.tag: language for language in (*LANGUAGES, PSEUDO)}

_WISH = re.compile(r"\s*([A-Za-z]{1,8})(?:-[A-Za-z0-9-]*)?\s*(?:;\s*q\s*=\s*(\d(?:\.\d{0,3})?))?\s*")


def language_of(connection: HTTPConnection) -> Language:
    """Return the language that a request is answered in."""
    for tag in (connection.query_params.get("language", ""), connection.cookies.get(COOKIE, "")):
        if tag in BY_TAG:
            return BY_TAG[tag]
    return wished(connection.headers.get("accept-language", ""))


def wished(accept: str) -> Language:
    """Return the offered language that a browser likes best.

    Args:
        accept: the header ``Accept-Language`` (RFC 9110, 12.5.4). A region is passed over: Welsh of Patagonia is Welsh.
    """
    best, liking = ENGLISH, 0.0
    for part in accept[:1000].split(","):
        wish = _WISH.fullmatch(part)
        if wish is None:
            continue
        language, q = BY_TAG.get(wish[1].lower()), float(wish[2] or 1)
        # Of two that are liked as well, the first is meant.
        if language is not None and q > liking:
            best, liking = language, q
    return best
