"""Arranging the hall's screen from the console."""

from typing import Any, ClassVar

from kithmap.basics.actors import LEADING, Role
from kithmap.basics.operations import Asked, Operation
from kithmap.basics.records import Audience, Changes, Put, Record, View
from kithmap.hall.model import KIND, RECORD, Theme, WayIn
from kithmap.workshop.rules import workshop_of


class ArrangeHall(Operation):
    """Make the hall's screen light or dark, and its way in large or small. It stays so for a screen that comes back.

    It may be done at any time, after the end as well: the hall goes on looking.
    """

    kind: ClassVar[str] = "hall.arrange"
    roles: ClassVar[frozenset[Role]] = LEADING

    theme: Theme | None = None
    way_in: WayIn | None = None

    def decide(self, view: View, asked: Asked) -> Changes:  # noqa: ARG002
        """Put what is given over what was arranged before; null leaves a thing as it is."""
        workshop_of(view)
        before = view.get(RECORD)
        fields: dict[str, Any] = {"theme": None, "way_in": WayIn.AUTO.value}
        fields |= {} if before is None else dict(before.fields)
        if self.theme is not None:
            fields["theme"] = self.theme.value
        if self.way_in is not None:
            fields["way_in"] = self.way_in.value
        return (Put(Record(KIND, RECORD, None, Audience.EVERYONE, fields)),)
