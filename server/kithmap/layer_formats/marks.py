"""How kinds of place are drawn in the programs of others: in the colours of our own maps, by marks that those programs know."""

from collections.abc import Mapping
from dataclasses import dataclass

from kithmap.layers.model import LayerName


@dataclass(frozen=True, slots=True)
class Mark:
    """How a kind is drawn.

    Attributes:
        colour: as ``#rrggbb``; each at least 4.6:1 against white.
        shape: as QGIS calls its simple markers, those that were there in 2021 already: of others it makes circles.
        plain_shape: the nearest of the six that the standard for styled layers knows.
    """

    colour: str
    shape: str
    plain_shape: str


MARKS: Mapping[str, Mark] = {
    "gift_or_skill": Mark("#b91c67", "circle", "circle"),
    "association": Mark("#5563ab", "hexagon", "triangle"),
    "institution": Mark("#1b2957", "square", "square"),
    "physical_place": Mark("#007939", "pentagon", "star"),
    "exchange": Mark("#9a6b00", "diamond", "cross"),
    "story_or_culture": Mark("#8935cb", "equilateral_triangle", "x"),
}
"""By the kind of an asset."""

MEETING_PLACE = Mark("#85230c", "octagon", "circle")
OTHER = Mark("#4a4a4a", "circle", "circle")
"""For kinds of an area's own, and whatever comes."""

LINES: Mapping[LayerName, str] = {
    LayerName.CONNECTIONS: "#0b5d52",
    LayerName.BOUNDARY: "#333333",
    LayerName.STATISTICAL_AREAS: "#6b6b6b",
}
"""Colours of layers that are drawn all alike."""


def mark_of(layer: LayerName, kind: str | None) -> Mark:
    """Return how a feature of a layer is drawn.

    Args:
        layer: whose.
        kind: of an asset; else None.
    """
    if layer is LayerName.MEETING_PLACES:
        return MEETING_PLACE
    if layer in LINES:
        return Mark(LINES[layer], OTHER.shape, OTHER.plain_shape)
    return MARKS.get(kind or "", OTHER)
