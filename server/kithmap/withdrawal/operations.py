"""Taking back all that one person ever added."""

from collections.abc import Collection
from typing import ClassVar

from kithmap.agreement.withdrawal import without_words_of
from kithmap.basics.actors import CONTRIBUTING, Actor, Role
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked, Id, Operation
from kithmap.basics.records import Changes, Erase, Put, Remove, View
from kithmap.shared_map.overlay import With
from kithmap.shared_map.withdrawal import freed


class WithdrawPerson(Operation):
    """Take back all that a participant ever added, of every kind: for good, and at any time, also after the end.

    What others added on top of it, a connection from one of its places or a mark on it, goes with it, as when a place is
    removed; it is theirs and stays in the log. Others' places that were joined with one of its places stand for themselves
    again. Where an item of the room quotes the participant, the words go and the counts stay.
    """

    kind: ClassVar[str] = "person.withdraw"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    person: Id

    def decide(self, view: View, asked: Asked) -> Changes:
        """Erase the person's records, removed ones too, remove what stands on them, and restate what quotes them."""
        _require_may_withdraw(asked.actor, self.person)
        theirs = {record.id: record for record in view.of_author(self.person)}
        others = freed(view, self.person, theirs.values())
        gone = {change.id for change in others if isinstance(change, Remove)}
        after = With(view, [change.record for change in others if isinstance(change, Put)])
        above = _standing_on(after, theirs) - gone
        return (
            *others,
            *without_words_of(view, self.person, theirs.values()),
            *(Remove(each) for each in sorted(above)),
            *(Erase(each) for each in sorted(theirs)),
        )


def _require_may_withdraw(actor: Actor, person: str) -> None:
    if actor.leads and person == actor.person:
        raise Refused(
            Reason.NOT_ALLOWED,
            "This is for what participants added. Please remove what you added one by one.",
        )
    if not actor.leads and person != actor.person:
        raise Refused(Reason.NOT_YOURS, "Only they or the facilitator can take back what somebody added.")


def _standing_on(view: View, ids: Collection[str]) -> set[str]:
    """Return the ids of others' records that stand on these, on those, and so on."""
    found: set[str] = set()
    waiting = sorted(ids)
    while waiting:
        above = {record.id for record in view.standing_on(waiting.pop())} - found - set(ids)
        found |= above
        waiting += above
    return found
