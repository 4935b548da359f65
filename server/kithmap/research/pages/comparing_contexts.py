"""What the page of areas side by side shows researchers."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from kithmap.glossary.model import Version
from kithmap.layers.model import Edition
from kithmap.research.pages.contexts import ResearchPage, ShownFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosable:
    """An area that can be put beside others.

    Attributes:
        id: the area's id.
        name: its name.
        programme: the programme's title.
        waves: names of the waves of which it has published layers.
        chosen: whether it is.
    """

    id: str
    name: str
    programme: str
    waves: tuple[str, ...]
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRelease:
    """A release that stands beside others.

    Attributes:
        area: the area's name.
        wave: the wave's name.
        path: of the version.
        version: its number.
        day: of publishing.
        edition: which the reader looks at.
        workshops: how many it was built from.
    """

    area: str
    wave: str
    path: str
    version: Version
    day: date
    edition: Edition
    workshops: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSection:
    """Figures below one heading.

    Attributes:
        name: of the section, in the page's address.
        title: of the section.
        figures: in order.
    """

    name: str
    title: str
    figures: tuple[ShownFigure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePage(ResearchPage):
    """Areas side by side.

    Attributes:
        areas: that can be chosen.
        waves: that can be chosen.
        wave: which is; empty for the newest of each area.
        compared: the releases that stand side by side.
        without: names of chosen areas that have nothing of this wave.
        sections: what is shown.
        problem: why nothing is shown, or None.
        now: when the page was made.
    """

    template: ClassVar[str] = "research/compare.html"

    areas: tuple[Choosable, ...]
    waves: tuple[str, ...]
    wave: str
    compared: tuple[ComparedRelease, ...]
    without: tuple[str, ...]
    sections: tuple[FigureSection, ...]
    problem: str | None
    now: datetime
