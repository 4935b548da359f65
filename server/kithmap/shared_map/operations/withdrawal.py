"""Taking back all that one person ever added."""

from collections.abc import Collection
from typing import ClassVar

from kithmap.basics.actors import CONTRIBUTING, Role
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked, Id, Operation
from kithmap.basics.records import Change, Changes, Erase, Put, Record, Remove, View
from kithmap.shared_map.joined import children_of, split
from kithmap.shared_map.model import is_place
from kithmap.shared_map.overlay import With


class WithdrawPerson(Operation):
    """Take back all that a participant ever added, of every kind: for good, and at any time, also after the end.

    What others added on top of it, a connection from one of its places or a mark on it, goes with it, as when a place is
    removed; it is theirs and stays in the log. Others' places that were joined with one of its places stand for themselves
    again.
    """

    kind: ClassVar[str] = "person.withdraw"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    person: Id

    def decide(self, view: View, asked: Asked) -> Changes:
        """Erase the person's records, removed ones too, and remove what stands on them."""
        actor = asked.actor
        if actor.leads and self.person == actor.person:
            raise Refused(
                Reason.NOT_ALLOWED,
                "This is for what participants added. Please remove what you added one by one.",
            )
        if not actor.leads and self.person != actor.person:
            raise Refused(Reason.NOT_YOURS, "Only they or the facilitator can take back what somebody added.")
        theirs = {record.id: record for record in view.of_author(self.person)}
        freed = [
            change for change in _freed(view, theirs.values()) if not _is_of(change, theirs, self.person)
        ]
        gone = {change.id for change in freed if isinstance(change, Remove)}
        after = With(view, [change.record for change in freed if isinstance(change, Put)])
        above = _standing_on(after, theirs) - gone
        return (*freed, *(Remove(each) for each in sorted(above)), *(Erase(each) for each in sorted(theirs)))


def _freed(view: View, theirs: Collection[Record]) -> Changes:
    """Return the changes by which others' places stand for themselves again."""
    places = [record for record in theirs if is_place(record) and view.get(record.id) is not None]
    mine = {record.id for record in theirs}
    children = [child for place in places for child in children_of(view, place.id) if child.id not in mine]
    return split(view, children, going=mine) if children else ()


def _is_of(change: Change, theirs: Collection[str], person: str) -> bool:
    if isinstance(change, Put):
        return change.record.id in theirs or change.record.author == person
    return change.id in theirs


def _standing_on(view: View, ids: Collection[str]) -> set[str]:
    """Return the ids of others' records that stand on these, on those, and so on."""
    found: set[str] = set()
    waiting = sorted(ids)
    while waiting:
        above = {record.id for record in view.standing_on(waiting.pop())} - found - set(ids)
        found |= above
        waiting += above
    return found
