"""The map as a still picture: what stands on paper, and where a browser runs no script.

Web Mercator (EPSG:3857), as the ground is drawn. Nothing that anybody wrote is in it: kinds come from a closed list, all else is
numbers, and the titles are in the table below.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from kithmap.basics.geometry import positions
from kithmap.reports.model import Ground, Json, Mapped, Place, Position

WIDE = 1000.0
"""Units that the picture is wide; on A4 one is some 0.18 mm."""

TALLEST = 1300.0
"""Units that it may be high, so that it fits on a page with its heading."""

AROUND = 0.04
"""Share of the longer side that is seen around the area."""

LEAST_SPAN = 1e-6
"""Of the world, some 40 m: a map of one place is no smaller."""

EARTH_CIRCUMFERENCE = 40_075_016.686
"""Metres around the equator of WGS 84."""

MANY = 300
PIN, SMALL_PIN = 26.0, 17.0
"""Units that a pin is wide; the smaller one where there are more than MANY."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A still picture.

    Attributes:
        width: in units.
        height: in units.
        body: what stands inside its ``svg`` element, safe markup.
    """

    width: float
    height: float
    body: str


@dataclass(frozen=True, slots=True)
class _Frame:
    left: float
    top: float
    scale: float

    def place(self, position: Sequence[float]) -> tuple[float, float]:
        x, y = _unit(position[0], position[1])
        return (x - self.left) * self.scale, (y - self.top) * self.scale

    def metres(self, metres: float, latitude: float) -> float:
        return metres / (EARTH_CIRCUMFERENCE * math.cos(math.radians(latitude))) * self.scale


def picture(mapped: Mapped, ground: Ground | None) -> Picture | None:
    """Draw what is on a map; None where there is nothing that lies anywhere."""
    corners = list(_corners(mapped))
    if not corners:
        return None
    frame, width, height = _frame(corners)
    parts = [
        *_ground(frame, ground),
        _outline(frame, mapped.boundary),
        *(_line(frame, each.ends) for each in mapped.connections),
        *(part for place in mapped.places for part in _beneath(frame, place, mapped)),
        *(_pin(frame, place, mapped) for place in mapped.places),
    ]
    return Picture(width, height, "".join(parts))


def _corners(mapped: Mapped) -> Iterator[Position]:
    if mapped.boundary is not None:
        yield from positions(mapped.boundary)
    for place in mapped.places:
        yield place.at
        if place.shape is not None:
            yield from positions(place.shape)


def _frame(corners: Iterable[Position]) -> tuple[_Frame, float, float]:
    spots = [_unit(*corner) for corner in corners]
    left, right = min(x for x, _ in spots), max(x for x, _ in spots)
    top, bottom = min(y for _, y in spots), max(y for _, y in spots)
    longer = max(right - left, bottom - top, LEAST_SPAN)
    margin = longer * AROUND
    # Never so narrow or flat that nothing of the ground is seen beside a single place.
    across = max(right - left, longer / 3) + 2 * margin
    down = max(bottom - top, longer / 3) + 2 * margin
    scale = min(WIDE / across, TALLEST / down)
    frame = _Frame((left + right - across) / 2, (top + bottom - down) / 2, scale)
    return frame, round(across * scale, 1), round(down * scale, 1)


def _ground(frame: _Frame, ground: Ground | None) -> Iterator[str]:
    if ground is None:
        return
    west, south, east, north = ground.bounds
    (x, y), (right, bottom) = frame.place((west, north)), frame.place((east, south))
    yield (
        f'<image id="report-ground" x="{_n(x)}" y="{_n(y)}" width="{_n(right - x)}" height="{_n(bottom - y)}" '
        f'preserveAspectRatio="none" href="{escape(ground.image)}"/>'
    )


def _outline(frame: _Frame, boundary: Json | None) -> str:
    return "" if boundary is None else f'<path class="report-outline" d="{_path(frame, boundary)}"/>'


def _line(frame: _Frame, ends: tuple[Position, Position]) -> str:
    (x1, y1), (x2, y2) = map(frame.place, ends)
    return f'<path class="report-line" d="M{_n(x1)} {_n(y1)}L{_n(x2)} {_n(y2)}"/>'


def _beneath(frame: _Frame, place: Place, mapped: Mapped) -> Iterator[str]:
    """Yield how far a place may be from where it is shown, and a line or an outline."""
    look = mapped.kinds[place.kind].look.value
    if place.metres:
        x, y = frame.place(place.at)
        radius = frame.metres(place.metres, place.at[1])
        yield f'<circle class="report-about kind-{look}" cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"/>'
    if place.shape is not None:
        line = " report-shape-line" if place.shape["type"] == "LineString" else ""
        yield f'<path class="report-shape{line} kind-{look}" d="{_path(frame, place.shape)}"/>'


def _pin(frame: _Frame, place: Place, mapped: Mapped) -> str:
    look = mapped.kinds[place.kind].look.value
    side = PIN if len(mapped.places) <= MANY else SMALL_PIN
    x, y = frame.place(place.at)
    return (
        f'<use class="kind-{look}" href="#mark-{look}" x="{_n(x - side / 2)}" y="{_n(y - side / 2)}" '
        f'width="{_n(side)}" height="{_n(side)}"/>'
    )


def _path(frame: _Frame, geometry: Json) -> str:
    return "".join(_run(frame, run, closed=geometry["type"] != "LineString") for run in _runs(geometry))


def _runs(geometry: Json) -> Iterator[Any]:
    match geometry["type"]:
        case "LineString":
            yield geometry["coordinates"]
        case "Polygon":
            yield from geometry["coordinates"]
        case "MultiPolygon":
            for polygon in geometry["coordinates"]:
                yield from polygon


def _run(frame: _Frame, run: Sequence[Sequence[float]], *, closed: bool) -> str:
    corners = (f"{_n(x)} {_n(y)}" for x, y in map(frame.place, run))
    return f"M{'L'.join(corners)}{'Z' if closed else ''}"


def _unit(longitude: float, latitude: float) -> tuple[float, float]:
    """Project to a world that is 1 wide: x eastwards, y southwards."""
    return longitude / 360 + 0.5, 0.5 - math.asinh(math.tan(math.radians(latitude))) / (2 * math.pi)


def _n(value: float) -> str:
    """Write a number to a tenth of a unit."""
    return f"{value:.1f}".rstrip("0").rstrip(".")
