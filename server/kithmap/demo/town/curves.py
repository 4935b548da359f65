"""Lines and outlines that look drawn by time: smooth curves through a few points, rings, boxes."""

from collections.abc import Sequence
from math import cos, hypot, radians, sin

from shapely import LineString, Polygon

from kithmap.demo.town.plan import XY

STEP = 14.0
"""Metres between the points of a smooth curve before it is thinned."""
LEAVING = (3300.0, 2650.0)
"""How far east or west, and north or south, of the market cross a line has left the plan, metres."""
ONWARD = 900.0
"""Metres that such a line goes on, so that it does not end inside anybody's view."""
THINNING = 0.35
"""A point that moves a curve by less than this, in metres, is left out."""


def curve(*points: XY) -> LineString:
    """Draw a smooth line through the points (Catmull-Rom).

    Args:
        points: at least two, in metres.
    """
    if len(points) == 2:
        return LineString(points)
    first, last = _mirror(points[1], points[0]), _mirror(points[-2], points[-1])
    padded = [first, *points, last]
    drawn: list[XY] = []
    for i in range(1, len(padded) - 2):
        drawn += _span(padded[i - 1], padded[i], padded[i + 1], padded[i + 2])
    return thinned([*drawn, points[-1]])


def thinned(points: Sequence[XY]) -> LineString:
    """Draw a line through the points, less those that hardly bend it."""
    line = LineString(points).simplify(THINNING)
    assert isinstance(line, LineString)
    return line


def _mirror(inner: XY, end: XY) -> XY:
    return 2 * end[0] - inner[0], 2 * end[1] - inner[1]


def _span(a: XY, b: XY, c: XY, d: XY) -> list[XY]:
    steps = max(2, int(hypot(c[0] - b[0], c[1] - b[1]) / STEP))
    return [
        (_blend(a[0], b[0], c[0], d[0], i / steps), _blend(a[1], b[1], c[1], d[1], i / steps))
        for i in range(steps)
    ]


def _blend(a: float, b: float, c: float, d: float, t: float) -> float:
    cubic = (-a + 3 * b - 3 * c + d) * t**3 + (2 * a - 5 * b + 4 * c - d) * t**2
    return 0.5 * (2 * b + (c - a) * t + cubic)


def onward(line: LineString) -> LineString:
    """Draw a line that leaves the plan on, straight, to where nobody looks any more.

    Args:
        line: either end may lie past `LEAVING`; such an end goes on for `ONWARD` metres.
    """
    spots = [(x, y) for x, y in line.coords]
    return LineString([*_beyond(spots[0], spots[1]), *spots, *_beyond(spots[-1], spots[-2])])


def _beyond(end: XY, before: XY) -> list[XY]:
    if abs(end[0]) <= LEAVING[0] and abs(end[1]) <= LEAVING[1]:
        return []
    far = ONWARD / hypot(end[0] - before[0], end[1] - before[1])
    return [(end[0] + (end[0] - before[0]) * far, end[1] + (end[1] - before[1]) * far)]


def straight(*points: XY) -> LineString:
    """Draw a line with corners."""
    return LineString(points)


def arc(centre: XY, radius: float, start: float, end: float) -> LineString:
    """Draw part of a circle.

    Args:
        centre: metres on the plan.
        radius: metres.
        start: degrees anticlockwise from east.
        end: degrees; less than `start` draws clockwise.
    """
    steps = max(4, int(abs(radians(end - start)) * radius / STEP))
    turns = [radians(start + (end - start) * i / steps) for i in range(steps + 1)]
    return LineString([(centre[0] + radius * cos(t), centre[1] + radius * sin(t)) for t in turns])


def outline(*points: XY) -> Polygon:
    """Draw a shape with corners."""
    return Polygon(points)


def soft(*points: XY) -> Polygon:
    """Draw a shape with rounded sides through the points, such as a pond or a wood."""
    ring: Sequence[XY] = [points[-1], *points, points[0], points[1]]
    drawn: list[XY] = []
    for i in range(1, len(ring) - 2):
        drawn += _span(ring[i - 1], ring[i], ring[i + 1], ring[i + 2])
    smooth = Polygon(drawn).buffer(0).simplify(THINNING)
    assert isinstance(smooth, Polygon)
    return smooth


def box(centre: XY, size: XY, turn: float) -> Polygon:
    """Draw a rectangle.

    Args:
        centre: metres on the plan.
        size: length along the turned axis and across it, metres.
        turn: degrees anticlockwise from east.
    """
    along, across = (cos(radians(turn)), sin(radians(turn))), (-sin(radians(turn)), cos(radians(turn)))
    corners = ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5))
    return Polygon(
        (
            centre[0] + u * size[0] * along[0] + v * size[1] * across[0],
            centre[1] + u * size[0] * along[1] + v * size[1] * across[1],
        )
        for u, v in corners
    )
