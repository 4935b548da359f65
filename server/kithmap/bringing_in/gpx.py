"""Places out of GPX: its waypoints. What somebody walked, they did not mean as a place.

Source: GPX 1.1 (topografix.com/GPX/1/1).
"""

from kithmap.basics.errors import BadInputError
from kithmap.basics.words import said
from kithmap.bringing_in.gathering import Gathering
from kithmap.bringing_in.model import Coordinates, Table
from kithmap.bringing_in.shapes import shape_of
from kithmap.bringing_in.xml_walk import XmlWalk

WORDS = {
    "name": "name",
    "cmt": "comment",
    "desc": "description",
    "sym": "symbol",
    "type": "type",
    "src": "source",
}
"""What is read of a waypoint, and what its column is called. Its links are not: nothing is fetched."""


def from_gpx(content: bytes) -> Table:
    """Return the waypoints of a file.

    Raises:
        TooLargeError: if there is too much in it.
        BadInputError: if it cannot be read.
    """
    walk = _Waypoints()
    walk.walk(content)
    if walk.ways:
        walk.gathering.note(
            said(f"Tracks and routes were left out; of these there are {walk.ways}. Waypoints are read.")
        )
    return walk.gathering.table()


class _Waypoints(XmlWalk):
    def __init__(self) -> None:
        super().__init__()
        self.gathering = Gathering(coordinates=Coordinates.DEGREES)
        self.gathering.name_columns(["name", "description", "type"])
        self.ways = 0
        self._number = 0
        self._at: dict[str, str] = {}
        self._cells: dict[str, str] = {}

    def begins(self, attributes: dict[str, str]) -> None:
        match self.path[1:]:
            case ["wpt"]:
                self._number += 1
                self._at = attributes
                self._cells = {}
            case ["trk"] | ["rte"]:
                self.ways += 1

    def ends(self, text: str) -> None:
        match self.path[1:]:
            case ["wpt", name] if name in WORDS:
                self._cells[WORDS[name]] = text
            case ["wpt"]:
                try:
                    position = [_number(self._at.get(name, "")) for name in ("lon", "lat")]
                    self.gathering.add(self._number, self._cells, shape_of("Point", position))
                except BadInputError as error:
                    self.gathering.leave(self._number, error)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise BadInputError(f"“{text[:20]}” is no number.") from None
