"""Rounds in which areas come to common terms: groups of their concepts, a common wording, and what each area says of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from kithmap.basics.errors import BadInputError
from kithmap.glossary.common import FIVE_OF_SEVEN, needed_areas
from kithmap.glossary.model import Match, Version

Held = tuple[str, str]
"""An area's id, and the id of one of its concepts."""

MATCHES = (Match.EXACT, Match.CLOSE, Match.BROAD, Match.NARROW)
"""How an area's concept may be like the common term, seen from the term: with ``BROAD`` the area's concept is the wider one."""

FEWEST_AREAS = 2
MOST_AREAS = 60
"""Of one programme: more would not be read side by side."""

LONGEST_LABEL = 120
LONGEST_DEFINITION = 2_000
LONGEST_REASON = 1_000
"""Letters."""


class Phase(StrEnum):
    """How far a round is."""

    GROUPING = "grouping"
    """The first round: people say which concepts belong together, and word what they share."""
    ANSWERING = "answering"
    """The second round: each area accepts the common wording or objects."""
    CLOSED = "closed"
    """Nobody answers any more; what enters is fixed, and waits for its two signatures."""
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class Source:
    """An area of the programme, and what it brings.

    Attributes:
        area: the area's id.
        name: what people call the area.
        glossary: its glossary's name in addresses; empty if it has none.
        base: the address under which its concepts stand; empty if it has no glossary.
        version: the release that counts in this round; None if it has published none.
    """

    area: str
    name: str
    glossary: str = ""
    base: str = ""
    version: Version | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """One go at a common release.

    Attributes:
        id: names it.
        programme: the programme's id.
        number: from 1, within the programme.
        phase: how far it is.
        share: how many of how many areas must hold a term; fixed once the second round has been opened.
        sources: all areas of the programme, by name.
        opened_at: when the second round was first opened, or None.
        released: the version that came of it, or None.
    """

    id: str
    programme: str
    number: int
    phase: Phase = Phase.GROUPING
    share: tuple[int, int] = FIVE_OF_SEVEN
    sources: tuple[Source, ...] = ()
    opened_at: datetime | None = None
    released: Version | None = None

    @property
    def areas(self) -> frozenset[str]:
        """The ids of the areas that count."""
        return frozenset(source.area for source in self.sources)

    @property
    def needed(self) -> int:
        """How many areas must hold a term."""
        return needed_areas(len(self.sources), self.share)

    def source(self, area: str) -> Source | None:
        """Return what an area brings."""
        return next((each for each in self.sources if each.area == area), None)


@dataclass(frozen=True, slots=True)
class Group:
    """Concepts of areas that people put together, and what is said for all of them.

    Attributes:
        id: names it.
        members: how each concept is like the common term.
        label: the common name; empty while nobody has worded it.
        definition: the common meaning; empty with the label.
        taken_from: id of the area whose words these are; empty if they were written for all.
        revision: counts up with each change of members or words: what an area answered before says nothing of the new form.
        concept: id of the common concept that it became; empty until a release.
    """

    id: str
    members: Mapping[Held, Match]
    label: str = ""
    definition: str = ""
    taken_from: str = ""
    revision: int = 1
    concept: str = ""

    def holds(self) -> dict[str, str]:
        """Return the concept of each area that means the same as the common term; what is only near it does not count."""
        return {area: concept for (area, concept), match in self.members.items() if match is Match.EXACT}


@dataclass(frozen=True, slots=True)
class Answer:
    """What an area says of a common term.

    Attributes:
        group: the group's id.
        area: the area's id.
        accepts: whether it takes the common wording; if not it objects.
        reason: why it objects; empty where it accepts.
        revision: of the group as it was when they answered.
        role: as what the person answered, who is not named.
        at: when.
    """

    group: str
    area: str
    accepts: bool
    reason: str
    revision: int
    role: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that stands in one round.

    Attributes:
        round: the round.
        groups: in the order in which they were made.
        answers: all, those to earlier forms of a group too.
        apart: pairs of concepts that people said are not the same.
    """

    round: Round
    groups: tuple[Group, ...] = ()
    answers: tuple[Answer, ...] = ()
    apart: frozenset[frozenset[Held]] = field(default_factory=frozenset)

    def group(self, group_id: str) -> Group | None:
        """Return a group."""
        return next((each for each in self.groups if each.id == group_id), None)

    def answers_to(self, group: Group) -> dict[str, Answer]:
        """Return what areas say of a group as it is now, by area."""
        return {
            each.area: each
            for each in self.answers
            if each.group == group.id and each.revision == group.revision
        }

    def group_of(self) -> dict[Held, str]:
        """Return the group's id of each concept that is in one."""
        return {held: group.id for group in self.groups for held in group.members}


def checked_members(members: Mapping[Held, Match], round_: Round) -> dict[Held, Match]:
    """Return the members of a group, found sound.

    Raises:
        BadInputError: if there is none, one is of no area of the round, or two of one area would mean the same: that is for the
            area to settle in its own glossary, never for others to join in passing.
    """
    if not members:
        raise BadInputError("A group needs a word of an area. Please tick at least one.")
    for area, _ in members:
        if round_.source(area) is None:
            raise BadInputError("One of these words belongs to no area of this programme.")
    twice = [area for area in round_.areas if _exact_of(area, members) > 1]
    if twice:
        names = ", ".join(sorted(source.name for source in round_.sources if source.area in twice))
        raise BadInputError(
            f"{names} has two words here that would mean the same. Choose one of them, and say how the other is like it."
        )
    return dict(sorted(members.items()))


def _exact_of(area: str, members: Mapping[Held, Match]) -> int:
    return sum(held[0] == area and match is Match.EXACT for held, match in members.items())


def checked_share(of: int, among: int) -> tuple[int, int]:
    """Return the share of areas that must hold a term.

    Raises:
        BadInputError: if it is no share, or no more than half: what few areas say is not common.
    """
    if not (1 <= of <= among <= MOST_AREAS and of * 2 > among):
        raise BadInputError(
            "The share has to be more than half and at most all, such as 5 of 7. It was not changed."
        )
    return of, among


def plain(text: str, most: int) -> str:
    """Return a text without needless spaces.

    Raises:
        BadInputError: if it is too long.
    """
    found = " ".join(text.split())
    if len(found) > most:
        raise BadInputError(f"That is too long: {most} letters at most. Please shorten it.")
    return found


def in_order(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return areas in the order in which people look for them."""
    return tuple(sorted(sources, key=lambda each: (each.name.casefold(), each.area)))
