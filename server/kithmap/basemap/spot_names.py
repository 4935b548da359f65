"""Names of spots and areas: settlements, halls and shops, parks and lakes."""

from dataclasses import dataclass

from kithmap.basemap.collision import Box
from kithmap.basemap.lettering import LETTERING, LINE_HEIGHT, lettered, text_width, wrapped
from kithmap.basemap.model import Kind
from kithmap.basemap.names import PlacedName, Point, Spot
from kithmap.basemap.style import DOT

ACROSS = 118.0
"""Pixels after which a name goes on in a new line."""

FILLS_AT_MOST = 1.25
"""A name may be this much wider than an area is across: a small overhang reads well, more names the neighbours too."""

SETTLEMENTS = frozenset({Kind.TOWN, Kind.SUBURB, Kind.NEIGHBOURHOOD, Kind.LOCALITY})


@dataclass(frozen=True, slots=True)
class _Block:
    """A name set in lines: its size in pixels."""

    lines: tuple[str, ...]
    width: float
    height: float


def at_spot(kind: Kind, name: str, point: Point) -> list[PlacedName]:
    """Offer places for the name of a spot, given in pixels of a zoom, best first.

    A settlement's name stands on its middle. Any other spot has a dot, with the name below, above, right or left of it.
    """
    if kind in SETTLEMENTS:
        return [_centred(kind, _block(kind, name), point)]
    block = _block(kind, name)
    return [_beside(kind, block, point, side) for side in ("below", "above", "right", "left")]


def on_area(kind: Kind, name: str, point: Point, across: float) -> list[PlacedName]:
    """Offer the place for an area's name: on a point inside it, when the area, `across` pixels wide, has room for it."""
    block = _block(kind, name)
    if block.width > across * FILLS_AT_MOST or block.height > across:
        return []
    return [_centred(kind, block, point)]


def _block(kind: Kind, name: str) -> _Block:
    lines = wrapped(kind, lettered(kind, name), ACROSS)
    size = LETTERING[kind].size
    widest = max(text_width(kind, line) for line in lines)
    return _Block(lines, widest, size * (1 + LINE_HEIGHT * (len(lines) - 1)))


def _centred(kind: Kind, block: _Block, point: Point) -> PlacedName:
    x, y = point
    box = _box(x - block.width / 2, y - block.height / 2, block)
    return PlacedName(kind, block.lines, Spot(x, _base(kind, box)), (box,))


def _beside(kind: Kind, block: _Block, point: Point, side: str) -> PlacedName:
    x, y = point
    gap = DOT.rim / 2 + 2
    left, top, text_x, anchor = {
        "below": (x - block.width / 2, y + gap, x, "middle"),
        "above": (x - block.width / 2, y - gap - block.height, x, "middle"),
        "right": (x + gap, y - block.height / 2, x + gap, "start"),
        "left": (x - gap - block.width, y - block.height / 2, x - gap, "end"),
    }[side]
    box = _box(left, top, block)
    rim = DOT.rim / 2
    dot = (x - rim, y - rim, x + rim, y + rim)
    return PlacedName(kind, block.lines, Spot(text_x, _base(kind, box), anchor, point), (box, dot))


def _box(left: float, top: float, block: _Block) -> Box:
    return left, top, left + block.width, top + block.height


def _base(kind: Kind, box: Box) -> float:
    """Return the base of the first line in a box: letters reach from about 0.1 to 0.85 of a line's height."""
    return box[1] + LETTERING[kind].size * 0.84
