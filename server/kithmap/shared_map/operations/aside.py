"""Putting aside: a place or connection in one tap, or all that one person added; and back."""

from dataclasses import replace
from typing import Any, ClassVar

from kithmap.basics.actors import LEADING, Role
from kithmap.basics.operations import Asked, Id, Operation
from kithmap.basics.records import Changes, Record, View
from kithmap.shared_map.model import ASSET, CONNECTION, ME_TOO, MEETING_PLACE, REVIEWED
from kithmap.shared_map.operations.changing import find
from kithmap.shared_map.overlay import by_id, together
from kithmap.shared_map.withheld import Cause, without
from kithmap.workshop.rules import workshop_of


class HidePlace(Operation):
    """Put a place or connection aside: from then on its author and those who lead see it.

    Nothing of it is lost, and it works at any time, even when the workshop is over: harm does not wait.
    """

    kind: ClassVar[str] = "place.hide"
    roles: ClassVar[frozenset[Role]] = LEADING

    id: Id

    def decide(self, view: View, asked: Asked) -> Changes:
        """Mark it as put aside, and hide what stands on it."""
        workshop_of(view)
        record = find(view, self.id, REVIEWED, asked.actor, "place")
        return together(view, [put_aside(record, Cause.FACILITATOR)])


class UnhidePlace(Operation):
    """Take back that something was put aside, for whatever cause: it is as its own fields say."""

    kind: ClassVar[str] = "place.unhide"
    roles: ClassVar[frozenset[Role]] = LEADING

    id: Id

    def decide(self, view: View, asked: Asked) -> Changes:
        """Show it, and what stands on it, to whom it was shown before."""
        workshop_of(view)
        record = find(view, self.id, REVIEWED, asked.actor, "place")
        return together(view, [taken_back(record)])


class RevertPerson(Operation):
    """Put aside all that one person added: places, connections, marks. What others built on it is hidden with it."""

    kind: ClassVar[str] = "person.revert"
    roles: ClassVar[frozenset[Role]] = LEADING

    person: Id

    def decide(self, view: View, asked: Asked) -> Changes:  # noqa: ARG002
        """Mark each as put aside together, so that bringing the person back brings these and no others."""
        workshop_of(view)
        added = [record for record in added_by(view, self.person) if "aside" not in record.fields]
        return together(view, [put_aside(record, Cause.PERSON) for record in added])


class RestorePerson(Operation):
    """Bring back what was put aside together with all that a person added."""

    kind: ClassVar[str] = "person.restore"
    roles: ClassVar[frozenset[Role]] = LEADING

    person: Id

    def decide(self, view: View, asked: Asked) -> Changes:  # noqa: ARG002
        """Take the putting aside back; what was put aside for itself stays so."""
        workshop_of(view)
        added = added_by(view, self.person)
        return together(view, [taken_back(record) for record in added if cause_of(record) is Cause.PERSON])


def added_by(view: View, person: str) -> list[Record]:
    """Return the places, connections and marks that a person added. What a withdrawal blanked is none of them."""
    return by_id(
        record
        for kind in (ASSET, MEETING_PLACE, CONNECTION, ME_TOO)
        for record in view.of_kind(kind)
        if record.author == person and record.fields
    )


def put_aside(record: Record, cause: Cause) -> Record:
    """Return the record as put aside. What is so already keeps its first cause."""
    return record.with_fields(aside=record.fields.get("aside", {"cause": cause.value}))


def taken_back(record: Record) -> Record:
    """Return the record as not put aside."""
    return replace(record, fields=without(record.fields, "aside"))


def cause_of(record: Record) -> Cause | None:
    """Return what put a record aside, or None if nothing did."""
    aside: dict[str, Any] | None = record.fields.get("aside")
    return None if aside is None else Cause(aside["cause"])
