"""Blanking what one person wrote: which entries, which records, and what stays of them. Pure.

Numbers, ids, kinds and who may see a record stay, so that the log still replays and nothing that stands on a blanked record
falls. What a blanked record says is gone: its fields are empty.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from kithmap.basics.records import Change, Erase, Put, Record
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


def erased_by(entries: Iterable[Entry]) -> set[str]:
    """Return the ids of the records that entries erase."""
    return {change.id for entry in entries for change in entry.changes if isinstance(change, Erase)}


def blank_erased(entries: Iterable[Entry], erased: AbstractSet[str]) -> list[Entry]:
    """Return those entries that hold something of erased records, without it.

    That is what touches one of them, and whatever else their authors asked: saying the same thing twice changes no record.
    The entries that erase say nothing, so they stay whole and can be decided again.

    Args:
        entries: all of the log, as they are stored.
        erased: ids of the records.
    """
    speaking = [entry for entry in entries if not any(isinstance(change, Erase) for change in entry.changes)]
    authors = {
        change.record.author
        for entry in speaking
        for change in entry.changes
        if isinstance(change, Put) and change.record.id in erased
    }
    blanks = [
        (
            entry,
            replace(
                entry, payload=None, changes=tuple(_blank_change(each, erased) for each in entry.changes)
            ),
        )
        for entry in speaking
        if entry.person in authors or any(_id_of(change) in erased for change in entry.changes)
    ]
    return [blank for entry, blank in blanks if blank != entry]


def blank_in_snapshot(snapshot: Snapshot, erased: AbstractSet[str]) -> Snapshot:
    """Return a snapshot from before some records were erased without what they said."""

    def blank(records: tuple[Record, ...]) -> tuple[Record, ...]:
        return tuple(replace(each, fields={}) if each.id in erased else each for each in records)

    return replace(snapshot, records=blank(snapshot.records), removed=blank(snapshot.removed))


def blank_snapshot(snapshot: Snapshot, blanked: Mapping[str, AbstractSet[int]]) -> Snapshot:
    """Return the snapshot without what the blanked entries said.

    A record is blanked where its version is the number of an entry that was. One that was written anew later stays.

    Args:
        snapshot: as it is stored, or as someone who had not heard of the blanking wants to store it.
        blanked: for each blanked record the numbers of the blanked entries.
    """
    return replace(
        snapshot,
        records=tuple(_blank_if_named(record, blanked) for record in snapshot.records),
        removed=tuple(_blank_if_named(record, blanked) for record in snapshot.removed),
    )


def blanked_records(entries: Iterable[Entry]) -> dict[str, set[int]]:
    """Return, from the entries that were blanked, in order, the numbers under which each blanked record was touched."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    is_blank: dict[str, bool] = {}
    for entry in entries:
        for change in entry.changes:
            if isinstance(change, Put):
                is_blank[change.record.id] = not change.record.fields
            if is_blank.get(_id_of(change)):
                found[_id_of(change)].add(entry.number)
    return found


def _blank_if_named(record: Record, blanked: Mapping[str, AbstractSet[int]]) -> Record:
    return replace(record, fields={}) if record.version in blanked.get(record.id, ()) else record


def _blank_change(change: Change, theirs: AbstractSet[str]) -> Change:
    if isinstance(change, Put) and change.record.id in theirs:
        return Put(replace(change.record, fields={}))
    return change


def _id_of(change: Change) -> str:
    return change.record.id if isinstance(change, Put) else change.id
