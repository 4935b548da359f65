"""The map of an area sheet as one SVG: the basemap's tiles, the boundary, the grid. One unit is one millimetre on paper."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from kithmap.paper.grid import Grid, letter, to_unit
from kithmap.paper.layout import GUTTER, Layout, ScaleBar

TILE_MILLIMETRES = 100.0
"""The size at which a tile's letters are right for paper: 512 pixels of a fifth of a millimetre, letters of 2 to 3."""

OVERLAP = 0.05
"""Tiles lie over each other by so much, so that no white hairline shows between them."""

LETTERS = 4.4
SMALL_LETTERS = 2.3
BAR_PARTS = 4
BAR_HEIGHT = 1.8


@dataclass(frozen=True, slots=True)
class Tiles:
    """A basemap's tiles.

    Attributes:
        address: of a tile, with places for z, x and y.
        min_zoom: the first z; there, the world is 2**z tiles wide.
        max_zoom: the last z.
    """

    address: str
    min_zoom: int
    max_zoom: int


def map_svg(grid: Grid, layout: Layout, boundary: Mapping[str, Any], tiles: Tiles | None) -> str:
    """Draw the map with its grid.

    Args:
        grid: the squares.
        layout: how large.
        boundary: the area's GeoJSON polygon or multipolygon.
        tiles: the ground, or None where the area has no basemap.
    """
    width, height = grid.width * layout.scale, grid.height * layout.scale
    inside = "".join(_tiles(grid, layout, tiles)) if tiles is not None else ""
    outline = _outline(grid, layout, boundary)
    # Beyond the area the ground is paler: it shows where one is, and asks for nothing.
    pale = f"M0 0H{_mm(width)}V{_mm(height)}H0Z{outline}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="paper-map" width="{_mm(layout.width)}mm" '
        f'height="{_mm(layout.height)}mm" viewBox="0 0 {_mm(layout.width)} {_mm(layout.height)}" aria-hidden="true">'
        f'<svg x="{GUTTER}" y="{GUTTER}" width="{_mm(width)}" height="{_mm(height)}" viewBox="0 0 {_mm(width)} {_mm(height)}">'
        f'<rect width="100%" height="100%" fill="#fff"/>{inside}'
        f'<path d="{pale}" fill="#fff" fill-opacity="0.5" fill-rule="evenodd"/>'
        f'<path d="{outline}" fill="none" stroke="#1d1a15" stroke-width="0.6" stroke-dasharray="2 1.2"/>'
        f"{''.join(_squares(grid, layout))}</svg>"
        f"{''.join(_edge(grid, layout))}</svg>"
    )


def bar_svg(bar: ScaleBar) -> str:
    """Draw the scale bar in quarters, black and white; its words stand beside it."""
    part = bar.millimetres / BAR_PARTS
    parts = "".join(
        f'<rect x="{_mm(0.2 + count * part)}" y="0.2" width="{_mm(part)}" height="{BAR_HEIGHT}" stroke="#1d1a15" '
        f'stroke-width="0.3" fill="{"#1d1a15" if count % 2 == 0 else "#fff"}"/>'
        for count in range(BAR_PARTS)
    )
    width, height = _mm(bar.millimetres + 0.4), _mm(BAR_HEIGHT + 0.4)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="paper-bar" width="{width}mm" height="{height}mm" '
        f'viewBox="0 0 {width} {height}" aria-hidden="true">{parts}</svg>'
    )


def best_zoom(layout: Layout, tiles: Tiles) -> int:
    """Return the zoom at which tiles come nearest to the size that they are drawn for."""
    best = round(math.log2(layout.scale / TILE_MILLIMETRES))
    return min(max(best, tiles.min_zoom), tiles.max_zoom)


def _tiles(grid: Grid, layout: Layout, tiles: Tiles) -> Iterator[str]:
    zoom = best_zoom(layout, tiles)
    across = 2**zoom
    side = layout.scale / across
    for row in range(math.floor(grid.top * across), math.floor((grid.top + grid.height) * across) + 1):
        for column in range(
            math.floor(grid.left * across), math.floor((grid.left + grid.width) * across) + 1
        ):
            address = tiles.address.format(z=zoom, x=column, y=row)
            x, y = (column / across - grid.left) * layout.scale, (row / across - grid.top) * layout.scale
            yield (
                f'<image href="{escape(address)}" x="{_mm(x)}" y="{_mm(y)}" width="{_mm(side + OVERLAP)}" '
                f'height="{_mm(side + OVERLAP)}" preserveAspectRatio="none"/>'
            )


def _outline(grid: Grid, layout: Layout, boundary: Mapping[str, Any]) -> str:
    shapes = boundary["coordinates"] if boundary["type"] == "MultiPolygon" else [boundary["coordinates"]]
    return "".join(_ring(grid, layout, ring) for rings in shapes for ring in rings)


def _ring(grid: Grid, layout: Layout, ring: Sequence[Sequence[float]]) -> str:
    corners = (to_unit(position[0], position[1]) for position in ring)
    written = (
        f"{_mm((x - grid.left) * layout.scale)} {_mm((y - grid.top) * layout.scale)}" for x, y in corners
    )
    return f"M{'L'.join(written)}Z"


def _squares(grid: Grid, layout: Layout) -> Iterator[str]:
    """The lines between the squares, and each square's name in its corner."""
    side = grid.side * layout.scale
    width, height = grid.width * layout.scale, grid.height * layout.scale
    lines = [f"M{_mm(column * side)} 0V{_mm(height)}" for column in range(grid.columns + 1)]
    lines += [f"M0 {_mm(row * side)}H{_mm(width)}" for row in range(grid.rows + 1)]
    yield f'<path d="{"".join(lines)}" fill="none" stroke="#1d1a15" stroke-opacity="0.55" stroke-width="0.25"/>'
    for column in range(grid.columns):
        for row in range(grid.rows):
            yield (
                f'<text x="{_mm(column * side + 0.7)}" y="{_mm(row * side + SMALL_LETTERS + 0.3)}" font-size="{SMALL_LETTERS}" '
                f'fill="#1d1a15" fill-opacity="0.75" stroke="#fff" stroke-width="0.6" paint-order="stroke">'
                f"{grid.name(column, row)}</text>"
            )


def _edge(grid: Grid, layout: Layout) -> Iterator[str]:
    """Letters above and below, numbers on both sides."""
    side = grid.side * layout.scale
    for column in range(grid.columns):
        x = GUTTER + (column + 0.5) * side
        for y in (GUTTER - 1.6, layout.height - GUTTER + LETTERS + 0.4):
            yield _big(x, y, letter(column))
    for row in range(grid.rows):
        y = GUTTER + (row + 0.5) * side + LETTERS * 0.35
        for x in (GUTTER / 2, layout.width - GUTTER / 2):
            yield _big(x, y, str(row + 1))


def _big(x: float, y: float, text: str) -> str:
    return f'<text x="{_mm(x)}" y="{_mm(y)}" font-size="{LETTERS}" font-weight="700" text-anchor="middle">{text}</text>'


def _mm(length: float) -> str:
    """Write a length to a hundredth of a millimetre, as short as it goes."""
    return f"{length:.2f}".rstrip("0").rstrip(".")
