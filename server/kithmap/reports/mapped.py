"""The layers of one edition, put in the order in which a reader looks for things."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from kithmap.layers.model import Feature, Layer, LayerName
from kithmap.reports.model import Connection, Json, Kind, Look, Mapped, Place, Position

MOST = 5_000
"""Places, and connections, that a report lists and draws: some 5 MB, which a browser still opens in seconds."""

Looks = Mapping[str, str]
"""For the kinds of an area, by the concept's id: which of the six it is, or is a kind of."""


def mapped(layers: Iterable[Layer], looks: Looks, most: int = MOST) -> Mapped:
    """Return what a report shows of some layers.

    Of more places than it can hold each kind keeps as many as its share allows, the first by title.

    Args:
        layers: of one edition.
        looks: which of the six each kind is; one that is not there and none of the six itself is drawn as something else.
        most: places, and connections, that it lists and draws.
    """
    found = {layer.name: layer.features for layer in layers}
    assets = found.get(LayerName.ASSETS, ())
    meetings = found.get(LayerName.MEETING_PLACES, ())
    kinds = _kinds(assets, len(meetings), looks)
    index = {kind.key: place for place, kind in enumerate(kinds)}
    features = [(index[each.properties["kind"]], each) for each in assets]
    features += [(index[LayerName.MEETING_PLACES.value], each) for each in meetings]
    features.sort(key=lambda pair: (pair[0], pair[1].properties["title"].casefold(), pair[1].id))
    titles = {feature.id: feature.properties["title"] for _, feature in features}
    kept = _shares(features, len(kinds), most)
    connections = found.get(LayerName.CONNECTION_TABLE, ())
    return Mapped(
        kinds,
        tuple(_place(number, kind, feature) for number, (kind, feature) in enumerate(kept, start=1)),
        tuple(
            _connection(number, row.properties, titles)
            for number, row in enumerate(connections[:most], start=1)
        ),
        _boundary(found.get(LayerName.BOUNDARY, ())),
        len(features) - len(kept),
        len(connections[most:]),
    )


def _shares(features: list[tuple[int, Feature]], kinds: int, most: int) -> list[tuple[int, Feature]]:
    """Return as many as a report holds; of each kind no more than its share where there are too many."""
    if len(features) <= most:
        return features
    share, seen = most // kinds, Counter[int]()
    kept = []
    for kind, feature in features:
        seen[kind] += 1
        if seen[kind] <= share:
            kept.append((kind, feature))
    return kept


def _kinds(assets: Iterable[Feature], meetings: int, looks: Looks) -> tuple[Kind, ...]:
    rows = list(assets)
    labels = {each.properties["kind"]: each.properties["kind_label"] for each in rows}
    counts = Counter(each.properties["kind"] for each in rows)
    order = list(Look)
    kinds = [Kind(key, label, _look(key, looks), counts[key]) for key, label in labels.items()]
    kinds.sort(key=lambda kind: (order.index(kind.look), kind.label.casefold(), kind.key))
    meeting = Kind(LayerName.MEETING_PLACES.value, "", Look.MEETING_PLACE, meetings)
    return (*kinds, meeting) if meetings else tuple(kinds)


def _look(key: str, looks: Looks) -> Look:
    found = looks.get(key, key)
    return Look(found) if found in set(Look) and found != Look.MEETING_PLACE else Look.OTHER


def _place(number: int, kind: int, feature: Feature) -> Place:
    told = feature.properties
    geometry = feature.geometry
    shape = None if geometry is None or geometry["type"] == "Point" else geometry
    return Place(number, kind, (told["lon"], told["lat"]), told["precision_m"], shape, told)


def _connection(number: int, told: Mapping[str, Any], titles: Mapping[str, str]) -> Connection:
    ends = _position(told, "start"), _position(told, "end")
    why = tuple(each for each in (told["why"] or "").split(";") if each)
    return Connection(number, ends, titles.get(told["where"] or "", ""), why, told)


def _position(told: Mapping[str, Any], end: str) -> Position:
    return told[f"{end}_lon"], told[f"{end}_lat"]


def _boundary(features: tuple[Feature, ...]) -> Json | None:
    return features[0].geometry if features else None
