"""What is different between two releases, as a reader of one edition sees it: from what is shown, never from what was drawn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from kithmap.layers.model import Feature, Json, LayerName, ReleaseEdition
from kithmap.shared_map.masking import metres_between, middle

COMPARED = tuple(name for name in LayerName if name is not LayerName.CONNECTION_TABLE)
"""Layers that are compared; the table says the same as the lines."""

FROM_POSITION = frozenset(
    {"outside_area", "lon", "lat", "easting", "northing", "statistical_area", "start_lon", "start_lat", "end_lon", "end_lat"}
)  # fmt: skip
"""Columns that follow from where something is shown: that it moved is told once."""


@dataclass(frozen=True, slots=True)
class Named:
    """A feature that came or went.

    Attributes:
        layer: in which layer.
        id: its id.
        title: what people call it; of a connection, what they call its two places.
        geometry: where it stands, or stood.
    """

    layer: LayerName
    id: str
    title: str
    geometry: Json | None


@dataclass(frozen=True, slots=True)
class Moved:
    """A feature that is shown elsewhere, or in another shape.

    Attributes:
        layer: in which layer.
        id: its id.
        title: what people call it now.
        before: where it was shown.
        after: where it is shown.
        metres: between the middles of both.
        precision: how exactly it was and is shown, where that is different; it is shown elsewhere for that alone.
    """

    layer: LayerName
    id: str
    title: str
    before: Json
    after: Json
    metres: float
    precision: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """A feature of which something else is told.

    Attributes:
        layer: in which layer.
        id: its id.
        title: what people call it now.
        columns: what was told and what is told, by column.
    """

    layer: LayerName
    id: str
    title: str
    columns: Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Differences:
    """What is different, by layer and in the order of ids.

    Attributes:
        added: features that are new in this edition.
        gone: features that are not in it any more. Why, nobody outside is told: a withdrawal looks like any other reason.
        moved: features that are shown elsewhere.
        changed: features of which something else is told.
    """

    added: tuple[Named, ...] = ()
    gone: tuple[Named, ...] = ()
    moved: tuple[Moved, ...] = ()
    changed: tuple[Changed, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is different."""
        return any(getattr(self, each.name) for each in fields(self))


def differences(before: ReleaseEdition | None, after: ReleaseEdition) -> Differences:
    """Compare two releases in one edition.

    Args:
        before: the earlier one; None before the first.
        after: the later one.
    """
    found = Differences()
    for name in COMPARED:
        old = {} if before is None else _features(before, name)
        found = _together(found, _in_layer(name, old, _features(after, name)))
    return found


def title_of(layer: LayerName, feature: Feature) -> str:
    """Return what people call a feature."""
    row = feature.properties
    match layer:
        case LayerName.ASSETS | LayerName.MEETING_PLACES:
            return str(row["title"])
        case LayerName.CONNECTIONS | LayerName.CONNECTION_TABLE:
            return f"{row['start_title']} - {row['end_title']}"
        case _:
            return str(row["name"])


def _features(release: ReleaseEdition, name: LayerName) -> dict[str, Feature]:
    layer = release.layer(name)
    return {} if layer is None else {each.id: each for each in layer.features}


def _in_layer(name: LayerName, old: Mapping[str, Feature], new: Mapping[str, Feature]) -> Differences:
    both = sorted(old.keys() & new.keys())
    return Differences(
        added=tuple(_named(name, new[each]) for each in sorted(new.keys() - old.keys())),
        gone=tuple(_named(name, old[each]) for each in sorted(old.keys() - new.keys())),
        moved=tuple(_moved(name, old[each], new[each]) for each in both if _has_moved(old[each], new[each])),
        changed=tuple(_changes(name, [(old[each], new[each]) for each in both])),
    )


def _together(one: Differences, other: Differences) -> Differences:
    return Differences(
        one.added + other.added, one.gone + other.gone, one.moved + other.moved, one.changed + other.changed
    )


def _named(layer: LayerName, feature: Feature) -> Named:
    return Named(layer, feature.id, title_of(layer, feature), feature.geometry)


def _has_moved(before: Feature, after: Feature) -> bool:
    return before.geometry != after.geometry


def _moved(layer: LayerName, before: Feature, after: Feature) -> Moved:
    assert before.geometry is not None
    assert after.geometry is not None
    metres = metres_between(middle(before.geometry), middle(after.geometry))
    precision = (before.properties.get("precision"), after.properties.get("precision"))
    return Moved(
        layer,
        after.id,
        title_of(layer, after),
        before.geometry,
        after.geometry,
        round(metres, 1),
        None if precision[0] == precision[1] else (str(precision[0]), str(precision[1])),
    )


def _changes(layer: LayerName, pairs: list[tuple[Feature, Feature]]) -> Iterator[Changed]:
    for before, after in pairs:
        columns = {
            name: (before.properties.get(name), value)
            for name, value in after.properties.items()
            if name not in FROM_POSITION and before.properties.get(name) != value
        }
        if columns:
            yield Changed(layer, after.id, title_of(layer, after), columns)
