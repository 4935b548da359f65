"""What was taken off the map and can be put back."""

from collections.abc import Iterable
from dataclasses import dataclass

from kithmap.basics.records import Record, View
from kithmap.shared_map.joined import pointed
from kithmap.shared_map.model import CONNECTION, PLACES


@dataclass(frozen=True, slots=True)
class TakenOff:
    """A place or a connection that somebody took off, with all that went with it.

    Attributes:
        id: its id.
        kind: the kind of its record.
        titles: a place's own title; of a connection, those of the places that it joins.
        by: the person who took it off.
        number: of the entry by which they did.
    """

    id: str
    kind: str
    titles: tuple[str, ...]
    by: str
    number: int


def taken_off(view: View, removed: Iterable[Record]) -> list[TakenOff]:
    """Return what was taken off by itself and can come back, the last first.

    What went with a place comes back with it and is not told apart. What was erased is gone for good. A connection can come
    back when its places are there.

    Args:
        view: the map as it stands.
        removed: the last forms of all removed records.
    """
    theirs = [record for record in removed if "removed_by" in record.fields]
    found = [
        TakenOff(record.id, record.kind, titles, str(record.fields["removed_by"]), record.version)
        for record in theirs
        if (titles := _titles(view, record)) is not None
    ]
    return sorted(found, key=lambda each: (-each.number, each.id))


def _titles(view: View, record: Record) -> tuple[str, ...] | None:
    """Return what a removed record is called; None where it cannot come back."""
    if record.kind in PLACES:
        return (str(record.fields["title"]),)
    line = pointed(view, record) if record.kind == CONNECTION else None
    if line is None:
        return None
    ends = [view.get(line.fields[name]) for name in ("start", "end")]
    titles = tuple(str(end.fields["title"]) for end in ends if end is not None)
    return titles if len(titles) == len(ends) and all(view.get(each) for each in line.stands_on) else None
