"""The area's basemap, made light enough to travel within a report."""

import re

from kithmap.reports.model import Ground

MOST_LETTERS = 520_000
"""Of a drawing. A town of 5 km with every house is some 450,000; what else a report holds for a workshop is some 300,000."""

LEFT_OUT = (
    ("houses", ("building", "civic")),
    ("small_ways", ("path", "steps", "track", "service", "c-service", "parking", "pitch", "tree")),
)
"""What goes first where a drawing is too large, by the classes of its shapes: what a reader misses least."""

_NEEDS_ESCAPE = re.compile(r'[%#"\x00-\x1f\x7f-\U0010ffff]')


def ground(
    drawing: str, bounds: tuple[float, float, float, float], attribution: str, most: int = MOST_LETTERS
) -> Ground | None:
    """Return the ground of a report.

    Args:
        drawing: the whole basemap as an SVG document of :mod:`kithmap.basemap`, which holds no script and no outside address.
        bounds: west, south, east, north in degrees.
        attribution: whom the data are owed to.
        most: letters that the drawing may have.

    Returns:
        The ground, lighter where it has to be; None where even that is too large: then the boundary alone is drawn.
    """
    left_out: list[str] = []
    for name, classes in LEFT_OUT:
        if len(drawing) <= most:
            break
        drawing = _without(drawing, classes)
        left_out.append(name)
    if len(drawing) > most:
        return None
    return Ground(image_address(drawing), bounds, attribution, tuple(left_out))


def image_address(drawing: str) -> str:
    """Return an SVG document as an address that holds the document itself; as an image nothing in it can run.

    Only what an address may not hold is escaped (RFC 3986; WHATWG URL, fragment and C0 control sets), a quarter smaller than base64.
    """
    return f"data:image/svg+xml,{_NEEDS_ESCAPE.sub(_escaped, drawing)}"


def _escaped(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))


def _without(drawing: str, classes: tuple[str, ...]) -> str:
    names = "|".join(re.escape(each) for each in classes)
    return re.sub(rf'<path class="(?:{names})"[^>]*/>', "", drawing)
