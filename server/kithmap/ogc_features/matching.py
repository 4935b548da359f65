"""Whether a feature is one of those asked for: exactly, after an index has given a little more."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import shapely
from shapely.geometry import shape

from kithmap.layers.model import Feature, Json
from kithmap.layers.schema import BNG
from kithmap.ogc_features.grid import degrees_around, on_grid
from kithmap.ogc_features.model import Bounds, ItemsQuery, Rectangle

Fits = Callable[[Feature], bool]

DAY_COLUMN = "mapped_on"
"""What ``datetime`` is asked of."""


def fits(query: ItemsQuery) -> Fits:
    """Return what tells whether a feature is asked for.

    A feature without geometry lies in no rectangle, and one that was mapped on no day was mapped in no time.
    """
    touches = _touching(query.rectangle) if query.rectangle is not None else None

    def fits_all(feature: Feature) -> bool:
        return (
            all(feature.properties.get(name) == value for name, value in query.equal.items())
            and (query.days is None or _mapped_within(query.days, feature.properties))
            and (touches is None or (feature.geometry is not None and touches(feature.geometry)))
        )

    return fits_all


def degrees_asked(query: ItemsQuery) -> Bounds | None:
    """Return a rectangle in degrees in which all that is asked for lies, to ask an index; None if there is no such one."""
    if query.rectangle is None:
        return None
    if query.rectangle.crs == BNG:
        return degrees_around(query.rectangle.bounds)
    west, _, east, _ = query.rectangle.bounds
    return query.rectangle.bounds if west <= east else None


def _mapped_within(days: tuple[Any, Any], properties: Mapping[str, Any]) -> bool:
    mapped = properties.get(DAY_COLUMN)
    first, last = days
    # ISO 8601 days sort as text.
    return (
        mapped is not None
        and (first is None or first.isoformat() <= mapped)
        and (last is None or mapped <= last.isoformat())
    )


def _touching(rectangle: Rectangle) -> Callable[[Json], bool]:
    boxes = _boxes(rectangle)
    areas = [shapely.box(*box) for box in boxes]

    def touches(geometry: Json) -> bool:
        there = on_grid(geometry) if rectangle.crs == BNG else geometry
        if there["type"] == "Point":
            x, y = there["coordinates"]
            return any(west <= x <= east and south <= y <= north for west, south, east, north in boxes)
        found = shape(there)
        return any(area.intersects(found) for area in areas)

    return touches


def _boxes(rectangle: Rectangle) -> Sequence[Bounds]:
    west, south, east, north = rectangle.bounds
    if west <= east:
        return [rectangle.bounds]
    # Over the 180th meridian (part 1, 7.15.3).
    return [(west, south, 180.0, north), (-180.0, south, east, north)]
