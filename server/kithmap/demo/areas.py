"""The seven areas of the demo programme, with the organisation and the authority that host each.

The boundaries follow the river, the railway, the canal and main roads. They are cut from one drawing, so that
neighbours share every point of the edge between them. All names are invented.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from shapely import LineString, Point, Polygon, orient_polygons, polygonize, unary_union
from shapely.geometry.base import BaseGeometry

from kithmap.demo.town.curves import outline, straight
from kithmap.demo.town.ground import line_to_lonlat
from kithmap.demo.town.mains import MAIN_ROADS
from kithmap.demo.town.plan import XY
from kithmap.demo.town.railway import MAIN_LINE
from kithmap.demo.town.water import CANAL, LOCK_CUT, RIVER

PROGRAMME_NAME = "Seven neighbourhoods of Tarrowby"
BOROUGH = "Tarrowby Borough Council"
COUNTY = "Eastwold County Council"
THINNING = 4.0
"""A bend of less than this, in metres, is left out of a boundary."""
RIM = outline(
    (-2960, 1500), (-2500, 1860), (-1700, 2080), (-900, 2480), (100, 2480), (800, 2440), (1420, 2360), (1700, 1700),
    (2300, 1520), (2720, 1240), (2820, 600), (2790, -200), (2760, -1000), (2640, -1900), (2050, -2100), (1150, -2160),
    (200, -2260), (-1000, -2440), (-1900, -2180), (-2700, -1900), (-2960, -900),
)  # fmt: skip
"""Round the town: from farm to farm, outside the last houses."""


@dataclass(frozen=True, slots=True)
class DemoArea:
    """A neighbourhood that takes part in the programme.

    Args:
        key: a short name for files and links.
        name: as its people say it.
        boundary: a GeoJSON polygon, longitude and latitude, anticlockwise.
        vcs_organisation: the voluntary and community sector organisation that hosts.
        host_authority: the council that hosts.
    """

    key: str
    name: str
    boundary: dict[str, Any]
    vcs_organisation: str
    host_authority: str


_PARTNERS: tuple[tuple[str, str, tuple[XY, ...], str, str], ...] = (
    ("old_town", "Old Town", ((0, 200),), "Tarrowby Volunteer Bureau", BOROUGH),
    ("tenterfields", "Tenterfields", ((1590, 640),), "Tenterfields Together", BOROUGH),
    ("hazelmoor", "Hazelmoor", ((400, 1800),), "Hazelmoor Tenants and Residents", BOROUGH),
    ("holme_park", "Holme Park", ((-1200, 1200),), "Holme Park Neighbours' Association", BOROUGH),
    ("ansthorpe", "Ansthorpe", ((-2000, -500), (-2200, -1800)), "Ansthorpe and Whinfield Community Trust", COUNTY),
    ("southbridge", "Southbridge", ((-415, -584), (379, -403), (-862, -1621), (667, -1600)), "Southbridge Settlement",
     BOROUGH),
    ("brickfields", "Brickfields", ((1224, -841), (1979, -474), (1914, -1647)), "Clay Pits Community Land Trust", COUNTY),
)  # fmt: skip
"""Key, name, a spot in each piece of ground between the dividing lines, and the two hosts."""


def _road(name: str) -> LineString:
    return next(street.line for street in MAIN_ROADS if street.name == name)


def _edges() -> list[BaseGeometry]:
    """List the lines that divide the town."""
    drawn = [
        RIVER,
        MAIN_LINE,
        LOCK_CUT,
        CANAL,
        *(
            _road(name)
            for name in ("Queensway", "Foundry Road", "Beacon Lane", "London Road", "Brickyard Lane")
        ),
        _road("Hollow Lane"),
        straight((-380, 622), (-366, 594)),
        straight((-706, 290), (-862, 214), (-890, 60)),
        straight((-800, 90), (-780, -200), (-800, -410), (-830, -900), (-880, -1100)),
        straight((1404, -1080), (1300, -1500), (1100, -1700), (1130, -2200)),
    ]
    return [line.simplify(THINNING) for line in drawn]


def area_shapes() -> dict[str, Polygon]:
    """Cut the town along its dividing lines.

    Returns:
        The shape of every area on the plan, in metres, by key.

    Raises:
        ValueError: a piece of ground belongs to no area, or an area falls apart.
    """
    pieces = [
        piece
        for piece in polygonize([unary_union([*_edges(), RIM.exterior])]).geoms
        if isinstance(piece, Polygon)
    ]
    shapes = {key: _joined(pieces, spots) for key, _, spots, _, _ in _PARTNERS}
    if abs(sum(shape.area for shape in shapes.values()) - RIM.area) > 1:
        message = "some ground inside the rim belongs to no area"
        raise ValueError(message)
    return shapes


def _joined(pieces: Sequence[Polygon], spots: Sequence[XY]) -> Polygon:
    mine = [piece for piece in pieces if any(piece.contains(Point(spot)) for spot in spots)]
    shape = unary_union(mine)
    if not isinstance(shape, Polygon) or len(mine) != len(spots):
        message = f"the pieces at {spots} do not make one area"
        raise ValueError(message)
    return orient_polygons(shape)


def _boundary(shape: Polygon) -> dict[str, Any]:
    ring = line_to_lonlat((x, y) for x, y in shape.exterior.coords)
    return {"type": "Polygon", "coordinates": [[list(position) for position in ring]]}


def _demo_areas() -> tuple[DemoArea, ...]:
    shapes = area_shapes()
    return tuple(
        DemoArea(key, name, _boundary(shapes[key]), organisation, authority)
        for key, name, _, organisation, authority in _PARTNERS
    )


AREAS: tuple[DemoArea, ...] = _demo_areas()
"""The seven areas, in the order in which people list them: from the middle outwards, clockwise."""
