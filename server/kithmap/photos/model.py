"""What a photo is to us, its limits, and who may look at it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kithmap.basics.records import Record, View
from kithmap.shared_map.exports import Reader
from kithmap.shared_map.model import ASSET, MEETING_PLACE, photo_of

MOST_MEGABYTES = 15
"""Of a photo as it is sent. A phone's page sends some 300 kB; 12 MB is what its camera makes, sent as it is by other means."""

MOST_PIXELS = 50_000_000
"""Of a photo as it is sent, so that a small file cannot unfold to gigabytes: the largest cameras of phones have as many."""

SMALL_SIDE = 320
"""Longest side of the small form, in pixels: a place's card on a phone."""


class Size(StrEnum):
    """In which form a photo is asked for."""

    LARGE = "large"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo as it is kept: two JPEG files that hold the picture and nothing else.

    Attributes:
        large: its longest side is at most ``shared_map.model.LONGEST_SIDE`` pixels.
        small: its longest side is at most ``SMALL_SIDE`` pixels.
        width: of the large form, in pixels.
        height: of the large form, in pixels.
    """

    large: bytes
    small: bytes
    width: int
    height: int


def may_see(view: View, photo: str, reader: Reader) -> bool:
    """Tell whether a photo stands on a place that the reader may read.

    Whoever is outside the room sees it only where they may know exactly where the place is, for a picture of a door tells it.
    """
    return any(
        reader.may_read(place) and (reader.in_the_room or reader.knows_exactly(place))
        for place in _places(view)
        if (found := photo_of(place)) is not None and found["id"] == photo
    )


def photos_in_use(view: View) -> frozenset[str]:
    """Return the ids of the photos that stand on a place."""
    found = (photo_of(place) for place in _places(view))
    return frozenset(photo["id"] for photo in found if photo is not None)


def photos_of(view: View, person: str) -> frozenset[str]:
    """Return the ids of the photos on a person's places, removed ones too."""
    found = (photo_of(record) for record in view.of_author(person) if record.kind in {ASSET, MEETING_PLACE})
    return frozenset(photo["id"] for photo in found if photo is not None)


def _places(view: View) -> Iterator[Record]:
    yield from view.of_kind(ASSET)
    yield from view.of_kind(MEETING_PLACE)
