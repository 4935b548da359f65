"""Shapes as well-known binary, as GeoPackage keeps them. Nothing in it is believed before there are bytes enough for it.

Source: OGC 06-103r4, section 8; OGC 12-128r18, section 2.1.3 for what stands before it in a GeoPackage.
"""

import struct
from typing import Any

from kithmap.basics.errors import BadInputError
from kithmap.bringing_in.model import MOST_CORNERS, Json
from kithmap.bringing_in.shapes import shape_of, too_many_corners

_KINDS = {
    1: "Point",
    2: "LineString",
    3: "Polygon",
    4: "MultiPoint",
    5: "MultiLineString",
    6: "MultiPolygon",
}
_PART_OF = {"MultiPoint": "Point", "MultiLineString": "LineString", "MultiPolygon": "Polygon"}
_ENVELOPE = (0, 32, 48, 48, 64)
"""Bytes of the bounds in the head, by their number in its flags."""
_HEAD = 8
_EMPTY = 0x10
_UNREADABLE = "Its shape cannot be read."


def from_geopackage_blob(blob: object) -> Json:
    """Return the shape in a GeoPackage's geometry column.

    Raises:
        BadInputError: saying what is wrong with it.
    """
    if not isinstance(blob, bytes):
        raise BadInputError("It has no place on the map.")
    if len(blob) < _HEAD or blob[:2] != b"GP" or blob[2] != 0:
        raise BadInputError(_UNREADABLE)
    flags = blob[3]
    envelope = (flags >> 1) & 0x07
    if flags & _EMPTY:
        raise BadInputError("Its shape is empty.")
    if flags & 0x20 or envelope >= len(_ENVELOPE):
        raise BadInputError(_UNREADABLE)
    return from_wkb(blob, _HEAD + _ENVELOPE[envelope])


def from_wkb(blob: bytes, start: int = 0) -> Json:
    """Return the shape that some bytes are.

    Raises:
        BadInputError: saying what is wrong with it.
    """
    reader = _Reader(blob, start)
    try:
        kind, coordinates = reader.shape()
    except struct.error:
        raise BadInputError(_UNREADABLE) from None
    return shape_of(kind, coordinates)


class _Reader:
    def __init__(self, blob: bytes, start: int) -> None:
        self._blob = blob
        self._at = start
        self._order = "<"
        self._width = 2

    def shape(self, within: str = "") -> tuple[str, Any]:
        kind = self._kind()
        if within and kind != _PART_OF[within]:
            raise BadInputError(_UNREADABLE)
        match kind:
            case "Point":
                return kind, self._positions(1)[0]
            case "LineString":
                return kind, self._positions(self._count())
            case "Polygon":
                return kind, [self._positions(self._count()) for _ in range(self._count())]
            case _:
                return kind, [self.shape(kind)[1] for _ in range(self._count())]

    def _kind(self) -> str:
        (order,) = struct.unpack_from("B", self._blob, self._at)
        self._at += 1
        self._order = "<" if order == 1 else ">"
        code = self._whole()
        # With heights and measures in both ways in which they are told: thousands (ISO), and the highest bits (PostGIS).
        extra = (code & 0xFFFF) // 1000
        has_z = extra in {1, 3} or bool(code & 0x80000000)
        has_m = extra in {2, 3} or bool(code & 0x40000000)
        if code & 0x20000000:
            self._at += 4
        self._width = 2 + has_z + has_m
        kind = _KINDS.get((code & 0xFFFF) % 1000)
        if kind is None:
            raise BadInputError("It is neither a point nor a line nor an outline.")
        return kind

    def _whole(self) -> int:
        (found,) = struct.unpack_from(f"{self._order}I", self._blob, self._at)
        self._at += 4
        whole: int = found
        return whole

    def _count(self) -> int:
        count = self._whole()
        if count > MOST_CORNERS:
            raise too_many_corners()
        return count

    def _positions(self, count: int) -> list[tuple[float, float]]:
        numbers = struct.unpack_from(f"{self._order}{count * self._width}d", self._blob, self._at)
        self._at += count * self._width * 8
        return [(numbers[place], numbers[place + 1]) for place in range(0, len(numbers), self._width)]
