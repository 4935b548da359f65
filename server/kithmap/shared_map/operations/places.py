"""Placing, editing, moving, removing and restoring assets and meeting places."""

from typing import Annotated, Any, ClassVar

from pydantic import Field

from kithmap.basics.actors import CONTRIBUTING, Role
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.geometry import Geometry, contains, positions, to_json
from kithmap.basics.operations import Asked, Id, Operation
from kithmap.basics.records import Audience, Changes, Record, View
from kithmap.shared_map.model import (
    ASSET,
    MEETING_PLACE,
    PLACES,
    HowMany,
    HowOften,
    OpenTo,
    Precision,
    Source,
    Visibility,
)
from kithmap.shared_map.operations.changing import (
    Adding,
    Expected,
    Note,
    Part,
    Title,
    changed,
    find,
    find_own,
    find_to_change,
    new,
    removed,
    restored,
    reviewed_again,
    under_review,
)
from kithmap.workshop.model import kind_keys
from kithmap.workshop.rules import boundary_of, require_running

Card = Annotated[int, Field(ge=1, le=9999, description="the number printed on a paper card")]


class Meeting(Part):
    """What a meeting place has besides: who meets, how often, how many, open to whom."""

    who: Note = ""
    how_often: HowOften | None = None
    how_many: HowMany | None = None
    open_to: OpenTo | None = None


class _Place(Adding):
    place: Id
    geometry: Geometry
    title: Title
    note: Note = ""
    visibility: Visibility = Visibility.PARTNERS
    precision: Precision = Precision.EXACT
    card: Card | None = None

    def _decide(self, view: View, asked: Asked, record_kind: str, **more: Any) -> Changes:
        workshop = require_running(view, asked.actor)
        geometry = to_json(self.geometry)
        placed = self.placed(workshop, asked.actor)
        if self.card is not None:
            if self.source is not Source.PAPER:
                raise Refused(Reason.BAD_FIELDS, "Only what comes from paper has the number of a card.")
            placed["card"] = self.card
        fields = {
            "title": self.title,
            "note": self.note,
            "geometry": geometry,
            "outside": is_outside(view, geometry),
            "visibility": self.visibility.value,
            "precision": self.precision.value,
            "placed": placed,
            **under_review(workshop, asked.actor),
            **more,
        }
        return new(view, Record(record_kind, self.place, self.author(asked.actor), Audience.AUTHOR, fields))


class PlaceAsset(_Place):
    """Put an asset on the map."""

    kind: ClassVar[str] = "asset.place"

    asset_kind: str

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put the asset, hidden or not as the round has it; outside the boundary it is kept and flagged."""
        workshop = require_running(view, asked.actor)
        return self._decide(view, asked, ASSET, asset_kind=known_kind(workshop, self.asset_kind))


class PlaceMeetingPlace(_Place):
    """Put a meeting place on the map."""

    kind: ClassVar[str] = "meeting_place.place"

    meeting: Meeting = Meeting()

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put the meeting place, hidden or not as the round has it."""
        return self._decide(view, asked, MEETING_PLACE, meeting=self.meeting.model_dump(mode="json"))


class SomeDetails(Part):
    """The details to set; those left out stay."""

    title: Title | None = None
    note: Note | None = None
    visibility: Visibility | None = None
    precision: Precision | None = None

    def given(self) -> dict[str, Any]:
        """Return the details that were given."""
        return self.model_dump(mode="json", exclude_unset=True, exclude_none=True)


class SomeAssetDetails(SomeDetails):
    """Of an asset."""

    asset_kind: str | None = None


class SomeMeetingDetails(SomeDetails):
    """Of a meeting place."""

    meeting: Meeting | None = None


class _Edit(Operation):
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    place: Id
    expected: Expected = Field(default={})

    def _decide(self, view: View, asked: Asked, record_kind: str, details: dict[str, Any]) -> Changes:
        workshop = require_running(view, asked.actor)
        before = find_to_change(view, self.place, {record_kind}, asked.actor, "place", self.expected)
        if not details:
            raise Refused(Reason.BAD_FIELDS, "Nothing was changed.")
        return changed(view, before, **details, **reviewed_again(workshop, before, details, asked.actor))


class EditAsset(_Edit):
    """Change what an asset says."""

    kind: ClassVar[str] = "asset.edit"

    set: SomeAssetDetails

    def decide(self, view: View, asked: Asked) -> Changes:
        """Set the given fields; in the order of the log the last one stands."""
        if self.set.asset_kind is not None:
            known_kind(require_running(view, asked.actor), self.set.asset_kind)
        return self._decide(view, asked, ASSET, self.set.given())


class EditMeetingPlace(_Edit):
    """Change what a meeting place says."""

    kind: ClassVar[str] = "meeting_place.edit"

    set: SomeMeetingDetails

    def decide(self, view: View, asked: Asked) -> Changes:
        """Set the given fields."""
        details = self.set.given()
        if self.set.meeting is not None:
            before = find(view, self.place, {MEETING_PLACE}, asked.actor, "place")
            given = self.set.meeting.model_dump(mode="json", exclude_unset=True)
            details["meeting"] = {**before.fields["meeting"], **given}
        return self._decide(view, asked, MEETING_PLACE, details)


class MovePlace(Operation):
    """Put a place somewhere else, or redraw its line or outline."""

    kind: ClassVar[str] = "place.move"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    place: Id
    geometry: Geometry
    expected: Expected = Field(default={})

    def decide(self, view: View, asked: Asked) -> Changes:
        """Set the geometry and whether it lies outside the area."""
        workshop = require_running(view, asked.actor)
        before = find_to_change(view, self.place, PLACES, asked.actor, "place", self.expected)
        geometry = to_json(self.geometry)
        details = {"geometry": geometry, "outside": is_outside(view, geometry)}
        return changed(view, before, **details, **reviewed_again(workshop, before, details, asked.actor))


class RemovePlace(Operation):
    """Take a place off the map, with its connections and marks. It can be brought back."""

    kind: ClassVar[str] = "place.remove"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    place: Id

    def decide(self, view: View, asked: Asked) -> Changes:
        """Remove the place and all that stands on it."""
        require_running(view, asked.actor)
        place = find_own(view, self.place, PLACES, asked.actor, "place")
        return removed(view, place, asked)


class RestorePlace(Operation):
    """Bring a removed place back, with the connections and marks that went with it."""

    kind: ClassVar[str] = "place.restore"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    place: Id

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put back what its removal took away."""
        require_running(view, asked.actor)
        return restored(view, self.place, PLACES, asked, "place")


def is_outside(view: View, geometry: dict[str, Any]) -> bool:
    """Tell whether any corner of a shape lies outside the workshop's area."""
    boundary = boundary_of(view)
    return any(not contains(boundary, position) for position in positions(geometry))


def known_kind(workshop: Record, key: str) -> str:
    """Return an asset kind that this workshop uses.

    Raises:
        Refused: if it does not.
    """
    if key not in kind_keys(workshop):
        raise Refused(Reason.BAD_FIELDS, "Please choose one of the kinds shown.")
    return key
