"""The order in which things are drawn, from the ground up: a scene's features sorted into layers."""

from collections.abc import Sequence
from dataclasses import dataclass

from kithmap.basemap.model import ROADS, Feature, Kind, Level
from kithmap.basemap.style import GROUNDS_FROM

_LINES: tuple[Kind, ...] = (Kind.STREAM, Kind.RIVER, Kind.PATH, Kind.TRACK, Kind.STEPS, Kind.CYCLEWAY)


@dataclass(frozen=True, slots=True)
class Layer:
    """All shapes of one kind on one level."""

    kind: Kind
    level: Level


def _on(level: Level, kinds: Sequence[Kind]) -> list[Layer]:
    return [Layer(kind, level) for kind in kinds]


_BELOW_BUILDINGS = [kind for kind in GROUNDS_FROM if kind not in {Kind.BUILDING, Kind.CIVIC}]
_WAYS = [kind for kind in _LINES if kind not in {Kind.STREAM, Kind.RIVER}]

LAYERS: tuple[Layer, ...] = (
    *_on(Level.GROUND, _BELOW_BUILDINGS[: _BELOW_BUILDINGS.index(Kind.WATER)]),
    *_on(Level.TUNNEL, (Kind.STREAM, Kind.RIVER)),
    *_on(Level.GROUND, (Kind.STREAM, Kind.RIVER)),
    *_on(Level.GROUND, _BELOW_BUILDINGS[_BELOW_BUILDINGS.index(Kind.WATER) :]),
    *_on(Level.TUNNEL, (*_WAYS, *ROADS, Kind.TRAM, Kind.RAIL)),
    *_on(Level.GROUND, (Kind.TREE, Kind.BUILDING, Kind.CIVIC)),
    *_on(Level.GROUND, (*_WAYS, *ROADS, Kind.TRAM, Kind.RAIL)),
    *_on(Level.BRIDGE, (Kind.STREAM, Kind.RIVER, *_WAYS, *ROADS, Kind.TRAM, Kind.RAIL)),
)
"""Every layer once, the lowest first. Where roads of one level meet, all edges lie below all surfaces (see `tiles`)."""

_POSITIONS = {layer: position for position, layer in enumerate(LAYERS)}


def layer_of(feature: Feature) -> int | None:
    """Return the position in `LAYERS` of a feature's shape, or None for what is only a name."""
    return _POSITIONS.get(Layer(feature.kind, feature.level))
