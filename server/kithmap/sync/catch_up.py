"""What a returning or a new page receives: the changes it missed, or a snapshot and the changes since.

Only the present state is told, never old forms: what was hidden or erased meanwhile cannot leak to a page that comes back.
"""

import gzip
from collections import deque
from collections.abc import Collection
from dataclasses import replace

import orjson

from kithmap.basics.records import Audience, Put, Record
from kithmap.sync.audience import Touched, Viewer, wire_record
from kithmap.sync.content import Content
from kithmap.sync.entry import Entry, record_to_json
from kithmap.sync.protocol import CatchUp, WireChange, WirePut, WireRemove

MOST_REMEMBERED = 2_000
"""Touched records remembered for catching up. Beyond them a snapshot is shorter: 2,000 changes are some 600 kB."""

LEAST_STALE = 50
"""Changes that a snapshot may lag behind before a joining page gets a fresh one; a tenth of the map where that is more."""

COMPRESSION = 5
"""2,000 places: 12 ms and 45 kB; level 9 takes three times as long for 3 % less."""


class Recent:
    """The records that the latest entries touched, with their form before."""

    def __init__(self, number: int) -> None:
        """Remember from this number on."""
        self.since = number
        self._entries: deque[tuple[int, list[Touched]]] = deque()
        self._size = 0

    def remember(self, entry: Entry, touched: list[Touched]) -> None:
        """Add the next entry, forgetting the oldest ones beyond the limit."""
        self._entries.append((entry.number, touched))
        self._size += len(touched)
        while self._size > MOST_REMEMBERED and self._entries:
            number, forgotten = self._entries.popleft()
            self._size -= len(forgotten)
            self.since = number

    def erase(self, ids: Collection[str]) -> None:
        """Forget what records said: that they were there, and for whom, must still be told as their removal."""
        for _, touched in self._entries:
            for place, each in enumerate(touched):
                if _id(each) in ids:
                    touched[place] = _without_words(each)

    def touched_after(self, number: int) -> dict[str, list[Record | None]] | None:
        """Return, by record id, the forms that the records touched after ``number`` had before; None if forgotten."""
        if number < self.since:
            return None
        found: dict[str, list[Record | None]] = {}
        for entry_number, touched in reversed(self._entries):
            if entry_number <= number:
                break
            for each in touched:
                found.setdefault(_id(each), []).append(each.before)
        return found


def _id(touched: Touched) -> str:
    change = touched.change
    return change.record.id if isinstance(change, Put) else change.id


def _without_words(touched: Touched) -> Touched:
    change, before = touched.change, touched.before
    if isinstance(change, Put):
        change = Put(replace(change.record, fields={}))
    return Touched(change, None if before is None else replace(before, fields={}))


class Base:
    """What everyone may see after a number, encoded once and served to all who join."""

    def __init__(self, content: Content) -> None:
        """Encode the present state."""
        self.number = content.number
        seen_by_all = [record_to_json(record) for record in content if record.audience is Audience.EVERYONE]
        text = orjson.dumps({"number": self.number, "records": seen_by_all})
        self.body = gzip.compress(text, COMPRESSION, mtime=0)


def changes_since(content: Content, recent: Recent, after: int, viewer: Viewer) -> list[WireChange] | None:
    """Return what brings a viewer from ``after`` to the present, or None if a snapshot is needed."""
    touched = recent.touched_after(after)
    if touched is None:
        return None
    changes: list[WireChange] = []
    for record_id, before in touched.items():
        record = content.get(record_id)
        if record is not None and viewer.sees(record):
            changes.append(WirePut(put=wire_record(record)))
        elif any(form is not None and viewer.sees(form) for form in before):
            changes.append(WireRemove(remove=record_id))
    return changes


def hidden_from_others(content: Content, viewer: Viewer) -> list[WireChange]:
    """Return the records that this viewer sees and not everyone does: what a snapshot lacks for them."""
    return [WirePut(put=wire_record(record)) for record in content.guarded() if viewer.sees(record)]


def is_fresh(base: Base, content: Content, recent: Recent) -> bool:
    """Tell whether a snapshot still serves those who join: nothing in it was hidden since, and little has changed."""
    if base.number < content.narrowed:
        return False
    touched = recent.touched_after(base.number)
    return touched is not None and len(touched) <= max(LEAST_STALE, len(content) // 10)


def from_snapshot(content: Content, recent: Recent, base: Base, viewer: Viewer) -> CatchUp:
    """Return the message for a page that starts from ``base``."""
    changes = changes_since(content, recent, base.number, viewer) or []
    told = {change.put.id for change in changes if isinstance(change, WirePut)}
    changes += [
        change
        for change in hidden_from_others(content, viewer)
        if isinstance(change, WirePut) and change.put.id not in told
    ]
    return CatchUp(after=0, snapshot=base.number, number=content.number, changes=changes)
