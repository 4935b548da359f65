"""The queue of a moderated round: approving, giving back with a reason, and putting back into the queue."""

from typing import Annotated, Any, ClassVar

from pydantic import Field, StringConstraints

from kithmap.basics.actors import LEADING, Actor, Role
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked, Id, Operation
from kithmap.basics.records import Changes, Record, View
from kithmap.shared_map.model import REVIEWED
from kithmap.shared_map.operations.changing import WAITING, find, require_single
from kithmap.shared_map.overlay import together
from kithmap.shared_map.withheld import ReturnReason, Review, review_of
from kithmap.workshop.rules import require_running

MOST_AT_ONCE = 1000

Ids = Annotated[list[Id], Field(min_length=1, max_length=MOST_AT_ONCE)]
OwnWords = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]


class ApprovePlaces(Operation):
    """Let everyone see places and connections that wait. What is for others reasons not for everyone stays so."""

    kind: ClassVar[str] = "place.approve"
    roles: ClassVar[frozenset[Role]] = LEADING

    ids: Ids

    def decide(self, view: View, asked: Asked) -> Changes:
        """Mark each as approved; one that needs no approval any more is left as it is."""
        require_running(view, asked.actor)
        records = [reviewed(view, each, asked.actor) for each in dict.fromkeys(self.ids)]
        return together(view, [_become(record, {"state": Review.APPROVED.value}) for record in records])


class ReturnPlace(Operation):
    """Give a place or connection back to its author, who reads why and what to do. Once corrected, it waits again."""

    kind: ClassVar[str] = "place.return"
    roles: ClassVar[frozenset[Role]] = LEADING

    id: Id
    reason: ReturnReason
    words: OwnWords = ""

    def decide(self, view: View, asked: Asked) -> Changes:
        """Mark it as returned: its author and those who lead see it."""
        require_running(view, asked.actor)
        record = reviewed(view, self.id, asked.actor)
        if review_of(record.fields) is None:
            raise Refused(Reason.ALREADY_THERE, "This was not placed to be looked at first. You can hide it.")
        if self.reason is ReturnReason.OTHER and not self.words:
            raise Refused(Reason.BAD_FIELDS, "Please write in a few words why it comes back.")
        returned: dict[str, Any] = {"state": Review.RETURNED.value, "reason": self.reason.value}
        return together(view, [record.with_fields(review={**returned, "words": self.words})])


class QueuePlaces(Operation):
    """Put back into the queue what was approved or given back."""

    kind: ClassVar[str] = "place.queue"
    roles: ClassVar[frozenset[Role]] = LEADING

    ids: Ids

    def decide(self, view: View, asked: Asked) -> Changes:
        """Mark each as waiting; what never waited is left as it is."""
        require_running(view, asked.actor)
        records = [reviewed(view, each, asked.actor) for each in dict.fromkeys(self.ids)]
        return together(view, [_become(record, WAITING) for record in records])


def reviewed(view: View, record_id: str, actor: Actor) -> Record:
    """Return a place or connection that stands for itself.

    Raises:
        Refused: if there is none, or it was joined with another.
    """
    record = find(view, record_id, REVIEWED, actor, "place")
    require_single(record, "place")
    return record


def _become(record: Record, review: dict[str, str]) -> Record:
    """Return the record at another point of its review; as it is where nobody has to look at it."""
    return record if review_of(record.fields) is None else record.with_fields(review=review)
