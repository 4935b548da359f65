"""Which names a zoom shows, and where: placed once for the whole ground, so that every tile agrees with its neighbours."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely import Geometry, LineString

from kithmap.basemap.collision import TakenSpots, around
from kithmap.basemap.extent import PixelBox
from kithmap.basemap.lettering import LETTERING
from kithmap.basemap.model import Feature, Kind
from kithmap.basemap.names import PlacedName, Point
from kithmap.basemap.projection import world_pixels
from kithmap.basemap.simplify import as_geometries
from kithmap.basemap.spot_names import at_spot, on_area
from kithmap.basemap.street_names import along_line

LINE_TOLERANCE = 1.2
"""Pixels by which a name's base line may leave its street's middle: smoother lines carry letters better."""


@dataclass(frozen=True, slots=True)
class _NamedSpot:
    """A point or area with a name, in unit coordinates; `across` is 0 for a point."""

    kind: Kind
    name: str
    rank: float
    point: Point
    across: float


class NameIndex:
    """All names of a basemap, ready to be placed for one zoom after another."""

    def __init__(self, features: Sequence[Feature]) -> None:
        """Gather names: streets of one name and kind are joined end to end, areas get a point to be named at."""
        self._streets: dict[Kind, dict[str, list[LineString]]] = defaultdict(lambda: defaultdict(list))
        self._spots: dict[Kind, list[_NamedSpot]] = defaultdict(list)
        for feature in features:
            if feature.name and feature.kind in LETTERING:
                self._add(feature)
        for streets in self._streets.values():
            for name, lines in streets.items():
                streets[name] = _joined(lines)
        for spots in self._spots.values():
            spots.sort(key=lambda spot: (-spot.rank, -spot.across, spot.name, spot.point))

    def _add(self, feature: Feature) -> None:
        dimension = shapely.get_dimensions(feature.shape)
        if dimension == 1:
            self._streets[feature.kind][feature.name] += _lines(feature)
            return
        inside = feature.shape if dimension == 0 else _heart(feature)
        point = (float(shapely.get_x(inside)), float(shapely.get_y(inside)))
        across = float(shapely.area(feature.shape)) ** 0.5 if dimension > 1 else 0.0
        self._spots[feature.kind].append(_NamedSpot(feature.kind, feature.name, feature.rank, point, across))

    def place(self, zoom: int) -> list[PlacedName]:
        """Return the names of a map zoom, the most important first. No two of them overlap."""
        taken = TakenSpots()
        placed: list[PlacedName] = []
        for kind, style in LETTERING.items():
            if zoom in style.zooms:
                for name, places in self._offers(kind, zoom):
                    chosen = _first_free(kind, name, places, taken)
                    placed += [] if chosen is None else [chosen]
        return placed

    def _offers(self, kind: Kind, zoom: int) -> Iterator[tuple[str, list[PlacedName]]]:
        scale = world_pixels(zoom)
        for spot in self._spots.get(kind, ()):
            point = (spot.point[0] * scale, spot.point[1] * scale)
            places = (
                on_area(kind, spot.name, point, spot.across * scale)
                if spot.across
                else at_spot(kind, spot.name, point)
            )
            yield spot.name, places
        for name, line in _longest_first(self._streets.get(kind, {})):
            pixels = shapely.simplify(shapely.transform(line, lambda unit: unit * scale), LINE_TOLERANCE)
            for places in along_line(
                kind, name, [(x, y) for x, y in shapely.get_coordinates(pixels).tolist()]
            ):
                yield name, places


class NameDrawer:
    """Finds the names of one zoom that touch a box."""

    def __init__(self, placed: Sequence[PlacedName]) -> None:
        """Index placed names by where they lie."""
        self._placed = placed
        boxes = [shapely.box(*around(name.boxes)) for name in placed]
        self._tree = shapely.STRtree(as_geometries(boxes))

    def touching(self, box: PixelBox, halo: float = 4.0) -> list[PlacedName]:
        """Return the names of which some part, with `halo` pixels around it, lies in a box."""
        reach = shapely.box(box.left - halo, box.top - halo, box.right + halo, box.bottom + halo)
        return [self._placed[position] for position in np.sort(self._tree.query(reach)).tolist()]


def _first_free(kind: Kind, name: str, places: Sequence[PlacedName], taken: TakenSpots) -> PlacedName | None:
    style = LETTERING[kind]
    for place in places:
        left, top, right, bottom = around(place.boxes)
        x, y = (left + right) / 2, (top + bottom) / 2
        if taken.far_from_itself(name, x, y, style.repeat) and taken.free(place.boxes, style.room):
            taken.take(name, x, y, place.boxes)
            return place
    return None


def _lines(feature: Feature) -> list[LineString]:
    return [part for part in shapely.get_parts(feature.shape).tolist() if isinstance(part, LineString)]


def _joined(lines: Sequence[LineString]) -> list[LineString]:
    merged = shapely.line_merge(shapely.multilinestrings(list(lines)))
    return [part for part in shapely.get_parts(merged).tolist() if isinstance(part, LineString)]


def _heart(feature: Feature) -> Geometry:
    """Return a point inside an area: its centre of mass where that lies inside, for names look best there."""
    parts = shapely.get_parts(feature.shape).tolist()
    largest: Geometry = max(parts, key=shapely.area)
    centre = shapely.centroid(largest)
    return centre if shapely.contains(largest, centre) else shapely.point_on_surface(largest)


def _longest_first(streets: dict[str, list[LineString]]) -> Iterable[tuple[str, LineString]]:
    every = [(name, line) for name, lines in streets.items() for line in lines]
    return sorted(every, key=lambda street: (-street[1].length, street[0], street[1].coords[0]))
