"""A workshop's records as they stand after a number, and drafts laid over them while a commit runs.

Invariants: a record is present or removed, never both; every present record's version is at most the content's number;
reading or changing one record costs the same whatever the number of records.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kithmap.basics.records import Audience, Change, Changes, Erase, Put, Record, Remove, View
from kithmap.sync.entry import Entry


class Content:
    """The confirmed records of one workshop.

    Attributes:
        number: number of the last entry applied; 0 when empty.
        narrowed: number of the last entry that hid or removed something that everyone could see.
    """

    def __init__(
        self,
        number: int = 0,
        records: Iterable[Record] = (),
        removed: Iterable[Record] = (),
    ) -> None:
        """Begin from a snapshot's records and removed records, or empty."""
        self.number = number
        self.narrowed = number
        self._present: dict[str, Record] = {}
        self._removed: dict[str, Record] = {}
        self._guarded: dict[str, None] = {}
        self._by_kind: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._on: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._removed_with: defaultdict[int, dict[str, None]] = defaultdict(dict)
        for record in records:
            self._keep(record)
        for record in removed:
            self._removed[record.id] = record
            self._removed_with[record.version][record.id] = None

    def __len__(self) -> int:
        """Return how many records are present."""
        return len(self._present)

    def __iter__(self) -> Iterator[Record]:
        """Go through the present records, oldest first."""
        return iter(self._present.values())

    def all_removed(self) -> Iterable[Record]:
        """Return the last forms of all removed records."""
        return self._removed.values()

    def erased(self) -> list[str]:
        """Return the ids of erased records, in order: what was published of them has to go from the next version."""
        return sorted(record.id for record in self._removed.values() if not record.fields)

    def get(self, record_id: str) -> Record | None:
        """Return the present record of this id."""
        return self._present.get(record_id)

    def removed(self, record_id: str) -> Record | None:
        """Return the last form of a removed record."""
        return self._removed.get(record_id)

    def guarded(self) -> Iterable[Record]:
        """Return the present records that not everyone may see."""
        return [self._present[record_id] for record_id in self._guarded]

    def of_kind(self, kind: str) -> Iterable[Record]:
        """Return the present records of a kind, oldest first."""
        return [self._present[record_id] for record_id in self._by_kind.get(kind, ())]

    def standing_on(self, record_id: str) -> Iterable[Record]:
        """Return the present records that stand on this one."""
        return [self._present[other] for other in self._on.get(record_id, ())]

    def removed_with(self, number: int) -> Iterable[Record]:
        """Return the records that the entry of this number removed and that are still removed."""
        return [self._removed[record_id] for record_id in self._removed_with.get(number, ())]

    def of_author(self, person: str) -> Iterable[Record]:
        """Return the records of a person, present and removed."""
        return [
            record
            for kept in (self._present, self._removed)
            for record in kept.values()
            if record.author == person
        ]

    def apply(self, entry: Entry) -> None:
        """Take in the next entry.

        Raises:
            ValueError: if the entry is not the next one.
        """
        if entry.number != self.number + 1:
            raise ValueError(f"entry {entry.number} does not follow {self.number}")
        self.number = entry.number
        for change in entry.changes:
            self._take(change)
            if isinstance(change, Erase) and change.id in self._removed:
                self._removed[change.id] = replace(self._removed[change.id], fields={})

    def _take(self, change: Change) -> None:
        before = self._present.get(change.id if isinstance(change, Remove) else change.record.id)
        after = change.record if isinstance(change, Put) else None
        seen_before = before is not None and before.audience is Audience.EVERYONE
        if seen_before and (after is None or after.audience is not Audience.EVERYONE):
            self.narrowed = self.number
        if before is not None and (
            after is None or after.stands_on != before.stands_on or after.kind != before.kind
        ):
            self._let_go(before)
        if after is not None:
            self._keep(after)
        elif before is not None:
            self._lay_aside(before)

    def _keep(self, record: Record) -> None:
        gone = self._removed.pop(record.id, None)
        if gone is not None:
            del self._removed_with[gone.version][record.id]
        self._present[record.id] = record
        if record.audience is Audience.EVERYONE:
            self._guarded.pop(record.id, None)
        else:
            self._guarded[record.id] = None
        self._by_kind[record.kind][record.id] = None
        for other in record.stands_on:
            self._on[other][record.id] = None

    def _let_go(self, record: Record) -> None:
        del self._present[record.id]
        self._guarded.pop(record.id, None)
        del self._by_kind[record.kind][record.id]
        for other in record.stands_on:
            standing = self._on[other]
            standing.pop(record.id, None)
            if not standing:
                del self._on[other]

    def _lay_aside(self, record: Record) -> None:
        aside = Record(
            record.kind,
            record.id,
            record.author,
            record.audience,
            record.fields,
            record.stands_on,
            self.number,
        )
        self._removed[record.id] = aside
        self._removed_with[self.number][record.id] = None


class Draft:
    """Changes that are decided and not yet stored, laid over a view: what the next operation of a batch sees."""

    def __init__(self, under: View) -> None:
        """Lay an empty draft over ``under``."""
        self._under = under
        self._put: dict[str, Record] = {}
        self._gone: dict[str, Record] = {}

    def get(self, record_id: str) -> Record | None:
        """Return the record of this id, as drafted or as it stands below."""
        if record_id in self._gone:
            return None
        return self._put.get(record_id) or self._under.get(record_id)

    def removed(self, record_id: str) -> Record | None:
        """Return the last form of a removed record."""
        if record_id in self._put:
            return None
        return self._gone.get(record_id) or self._under.removed(record_id)

    def of_kind(self, kind: str) -> Iterable[Record]:
        """Return the records of a kind."""
        yield from self._unchanged(self._under.of_kind(kind))
        yield from (record for record in self._put.values() if record.kind == kind)

    def standing_on(self, record_id: str) -> Iterable[Record]:
        """Return the records that stand on this one."""
        yield from self._unchanged(self._under.standing_on(record_id))
        yield from (record for record in self._put.values() if record_id in record.stands_on)

    def removed_with(self, number: int) -> Iterable[Record]:
        """Return what the entry of this number removed."""
        yield from self._unchanged(self._under.removed_with(number))
        yield from (record for record in self._gone.values() if record.version == number)

    def of_author(self, person: str) -> Iterable[Record]:
        """Return the records of a person, present and removed."""
        yield from self._unchanged(self._under.of_author(person))
        drafted = (*self._put.values(), *self._gone.values())
        yield from (record for record in drafted if record.author == person)

    def _unchanged(self, records: Iterable[Record]) -> Iterator[Record]:
        return (record for record in records if record.id not in self._put and record.id not in self._gone)

    def take(self, changes: Changes, number: int) -> None:
        """Take in the changes of one decided operation, under the number it will have."""
        for change in changes:
            if isinstance(change, Put):
                self._gone.pop(change.record.id, None)
                self._put[change.record.id] = change.record
            elif (before := self.get(change.id)) is not None:
                self._put.pop(change.id, None)
                self._gone[change.id] = Record(
                    before.kind,
                    before.id,
                    before.author,
                    before.audience,
                    before.fields,
                    before.stands_on,
                    number,
                )
            if isinstance(change, Erase) and (gone := self.removed(change.id)) is not None:
                self._gone[change.id] = replace(gone, fields={})
