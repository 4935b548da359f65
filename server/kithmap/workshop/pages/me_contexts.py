"""What the templates of a participant's own pages are given."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from kithmap.programme.lawful_basis import LawfulBasis
from kithmap.web.templates import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class MePage(Page):
    """What is known of a participant here, for themselves.

    Attributes:
        id: the workshop's.
        title: the workshop's.
        alias: what the room calls them.
        name: what they gave, or empty.
        keeps: whether what they add may be kept.
        quotable: whether their words may be quoted.
        removed: whether the facilitator removed them.
        told: whether they said something about themselves.
        places: titles of the places that they added.
        words: what they said while the room agreed, each once.
        lawful_basis: on what ground the area may use what people give, or None where it is not recorded.
        saved: what was just done, in words, or empty.
        problem: why something did not work, or None.
    """

    template: ClassVar[str] = "workshop/me.html"

    id: str
    title: str
    alias: str
    name: str
    keeps: bool
    quotable: bool
    removed: bool
    told: bool
    places: tuple[str, ...]
    words: tuple[str, ...]
    lawful_basis: LawfulBasis | None
    saved: str = ""
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutMePage(Page):
    """Asking a participant about themselves.

    Attributes:
        id: the workshop's.
        title: the workshop's.
        questions: attributes with their categories.
        answers: what they said before, by attribute.
        least_shown: no group of fewer people is ever shown.
        problem: why it did not work, or None.
    """

    template: ClassVar[str] = "workshop/about_me.html"

    id: str
    title: str
    questions: tuple[tuple[str, tuple[str, ...]], ...]
    answers: Mapping[str, str]
    least_shown: int
    problem: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftPage(Page):
    """Somebody left a workshop.

    Attributes:
        done: whether all that they added is erased already.
    """

    template: ClassVar[str] = "workshop/left.html"

    done: bool
