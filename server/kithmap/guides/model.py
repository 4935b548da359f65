"""A guide: a text for whoever leads a room, and, where it is for a workshop, the steps to lead it by."""

from dataclasses import dataclass
from enum import StrEnum

from kithmap.basics.errors import BadInputError
from kithmap.workshop.model import Stage

STAGE_ORDER = tuple(Stage)
"""The stages as a room meets them: a step goes back in this order only where it says so."""


class GuideKind(StrEnum):
    """What a guide is for."""

    WORKSHOP = "workshop"
    """Its steps lead a room."""
    READING = "reading"
    """It is read before or after."""


class Readers(StrEnum):
    """Whom a guide is written for."""

    FACILITATORS = "facilitators"
    RESEARCHERS = "researchers"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a run sheet.

    Attributes:
        key: unique in its guide.
        title: a few words, for a list.
        stage: where it moves the room.
        minutes: how long it is planned to last.
        say: sentences to read out, in order.
        do: what the facilitator does.
        watch: what to look out for.
        prompt: what the hall reads meanwhile.
        blind: whether places are first seen only by whoever added them; None to leave that as it is.
        moderated: whether a facilitator looks at each place before others see it; None to leave that as it is.
        again: whether it goes back to an earlier stage on purpose.
    """

    key: str
    title: str
    stage: Stage
    minutes: int
    say: tuple[str, ...]
    do: tuple[str, ...]
    watch: tuple[str, ...]
    prompt: str
    blind: bool | None = None
    moderated: bool | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide as its file tells it.

    Attributes:
        key: from the file's name, without the number before it: ``mapping_places``.
        title: what it is called.
        summary: one or two sentences on what it is for.
        language: a language tag, such as ``en``.
        kind: whether it leads a workshop.
        minutes: how long its steps take together, or how long it takes to read.
        readers: whom it is for.
        order: where it stands in a list, and in a workshop that follows several.
        steps: none in a guide that is only read.
        body: the text, in Markdown.
    """

    key: str
    title: str
    summary: str
    language: str
    kind: GuideKind
    minutes: int
    readers: Readers
    order: int
    steps: tuple[Step, ...]
    body: str


class FaultyGuideError(BadInputError):
    """A guide's file breaks the rules for guides.

    Args:
        faults: one sentence each, naming the file, the step and the field.
    """

    code = "faulty_guide"

    def __init__(self, faults: tuple[str, ...]) -> None:
        """Keep every fault; the message tells them all."""
        super().__init__(" ".join(faults))
        self.faults = faults
