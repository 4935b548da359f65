"""Records, the changes they undergo, and who may see them.

A workshop's state is a set of records. An operation that is accepted becomes changes of records, and those are all a
browser needs to know.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Protocol

from kithmap.basics.actors import LEADING, Role

Fields = Mapping[str, Any]
"""A record's content: JSON values by field name. Never changed in place."""


class Audience(StrEnum):
    """Who may see a record."""

    EVERYONE = "everyone"
    AUTHOR = "author"
    """Its author and those who lead the room."""
    LEADING = "leading"
    """Those who lead the room."""
    OWN = "own"
    """Its author alone, who does not lead: a blind rating is kept from everybody."""
    SCREEN = "screen"
    """Those who lead and the hall's screen: counts that a thousand phones need not carry."""


@dataclass(frozen=True, slots=True)
class Record:
    """One thing in a workshop: a place, a connection, a mark, the workshop itself.

    Attributes:
        kind: what it is, from its feature's list.
        id: unique in the workshop.
        author: the person who made it, or None for the workshop's own records.
        audience: who may see it.
        fields: its content.
        stands_on: ids of the records without which it makes no sense (a connection's two places).
        version: number of the entry that last changed it; 0 before it is stored.
    """

    kind: str
    id: str
    author: str | None
    audience: Audience
    fields: Fields
    stands_on: tuple[str, ...] = ()
    version: int = 0

    def with_fields(self, **fields: Any) -> "Record":
        """Return this record with some fields replaced."""
        return replace(self, fields={**self.fields, **fields})

    def seen_by(self, person: str, role: Role) -> bool:
        """Tell whether a person in a role may see this record."""
        match self.audience:
            case Audience.EVERYONE:
                return True
            case Audience.OWN:
                return self.author == person and role not in LEADING
            case Audience.SCREEN:
                return role in LEADING or role is Role.PROJECTOR
            case Audience.AUTHOR:
                return role in LEADING or self.author == person
            case Audience.LEADING:
                return role in LEADING


@dataclass(frozen=True, slots=True)
class Put:
    """The record is now as given, whatever it was."""

    record: Record


@dataclass(frozen=True, slots=True)
class Restate(Put):
    """The record is now as given, and quotes some people no longer: what its earlier forms quote is gone for good."""


@dataclass(frozen=True, slots=True)
class Remove:
    """The record of this id is gone."""

    id: str


@dataclass(frozen=True, slots=True)
class Erase(Remove):
    """The record of this id is gone, and so is all that it ever said: nobody can bring it back."""


Change = Put | Remove
Changes = tuple[Change, ...]


class View(Protocol):
    """The records as the rules may read them: the state that an operation is decided against."""

    def get(self, record_id: str) -> Record | None:
        """Return the present record of this id."""

    def removed(self, record_id: str) -> Record | None:
        """Return the last form of a record that was removed; its version is the removal's number."""

    def of_kind(self, kind: str) -> Iterable[Record]:
        """Return the present records of a kind, in no stated order."""

    def standing_on(self, record_id: str) -> Iterable[Record]:
        """Return the present records that stand on this one."""

    def removed_with(self, number: int) -> Iterable[Record]:
        """Return the records that the entry of this number removed."""

    def of_author(self, person: str) -> Iterable[Record]:
        """Return the records of a person, present and removed, in no stated order. Goes through all there are."""
