"""A rule set small enough to see through: notes that are put, removed and hidden. For tests of what hosts rules."""

from typing import Any

from kithmap.basics.actors import CONTRIBUTING
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.ids import uuid7
from kithmap.basics.operations import Asked
from kithmap.basics.records import Audience, Changes, Put, Record, Remove, View
from kithmap.sync.protocol import Submit, SubmittedOperation


class NoteRules:
    """`note.put` (id, title), `note.remove` (id), `note.hide` (id), `note.break` (a rule with a fault)."""

    def decide(self, view: View, kind: str, payload: dict[str, Any], asked: Asked) -> Changes:
        """Return what becomes of the notes."""
        if asked.actor.role not in CONTRIBUTING:
            raise Refused(Reason.NOT_ALLOWED, "You may look here, and not write.")
        if kind == "note.put":
            return (Put(self._note(asked, payload)),)
        before = view.get(str(payload.get("id")))
        if kind == "note.break":
            raise ZeroDivisionError
        if kind not in {"note.remove", "note.hide"}:
            raise Refused(Reason.UNKNOWN_KIND, "The server does not know this kind of change.")
        if before is None:
            raise Refused(Reason.NOT_FOUND, "There is no such note.")
        if kind == "note.remove":
            return (Remove(before.id),)
        hidden = Record(before.kind, before.id, before.author, Audience.AUTHOR, before.fields)
        return (Put(hidden),)

    def _note(self, asked: Asked, payload: dict[str, Any]) -> Record:
        if not isinstance(payload.get("title"), str):
            raise Refused(Reason.BAD_FIELDS, "Please fill in: title.")
        return Record(
            "note",
            str(payload["id"]),
            asked.actor.person,
            Audience(payload.get("audience", "everyone")),
            {name: value for name, value in payload.items() if name not in {"id", "audience"}},
        )


def made_id(count: int) -> str:
    """Return an operation or record id that is the same for the same count."""
    return uuid7(1_790_000_000_000 + count, count.to_bytes(10, "big"))


def put(count: int, title: str = "A note", *, note: str | None = None, **fields: Any) -> SubmittedOperation:
    """Return an operation that puts a note; its id is of `count`, and so is the note's unless one is named."""
    payload = {"id": note or f"note-{count}", "title": title, **fields}
    return SubmittedOperation(id=made_id(count), kind="note.put", payload=payload)


def on(kind: str, count: int, note: str) -> SubmittedOperation:
    """Return an operation on a note that is there."""
    return SubmittedOperation(id=made_id(count), kind=kind, payload={"id": note})


def submit(*operations: SubmittedOperation, together: bool = False) -> Submit:
    """Return the message that asks for these operations."""
    return Submit(type="submit", operations=list(operations), together=together)
