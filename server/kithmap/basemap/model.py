"""What a basemap is made of: kinds of thing, features, bounds, themes, and what a build tells on its way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from kithmap.basics.errors import BadInputError

if TYPE_CHECKING:
    # 40 MB with what it rests on, which serving a finished map goes without.
    from shapely import Geometry

MAP_ZOOMS = range(12, 20)
"""Map zooms that have a drawing of their own. People use 13 to 19; 12 serves screens that show tiles at double size."""

TILE_PIXELS = 512

OSM_ATTRIBUTION = "© OpenStreetMap contributors"
"""The credit that the Open Database Licence asks for wherever the map is shown."""


class BasemapError(BadInputError):
    """A basemap could not be made. Nothing was changed: a basemap that stood before still stands."""

    code = "basemap"


class Theme(StrEnum):
    """The two palettes: paper for daylight, dark for dim halls."""

    LIGHT = "light"
    DARK = "dark"


class Kind(StrEnum):
    """What a feature is on the map. The value is also the class of its shapes in a tile."""

    RESIDENTIAL = "residential"
    WORKS = "works"
    GROUNDS = "grounds"
    GREEN = "green"
    ALLOTMENTS = "allotments"
    WOOD = "wood"
    PITCH = "pitch"
    SAND = "sand"
    WETLAND = "wetland"
    PARKING = "parking"
    WATER = "water"
    STREAM = "stream"
    RIVER = "river"
    SQUARE = "square"
    BUILDING = "building"
    CIVIC = "civic"

    PATH = "path"
    CYCLEWAY = "cycleway"
    STEPS = "steps"
    TRACK = "track"
    SERVICE = "service"
    PEDESTRIAN = "pedestrian"
    MINOR = "minor"
    TERTIARY = "tertiary"
    SECONDARY = "secondary"
    PRIMARY = "primary"
    MOTORWAY = "motorway"
    TRAM = "tram"
    RAIL = "rail"

    TOWN = "town"
    SUBURB = "suburb"
    NEIGHBOURHOOD = "neighbourhood"
    LOCALITY = "locality"
    STATION = "station"
    HALL = "hall"
    SCHOOL = "school"
    WORSHIP = "worship"
    HEALTH = "health"
    SPORT = "sport"
    FOOD = "food"
    SHOP = "shop"
    TREE = "tree"


ROADS: tuple[Kind, ...] = (
    Kind.SERVICE,
    Kind.PEDESTRIAN,
    Kind.MINOR,
    Kind.TERTIARY,
    Kind.SECONDARY,
    Kind.PRIMARY,
    Kind.MOTORWAY,
)
"""Ways drawn with a casing, from the least to the most important."""


class Level(StrEnum):
    """Where a way runs: what is below is drawn first."""

    TUNNEL = "tunnel"
    GROUND = "ground"
    BRIDGE = "bridge"


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing on the ground.

    `shape` is in Web Mercator unit coordinates (see `projection`), a point, line or polygon (or several of one sort).
    `rank` orders things of one kind: among names that want the same spot the higher rank is written.
    """

    kind: Kind
    shape: "Geometry"
    name: str = ""
    rank: float = 0.0
    level: Level = Level.GROUND


@dataclass(frozen=True, slots=True)
class Bounds:
    """A box in degrees of longitude and latitude (WGS 84)."""

    west: float
    south: float
    east: float
    north: float

    def as_list(self) -> list[float]:
        """Return west, south, east, north: the order of GeoJSON."""
        return [self.west, self.south, self.east, self.north]


class Stage(StrEnum):
    """The steps of a build, in order."""

    FETCHING = "fetching"
    READING = "reading"
    DRAWING = "drawing"
    SAVING = "saving"


@dataclass(frozen=True, slots=True)
class BuildProgress:
    """How far a build is: `fraction` from 0 to 1 over the whole job, `message` for a person to read."""

    stage: Stage
    fraction: float
    message: str


@dataclass(frozen=True, slots=True)
class Tile:
    """One drawn tile: its address, and the shapes and names inside its svg element, without style."""

    z: int
    x: int
    y: int
    body: str


@dataclass(frozen=True, slots=True)
class WholeMap:
    """The whole area as one drawing: map zoom it was drawn for, size in pixels, what lies inside its svg element."""

    zoom: int
    width: int
    height: int
    body: str


@dataclass(frozen=True, slots=True)
class BasemapMetadata:
    """What an archive says of itself.

    `bounds` is the ground that was drawn; `min_zoom` and `max_zoom` are tile zooms (map zoom less one).
    `content` is a hash of everything drawn, the same for the same input.
    """

    area: str
    bounds: Bounds
    built_at: datetime
    source: str
    attribution: str
    content: str
    min_zoom: int
    max_zoom: int


@dataclass(frozen=True, slots=True)
class BasemapSummary:
    """What a finished build made: `features` read from the file, `tiles` drawn, size of the file in bytes."""

    metadata: BasemapMetadata
    version: str
    features: int
    tiles: int
    bytes_written: int


def tile_zooms(map_zooms: Sequence[int] = MAP_ZOOMS) -> tuple[int, int]:
    """Return the lowest and highest tile zoom for a run of map zooms."""
    return map_zooms[0] - 1, map_zooms[-1] - 1
