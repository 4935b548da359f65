"""Records laid over a view, and several records changed together."""

from collections.abc import Iterable

from kithmap.basics.records import Changes, Put, Record, View
from kithmap.shared_map.model import for_its_audience, is_place


def by_id(records: Iterable[Record]) -> list[Record]:
    """Return records in an order that does not depend on how the view keeps them, so that a replay gives the same changes."""
    return sorted(records, key=lambda record: record.id)


class With:
    """A view in which some records stand as given."""

    def __init__(self, under: View, records: Iterable[Record]) -> None:
        """Lay the records over the view."""
        self._under = under
        self._records = {record.id: record for record in records}

    def get(self, record_id: str) -> Record | None:
        """Return the record as given, or as it stands below."""
        return self._records.get(record_id) or self._under.get(record_id)

    def removed(self, record_id: str) -> Record | None:
        """Return a removed record, unless it was given."""
        return None if record_id in self._records else self._under.removed(record_id)

    def of_kind(self, kind: str) -> Iterable[Record]:
        """Return the records of a kind."""
        below = (record for record in self._under.of_kind(kind) if record.id not in self._records)
        return [*below, *(record for record in self._records.values() if record.kind == kind)]

    def standing_on(self, record_id: str) -> Iterable[Record]:
        """Return the records that stand on this one."""
        below = (record for record in self._under.standing_on(record_id) if record.id not in self._records)
        return [*below, *(record for record in self._records.values() if record_id in record.stands_on)]

    def removed_with(self, number: int) -> Iterable[Record]:
        """Return what an entry removed, unless it was given."""
        return [record for record in self._under.removed_with(number) if record.id not in self._records]

    def of_author(self, person: str) -> Iterable[Record]:
        """Return the records of a person."""
        below = (record for record in self._under.of_author(person) if record.id not in self._records)
        return [*below, *(record for record in self._records.values() if record.author == person)]


def together(view: View, records: Iterable[Record]) -> Changes:
    """Put several changed records for their audiences: places first, then what was changed on them or shows and hides with them.

    Args:
        view: the state before.
        records: as they are to be, each once; their audience is found here.
    """
    given = {record.id: record for record in records}
    places = [for_its_audience(record, view) for record in given.values() if is_place(record)]
    rest = {record.id: record for record in given.values() if not is_place(record)}
    for place in places:
        before = view.get(place.id)
        if before is None or before.audience is not place.audience:
            for record in view.standing_on(place.id):
                rest.setdefault(record.id, record)
    above = With(view, places)
    others = [for_its_audience(record, above) for record in by_id(rest.values())]
    return tuple(Put(record) for record in (*places, *others))
