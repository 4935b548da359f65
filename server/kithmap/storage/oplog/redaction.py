"""Blanking what one person wrote: which entries, which records, and what stays of them. Pure.

Numbers, ids, kinds and who may see a record stay, so that the log still replays and nothing that stands on a blanked record
falls. What a blanked record says is gone: its fields are empty, or, where the room's record quoted people, its quotes are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from kithmap.basics.quotes import without_quotes
from kithmap.basics.records import Change, Erase, Fields, Put, Record, Restate
from kithmap.sync.entry import Entry
from kithmap.sync.log import Snapshot


def written_by(person: str, entries: Iterable[Entry]) -> set[str]:
    """Return the ids of all records that a person is or was the author of."""
    return {
        change.record.id
        for entry in entries
        for change in entry.changes
        if isinstance(change, Put) and change.record.author == person
    }


def blank_entry(entry: Entry, person: str, theirs: AbstractSet[str]) -> Entry:
    """Return the entry without what the person wrote; the same entry where that is nothing.

    Args:
        entry: as it is stored.
        person: whose words go.
        theirs: ids of the records that they are or were the author of.
    """
    touches = any(_id_of(change) in theirs for change in entry.changes)
    if entry.person != person and not touches:
        return entry
    changes = tuple(_blank_change(change, theirs) for change in entry.changes)
    return replace(entry, payload=None, changes=changes)


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What entries take back.

    Attributes:
        erased: of each record that they erase, the number of the last entry that does.
        restated: of each record that they restate, likewise.
    """

    erased: Mapping[str, int]
    restated: Mapping[str, int]

    def __bool__(self) -> bool:
        """Whether it is anything."""
        return bool(self.erased or self.restated)


def taken_back_by(entries: Iterable[Entry]) -> TakenBack:
    """Return what entries, in their order, take back."""
    erased: dict[str, int] = {}
    restated: dict[str, int] = {}
    for entry in entries:
        for change in entry.changes:
            if isinstance(change, Erase):
                erased[change.id] = entry.number
            elif isinstance(change, Restate):
                restated[change.record.id] = entry.number
    return TakenBack(erased, restated)


class Blanking:
    """What goes from the log and its snapshot by what some entries take back, and what stays.

    An erased record loses all that it says, and a restated one what it quotes, in every form from before. Whatever touches
    such a form loses its payload, and so does all else that the authors of erased records asked: saying the same thing twice
    changes no record. What had been theirs alone before the room took it up goes in its form from then. The entries that erase
    ask nothing but that, so they keep their payload.
    """

    def __init__(self, entries: Iterable[Entry], back: TakenBack) -> None:
        """Look through a log.

        Args:
            entries: all of it, as it is stored, in order.
            back: what is taken back.
        """
        self._entries = list(entries)
        self._back = back
        self._last_author: dict[str, str | None] = {}
        for entry in self._entries:
            for change in entry.changes:
                if isinstance(change, Put):
                    self._last_author[change.record.id] = change.record.author
        self._authors: dict[str, int] = {}
        for record, number in back.erased.items():
            author = self._last_author.get(record)
            if author is not None:
                self._authors[author] = max(number, self._authors.get(author, 0))

    def entries(self) -> list[Entry]:
        """Return those entries that hold something of it, without it."""
        return [blank for entry in self._entries if (blank := self._entry(entry)) != entry]

    def snapshot(self, snapshot: Snapshot) -> Snapshot:
        """Return a snapshot without what the records said at its number."""
        number = snapshot.number
        return replace(
            snapshot,
            records=tuple(self._record(each, number) for each in snapshot.records),
            removed=tuple(self._record(each, number) for each in snapshot.removed),
        )

    def _entry(self, entry: Entry) -> Entry:
        changes = tuple(
            replace(each, record=self._record(each.record, entry.number)) if isinstance(each, Put) else each
            for each in entry.changes
        )
        touches = any(entry.number < self._back.erased.get(_id_of(each), 0) for each in entry.changes)
        if changes == entry.changes and not touches and entry.number >= self._authors.get(entry.person, 0):
            return entry
        erases = any(isinstance(each, Erase) for each in entry.changes)
        return replace(entry, payload=entry.payload if erases else None, changes=changes)

    def _record(self, record: Record, number: int) -> Record:
        """Return a record as it stays in what is stored under a number."""
        if number < self._back.erased.get(record.id, 0) or self._was_theirs_alone(record, number):
            return replace(record, fields={})
        if number < self._back.restated.get(record.id, 0):
            return replace(record, fields=without_quotes(record.fields))
        return record

    def _was_theirs_alone(self, record: Record, number: int) -> bool:
        author = record.author
        if author is None or author == self._last_author.get(record.id, author):
            return False
        return number < self._authors.get(author, 0)


def blank_snapshot(snapshot: Snapshot, blanked: Mapping[str, Mapping[int, Fields]]) -> Snapshot:
    """Return the snapshot without what the blanked entries said.

    A record whose version is the number of an entry that was blanked says what it says there. One that was written anew later
    stays.

    Args:
        snapshot: as it is stored, or as someone who had not heard of the blanking wants to store it.
        blanked: what blanked entries leave of each record, by their numbers.
    """
    return replace(
        snapshot,
        records=tuple(_as_left(record, blanked) for record in snapshot.records),
        removed=tuple(_as_left(record, blanked) for record in snapshot.removed),
    )


def blanked_records(entries: Iterable[Entry]) -> dict[str, dict[int, Fields]]:
    """Return, from the entries that were blanked, in order, what they leave of each record that they touch, by their numbers.

    Of a record that one of them removes that is told only where it says nothing any more.
    """
    found: defaultdict[str, dict[int, Fields]] = defaultdict(dict)
    says: dict[str, Fields] = {}
    for entry in entries:
        for change in entry.changes:
            if isinstance(change, Put):
                says[change.record.id] = found[change.record.id][entry.number] = change.record.fields
            elif not says.get(change.id, True):
                found[change.id][entry.number] = {}
    return found


def _as_left(record: Record, blanked: Mapping[str, Mapping[int, Fields]]) -> Record:
    left = blanked.get(record.id, {}).get(record.version)
    return record if left is None else replace(record, fields=left)


def _blank_change(change: Change, theirs: AbstractSet[str]) -> Change:
    if isinstance(change, Put) and change.record.id in theirs:
        return replace(change, record=replace(change.record, fields={}))
    return change


def _id_of(change: Change) -> str:
    return change.record.id if isinstance(change, Put) else change.id
