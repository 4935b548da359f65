"""What the templates of reports may use."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from kithmap.layers.model import Header, PrivacyReport
from kithmap.reports.model import MAP, Ground, Mapped
from kithmap.reports.picture import Picture
from kithmap.reports.terms import Term
from kithmap.time_lapse.whole_file import Inlined
from kithmap.web.templates import Page


@dataclass(frozen=True, slots=True)
class Parts:
    """What a report's file carries within itself.

    Attributes:
        scripts: all that run, in order: the map library with what draws on it, and the map's own.
        style: the one style.
        policy: what the browser is to allow it: nothing from anywhere else.
    """

    scripts: tuple[Inlined, ...]
    style: Inlined
    policy: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A report's map.

    Attributes:
        mapped: what stands on it, and in the tables.
        ground: what lies under it, or None.
        picture: the still one, or None where nothing lies anywhere.
        symbols: the marks of the kinds, safe markup.
        element: the id of the element that the script fills.
    """

    mapped: Mapped
    ground: Ground | None
    picture: Picture | None
    symbols: Markup
    element: str = MAP

    @property
    def body(self) -> Markup:
        """What stands inside the still picture; numbers and our own marks alone."""
        return Markup(self.picture.body if self.picture else "")  # noqa: S704 - made by picture.py, which takes in no words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseReport(Page):
    """A layer release as one file.

    Attributes:
        header: what the release says of itself.
        edition: for whom: ``public`` or ``partners``.
        drawn: its map and its tables.
        terms: the words of its glossary.
        indicators: what its glossary asks and counts.
        words_language: of the glossary's words, as a language tag.
        report: what was changed or left out so that nobody is found out.
        citation: the sentence that stands in a list of sources.
        parts: what the file carries.
    """

    template: ClassVar[str] = "reports/release.html"
    screen: ClassVar[str] = "console"

    header: Header
    edition: str
    drawn: Drawn
    terms: tuple[Term, ...]
    indicators: tuple[Term, ...]
    words_language: str
    report: PrivacyReport
    citation: str
    parts: Parts
