"""The whole area as one SVG document: for print, for the report, and where tiles are not to be had."""

from html import escape

from kithmap.basemap.lettering import FONTS
from kithmap.basemap.model import Theme, WholeMap
from kithmap.basemap.palettes import PALETTES
from kithmap.basemap.sheet import svg
from kithmap.basemap.style import UNITS

CREDIT_SIZE = 13
CREDIT_ROOM = 10
"""Pixels: the credit's letters, and their distance from the corner."""


def whole_svg(whole: WholeMap, theme: Theme, attribution: str) -> str:
    """Return the whole map as a document with the credit for its data in the bottom right corner.

    Its sides are at most `extent.MAX_IMAGE_PIXELS` long. Like a tile it holds no script and no outside address.
    """
    body = whole.body + _credit(whole, theme, attribution)
    return svg(whole.zoom, theme, body, whole.width, whole.height)


def _credit(whole: WholeMap, theme: Theme, attribution: str) -> str:
    palette = PALETTES[theme]
    right = (whole.width - CREDIT_ROOM) * UNITS
    bottom = (whole.height - CREDIT_ROOM) * UNITS
    return (
        f'<text x="{right}" y="{bottom}" style="text-anchor:end;font-family:{escape(FONTS)};'
        f'font-size:{CREDIT_SIZE * UNITS}px;fill:{palette.text}">{escape(attribution)}</text>'
    )
