"""Where a place is shown, and what follows from that alone: nothing here ever sees where it really is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kithmap.basics.geometry import DECIMALS, ring_area
from kithmap.layers.ground import StatisticalArea
from kithmap.layers.model import Json
from kithmap.shared_map.masking import Mask, masked, middle
from kithmap.shared_map.model import METRES, Precision


@dataclass(frozen=True, slots=True)
class Shown:
    """Where a place is shown.

    Attributes:
        geometry: as it is shown, in its one form.
        precision: how exactly that is.
        lon: longitude of the position shown: the point, or the middle of the bounds.
        lat: its latitude.
    """

    geometry: Json
    precision: Precision
    lon: float
    lat: float


def shown_place(mask: Mask, place: str, fields: Mapping[str, Any]) -> Shown:
    """Return where a place is shown outside its room.

    Args:
        mask: of its workshop.
        place: its record's id.
        fields: of its record.
    """
    precision = Precision(fields["precision"])
    geometry = fields["geometry"]
    if precision is not Precision.EXACT:
        position = masked(mask, place, geometry, METRES[precision])
        geometry = {"type": "Point", "coordinates": position}
    canonical = in_one_form(geometry)
    lon, lat = middle(canonical)
    return Shown(canonical, precision, _degrees(lon), _degrees(lat))


def in_one_form(geometry: Mapping[str, Any]) -> Json:
    """Return GeoJSON in the one form that releases have: seven decimals, exteriors anticlockwise and holes clockwise."""
    kind, coordinates = geometry["type"], geometry["coordinates"]
    match kind:
        case "Polygon":
            coordinates = _polygon(coordinates)
        case "MultiPolygon":
            coordinates = [_polygon(each) for each in coordinates]
        case _:
            coordinates = _rounded(coordinates)
    return {"type": kind, "coordinates": coordinates}


class Within:
    """Which positions lie inside the boundary, and in which statistical area."""

    def __init__(self, boundary: Mapping[str, Any], areas: Sequence[StatisticalArea]) -> None:
        """Prepare the shapes, once for a release."""
        import shapely  # noqa: PLC0415 - 20 MB
        from shapely.geometry import shape  # noqa: PLC0415

        self._boundary = shape(dict(boundary))
        shapely.prepare(self._boundary)
        self._codes = sorted(areas, key=lambda area: area.code)
        self._tree = shapely.STRtree([shape(area.geometry) for area in self._codes])

    def inside(self, positions: Sequence[tuple[float, float]]) -> list[bool]:
        """Tell of each position whether the boundary holds it; its edge belongs to it."""
        import shapely  # noqa: PLC0415

        if not positions:
            return []
        xs, ys = zip(*positions, strict=True)
        return [bool(each) for each in shapely.intersects_xy(self._boundary, xs, ys)]

    def codes(self, positions: Sequence[tuple[float, float]]) -> list[str | None]:
        """Return of each position the code of its statistical area: of several that meet there the first by code."""
        import shapely  # noqa: PLC0415

        found: list[str | None] = [None] * len(positions)
        if not positions or not self._codes:
            return found
        points = shapely.points([list(each) for each in positions])
        pairs = sorted(
            zip(*self._tree.query(points, predicate="intersects").tolist(), strict=True), reverse=True
        )
        for number, area in pairs:
            found[number] = self._codes[area].code
        return found


def _polygon(rings: Sequence[Any]) -> list[Any]:
    rounded = [_rounded(ring) for ring in rings]
    return [
        ring if (ring_area(ring) > 0) == (number == 0) else ring[::-1] for number, ring in enumerate(rounded)
    ]


def _rounded(part: Any) -> Any:
    if isinstance(part[0], int | float):
        return [_degrees(part[0]), _degrees(part[1])]
    return [_rounded(inner) for inner in part]


def _degrees(number: float) -> float:
    # Adding zero turns minus nothing into nothing.
    return round(float(number), DECIMALS) + 0.0
