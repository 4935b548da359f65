"""A release drawn on its area's map, for whoever has no script or prints the page: marks on the pixels of a picture."""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kithmap.layers.model import Feature, LayerName
from kithmap.layers.published import Bounds

MOST_MARKS = 3_000
"""Places that are drawn without a script, and as many connections; more would make the map black."""

ROOM = 0.06
"""Around what is shown, as a share of its longer side, where there is no basemap."""

LONGER_SIDE = 1000
"""Of the drawing, in pixels, where there is no basemap."""

KINDS = frozenset(
    {
        "gift_or_skill",
        "association",
        "institution",
        "physical_place",
        "exchange",
        "story_or_culture",
        "meeting_place",
    }
)
"""Kinds that have a colour of their own."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A place that is a line or an outline.

    Attributes:
        kind: whose colour it has.
        path: the ``d`` of an SVG path.
        is_area: whether it is filled.
    """

    kind: str
    path: str
    is_area: bool


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """A release on a picture.

    Attributes:
        width: in pixels.
        height: in pixels.
        boundary: the ``d`` of the boundary's path; empty without one.
        lines: the ``d`` of one path of all connections.
        shapes: places that are lines or outlines.
        dots: for each kind the ``d`` of one path of all places that are points: strokes without length, which a pen with a
            round or square end draws as a dot. An element each would make the page ten times as heavy.
        marks: how many places and connections are drawn.
        left_out: how many are not.
    """

    width: int
    height: int
    boundary: str
    lines: str
    shapes: tuple[Shape, ...]
    dots: tuple[tuple[str, str], ...]
    marks: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Frame:
    """What piece of land a picture shows, in Web Mercator.

    Attributes:
        bounds: west, south, east, north in degrees.
        width: in pixels.
        height: in pixels.
    """

    bounds: Bounds
    width: int
    height: int

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a position stands, in pixels from the top left corner."""
        west, south, east, north = self.bounds
        top, bottom = _mercator(north), _mercator(south)
        return (
            (lon - west) / (east - west) * self.width,
            (top - _mercator(lat)) / (top - bottom) * self.height,
        )


def frame_around(bounds: Bounds) -> Frame:
    """Return a frame around what is shown, with some room, for a map without a basemap."""
    west, south, east, north = bounds
    middle = math.cos(math.radians((south + north) / 2))
    # Something that is one point alone still has ground around it: 0.002 degrees are some 200 metres.
    room = ROOM * max((east - west) * middle, north - south, 0.002)
    west, south, east, north = (
        west - room / middle,
        south - room,
        east + room / middle,
        north + room,
    )
    wide, high = math.radians(east - west), _mercator(north) - _mercator(south)
    scale = LONGER_SIDE / max(wide, high)
    return Frame((west, south, east, north), round(wide * scale), round(high * scale))


def draw(layers: Mapping[LayerName, Iterable[Feature]], frame: Frame, looks: Mapping[str, str]) -> MapDrawing:
    """Return a release as marks on a picture.

    Args:
        layers: the features of each.
        frame: what the picture shows.
        looks: for each kind of asset which of the six it looks like.
    """
    places = [
        *_places(layers.get(LayerName.ASSETS, ()), looks),
        *_places(layers.get(LayerName.MEETING_PLACES, ()), None),
    ]
    joined = [each.geometry for each in layers.get(LayerName.CONNECTIONS, ()) if each.geometry is not None]
    shown = places[:MOST_MARKS]
    lines = "".join(_path(each["coordinates"], frame) for each in joined[:MOST_MARKS])
    boundary = "".join(
        _outline(each.geometry, frame) for each in layers.get(LayerName.BOUNDARY, ()) if each.geometry
    )
    dots: defaultdict[str, list[str]] = defaultdict(list)
    shapes: list[Shape] = []
    for kind, geometry in shown:
        if geometry["type"] == "Point":
            x, y = frame.place(*geometry["coordinates"][:2])
            dots[kind].append(f"M{x:.1f} {y:.1f}h0")
        else:
            shapes.append(_shape(kind, geometry, frame))
    marks = len(shown) + min(len(joined), MOST_MARKS)
    return MapDrawing(
        width=frame.width,
        height=frame.height,
        boundary=boundary,
        lines=lines,
        shapes=tuple(shapes),
        dots=tuple((kind, "".join(every)) for kind, every in sorted(dots.items())),
        marks=marks,
        left_out=len(places) + len(joined) - marks,
    )


def as_map(layers: Mapping[LayerName, Iterable[Feature]], looks: Mapping[str, str]) -> bytes:
    """Return a release for the map's script: places with what they look like, connections, and the boundary, as JSON.

    Args:
        layers: the features of each.
        looks: for each kind of asset which of the six it looks like.
    """
    assets = (
        _for_script(each, look_of(each.properties["kind"], looks), each.properties["kind_label"])
        for each in layers.get(LayerName.ASSETS, ())
    )
    meeting = (_for_script(each, "meeting_place", "") for each in layers.get(LayerName.MEETING_PLACES, ()))
    joined = (
        {
            "id": each.id,
            "start": each.properties["start"],
            "end": each.properties["end"],
            "directed": each.properties["directed"],
            "strength": each.properties["how_strength"] or "steady",
        }
        for each in layers.get(LayerName.CONNECTIONS, ())
    )
    boundary = next((each.geometry for each in layers.get(LayerName.BOUNDARY, ())), None)
    told = {"places": [*assets, *meeting], "connections": list(joined), "boundary": boundary}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _for_script(feature: Feature, kind: str, label: str) -> dict[str, Any]:
    row = feature.properties
    return {
        "id": feature.id,
        "kind": kind,
        "kindLabel": label,
        "title": row["title"],
        "note": row["note"] or "",
        "precision": row["precision_m"],
        "geometry": feature.geometry,
    }


def look_of(kind: str, looks: Mapping[str, str]) -> str:
    """Return which of the known kinds a kind of asset looks like; what nobody knows looks like a place."""
    look = looks.get(kind, kind)
    return look if look in KINDS else "physical_place"


def _places(
    features: Iterable[Feature], looks: Mapping[str, str] | None
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield for each place what it looks like, and where it stands."""
    for feature in features:
        if feature.geometry is not None:
            kind = "meeting_place" if looks is None else look_of(feature.properties["kind"], looks)
            yield kind, feature.geometry


def _shape(kind: str, geometry: Mapping[str, Any], frame: Frame) -> Shape:
    if geometry["type"] == "LineString":
        return Shape(kind, _path(geometry["coordinates"], frame), is_area=False)
    return Shape(kind, _outline(geometry, frame), is_area=True)


def _outline(geometry: Mapping[str, Any], frame: Frame) -> str:
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return "".join(f"{_path(ring[:-1], frame)}Z" for rings in polygons for ring in rings)


def _path(positions: Sequence[Sequence[float]], frame: Frame) -> str:
    pairs = (frame.place(lon, lat) for lon, lat, *_ in positions)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in pairs)


def _mercator(lat: float) -> float:
    """Return the height of a latitude on the Mercator map, in radians."""
    return math.asinh(math.tan(math.radians(lat)))
