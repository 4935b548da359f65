"""A workshop's records without those of people who did not want what they added to be kept: no release ever holds them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kithmap.basics.records import Record, View


@dataclass(frozen=True, slots=True)
class Less:
    """A view without some records, and without what stands on them.

    Attributes:
        view: the whole.
        hidden: ids of the records that it does not show.
    """

    view: View
    hidden: frozenset[str]

    def get(self, record_id: str) -> Record | None:
        """Return the present record of this id, if it is shown."""
        return self._shown(self.view.get(record_id))

    def removed(self, record_id: str) -> Record | None:
        """Return the last form of a removed record, if it is shown."""
        return self._shown(self.view.removed(record_id))

    def of_kind(self, kind: str) -> Iterable[Record]:
        """Return the records of a kind that are shown."""
        return self._all_shown(self.view.of_kind(kind))

    def standing_on(self, record_id: str) -> Iterable[Record]:
        """Return the records that stand on this one and are shown."""
        return self._all_shown(self.view.standing_on(record_id))

    def removed_with(self, number: int) -> Iterable[Record]:
        """Return the records that the entry of this number removed and that are shown."""
        return self._all_shown(self.view.removed_with(number))

    def of_author(self, person: str) -> Iterable[Record]:
        """Return the records of a person that are shown."""
        return self._all_shown(self.view.of_author(person))

    def _all_shown(self, records: Iterable[Record]) -> list[Record]:
        return [each for each in records if self._shown(each) is not None]

    def _shown(self, record: Record | None) -> Record | None:
        if record is None or record.id in self.hidden or not self.hidden.isdisjoint(record.stands_on):
            return None
        return record


def without(view: View, hidden: Collection[str]) -> View:
    """Return a view without some records."""
    return Less(view, frozenset(hidden)) if hidden else view


def records_of(view: View, people: Collection[str]) -> frozenset[str]:
    """Return the ids of what some people made, present and removed."""
    return frozenset(record.id for person in people for record in view.of_author(person))
