"""Logs as the engine would have written them, made from a few words."""

from datetime import timedelta

from kithmap.basics.actors import Actor, Role
from kithmap.basics.errors import Refused
from kithmap.basics.operations import Asked
from kithmap.sync.content import Content
from kithmap.sync.entry import Entry, versioned
from tests.support.entries import NOON
from tests.support.notes import NoteRules, made_id


def evening(*steps: tuple[str, int]) -> list[Entry]:
    """Return the entries that steps such as ``("put", 1)`` or ``("remove", 1)`` make; what is refused makes none."""
    content, entries, rules = Content(), list[Entry](), NoteRules()
    for count, (verb, note) in enumerate(steps):
        kind, number = f"note.{verb}", content.number + 1
        payload = {"id": f"note-{note}"} | ({"title": f"words {count}"} if verb == "put" else {})
        asked = Asked(made_id(count), Actor("ann", Role.PARTICIPANT), NOON + timedelta(seconds=count))
        try:
            changes = versioned(rules.decide(content, kind, payload, asked), number)
        except Refused:
            continue
        entry = Entry(number, asked.id, kind, "ann", Role.PARTICIPANT, asked.at, payload, changes)
        content.apply(entry)
        entries.append(entry)
    return entries
