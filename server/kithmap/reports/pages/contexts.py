"""What the templates of reports may use."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from markupsafe import Markup

from kithmap.layers.model import Header, PrivacyReport
from kithmap.layers.privacy import WORDS
from kithmap.programme.representativeness import Comparison
from kithmap.reports.evening import Evening
from kithmap.reports.model import MAP, Ground, Mapped
from kithmap.reports.picture import Picture
from kithmap.reports.terms import Term
from kithmap.time_lapse.whole_file import Inlined
from kithmap.web.templates import Page

WHY: Mapping[str, str] = {why.value: words for why, words in WORDS.items()}
"""A sentence for each reason for leaving something out, by its key in a privacy report."""


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
        why: a sentence for each reason for leaving something out.
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
    why: Mapping[str, str] = field(default_factory=lambda: WHY)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopReport(Page):
    """A workshop as one file.

    Attributes:
        title: the workshop's.
        header: whose it is, on what terms, and the threshold for counts of people.
        edition: for whom: ``public`` or ``partners``.
        held_on: the day of the workshop.
        day: on which the report was written.
        is_over: whether the workshop is closed.
        drawn: its map and its tables.
        terms: what the room agreed on.
        indicators: what it agreed to ask and count.
        wishes: what it wants to ask, and nobody holds the licence of.
        not_agreed: what it parked or did not agree on.
        words_language: of those words, as a language tag.
        evening: how it went.
        balance: the room beside its area, for each question that may be told of.
        report: what was changed or left out so that nobody is found out.
        why: a sentence for each reason for leaving something out.
        citation: the sentence that stands in a list of sources.
        parts: what the file carries.
    """

    template: ClassVar[str] = "reports/workshop.html"
    screen: ClassVar[str] = "console"

    title: str
    header: Header
    edition: str
    held_on: date
    day: date
    is_over: bool
    drawn: Drawn
    terms: tuple[Term, ...]
    indicators: tuple[Term, ...]
    wishes: tuple[Term, ...]
    not_agreed: tuple[Term, ...]
    words_language: str
    evening: Evening
    balance: tuple[Comparison, ...]
    report: PrivacyReport
    citation: str
    parts: Parts
    why: Mapping[str, str] = field(default_factory=lambda: WHY)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage(Page):
    """The reports of a workshop, to be read or taken away.

    Attributes:
        id: the workshop's.
        title: the workshop's.
        area_id: its area's id.
        area: its area's name.
        is_over: whether the workshop is closed.
        runs: whether the reader runs it, and so has its console.
    """

    template: ClassVar[str] = "reports/choose.html"
    screen: ClassVar[str] = "console"

    id: str
    title: str
    area_id: str
    area: str
    is_over: bool
    runs: bool
