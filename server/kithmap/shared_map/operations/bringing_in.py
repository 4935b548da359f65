"""Putting on the map what others mapped before, from a file, and taking it back."""

from collections.abc import Collection
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, Field, StringConstraints

from kithmap.basics.actors import LEADING, Actor, Role
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.geometry import Geometry, to_json
from kithmap.basics.operations import Asked, Id, Operation
from kithmap.basics.records import Audience, Change, Changes, Put, Record, Remove, View
from kithmap.shared_map.model import ASSET, MEETING_PLACE, PLACES, Precision, Source, Visibility
from kithmap.shared_map.operations.changing import Note, Part, Title, find, new, placed_in
from kithmap.shared_map.operations.places import Meeting, is_outside, known_kind
from kithmap.shared_map.provenance import FIELD, is_brought_in
from kithmap.shared_map.withheld import merged_into
from kithmap.workshop.rules import require_running

MOST_AT_ONCE = 50
"""Places in one operation: some 40 kB for each phone, after which the room hears others before the next fifty."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]
Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]


def _is_day(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise ValueError("Please give the day of the data as a date, such as 2026-05-01.") from None
    return text


Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_is_day)]


class Provenance(Part):
    """Whose data it is."""

    whose: Said
    licence: Said
    attribution: Line = ""
    day: Day = Field(description="the day on which the data was as it is here")


class BroughtPlace(Part):
    """One place of a file: an asset of a kind, or a meeting place where no kind is given."""

    place: Id
    geometry: Geometry
    title: Title
    note: Note = ""
    asset_kind: str | None = None


class BringInPlaces(Operation):
    """Put places from a file on the map. They speak for nobody in the room, and say whose data they are."""

    kind: ClassVar[str] = "places.bring_in"
    roles: ClassVar[frozenset[Role]] = LEADING

    batch: Id = Field(description="the same for all that one person brings in at once")
    provenance: Provenance
    visibility: Visibility = Visibility.PARTNERS
    places: list[BroughtPlace] = Field(min_length=1, max_length=MOST_AT_ONCE)

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put each, hidden or not as the round has it; outside the boundary they are kept and flagged."""
        workshop = require_running(view, asked.actor)
        if len({each.place for each in self.places}) < len(self.places):
            raise Refused(Reason.BAD_FIELDS, "The same place was sent twice.")
        placed = {**placed_in(workshop, Source.BROUGHT_IN.value), "batch": self.batch}
        changes: list[Change] = []
        for each in self.places:
            changes += new(view, self._record(view, each, placed, workshop, asked.actor))
        return tuple(changes)

    def _record(
        self, view: View, each: BroughtPlace, placed: dict[str, Any], workshop: Record, actor: Actor
    ) -> Record:
        geometry = to_json(each.geometry)
        fields = {
            "title": each.title,
            "note": each.note,
            "geometry": geometry,
            "outside": is_outside(view, geometry),
            "visibility": self.visibility.value,
            "precision": Precision.EXACT.value,
            "placed": placed,
            FIELD: self.provenance.model_dump(mode="json"),
        }
        if each.asset_kind is None:
            record_kind = MEETING_PLACE
            fields["meeting"] = Meeting().model_dump(mode="json")
        else:
            record_kind = ASSET
            fields["asset_kind"] = known_kind(workshop, each.asset_kind)
        return Record(record_kind, each.place, actor.person, Audience.AUTHOR, fields)


class TakeBackPlaces(Operation):
    """Take places that were brought in off the map again, as long as nothing stands on them."""

    kind: ClassVar[str] = "places.take_back"
    roles: ClassVar[frozenset[Role]] = LEADING

    places: list[Id] = Field(min_length=1, max_length=MOST_AT_ONCE)

    def decide(self, view: View, asked: Asked) -> Changes:
        """Remove those that nobody has connected, marked or joined with another place; the others stay.

        Raises:
            Refused: if one was not brought in, or all of them are in use.
        """
        require_running(view, asked.actor)
        places = [find(view, each, PLACES, asked.actor, "place") for each in dict.fromkeys(self.places)]
        if not all(is_brought_in(place.fields) for place in places):
            raise Refused(
                Reason.NOT_ALLOWED, "Only what was brought in from a file can be taken back in this way."
            )
        joined = joined_to(view)
        free = [place for place in places if not in_use(view, place, joined)]
        if not free:
            raise Refused(
                Reason.CHANGED_SINCE,
                "People have built on these places meanwhile, so they were left on the map.",
            )
        return tuple(change for place in free for change in _taken_back(place, asked))


def _taken_back(place: Record, asked: Asked) -> Changes:
    """Remove a place that nothing stands on. Its last form says who removed it, as it does of every other place."""
    return Put(place.with_fields(removed_by=asked.actor.person)), Remove(place.id)


def joined_to(view: View) -> frozenset[str]:
    """Return the ids of the places that stand for others as well."""
    into = (merged_into(place.fields) for kind in sorted(PLACES) for place in view.of_kind(kind))
    return frozenset(each for each in into if each is not None)


def in_use(view: View, place: Record, joined: Collection[str]) -> bool:
    """Tell whether something stands on a place, or it was joined with another one.

    Args:
        view: the state.
        place: a place of it.
        joined: what :func:`joined_to` returns of the same state: to look for each place anew would take the square.
    """
    is_joined = merged_into(place.fields) is not None or place.id in joined
    return is_joined or any(True for _ in view.standing_on(place.id))
