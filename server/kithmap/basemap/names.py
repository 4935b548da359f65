"""A name with its place on the map, and the SVG that writes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from kithmap.basemap.collision import Box
from kithmap.basemap.extent import PixelBox
from kithmap.basemap.lettering import LETTERING, LINE_HEIGHT
from kithmap.basemap.model import Kind
from kithmap.basemap.style import UNITS

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A name set upright in one or more lines around `x` (see `anchor`), the first line's base at `y`; maybe a dot."""

    x: float
    y: float
    anchor: str = "middle"
    dot: Point | None = None


@dataclass(frozen=True, slots=True)
class Straight:
    """A name set along a straight stretch: the middle of its base line, and its turn in degrees clockwise."""

    x: float
    y: float
    turn: float


@dataclass(frozen=True, slots=True)
class Curved:
    """A name set along a curve: the points of its base line, somewhat longer than the name."""

    base: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A name that has its place on one zoom; positions are pixels of that zoom from the world's top left corner.

    `boxes` cover the letters, and a dot where there is one.
    """

    kind: Kind
    lines: tuple[str, ...]
    setting: Spot | Straight | Curved
    boxes: tuple[Box, ...]


def write(names: Sequence[PlacedName], box: PixelBox) -> str:
    """Return names as SVG elements for a drawing of a box.

    Every name is written whole in each tile that it touches: what falls outside is not seen, and at the joint
    the two halves meet.
    """
    return "".join(_write(name, position, box) for position, name in enumerate(names))


def _write(name: PlacedName, position: int, box: PixelBox) -> str:
    match name.setting:
        case Spot() as spot:
            return _write_spot(name, spot, box)
        case Straight(x=x, y=y, turn=turn):
            across, down = _units(x, y, box)
            return (
                f'<text class="t-{name.kind}" transform="translate({across} {down})rotate({turn:.1f})">'
                f"{escape(name.lines[0])}</text>"
            )
        case Curved(base=base):
            points = " ".join(f"{across} {down}" for across, down in (_units(x, y, box) for x, y in base))
            return (
                f'<path id="n{position}" d="M{points}"/><text class="t-{name.kind}">'
                f'<textPath href="#n{position}" startOffset="50%">{escape(name.lines[0])}</textPath></text>'
            )


def _write_spot(name: PlacedName, spot: Spot, box: PixelBox) -> str:
    across, down = _units(spot.x, spot.y, box)
    step = LETTERING[name.kind].size * LINE_HEIGHT * UNITS
    lines = "".join(
        f'<tspan x="{across}" y="{down + round(row * step)}">{escape(line)}</tspan>'
        for row, line in enumerate(name.lines)
    )
    anchor = "" if spot.anchor == "middle" else f' style="text-anchor:{spot.anchor}"'
    return f'{_dot(name.kind, spot.dot, box)}<text class="t-{name.kind}"{anchor}>{lines}</text>'


def _dot(kind: Kind, dot: Point | None, box: PixelBox) -> str:
    if dot is None:
        return ""
    across, down = _units(*dot, box)
    return f'<path class="rim" d="M{across} {down}h0"/><path class="d-{kind}" d="M{across} {down}h0"/>'


def _units(x: float, y: float, box: PixelBox) -> tuple[int, int]:
    # Rounding before the corner is taken off gives both tiles at a joint the same place to a unit.
    return round(x * UNITS) - box.left * UNITS, round(y * UNITS) - box.top * UNITS
