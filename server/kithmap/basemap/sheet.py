"""A drawing as a whole SVG document: what is done while serving, without the libraries that drawing takes."""

from kithmap.basemap.model import TILE_PIXELS, Theme
from kithmap.basemap.palettes import PALETTES
from kithmap.basemap.style import UNITS, style_sheet


def svg(zoom: int, theme: Theme, body: str, width: int = TILE_PIXELS, height: int = TILE_PIXELS) -> str:
    """Return a whole SVG document for the inside of a drawing made for a map zoom; sizes are in pixels.

    The document holds no script and no address of anything outside itself, so that it may be shown as an image anywhere.
    """
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width * UNITS} {height * UNITS}"><style>{style_sheet(zoom, theme)}</style>'
        f'<path class="ground" d="M0 0h{width * UNITS}v{height * UNITS}h-{width * UNITS}z"/>{body}</svg>'
    )


def bare_tile(theme: Theme) -> str:
    """Return a tile of bare ground, for where nothing is drawn."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{TILE_PIXELS}" height="{TILE_PIXELS}">'
        f'<path fill="{PALETTES[theme].ground}" d="M0 0h{TILE_PIXELS}v{TILE_PIXELS}H0z"/></svg>'
    )
