"""Gathering the rows of a layer within the bounds of what is looked at, whatever format they come from."""

from collections.abc import Mapping

from kithmap.basics.errors import BadInputError, TooLargeError
from kithmap.basics.words import said
from kithmap.bringing_in.model import (
    MOST_ALL_CORNERS,
    MOST_ALL_LETTERS,
    MOST_COLUMNS,
    MOST_LETTERS,
    MOST_ROWS,
    Coordinates,
    Json,
    Left,
    Row,
    Table,
)
from kithmap.bringing_in.shapes import count
from kithmap.bringing_in.words import is_garbled

MOST_LEFT = 1_000
"""Refusals that are kept one by one; the rest are counted."""


class Gathering:
    """The rows of one layer, as they are read.

    Args:
        name: of the layer.
        coordinates: in what its shapes are, where the file says so.
        notes: what should be told of how it was read.
    """

    def __init__(
        self, name: str = "", coordinates: Coordinates | None = None, notes: tuple[str, ...] = ()
    ) -> None:
        """Begin with nothing."""
        self.name = name
        self.coordinates = coordinates
        self._notes = list(notes)
        self._columns: dict[str, int] = {}
        self._rows: list[tuple[int, dict[int, str], Json | None]] = []
        self._left: list[Left] = []
        self._more_left = self._letters = self._corners = self._seen = 0
        self._cut = self._garbled = self._ignored = False

    def add(self, number: int, cells: Mapping[str, str], shape: Json | None = None) -> None:
        """Take in a row.

        Raises:
            TooLargeError: if there are too many, or too much in them.
        """
        self._count()
        if shape is not None:
            self._corners += count(shape)
            if self._corners > MOST_ALL_CORNERS:
                raise TooLargeError(
                    f"The shapes in this file have more than {MOST_ALL_CORNERS} corners together. Please simplify them first, "
                    "or bring in a part of them."
                )
        found: dict[int, str] = {}
        for name, text in cells.items():
            place = self._place(name)
            if place is not None and text.strip():
                found[place] = self._kept(text)
        self._rows.append((number, found, shape))

    def leave(self, number: int, why: BadInputError) -> None:
        """Leave a row out."""
        self._count()
        if len(self._left) < MOST_LEFT:
            self._left.append(Left(number, why.message))
        else:
            self._more_left += 1

    def note(self, says: str) -> None:
        """Tell something of the whole layer, once."""
        if says not in self._notes:
            self._notes.append(says)

    def name_columns(self, names: list[str]) -> None:
        """Keep columns in the order in which the file names them."""
        for name in names:
            self._place(name)

    def _count(self) -> None:
        self._seen += 1
        if self._seen > MOST_ROWS:
            raise TooLargeError(
                f"This file holds more than {MOST_ROWS} places. Please bring in a part of them: those around your area, say."
            )

    def _place(self, name: str) -> int | None:
        name = name.strip()[:100]
        if name not in self._columns:
            if len(self._columns) >= MOST_COLUMNS:
                self._ignored = True
                return None
            self._columns[name] = len(self._columns)
        return self._columns[name]

    def _kept(self, text: str) -> str:
        if len(text) > MOST_LETTERS:
            self._cut = True
            text = text[:MOST_LETTERS]
        self._garbled = self._garbled or is_garbled(text)
        self._letters += len(text)
        if self._letters > MOST_ALL_LETTERS:
            raise TooLargeError("There are too many words in this file. Please bring in a part of it.")
        return text

    def table(self) -> Table:
        """Return what was gathered."""
        if self._ignored:
            self.note(said(f"Of its columns the first {MOST_COLUMNS} were read."))
        if self._cut:
            self.note(said(f"Texts longer than {MOST_LETTERS} letters were cut there."))
        if self._garbled:
            self.note(
                said(
                    "Some words look garbled, such as “CafÃ©”: the file was probably saved in another way once. Please look closely."
                )
            )
        if self._more_left:
            more = self._more_left
            self._left.append(Left(0, said(f"More that cannot be used: {more}.")))
        width = range(len(self._columns))
        return Table(
            name=self.name,
            columns=tuple(self._columns),
            rows=tuple(
                Row(number, tuple(found.get(place, "") for place in width), shape)
                for number, found, shape in self._rows
            ),
            left=tuple(self._left),
            coordinates=self.coordinates,
            notes=tuple(self._notes),
        )
