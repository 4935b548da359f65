"""What a town is drawn with: streets, sites, districts and quarters, in metres on the plan.

Plan coordinates are (x, y) in metres east and north of the market cross.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from shapely import LineString, Polygon

XY = tuple[float, float]
Tags = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Street:
    """A road, street or path.

    Args:
        line: its centre, in metres.
        highway: the OpenStreetMap value, such as `residential`.
        name: as on the street sign; empty for paths and alleys.
        fronts: the style of building that lines it; empty = as the district says; `none` = nothing.
        tags: further tags (`ref`, `surface`, `bridge`).
    """

    line: LineString
    highway: str
    name: str = ""
    fronts: str = ""
    tags: Tags = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Site:
    """A piece of land with one use: a park, a school, a works. Streets and houses keep off it.

    Args:
        outline: drawn generously; the corridors of streets are cut out of it.
        tags: OpenStreetMap tags.
        paths: whether footpaths cross it from street to street.
    """

    outline: Polygon
    tags: Tags
    paths: bool = False


@dataclass(frozen=True, slots=True)
class Hall:
    """A building with a name, drawn where it stands.

    Args:
        centre: metres on the plan.
        size: frontage and depth, metres.
        turn: degrees anticlockwise from east of the frontage.
        tags: OpenStreetMap tags; `building` is `yes` unless given.
    """

    centre: XY
    size: XY
    turn: float
    tags: Tags


@dataclass(frozen=True, slots=True)
class District:
    """Ground built up in one manner.

    Args:
        outline: in metres.
        fronts: the style of its houses (see `houses.STYLES`).
        growth: how streets fill it (see `growth.STYLES`); empty = none beyond those drawn by hand.
        names: the pool its new streets are named from (see `names.POOLS`).
    """

    outline: Polygon
    fronts: str
    growth: str = ""
    names: str = ""


@dataclass(frozen=True, slots=True)
class Quarter:
    """One neighbourhood as it is drawn by hand."""

    name: str
    centre: XY
    streets: Sequence[Street]
    sites: Sequence[Site] = ()
    halls: Sequence[Hall] = ()
    districts: Sequence[District] = ()
    spots: Sequence[tuple[XY, Tags]] = ()
