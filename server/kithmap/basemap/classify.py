"""From OpenStreetMap's tags to the few kinds of thing that the map shows.

OpenStreetMap describes the world in thousands of tags. The tables in `tags` name those that help people in a hall find
their way; everything else is left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kithmap.basemap.model import Kind, Level
from kithmap.basemap.tags import CIVIC, GROUNDS, LINES, PLACES, POINTS, RANKS

Tags = Mapping[str, str]

MAX_NAME = 80
"""Characters of a name that are kept. Longer ones are not names, and no label of that length would fit."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a set of tags means on the map; `rank` as in `model.Feature`."""

    kind: Kind
    name: str = ""
    rank: float = 0.0
    level: Level = Level.GROUND


_MOST_DIGITS = 12

_NOT_THERE = frozenset({"no", "abandoned", "demolished", "razed", "proposed", "construction"})

_PRIVATE_SERVICE = frozenset({"driveway", "parking_aisle", "drive-through"})

_SIDE_TRACKS = frozenset({"siding", "yard", "spur", "crossover"})


def line(tags: Tags) -> Meaning | None:
    """Return what a way means as a line, or None when it is not drawn."""
    if tags.get("area") == "yes" or tags.get("tunnel") == "culvert":
        return None
    kind = _first(LINES, tags)
    if (
        kind is None
        or tags.get("service") in _PRIVATE_SERVICE
        or tags.get("footway") in {"sidewalk", "crossing"}
    ):
        return None
    if kind is Kind.RAIL and tags.get("service") in _SIDE_TRACKS:
        kind = Kind.TRAM
    name = tags.get("name") or (tags.get("ref", "") if kind in {Kind.MOTORWAY, Kind.PRIMARY} else "")
    return Meaning(kind, _clean(name), _road_rank(tags), _level(tags))


def ground(tags: Tags) -> Meaning | None:
    """Return what a closed shape means as ground or building, or None when it is not drawn."""
    if _is_building(tags):
        place = point(tags)
        return Meaning(Kind.CIVIC if place is not None and place.kind in CIVIC else Kind.BUILDING)
    if tags.get("highway") in {"pedestrian", "footway"} and tags.get("area") != "yes":
        return None
    kind = _first(GROUNDS, tags)
    if kind is None:
        return None
    named = kind not in {Kind.RESIDENTIAL, Kind.PARKING, Kind.GROUNDS, Kind.WORKS}
    return Meaning(kind, _clean(tags.get("name", "")) if named else "")


def point(tags: Tags) -> Meaning | None:
    """Return what a named spot (a point, or the middle of a shape) means, or None when it has no name to show."""
    if tags.get("natural") == "tree":
        return Meaning(Kind.TREE)
    name = _clean(tags.get("name", ""))
    if not name or _is_gone(tags):
        return None
    if "place" in tags:
        return _settlement(tags, name)
    kind = _first(POINTS, tags)
    if kind is None and any(tags.get(key, "no") != "no" for key in ("shop", "craft", "office")):
        kind = Kind.SHOP
    return None if kind is None else Meaning(kind, name, _point_rank(tags))


def _settlement(tags: Tags, name: str) -> Meaning | None:
    known = PLACES.get(tags["place"])
    if known is None:
        return None
    kind, rank = known
    # Among places of one sort the more populous is named first; 1e-8 keeps that below the difference between sorts.
    return Meaning(kind, name, rank + min(_number(tags.get("population")), 5e7) * 1e-8)


def _first(table: Mapping[str, Mapping[str, Kind]], tags: Tags) -> Kind | None:
    for key, kinds in table.items():
        kind = kinds.get(tags.get(key, ""))
        if kind is not None:
            return kind
    return None


def _is_building(tags: Tags) -> bool:
    return tags.get("building", "no") not in _NOT_THERE and tags.get("location") != "underground"


def _is_gone(tags: Tags) -> bool:
    return "disused" in tags or "abandoned" in tags or tags.get("railway") in _NOT_THERE


def _level(tags: Tags) -> Level:
    if tags.get("tunnel", "no") not in {"no", "building_passage"}:
        return Level.TUNNEL
    return Level.BRIDGE if tags.get("bridge", "no") != "no" else Level.GROUND


def _road_rank(tags: Tags) -> float:
    if tags.get("highway", "").endswith("_link"):
        return -1.0
    return 1.0 if tags.get("waterway") in {"river", "canal"} else 0.0


def _point_rank(tags: Tags) -> float:
    return max((RANKS.get(value, 0.0) for value in tags.values()), default=0.0)


def _number(text: str | None) -> float:
    """Read a whole number as people write it into tags; anything else counts as zero."""
    digits = (text or "").replace(",", "").replace(" ", "")
    return float(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS else 0.0


def _clean(name: str) -> str:
    """Return a name as one line of characters that XML and a screen can show."""
    shown = "".join(mark if mark.isprintable() else " " for mark in name)
    return " ".join(shown.split())[:MAX_NAME].strip()
