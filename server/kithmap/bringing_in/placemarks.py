"""Places out of KML: its placemarks. Nothing that it links to is fetched, and descriptions become plain words.

Source: OGC 12-007r2.
"""

import math
from typing import Any

from kithmap.basics.errors import BadInputError
from kithmap.basics.words import said
from kithmap.bringing_in.gathering import Gathering
from kithmap.bringing_in.model import MOST_CORNERS, Coordinates, Json, Table
from kithmap.bringing_in.shapes import shape_of, too_many_corners
from kithmap.bringing_in.words import without_markup
from kithmap.bringing_in.xml_walk import XmlWalk

SHAPES = frozenset({"Point", "LineString", "LinearRing", "Polygon"})
NOT_READ = frozenset({"NetworkLink", "GroundOverlay", "ScreenOverlay", "PhotoOverlay", "Tour"})
"""Parts that point elsewhere or are no places."""
FOLDER = "folder"


def from_placemarks(content: bytes) -> Table:
    """Return the placemarks of a file.

    Raises:
        TooLargeError: if there is too much in it.
        BadInputError: if it cannot be read.
    """
    walk = _Placemarks()
    walk.walk(content)
    if walk.not_read:
        names = ", ".join(sorted(walk.not_read))
        walk.gathering.note(
            said(f"Parts of this file that are no places, or lie elsewhere, were left out: {names}.")
        )
    return walk.gathering.table()


class _Placemarks(XmlWalk):
    def __init__(self) -> None:
        super().__init__()
        self.gathering = Gathering(coordinates=Coordinates.DEGREES)
        self.gathering.name_columns(["name", "description", FOLDER])
        self.not_read: set[str] = set()
        self._number = 0
        self._folders: list[str] = []
        self._cells: dict[str, str] = {}
        self._parts: list[tuple[str, Any]] = []
        self._rings: list[Any] = []
        self._data = ""
        self._wrong: BadInputError | None = None

    def begins(self, attributes: dict[str, str]) -> None:
        name = self.path[-1]
        if name == "Folder":
            self._folders.append("")
        elif name == "Placemark":
            self._number += 1
            self._cells, self._parts, self._wrong = {}, [], None
        elif name in {"Data", "SimpleData"}:
            self._data = attributes.get("name", "")
        elif name == "Polygon":
            self._rings = []
        elif name in NOT_READ:
            self.not_read.add(name)

    def ends(self, text: str) -> None:
        match self.path[-2:]:
            case [*_, "Folder"]:
                self._folders.pop()
            case ["Folder", "name"]:
                self._folders[-1] = without_markup(text).strip()
            case [*_, "Placemark"]:
                self._place()
            case ["Placemark", "name" | "description" | "address" | "phoneNumber" as name]:
                self._cells[name] = without_markup(text)
            case ["Data", "value"] | [_, "SimpleData"]:
                if "Placemark" in self.path and self._data:
                    self._cells[self._data] = without_markup(text)
            case [shape, "coordinates"] if shape in SHAPES and "Placemark" in self.path:
                self._shape(shape, text)
            case [*_, "Polygon"] if "Placemark" in self.path:
                self._parts.append(("Polygon", self._rings))

    def _shape(self, kind: str, text: str) -> None:
        try:
            found = _positions(text)
        except BadInputError as error:
            self._wrong = error
            return
        match kind:
            case "LinearRing" if "Polygon" in self.path:
                # A hole can stand before the outside in a file; in a shape it cannot.
                self._rings.insert(0 if "outerBoundaryIs" in self.path else len(self._rings), found)
            case "Point":
                self._parts.append(("Point", found[0] if found else []))
            case _:
                self._parts.append(("LineString", found))

    def _place(self) -> None:
        folder = next((name for name in reversed(self._folders) if name), "")
        try:
            if self._wrong is not None:
                raise self._wrong
            self.gathering.add(self._number, {**self._cells, FOLDER: folder}, _whole(self._parts))
        except BadInputError as error:
            self.gathering.leave(self._number, error)


def _whole(parts: list[tuple[str, Any]]) -> Json:
    if not parts:
        raise BadInputError("It has no place on the map.")
    kinds = {kind for kind, _ in parts}
    if len(parts) == 1:
        return shape_of(*parts[0])
    if len(kinds) > 1:
        raise BadInputError("It is made of shapes of several kinds; a place has one.")
    return shape_of(f"Multi{kinds.pop()}", [coordinates for _, coordinates in parts])


def _positions(text: str) -> list[tuple[float, float]]:
    if text.count(",") > 2 * MOST_CORNERS:
        raise too_many_corners()
    return [_position(each) for each in text.split()]


def _position(text: str) -> tuple[float, float]:
    numbers = text.split(",")
    try:
        found = (float(numbers[0]), float(numbers[1]))
    except (ValueError, IndexError):
        raise BadInputError(f"“{text[:20]}” is no position.") from None
    if not all(map(math.isfinite, found)):
        raise BadInputError("One of its numbers is no place on earth.")
    return found
