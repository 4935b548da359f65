"""A figure: a table of what is told, which may be drawn as a chart, shown on a page and taken away exactly as it is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from kithmap.basics.csv_text import spreadsheet_table


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a figure.

    Attributes:
        text: what they are; ours in English, to be put into the reader's language.
        own: whether somebody wrote them, so that they stand as they are.
    """

    text: str
    own: bool = False


NO_FIGURE = Words("\N{EN DASH}", own=True)
"""Stands where there is no number: nobody said, it is hidden, or it makes no sense there."""

Cell = Words | int | float | None
"""What stands in a table; None is no number, which is not zero."""


class Drawn(StrEnum):
    """How a figure is drawn, besides its table."""

    NOT = "not"
    BARS = "bars"
    """A bar for each row: its only column of numbers."""
    GROUPED = "grouped"
    """A bar for each row and column of numbers, those of a row together."""
    PANELS = "panels"
    """A small chart for each column of numbers, all on one scale."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of numbers, or of words, beside the heads of the rows.

    Attributes:
        head: what it holds.
        decimals: of its numbers.
        drawn: whether the chart shows it.
        called: what it is called in the chart; None for the same as in the table.
    """

    head: Words
    decimals: int = 0
    drawn: bool = True
    called: Words | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A table with a title, and how it is drawn.

    Attributes:
        name: in addresses and names of files: ``assets-by-kind``.
        title: what it shows.
        says: how to read it, in a sentence or two; empty where the title says it all.
        head: what the heads of its rows are.
        columns: beside those.
        rows: each with its head first, then a cell for each column.
        drawn: as what.
    """

    name: str
    title: Words
    says: Words
    head: Words
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    drawn: Drawn = Drawn.NOT

    def __post_init__(self) -> None:
        """Refuse rows that do not fit the columns.

        Raises:
            ValueError: if one has more cells or fewer.
        """
        if any(len(row) != len(self.columns) + 1 for row in self.rows):
            raise ValueError(f"{self.name}: a row does not fit its columns")

    @property
    def is_empty(self) -> bool:
        """Whether it has nothing to tell."""
        return not self.rows


Told = Callable[[str], str]
"""Puts a sentence of ours into the reader's language."""


def in_words(words: Words, told: Told) -> str:
    """Return words as the reader sees them."""
    return words.text if words.own else told(words.text)


def written(cell: Cell, column: Column | None, told: Told) -> str:
    """Return a cell as the reader sees it.

    Args:
        cell: what stands there.
        column: in which; None for the head of a row.
        told: puts our sentences into the reader's language.
    """
    if cell is None:
        return in_words(NO_FIGURE, told)
    if isinstance(cell, Words):
        return in_words(cell, told)
    return f"{cell:.{column.decimals if column else 0}f}"


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure as its reader sees it: on a page, in a chart, and in a file.

    Attributes:
        name: in addresses and names of files.
        title: what it shows.
        says: how to read it.
        heads: of all columns, the rows' first.
        rows: of texts.
        numbers: for each column beside the rows' heads, whether it holds numbers.
    """

    name: str
    title: str
    says: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[bool, ...]


def shown(figure: Figure, told: Told) -> Shown:
    """Return a figure as its reader sees it.

    Args:
        figure: what is shown.
        told: puts our sentences into the reader's language.
    """
    columns = (None, *figure.columns)
    return Shown(
        name=figure.name,
        title=in_words(figure.title, told),
        says=in_words(figure.says, told),
        heads=(in_words(figure.head, told), *(in_words(each.head, told) for each in figure.columns)),
        rows=tuple(
            tuple(written(cell, column, told) for cell, column in zip(row, columns, strict=True))
            for row in figure.rows
        ),
        numbers=tuple(
            not any(isinstance(row[at], Words) for row in figure.rows)
            for at in range(1, len(figure.columns) + 1)
        ),
    )


def as_csv(figure: Shown) -> bytes:
    """Return a figure as a table for spreadsheets: the heads and cells that its reader sees, and no other."""
    return spreadsheet_table(figure.heads, figure.rows)
