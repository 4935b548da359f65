"""Small OpenStreetMap files for tests, written by hand: a street here, a hall there."""

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import quoteattr

Place = tuple[float, float]

CENTRE: Place = (-0.73, 52.67)
STEP = 0.001
"""Degrees to a step of a scene: some 68 m eastwards and 111 m northwards."""


class Scene:
    """An OSM file in the making. Places are in steps east and north of the centre."""

    def __init__(self) -> None:
        self._points: list[str] = []
        self._ways: list[str] = []
        self._relations: list[str] = []

    def point(self, where: Place, /, **tags: str) -> "Scene":
        """Add one point with tags."""
        self._node(where, tags)
        return self

    def way(self, places: Sequence[Place], *, missing: int = 0, **tags: str) -> "Scene":
        """Add a way; where its last place is its first it is closed. `missing` more points are named but not there."""
        closed = len(places) > 2 and places[0] == places[-1]
        refs = [self._node(place, {}) for place in (places[:-1] if closed else places)]
        refs += [refs[0]] if closed else []
        refs += [900_000 + number for number in range(missing)]
        body = "".join(f'<nd ref="{ref}"/>' for ref in refs) + _tags(tags)
        self._ways.append(f'<way id="{len(self._ways) + 1}" version="1">{body}</way>')
        return self

    def ring(self, outer: Sequence[Place], inner: Sequence[Place], **tags: str) -> "Scene":
        """Add a multipolygon: an outer ring with a hole."""
        first = len(self._ways) + 1
        self.way(outer).way(inner)
        members = f'<member type="way" ref="{first}" role="outer"/><member type="way" ref="{first + 1}" role="inner"/>'
        number = len(self._relations) + 1
        all_tags = _tags({"type": "multipolygon", **tags})
        self._relations.append(f'<relation id="{number}" version="1">{members}{all_tags}</relation>')
        return self

    def text(self) -> str:
        """Return the file's text."""
        parts = "".join([*self._points, *self._ways, *self._relations])
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">{parts}</osm>\n'

    def write(self, path: Path) -> Path:
        """Write the file and return its path."""
        path.write_text(self.text(), encoding="utf-8")
        return path

    def _node(self, place: Place, tags: dict[str, str]) -> int:
        number = len(self._points) + 1
        longitude, latitude = at(place)
        self._points.append(
            f'<node id="{number}" lon="{longitude:.7f}" lat="{latitude:.7f}" version="1">{_tags(tags)}</node>'
        )
        return number


def at(place: Place) -> Place:
    """Return degrees for a place in steps."""
    return CENTRE[0] + place[0] * STEP, CENTRE[1] + place[1] * STEP


def square(left: float, bottom: float, size: float) -> list[Place]:
    """Return a closed square, anticlockwise, in steps."""
    right, top = left + size, bottom + size
    return [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]


def village() -> Scene:
    """Return a village with something of everything."""
    return (
        Scene()
        .way([(-6, 0), (0, 0.3), (6, 0)], highway="primary", name="Great North Road")
        .way([(0, -6), (0, 6)], highway="residential", name="Church Lane")
        .way([(-5, -3), (-2, -4), (2, -4), (5, -3)], waterway="river", name="River Chater")
        .way([(-6, 4), (6, 5)], railway="rail")
        .way([(1, 1), (3, 2), (4, 4)], highway="footway", name="Mill Path")
        .way(square(1, -2, 0.3), building="yes")
        .way(square(-2, 1, 0.4), building="yes", amenity="community_centre", name="Jubilee Hall")
        .way(square(-5, -2, 1.5), leisure="park", name="Cricket Field")
        .ring(square(3, -2, 1.5), square(3.5, -1.5, 0.5), natural="water", name="Long Pond")
        .point((0.5, 0.5), place="village", name="Brook End")
        .point((2, 2), shop="bakery", name="Oven & Son")
        .point((2.5, 1.5), natural="tree")
    )


def _tags(tags: dict[str, str]) -> str:
    return "".join(f"<tag k={quoteattr(key)} v={quoteattr(value)}/>" for key, value in tags.items())
