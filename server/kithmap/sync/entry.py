"""What the log holds: one entry for each accepted operation."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from kithmap.basics.actors import Role
from kithmap.basics.clock import from_iso, iso
from kithmap.basics.records import Audience, Change, Changes, Erase, Put, Record, Remove, Restate

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """An operation as it was accepted.

    Attributes:
        number: its place in the workshop's order, from 1, without gaps.
        operation: the operation's id.
        kind: the operation's kind.
        person: who asked.
        role: their role then.
        at: when the server received it, in UTC.
        payload: what was asked, or None once it was redacted.
        changes: what the records underwent.
    """

    number: int
    operation: str
    kind: str
    person: str
    role: Role
    at: datetime
    payload: Json | None
    changes: Changes

    def numbered(self, number: int) -> "Entry":
        """Return this entry under another number, its records' versions with it."""
        return replace(self, number=number, changes=versioned(self.changes, number))


def taken_back_by(entry: Entry) -> set[str]:
    """Return the ids of the records that an entry erases or restates: what they said before is told no more."""
    return {
        change.record.id if isinstance(change, Put) else change.id
        for change in entry.changes
        if isinstance(change, Erase | Restate)
    }


def versioned(changes: Changes, number: int) -> Changes:
    """Return the changes with each record's version set to the number of the entry that brings them."""
    return tuple(
        replace(change, record=replace(change.record, version=number)) if isinstance(change, Put) else change
        for change in changes
    )


def record_to_json(record: Record) -> Json:
    """Write a record as JSON values, the same in messages, log and snapshots."""
    written: Json = {
        "kind": record.kind,
        "id": record.id,
        "author": record.author,
        "audience": record.audience.value,
        "version": record.version,
        "fields": dict(record.fields),
    }
    if record.stands_on:
        written["stands_on"] = list(record.stands_on)
    return written


def record_from_json(written: Json) -> Record:
    """Read what :func:`record_to_json` wrote."""
    return Record(
        kind=written["kind"],
        id=written["id"],
        author=written["author"],
        audience=Audience(written["audience"]),
        fields=written["fields"],
        stands_on=tuple(written.get("stands_on", ())),
        version=written["version"],
    )


def change_to_json(change: Change) -> Json:
    """Write a change: ``{"put": record}``, ``{"remove": id}`` or ``{"erase": id}``; ``"restates": true`` beside a put that does."""
    match change:
        case Restate():
            return {"put": record_to_json(change.record), "restates": True}
        case Put():
            return {"put": record_to_json(change.record)}
        case Erase():
            return {"erase": change.id}
        case Remove():
            return {"remove": change.id}


def change_from_json(written: Json) -> Change:
    """Read what :func:`change_to_json` wrote."""
    if "put" in written:
        record = record_from_json(written["put"])
        return Restate(record) if written.get("restates") else Put(record)
    return Erase(written["erase"]) if "erase" in written else Remove(written["remove"])


def entry_to_json(entry: Entry) -> Json:
    """Write an entry whole, for storage and files. What browsers receive is in ``protocol.py``."""
    return {
        "number": entry.number,
        "operation": entry.operation,
        "kind": entry.kind,
        "person": entry.person,
        "role": entry.role.value,
        "at": iso(entry.at),
        "payload": entry.payload,
        "changes": [change_to_json(change) for change in entry.changes],
    }


def entry_from_json(written: Json) -> Entry:
    """Read what :func:`entry_to_json` wrote."""
    return Entry(
        number=written["number"],
        operation=written["operation"],
        kind=written["kind"],
        person=written["person"],
        role=Role(written["role"]),
        at=from_iso(written["at"]),
        payload=written["payload"],
        changes=tuple(change_from_json(change) for change in written["changes"]),
    )
