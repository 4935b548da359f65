"""How much of what is in a release: counts that figures are made of, and the net that its connections make."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kithmap.layers.model import Feature, LayerName
from kithmap.network.measures import components, largest_share, neighbours, reach_in_two_steps
from kithmap.shared_map.model import Source

PLACES = (LayerName.ASSETS, LayerName.MEETING_PLACES)

COUNTED: Mapping[LayerName, tuple[str, ...]] = {
    LayerName.ASSETS: ("kind", "precision", "source"),
    LayerName.MEETING_PLACES: ("how_often", "how_many", "open_to", "precision", "source"),
    LayerName.CONNECTIONS: ("how_mode", "how_frequency", "how_strength", "why", "outcome"),
}
"""Columns whose values are counted, by layer."""

EMPTY = ""
"""Under which rows are counted whose column is empty."""


@dataclass(frozen=True, slots=True)
class Net:
    """What the connections of a release make of its places.

    Attributes:
        places: in it, those without a connection too.
        ties: pairs of places that are joined, however often.
        without: places that nothing joins.
        components: parts into which it falls, a place without a connection being one.
        largest_share: of all places that the largest part holds, 0 to 1; None without any.
        reach_in_two_steps: share of the other places that a place reaches over one other at most, on average; None below two.
    """

    places: int = 0
    ties: int = 0
    without: int = 0
    components: int = 0
    largest_share: float | None = None
    reach_in_two_steps: float | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of what is in a release.

    Attributes:
        layers: features in each layer.
        by: for each layer and column of ``COUNTED`` how many have each value; ``EMPTY`` for those without.
        kinds: what each kind of asset is called.
        outside: places whose shown position lies outside the boundary.
        net: what the connections make of the places.
    """

    layers: Mapping[LayerName, int] = field(default_factory=dict)
    by: Mapping[tuple[LayerName, str], Mapping[str, int]] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    outside: int = 0
    net: Net = field(default_factory=Net)

    def of(self, layer: LayerName, column: str) -> Mapping[str, int]:
        """Return how many rows of a layer have each value of a column."""
        return self.by.get((layer, column), {})

    def brought_in(self, layer: LayerName) -> int:
        """Return how many places of a layer came from files that others made: nobody in the room placed them."""
        return self.of(layer, "source").get(Source.BROUGHT_IN, 0)


def count(layers: Mapping[LayerName, Iterable[Feature]]) -> Counts:
    """Count what is in a release, each layer read once.

    Args:
        layers: the features of each.
    """
    sizes: dict[LayerName, int] = {}
    by: dict[tuple[LayerName, str], Counter[str]] = {}
    kinds: dict[str, str] = {}
    outside = 0
    places: list[str] = []
    ties: list[tuple[str, str]] = []
    for name, features in layers.items():
        tallies = {column: Counter[str]() for column in COUNTED.get(name, ())}
        by |= {(name, column): tally for column, tally in tallies.items()}
        sizes[name] = 0
        for feature in features:
            sizes[name] += 1
            row = feature.properties
            for column, tally in tallies.items():
                tally.update(_values(row, column))
            if name in PLACES:
                places.append(feature.id)
                outside += bool(row["outside_area"])
            if name is LayerName.ASSETS:
                kinds.setdefault(row["kind"], row["kind_label"])
            if name is LayerName.CONNECTIONS:
                ties.append((row["start"], row["end"]))
    return Counts(sizes, by, kinds, outside, net_of(places, ties))


def _values(row: Mapping[str, Any], column: str) -> list[str]:
    """Return the codes in a column; a column of several codes counts for each of them."""
    value = row[column]
    return [EMPTY] if value is None else str(value).split(";")


def net_of(places: Iterable[str], ties: Iterable[tuple[str, str]]) -> Net:
    """Return what connections make of places.

    Args:
        places: ids of all.
        ties: ids of both ends of each connection; one that leads to a place that is not among them does not count.
    """
    known = set(places)
    joined = [pair for pair in ties if known.issuperset(pair) and pair[0] != pair[1]]
    near = neighbours(joined, known)
    return Net(
        places=len(known),
        ties=len({frozenset(pair) for pair in joined}),
        without=sum(not others for others in near.values()),
        components=components(joined, known),
        largest_share=largest_share(joined, known),
        reach_in_two_steps=reach_in_two_steps(joined, known),
    )
