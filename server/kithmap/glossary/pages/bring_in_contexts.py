"""What the pages for bringing in a vocabulary show."""

from dataclasses import dataclass
from typing import ClassVar

from kithmap.web.templates import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class BringInPage(Page):
    """Asks for a file.

    Attributes:
        area: the area's id.
        area_name: its name.
        language: in which each term must have a name and a meaning.
        most_megabytes: of a file.
        endings: of the names of files that can be read.
        problem: why it did not work, or None.
    """

    template: ClassVar[str] = "glossary/bring_in.html"
    entry: ClassVar[str] = "glossary/page_glossary"
    screen: ClassVar[str] = "console"

    area: str
    area_name: str
    language: str
    most_megabytes: int
    endings: tuple[str, ...]
    problem: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedConcept:
    """A concept of a file, to be taken or left.

    Attributes:
        id: its id.
        label: what it is called.
        definition: what it means.
        is_here: whether the draft has a term of this id, which would get these words.
        means_before: what that one means now.
        same: whether that is the same.
        clash: what would be wrong with it beside the draft's own terms; empty where nothing would.
    """

    id: str
    label: str
    definition: str
    is_here: bool
    means_before: str
    same: bool
    clash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAtPage(Page):
    """What a file holds, before anything of it enters the draft.

    Attributes:
        area: the area's id.
        area_name: its name.
        file_name: of the file.
        language: of the glossary.
        offered: the concepts that can be used.
        more: how many more there are than are shown.
        refused: what cannot be used, with the concept's id and the reason.
        refused_more: how many more reasons there are than are shown.
        packed: all that can be used, to be sent back.
    """

    template: ClassVar[str] = "glossary/look_at.html"
    entry: ClassVar[str] = "glossary/page_glossary"
    screen: ClassVar[str] = "console"

    area: str
    area_name: str
    file_name: str
    language: str
    offered: tuple[OfferedConcept, ...]
    more: int
    refused: tuple[tuple[str, str], ...]
    refused_more: int
    packed: str
