"""What a report shows of a map: kinds, places and connections, numbered as their tables number them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Json = dict[str, Any]
Position = tuple[float, float]
"""Longitude and latitude on WGS 84."""


class Look(StrEnum):
    """How a place is drawn: the six kinds of asset, meeting places, and whatever is none of them."""

    GIFT_OR_SKILL = "gift_or_skill"
    ASSOCIATION = "association"
    INSTITUTION = "institution"
    PHYSICAL_PLACE = "physical_place"
    EXCHANGE = "exchange"
    STORY_OR_CULTURE = "story_or_culture"
    MEETING_PLACE = "meeting_place"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of place, with how many there are.

    Attributes:
        key: the concept's id; of meeting places, their layer's name.
        label: what people call it; of meeting places empty, as the page has the words.
        look: how it is drawn.
        count: how many places of it are shown.
    """

    key: str
    label: str
    look: Look
    count: int


@dataclass(frozen=True, slots=True)
class Place:
    """One place as it may be shown.

    Attributes:
        number: its row, from 1.
        kind: its kind's place among the kinds, from 0.
        at: where it is shown.
        metres: the farthest that it was moved away from where it is; 0 where it is exact.
        shape: a line or an outline, or None for a spot.
        told: the columns of its layer.
    """

    number: int
    kind: int
    at: Position
    metres: int
    shape: Json | None
    told: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Connection:
    """One connection between two places that are shown.

    Attributes:
        number: its row, from 1.
        ends: where its places are shown, start first.
        where: the title of the place where people connect; empty where it has no fixed place or nobody said.
        why: reasons, as codes.
        told: the columns of its layer.
    """

    number: int
    ends: tuple[Position, Position]
    where: str
    why: tuple[str, ...]
    told: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Mapped:
    """All that stands on a report's map and in its tables.

    Attributes:
        kinds: those of which there are places, assets' in the order of the six and meeting places last.
        places: in the order of kinds, then of titles.
        connections: in the order of their ids.
        boundary: the area's GeoJSON polygon or multipolygon, or None.
        places_left_out: how many more places there are than a report can hold; the kinds count them.
        connections_left_out: likewise.
    """

    kinds: tuple[Kind, ...]
    places: tuple[Place, ...]
    connections: tuple[Connection, ...]
    boundary: Json | None
    places_left_out: int = 0
    connections_left_out: int = 0

    @property
    def assets(self) -> int:
        """How many assets there are."""
        return sum(kind.count for kind in self.kinds if kind.look is not Look.MEETING_PLACE)

    @property
    def meeting_places(self) -> int:
        """How many meeting places there are."""
        return sum(kind.count for kind in self.kinds if kind.look is Look.MEETING_PLACE)


@dataclass(frozen=True, slots=True)
class Ground:
    """The drawing that lies under the map.

    Attributes:
        image: an address that holds the whole drawing.
        bounds: west, south, east, north of it, in degrees.
        attribution: whom its data are owed to.
        left_out: what was left out so that the report stays light: ``houses``, ``small_ways``; empty for nothing.
    """

    image: str
    bounds: tuple[float, float, float, float]
    attribution: str
    left_out: tuple[str, ...] = ()


MAP = "map_report"
"""The id of the element that the moving map fills."""


@dataclass(frozen=True, slots=True)
class MapWords:
    """What the map's buttons say, in the page's language.

    Attributes:
        zoom_in: nearer.
        zoom_out: farther.
        layers: the list of what can be shown and hidden.
        close: of a popup.
        row: the link from a popup to the table.
    """

    zoom_in: str
    zoom_out: str
    layers: str
    close: str
    row: str
