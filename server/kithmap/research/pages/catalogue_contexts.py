"""What the catalogue shows researchers."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kithmap.research.listing import ListedRelease
from kithmap.research.pages.contexts import ResearchPage
from kithmap.research.searching import FoundGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedWorkshop:
    """A workshop of an area.

    Attributes:
        id: its id.
        title: as its facilitator called it.
        day: when it was made, or the day on which it was held.
    """

    id: str
    title: str
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedArea:
    """An area in the catalogue.

    Attributes:
        id: its id.
        name: its name.
        is_mine: whether the reader has a role there.
        releases: the newest of each wave.
        glossary: the glossary's name in addresses; empty where none is published.
        glossary_title: what it is called.
        glossary_language: of that title.
        glossary_version: the newest; empty where none is published.
        terms: how many terms are in use.
        workshops: those that the reader may look at, the newest first.
    """

    id: str
    name: str
    is_mine: bool
    releases: tuple[ListedRelease, ...]
    glossary: str
    glossary_title: str
    glossary_language: str
    glossary_version: str
    terms: int
    workshops: tuple[ListedWorkshop, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedProgramme:
    """A programme in the catalogue.

    Attributes:
        title: what it is called.
        areas: by name.
        common: name of its common glossary in addresses; empty where none is published.
    """

    title: str
    areas: tuple[ListedArea, ...]
    common: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CataloguePage(ResearchPage):
    """All that there is to read, and a box to look for words in it.

    Attributes:
        programmes: with their areas.
        words: what was looked for; empty for nothing.
        found: what was found, by sort.
        count: how much that is.
        signed_in: whether the reader is known.
        has_role: whether the reader has a role anywhere.
        comparable: how many areas have published layers.
    """

    template: ClassVar[str] = "research/catalogue.html"

    programmes: tuple[ListedProgramme, ...]
    words: str
    found: tuple[FoundGroup, ...]
    count: int
    signed_in: bool
    has_role: bool
    comparable: int
