"""The "me too" mark: one for each person and place."""

from typing import ClassVar

from kithmap.basics.actors import CONTRIBUTING, Role
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked, Id, Operation
from kithmap.basics.records import Audience, Changes, Put, Record, Remove, View
from kithmap.shared_map.model import ME_TOO, PLACES, for_its_audience, mark_id
from kithmap.shared_map.operations.changing import find, placed_in, require_single
from kithmap.workshop.rules import require_running


class AddMeToo(Operation):
    """Say that a place matters to me too."""

    kind: ClassVar[str] = "me_too.add"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    place: Id

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put the person's mark; a second one changes nothing."""
        workshop = require_running(view, asked.actor)
        place = find(view, self.place, PLACES, asked.actor, "place")
        require_single(place, "place")
        person = asked.actor.person
        if place.author == person:
            raise Refused(Reason.NOT_ALLOWED, "You added this place, so it counts for you already.")
        fields = {"placed": {**placed_in(workshop, "phone"), "blind": False}}
        mark = Record(ME_TOO, mark_id(place.id, person), person, Audience.EVERYONE, fields, (place.id,))
        return () if view.get(mark.id) is not None else (Put(for_its_audience(mark, view)),)


class RemoveMeToo(Operation):
    """Take the mark back."""

    kind: ClassVar[str] = "me_too.remove"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    place: Id

    def decide(self, view: View, asked: Asked) -> Changes:
        """Remove the person's mark; without one nothing changes."""
        require_running(view, asked.actor)
        place = find(view, self.place, PLACES, asked.actor, "place")
        mark = mark_id(place.id, asked.actor.person)
        return () if view.get(mark) is None else (Remove(mark),)
