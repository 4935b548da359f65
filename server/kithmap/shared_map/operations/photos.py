"""A place's photo: one, with what can be seen on it in words. The picture itself is a file beside the database."""

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from kithmap.basics.actors import CONTRIBUTING, Role
from kithmap.basics.operations import Asked, Id, Operation
from kithmap.basics.records import Changes, View
from kithmap.shared_map.model import LONGEST_SIDE, PLACES, photo_of
from kithmap.shared_map.operations.changing import (
    Expected,
    Part,
    changed,
    find_own,
    find_to_change,
    require_expected,
    reviewed_again,
)
from kithmap.workshop.rules import require_running

Alt = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Side = Annotated[int, Field(ge=1, le=LONGEST_SIDE, description="pixels")]


class Photo(Part):
    """A photo that was sent: its id, what can be seen on it, and its size in pixels."""

    id: Id
    alt: Alt = ""
    width: Side
    height: Side


class SetPhoto(Operation):
    """Give a place its photo; one that it had goes."""

    kind: ClassVar[str] = "place.set_photo"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    place: Id
    photo: Photo
    expected: Expected = Field(default={})

    def decide(self, view: View, asked: Asked) -> Changes:
        """Set the photo. The same one again changes nothing: a phone that lost the answer asks twice."""
        workshop = require_running(view, asked.actor)
        before = find_to_change(view, self.place, PLACES, asked.actor, "place", self.expected)
        photo = self.photo.model_dump(mode="json")
        if photo_of(before) == photo:
            return ()
        again = reviewed_again(workshop, before, {"photo"}, asked.actor)
        return changed(view, before, photo=photo, **again)


class RemovePhoto(Operation):
    """Take a place's photo away."""

    kind: ClassVar[str] = "place.remove_photo"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    place: Id
    expected: Expected = Field(default={})

    def decide(self, view: View, asked: Asked) -> Changes:
        """Take the photo from the record; without one nothing changes. The file is kept for a day, for an undo."""
        require_running(view, asked.actor)
        before = find_own(view, self.place, PLACES, asked.actor, "place")
        require_expected(before, self.expected)
        return () if photo_of(before) is None else changed(view, before, photo=None)
