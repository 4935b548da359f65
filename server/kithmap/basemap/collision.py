"""Which spots on the map are taken: names never overlap, and one name is not written twice close together."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels of one zoom."""

CELL = 64
"""Pixels to a cell of the grid: about the height of four names, so that a name lies in few cells."""


class TakenSpots:
    """The boxes of all names placed so far on one zoom."""

    def __init__(self) -> None:
        """Begin with an empty map."""
        self._cells: dict[tuple[int, int], list[Box]] = defaultdict(list)
        self._writings: dict[str, list[tuple[float, float]]] = defaultdict(list)

    def free(self, boxes: Sequence[Box], room: float) -> bool:
        """Say whether boxes, each widened by `room` pixels on every side, overlap nothing placed so far."""
        return not any(
            _overlap(wide, taken)
            for box in boxes
            for wide in [(box[0] - room, box[1] - room, box[2] + room, box[3] + room)]
            for cell in _cells(wide)
            for taken in self._cells.get(cell, ())
        )

    def far_from_itself(self, name: str, x: float, y: float, least: float) -> bool:
        """Say whether a name is written nowhere within `least` pixels of a point."""
        return all(
            (x - there) ** 2 + (y - down) ** 2 >= least**2 for there, down in self._writings.get(name, ())
        )

    def take(self, name: str, x: float, y: float, boxes: Iterable[Box]) -> None:
        """Note that a name is written around a point and fills boxes."""
        self._writings[name].append((x, y))
        for box in boxes:
            for cell in _cells(box):
                self._cells[cell].append(box)


def around(boxes: Sequence[Box]) -> Box:
    """Return the one box around several."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _cells(box: Box) -> Iterable[tuple[int, int]]:
    columns = range(int(box[0] // CELL), int(box[2] // CELL) + 1)
    rows = range(int(box[1] // CELL), int(box[3] // CELL) + 1)
    return ((column, row) for column in columns for row in rows)
