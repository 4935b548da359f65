"""Of which shape a layer's features are, read off their canonical lines."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum


class Shape(StrEnum):
    """Of which shape features are; several may be in one layer."""

    POINTS = "points"
    LINES = "lines"
    OUTLINES = "outlines"


OF_GEOMETRY = {
    "Point": Shape.POINTS,
    "LineString": Shape.LINES,
    "Polygon": Shape.OUTLINES,
    "MultiPolygon": Shape.OUTLINES,
}
"""By the type of a GeoJSON geometry."""

_GEOMETRY = re.compile(rb'","geometry":(?:null|\{"type":"(\w+)")')
"""What stands behind the id of a canonical line, in which every quotation mark of an id has a stroke before it."""


def shape_of(line: bytes) -> Shape | None:
    """Return of which shape a canonical line of a feature is; None if it has none."""
    found = _GEOMETRY.search(line)
    return None if found is None or found[1] is None else OF_GEOMETRY.get(found[1].decode())


def shapes_of(lines: Iterable[bytes]) -> Mapping[Shape, int]:
    """Count features by their shapes, in the order of :class:`Shape`."""
    return counts(Counter(map(shape_of, lines)))


def counts(found: Mapping[Shape | None, int]) -> Mapping[Shape, int]:
    """Return numbers by shape in the order of :class:`Shape`, without those of which there are none."""
    return {each: found[each] for each in Shape if found.get(each)}
