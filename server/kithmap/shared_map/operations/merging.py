"""Joining duplicates as one place, taking that back, and saying of two places that they are not the same."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from kithmap.basics.actors import LEADING, Actor, Role
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked, Id, Operation
from kithmap.basics.records import Audience, Changes, Put, Record, View
from kithmap.shared_map.joined import join, split
from kithmap.shared_map.model import APART, PLACES
from kithmap.shared_map.operations.changing import find, require_single
from kithmap.shared_map.withheld import merged_into
from kithmap.workshop.rules import require_running

MOST_AT_ONCE = 50

Others = Annotated[list[Id], Field(min_length=1, max_length=MOST_AT_ONCE)]
Versions = Annotated[dict[Id, int], Field(max_length=MOST_AT_ONCE + 1)]


class MergePlaces(Operation):
    """Join places that mean the same. The originals stay in the record; connections and marks move to the one that is kept."""

    kind: ClassVar[str] = "places.merge"
    roles: ClassVar[frozenset[Role]] = LEADING

    keep: Id
    others: Others
    versions: Versions = Field(
        default={}, description="the version of each place as it was looked at; another one refuses the merge"
    )

    def decide(self, view: View, asked: Asked) -> Changes:
        """Join them; from then on the kept place stands for all."""
        require_running(view, asked.actor)
        if self.keep in self.others:
            raise Refused(
                Reason.BAD_FIELDS, "A place cannot be joined with itself. Please choose another one."
            )
        keep = _single(view, self.keep, asked.actor)
        others = [_single(view, each, asked.actor) for each in dict.fromkeys(self.others)]
        _require_versions([keep, *others], self.versions)
        return join(view, keep, others)


class SplitPlaces(Operation):
    """Take a merge back: each of these places stands for itself again, with what was drawn and marked on it."""

    kind: ClassVar[str] = "places.split"
    roles: ClassVar[frozenset[Role]] = LEADING

    places: Others

    def decide(self, view: View, asked: Asked) -> Changes:
        """Take apart what is still joined; the rest is left as it is."""
        require_running(view, asked.actor)
        places = [find(view, each, PLACES, asked.actor, "place") for each in dict.fromkeys(self.places)]
        joined = [place for place in places if merged_into(place.fields) is not None]
        return split(view, joined) if joined else ()


class KeepApart(Operation):
    """Say of two places that they are not the same, so that nobody suggests it again."""

    kind: ClassVar[str] = "places.keep_apart"
    roles: ClassVar[frozenset[Role]] = LEADING

    one: Id
    other: Id

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put a record of it, for those who lead."""
        require_running(view, asked.actor)
        if self.one == self.other:
            raise Refused(Reason.BAD_FIELDS, "Please choose two different places.")
        for place in (self.one, self.other):
            find(view, place, PLACES, asked.actor, "place")
        pair = tuple(sorted((self.one, self.other)))
        person, fields = asked.actor.person, {"places": list(pair)}
        apart = Record(APART, f"apart:{pair[0]}:{pair[1]}", person, Audience.LEADING, fields, pair)
        return () if view.get(apart.id) is not None else (Put(apart),)


def _single(view: View, place: str, actor: Actor) -> Record:
    record = find(view, place, PLACES, actor, "place")
    require_single(record, "place")
    return record


def _require_versions(places: list[Record], versions: Mapping[str, int]) -> None:
    if any(versions.get(place.id, place.version) != place.version for place in places):
        raise Refused(
            Reason.CHANGED_SINCE, "One of these places was changed meanwhile. Please look at them once more."
        )
