"""Who is told what: each change as a viewer may see it."""

from collections.abc import Iterable
from dataclasses import dataclass

from kithmap.basics.actors import LEADING, Role
from kithmap.basics.clock import iso
from kithmap.basics.records import Audience, Change, Put, Record
from kithmap.sync.effects import Broadcast
from kithmap.sync.entry import Entry
from kithmap.sync.protocol import (
    EntryMessage,
    ServerMessage,
    WireChange,
    WirePut,
    WireRecord,
    WireRemove,
)

NOBODY = ""
"""The person of a viewer who is nobody in particular: sees what everyone sees."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Someone who is told of changes.

    Attributes:
        person: their pseudonymous id.
        role: their role in this workshop.
        name: what those who lead the room read beside them.
        alias: what everyone may read: a colour and an animal.
    """

    person: str
    role: Role
    name: str = ""
    alias: str = ""

    def sees(self, record: Record) -> bool:
        """Tell whether this viewer may see a record."""
        return record.seen_by(self.person, self.role)


@dataclass(frozen=True, slots=True)
class Touched:
    """A change beside the record as it stood before."""

    change: Change
    before: Record | None


def wire_record(record: Record) -> WireRecord:
    """Write a record for a browser."""
    return WireRecord(
        kind=record.kind,
        id=record.id,
        author=record.author,
        audience=record.audience.value,
        version=record.version,
        fields=dict(record.fields),
        stands_on=list(record.stands_on),
    )


def seen(touched: Touched, viewer: Viewer) -> WireChange | None:
    """Return a change as a viewer may see it.

    A record that the viewer may no longer see becomes a removal; one that they never could see becomes nothing.
    """
    change, before = touched.change, touched.before
    if isinstance(change, Put) and viewer.sees(change.record):
        return WirePut(put=wire_record(change.record))
    if before is not None and viewer.sees(before):
        return WireRemove(remove=before.id)
    return None


def broadcast(entry: Entry, touched: Iterable[Touched]) -> Broadcast:
    """Return an entry in the forms in which the sessions of a room receive it.

    Where everybody sees everything, the forms are one and the same message, so that it is encoded once.
    """
    touched = list(touched)
    for_leading = Viewer(NOBODY, Role.FACILITATOR)
    told = _without_who if _is_their_own_affair(entry, touched) else _message
    leading = told(entry, touched, for_leading)
    if all(_for_everyone(each) for each in touched):
        return Broadcast(others=leading, leading=leading)
    persons = {
        person: _message(entry, touched, Viewer(person, Role.PARTICIPANT))
        if person == entry.person
        else _without_who(entry, touched, Viewer(person, Role.PARTICIPANT))
        for person in _particular(entry, touched)
    }
    others = _without_who(entry, touched, Viewer(NOBODY, Role.PARTICIPANT))
    wall = _changes(touched, Viewer(NOBODY, Role.PROJECTOR))
    if wall != others.changes:
        # The hall's screens are nobody in particular.
        persons[NOBODY] = EntryMessage(number=entry.number, changes=wall)
    return Broadcast(others=others, leading=leading, persons=persons)


def _is_their_own_affair(entry: Entry, touched: list[Touched]) -> bool:
    """Tell whether a participant asked for something that concerns a record for its author alone: a rating, a statement.

    Nobody else learns that it was they who asked; else what appears without a name would have one, for whoever reads the line.
    """
    if entry.role in LEADING:
        return False
    return any(record.audience is Audience.OWN for each in touched for record in _both(each))


def _both(touched: Touched) -> Iterable[Record]:
    """Yield the record before and after a change."""
    if touched.before is not None:
        yield touched.before
    if isinstance(touched.change, Put):
        yield touched.change.record


def for_viewer(message: Broadcast, viewer: Viewer) -> ServerMessage:
    """Return the form of a broadcast that this viewer receives."""
    if viewer.role in LEADING:
        return message.leading
    own = message.persons.get(viewer.person)
    if own is None and viewer.role is Role.PROJECTOR:
        own = message.persons.get(NOBODY)
    return own or message.others


def _for_everyone(touched: Touched) -> bool:
    change, before = touched.change, touched.before
    shown = not isinstance(change, Put) or change.record.audience is Audience.EVERYONE
    return shown and (before is None or before.audience is Audience.EVERYONE)


def _particular(entry: Entry, touched: list[Touched]) -> set[str]:
    records = [each.before for each in touched] + [
        each.change.record for each in touched if isinstance(each.change, Put)
    ]
    authors = {
        record.author
        for record in records
        if record is not None and record.audience in {Audience.AUTHOR, Audience.OWN}
    }
    return {entry.person} | {author for author in authors if author is not None}


def _message(entry: Entry, touched: list[Touched], viewer: Viewer) -> EntryMessage:
    return EntryMessage(
        number=entry.number,
        operation=entry.operation,
        kind=entry.kind,
        person=entry.person,
        at=iso(entry.at),
        changes=_changes(touched, viewer),
    )


def _without_who(entry: Entry, touched: list[Touched], viewer: Viewer) -> EntryMessage:
    """Return what a viewer may see of an entry that not everyone sees all of: never who asked for it."""
    return EntryMessage(number=entry.number, changes=_changes(touched, viewer))


def _changes(touched: list[Touched], viewer: Viewer) -> list[WireChange]:
    return [change for each in touched if (change := seen(each, viewer)) is not None]
