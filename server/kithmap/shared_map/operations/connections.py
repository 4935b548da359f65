"""Drawing, editing and removing connections between two places."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from kithmap.basics.actors import CONTRIBUTING, Role
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked, Id, Operation
from kithmap.basics.records import Audience, Changes, Record, View
from kithmap.shared_map.joined import ENDS, pointed, root_of
from kithmap.shared_map.model import CONNECTION, PLACES, HowOften, Mode, Outcome, Strength, Why
from kithmap.shared_map.operations.changing import (
    Adding,
    Expected,
    Note,
    Part,
    changed,
    find,
    find_own,
    new,
    removed,
    require_expected,
    restored,
    reviewed_again,
    under_review,
)
from kithmap.workshop.rules import require_running


class How(Part):
    """How people connect."""

    mode: Mode
    frequency: HowOften
    strength: Strength


class Result(Part):
    """What happens as a result of a connection."""

    outcome: Outcome | None = None
    words: Note = ""


Where = Id | Literal["no_fixed_place"]
Whys = Annotated[list[Why], Field(min_length=1, max_length=len(Why))]


class DrawConnection(Adding):
    """Join two places: how, where and why people connect, and what happens as a result."""

    kind: ClassVar[str] = "connection.draw"

    connection: Id
    start: Id
    end: Id
    directed: bool = False
    how: How
    where: Where
    why: Whys
    result: Result = Result()

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put the connection; it is as hidden as the more hidden of its ends."""
        workshop = require_running(view, asked.actor)
        if self.start == self.end:
            raise Refused(
                Reason.BAD_FIELDS, "A connection joins two different places. Please choose another one."
            )
        for place in (self.start, self.end):
            find(view, root_of(view, place), PLACES, asked.actor, "place")
        require_where(view, self.where, asked)
        fields = {
            "start": self.start,
            "end": self.end,
            "directed": self.directed,
            "how": self.how.model_dump(mode="json"),
            "where": self.where,
            "why": whys(self.why),
            "result": self.result.model_dump(mode="json"),
            "placed": self.placed(workshop, asked.actor),
            **under_review(workshop, asked.actor),
        }
        # Somebody may not have heard yet that their place was joined with another: then it ends at that one.
        drawn = Record(CONNECTION, self.connection, self.author(asked.actor), Audience.AUTHOR, fields)
        connection = pointed(view, drawn)
        if connection is None:
            raise Refused(
                Reason.CHANGED_SINCE, "These two places were joined as one. Please choose another one."
            )
        return new(view, connection)


class SomeConnectionDetails(Part):
    """The details to set; those left out stay."""

    directed: bool | None = None
    how: How | None = None
    where: Where | None = None
    why: Whys | None = None
    result: Result | None = None


class EditConnection(Operation):
    """Change what a connection says."""

    kind: ClassVar[str] = "connection.edit"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    connection: Id
    set: SomeConnectionDetails
    expected: Expected = Field(default={})

    def decide(self, view: View, asked: Asked) -> Changes:
        """Set the given fields."""
        workshop = require_running(view, asked.actor)
        before = find_own(view, self.connection, {CONNECTION}, asked.actor, "connection")
        require_expected(before, self.expected)
        details: dict[str, Any] = self.set.model_dump(mode="json", exclude_unset=True, exclude_none=True)
        if not details:
            raise Refused(Reason.BAD_FIELDS, "Nothing was changed.")
        if self.set.where is not None:
            require_where(view, self.set.where, asked)
            details |= happening_at(view, before, self.set.where)
        if self.set.why is not None:
            details["why"] = whys(self.set.why)
        return changed(view, before, **details, **reviewed_again(workshop, before, details, asked.actor))


class RemoveConnection(Operation):
    """Take a connection off the map. It can be brought back."""

    kind: ClassVar[str] = "connection.remove"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    connection: Id

    def decide(self, view: View, asked: Asked) -> Changes:
        """Remove the connection."""
        require_running(view, asked.actor)
        connection = find_own(view, self.connection, {CONNECTION}, asked.actor, "connection")
        return removed(view, connection, asked)


class RestoreConnection(Operation):
    """Bring a removed connection back."""

    kind: ClassVar[str] = "connection.restore"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    connection: Id

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put the connection back if both its places are there."""
        require_running(view, asked.actor)
        return restored(view, self.connection, {CONNECTION}, asked, "connection")


def require_where(view: View, where: str, asked: Asked) -> None:
    """Let a connection happen only at a place that its author can see, or at no fixed place.

    Raises:
        Refused: if there is no such place.
    """
    if where != "no_fixed_place":
        find(view, root_of(view, where), PLACES, asked.actor, "place")


def happening_at(view: View, connection: Record, where: str) -> dict[str, Any]:
    """Return the fields of a connection that happens somewhere else: at what stands for that place now."""
    root = root_of(view, where)
    if root == where and "drawn" not in connection.fields:
        return {"where": where}
    drawn = connection.fields.get("drawn") or {name: connection.fields[name] for name in ENDS}
    return {"where": root, "drawn": {**drawn, "where": where}}


def whys(given: list[Why]) -> list[str]:
    """Return each reason once, in the list's own order, so that the same answer is always written the same."""
    return [why.value for why in Why if why in given]
