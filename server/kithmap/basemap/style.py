"""The look of the map in one place: what is drawn from which zoom, how wide, and in which colours.

The ground is quiet on purpose: the map belongs to the places that people put on it, and those must stand out.
Colours are mixed so that every name keeps a contrast of 4.5 : 1 against the ground it stands on (a test computes it).
"""

import hashlib
from dataclasses import dataclass
from functools import cache

from kithmap.basemap.lettering import FONTS, LETTERING
from kithmap.basemap.model import MAP_ZOOMS, ROADS, Kind, Theme
from kithmap.basemap.palettes import PALETTES, Palette

UNITS = 4
"""Drawing units to a pixel: coordinates are whole numbers, and a quarter of a pixel is finer than any eye in a hall."""

WIDTHS: dict[Kind, tuple[float, ...]] = {
    # map zoom       12   13   14   15   16   17   18   19
    Kind.MOTORWAY: (2.4, 3.4, 4.6, 6.5, 9.0, 13.0, 19.0, 28.0),
    Kind.PRIMARY: (2.0, 2.8, 4.0, 6.0, 8.5, 13.0, 19.0, 28.0),
    Kind.SECONDARY: (1.6, 2.4, 3.6, 5.4, 8.0, 12.0, 18.0, 27.0),
    Kind.TERTIARY: (1.0, 1.8, 2.8, 4.8, 7.2, 11.0, 17.0, 25.0),
    Kind.MINOR: (0.0, 0.8, 1.4, 3.2, 5.6, 9.0, 15.0, 22.0),
    Kind.PEDESTRIAN: (0.0, 0.0, 1.2, 2.6, 4.8, 8.0, 13.0, 19.0),
    Kind.SERVICE: (0.0, 0.0, 0.0, 1.2, 2.4, 4.4, 8.0, 12.0),
    Kind.TRACK: (0.0, 0.0, 0.8, 1.1, 1.4, 1.8, 2.4, 3.0),
    Kind.CYCLEWAY: (0.0, 0.0, 0.8, 1.1, 1.5, 1.9, 2.5, 3.2),
    Kind.PATH: (0.0, 0.0, 0.7, 1.0, 1.3, 1.7, 2.2, 2.8),
    Kind.STEPS: (0.0, 0.0, 0.0, 1.2, 2.0, 3.2, 5.0, 7.5),
    Kind.RAIL: (1.2, 1.5, 1.9, 2.4, 3.0, 3.8, 4.8, 6.0),
    Kind.TRAM: (0.0, 0.0, 0.8, 1.0, 1.3, 1.7, 2.2, 2.8),
    Kind.RIVER: (1.4, 2.0, 2.8, 4.0, 6.0, 9.0, 13.0, 18.0),
    Kind.STREAM: (0.0, 0.7, 1.0, 1.3, 1.8, 2.6, 3.6, 5.0),
    Kind.TREE: (0.0, 0.0, 0.0, 0.0, 0.0, 5.0, 9.0, 15.0),
}
"""Widths in pixels at each map zoom from 12; 0 where a kind is not drawn yet."""

GROUNDS_FROM: dict[Kind, int] = {
    Kind.RESIDENTIAL: 12,
    Kind.WORKS: 12,
    Kind.GROUNDS: 14,
    Kind.GREEN: 12,
    Kind.ALLOTMENTS: 13,
    Kind.WOOD: 12,
    Kind.PITCH: 15,
    Kind.SAND: 12,
    Kind.WETLAND: 13,
    Kind.PARKING: 16,
    Kind.WATER: 12,
    Kind.SQUARE: 15,
    Kind.BUILDING: 14,
    Kind.CIVIC: 14,
}
"""Filled kinds in the order they are laid on the ground, with the map zoom from which each is drawn."""

LEAST_AREA: dict[Kind, float] = {Kind.BUILDING: 9.0, Kind.CIVIC: 6.0, Kind.PITCH: 12.0, Kind.PARKING: 24.0}
"""Square pixels below which a shape is left out; any other shape needs `LEAST_AREA_ELSE`."""

LEAST_AREA_ELSE = 6.0

DASHES: dict[Kind, tuple[float, ...]] = {
    Kind.RAIL: (9.0, 9.0),
    Kind.PATH: (4.0, 3.0),
    Kind.CYCLEWAY: (9.0, 3.0),
    Kind.TRACK: (9.0, 4.0),
    Kind.STEPS: (1.5, 2.0),
}
"""Dash and gap in pixels, the same at every zoom."""

THIN_ROAD = 1.5
"""Pixels below which a road has no casing: there would be more casing than road."""

EDGES_FROM = 15
CLOSE = 17
"""Map zooms from which filled shapes have an edge, and from which it is a stronger one."""

HALO = 3.4
"""Width in pixels of the ground colour around a letter."""


@dataclass(frozen=True, slots=True)
class DotStyle:
    """The small mark that shows where a named place is: pixels across, and across its rim."""

    size: float = 6.0
    rim: float = 9.0


DOT = DotStyle()


def width(kind: Kind, zoom: int) -> float:
    """Return how wide a line kind is drawn at a map zoom, in pixels; 0 when it is not drawn, or is no line."""
    widths = WIDTHS.get(kind)
    return 0.0 if widths is None else widths[min(max(zoom, MAP_ZOOMS[0]), MAP_ZOOMS[-1]) - MAP_ZOOMS[0]]


def is_drawn(kind: Kind, zoom: int) -> bool:
    """Say whether shapes of a kind are drawn at a map zoom."""
    return width(kind, zoom) > 0 or zoom >= GROUNDS_FROM.get(kind, MAP_ZOOMS[-1] + 1)


def casing(kind: Kind, zoom: int) -> float:
    """Return the width in pixels of the edge on either side of a road; 0 where a road is too thin to have one."""
    road = width(kind, zoom)
    return 0.0 if road < THIN_ROAD else min(0.5 + road * 0.06, 1.4)


def has_casing(kind: Kind, zoom: int) -> bool:
    """Say whether a line is drawn twice at a map zoom: its edges first, then its surface."""
    return kind is Kind.RAIL or casing(kind, zoom) > 0


@cache
def style_sheet(zoom: int, theme: Theme) -> str:
    """Return the style element's text for drawings of one map zoom in one theme."""
    palette = PALETTES[theme]
    rules = [
        f".ground{{fill:{palette.ground}}}",
        "path{fill:none;stroke-linejoin:round;stroke-linecap:round}",
        *_grounds(palette, zoom),
        *_lines(palette, zoom),
        *_roads(palette, zoom),
        *_names(palette, zoom),
    ]
    return "".join(rules)


def _grounds(palette: Palette, zoom: int) -> list[str]:
    rules = []
    for kind in GROUNDS_FROM:
        if is_drawn(kind, zoom):
            edge = palette.edges.get(kind)
            stroke = (
                f";stroke:{edge};stroke-width:{UNITS * (0.6 if zoom < CLOSE else 0.9):g}"
                if edge and zoom >= EDGES_FROM
                else ""
            )
            rules.append(f".{kind}{{fill:{palette.fills[kind]}{stroke}}}")
    return rules


def _lines(palette: Palette, zoom: int) -> list[str]:
    rules = []
    for kind, colour in palette.lines.items():
        across = width(kind, zoom)
        if across:
            rules.append(f".{kind}{{stroke:{colour};stroke-width:{UNITS * across:g}{_dashes(kind)}}}")
    rail = width(Kind.RAIL, zoom)
    rules.append(f".c-rail{{stroke:{palette.rail};stroke-width:{UNITS * rail:g};stroke-linecap:butt}}")
    rules.append(
        f".rail{{stroke:{palette.sleepers};stroke-width:{UNITS * rail * 0.55:g}{_dashes(Kind.RAIL)}}}"
    )
    return rules


def _dashes(kind: Kind) -> str:
    if kind not in DASHES:
        return ""
    return f";stroke-linecap:butt;stroke-dasharray:{' '.join(f'{UNITS * dash:g}' for dash in DASHES[kind])}"


def _roads(palette: Palette, zoom: int) -> list[str]:
    rules = []
    for kind in ROADS:
        across, edge = width(kind, zoom), casing(kind, zoom)
        if not across:
            continue
        colour = palette.roads[kind] if edge else palette.thin[kind]
        rules.append(f".{kind}{{stroke:{colour};stroke-width:{UNITS * across:g}}}")
        if edge:
            rules.append(
                f".c-{kind}{{stroke:{palette.casings[kind]};stroke-width:{UNITS * (across + 2 * edge):g}}}"
            )
            rules.append(f".bridge .c-{kind}{{stroke:{palette.bridge};stroke-linecap:butt}}")
    rules.append(".tunnel{opacity:.45}")
    return rules


def _names(palette: Palette, zoom: int) -> list[str]:
    writing = "text-anchor:middle;paint-order:stroke;stroke-linejoin:round"
    halo = f"stroke:{palette.halo};stroke-width:{UNITS * HALO:g}"
    rules = [f"text{{font-family:{FONTS};{writing};{halo}}}"]
    for kind, style in LETTERING.items():
        if zoom not in style.zooms:
            continue
        slant = ";font-style:italic" if style.italic else ""
        spacing = f";letter-spacing:{style.spacing:g}em" if style.spacing else ""
        colour = palette.names.get(kind, palette.text)
        rules.append(
            f".t-{kind}{{font-size:{UNITS * style.size:g}px;font-weight:{style.weight};fill:{colour}{slant}{spacing}}}"
        )
        rules.append(f".d-{kind}{{stroke:{colour};stroke-width:{UNITS * DOT.size:g}}}")
    rules.append(f".rim{{stroke:{palette.halo};stroke-width:{UNITS * DOT.rim:g}}}")
    return rules


def _fingerprint() -> str:
    sheets = "".join(style_sheet(zoom, theme) for zoom in MAP_ZOOMS for theme in Theme)
    return hashlib.sha256(sheets.encode()).hexdigest()[:6]


STYLE_VERSION = _fingerprint()
"""Changes whenever any style sheet does, so that browsers that keep tiles for ever ask for them anew."""
