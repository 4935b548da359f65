"""Concepts, indicators and releases of a glossary, as plain records."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import total_ordering
from typing import Any

from kithmap.basics.errors import BadInputError

Words = Mapping[str, str]
"""The same words in several languages, by language tag (BCP 47)."""

CONCEPT_ID = re.compile(r"^[a-z][a-z0-9_]{0,79}$")
"""Ids stand in addresses and file names; they never change, so they are made from the first label and mean nothing later."""


class Status(StrEnum):
    """Whether a concept is in use."""

    CURRENT = "current"
    WITHDRAWN = "withdrawn"


class Match(StrEnum):
    """How a concept is like one of another glossary (SKOS mapping properties)."""

    EXACT = "exact"
    CLOSE = "close"
    BROAD = "broad"
    NARROW = "narrow"
    RELATED = "related"

    @property
    def inverse(self) -> "Match":
        """How the other one is like this one (SKOS reference, section 10.3)."""
        return {Match.BROAD: Match.NARROW, Match.NARROW: Match.BROAD}.get(self, self)


@total_ordering
@dataclass(frozen=True, slots=True)
class Version:
    """A semantic version: a meaning changed or went, a concept came, or only words around it."""

    major: int
    minor: int
    patch: int

    def __str__(self) -> str:
        """Return it as it is written: 1.4.0."""
        return f"{self.major}.{self.minor}.{self.patch}"

    def __lt__(self, other: "Version") -> bool:
        """Tell which came first."""
        return (self.major, self.minor, self.patch) < (other.major, other.minor, other.patch)

    @classmethod
    def parse(cls, text: str) -> "Version":
        """Read a version.

        Raises:
            BadInputError: if it is none.
        """
        found = re.fullmatch(r"(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})", text)
        if found is None:
            raise BadInputError("A version is three numbers, such as 1.0.0.")
        return cls(*(int(part) for part in found.groups()))


@dataclass(frozen=True, slots=True)
class Decision:
    """How the room came to a concept.

    Attributes:
        workshop: the workshop's id; empty for what areas agreed on between them.
        item: the item's id in it.
        on: the day.
        outcome: ``adopted`` or ``adopted_with_dissent``.
        counts: people by choice.
        sentence: the arithmetic as it was read out.
        minority: minority statements, without names.
        room: how like the area the room was, in words, or empty.
        examples: titles of the places that showed what was meant.
    """

    workshop: str
    item: str
    on: date
    outcome: str
    counts: Mapping[str, int]
    sentence: str
    minority: tuple[str, ...] = ()
    room: str = ""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Concept:
    """One meaning, with the words for it.

    Attributes:
        id: never changes.
        label: the preferred one in each language.
        alt: other words for it, people's own among them.
        definition: what it means.
        scope: how to use it.
        example: where it is seen.
        broader: ids of concepts that this one is a kind or part of.
        related: ids of concepts that belong near it; stated on one side, true on both.
        matches: addresses of concepts elsewhere, by how they are alike.
        consult: where an authoritative account can be read.
        meaning: counts up when the definition comes to mean something else; correcting words leaves it.
        status: in use, or withdrawn.
        replaced_by: where it is withdrawn: the concepts to use instead.
        first: the version in which it came.
        decisions: how it was agreed, oldest first.
    """

    id: str
    label: Words
    definition: Words
    alt: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    scope: Words = field(default_factory=dict)
    example: Words = field(default_factory=dict)
    broader: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    matches: Mapping[Match, tuple[str, ...]] = field(default_factory=dict)
    consult: tuple[str, ...] = ()
    meaning: int = 1
    status: Status = Status.CURRENT
    replaced_by: tuple[str, ...] = ()
    first: Version | None = None
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """Something asked or counted in the same way each time.

    Attributes:
        concept: what it is called and means; its id is the indicator's.
        about: id of the concept that it tells of.
        rights: ``shipped``, ``ours`` or ``slot``.
        source: whose it is.
        licence: on what terms its wording may be used.
        attribution: the line to print beside it; empty where none is asked for.
        questions: keys and words, in order.
        answers: the response list as data.
        mode: how it is asked.
        direction: ``up``, ``down`` or ``none``: where better lies.
        compute: the computation's name and arguments; see ``measures``.
        also: a second one, or empty.
        limits: what it does not tell.
        benchmark: with what it may be compared, or empty.
        instrument: counts up when a question, an answer or their order changes; results before and after are not the same.
        comparability: what else has to be the same before two figures may stand side by side.
    """

    concept: Concept
    about: str
    rights: str
    source: str
    licence: str
    attribution: str
    questions: tuple[tuple[str, str], ...]
    answers: Mapping[str, Any]
    mode: str
    direction: str
    compute: Mapping[str, Any]
    also: Mapping[str, Any]
    limits: str
    benchmark: str
    instrument: int = 1
    comparability: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who made or publishes a glossary.

    Attributes:
        address: that names it on the web.
        name: as people know it.
    """

    address: str
    name: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """Whose glossary it is.

    Attributes:
        base: the address under which its concepts stand, ending in a slash.
        title: by language.
        description: by language.
        creator: who made it.
        publisher: who publishes it.
        licence: address of the licence of its words.
        language: the first language.
        created: when its first release came out.
    """

    base: str
    title: Words
    description: Words
    creator: Organisation
    publisher: Organisation
    licence: str
    language: str
    created: date


@dataclass(frozen=True, slots=True)
class Release:
    """A glossary as it was published. It never changes.

    Attributes:
        scheme: whose.
        version: its number.
        on: the day of publishing.
        concepts: all, withdrawn ones too, in the order of their ids.
        indicators: all, in the order in which they are asked: an answer may lean on the question before it.
        previous: the version before, or None.
        note: what is new, in plain words.
    """

    scheme: Scheme
    version: Version
    on: date
    concepts: tuple[Concept, ...]
    indicators: tuple[Indicator, ...] = ()
    previous: Version | None = None
    note: str = ""

    def concept(self, concept_id: str) -> Concept | None:
        """Return a concept of this release."""
        return next((each for each in self.concepts if each.id == concept_id), None)


@dataclass(frozen=True, slots=True)
class Glossary:
    """An area's glossary, or its programme's common one.

    Attributes:
        id: names it for the database.
        programme: the programme's id.
        area: the area's id; None for the programme's common glossary.
        name: in addresses; unique, never changed.
        base: the address under which its concepts stand, ending in a slash; fixed when it is founded.
        language: the first language of its words.
    """

    id: str
    programme: str
    area: str | None
    name: str
    base: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Published:
    """That a release is out; the release itself is read apart.

    Attributes:
        version: its number.
        day: of publishing.
        checksum: SHA-256 of its document, in hexadecimal.
        note: what is new, in plain words.
    """

    version: Version
    day: date
    checksum: str
    note: str
