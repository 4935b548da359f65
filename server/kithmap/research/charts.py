"""Charts of figures: which numbers are drawn, what they are called, and whether as bars, groups or small charts."""

from dataclasses import dataclass

from kithmap.research.figures import Cell, Drawn, Figure, Told, in_words, shown


@dataclass(frozen=True, slots=True)
class Series:
    """What a colour stands for, or a small chart.

    Attributes:
        name: as its reader sees it.
        values: a number for each label, not negative; None where there is none.
        written: the same as the table has them.
    """

    name: str
    values: tuple[float | None, ...]
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn.

    Attributes:
        name: begins the ids within the drawing.
        title: what it shows.
        says: the same in one or two sentences, for who does not see it.
        labels: of the rows.
        series: at least one.
        drawn: as bars, groups of bars or small charts.
        source: the line to print beneath what is taken away.
        right_to_left: whether its reader's lines begin at the right.
    """

    name: str
    title: str
    says: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    drawn: Drawn
    source: str = ""
    right_to_left: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn.

        Raises:
            ValueError: if a number is below zero, or a series does not have one for each label.
        """
        for each in self.series:
            if len(each.values) != len(self.labels) or len(each.written) != len(self.labels):
                raise ValueError(f"{self.name}: {each.name} does not fit the labels")
            if any(value is not None and not value >= 0 for value in each.values):
                raise ValueError(f"{self.name}: {each.name} has a number below zero")

    @property
    def longest(self) -> float:
        """The greatest number, by which all bars are measured; 1 where all are zero."""
        found = (value for each in self.series for value in each.values if value is not None)
        return max(found, default=0) or 1


def chart_of(figure: Figure, told: Told, *, source: str = "", right_to_left: bool = False) -> Chart | None:
    """Return a figure's chart, or None where nothing is drawn.

    Args:
        figure: what is drawn: its rows by their heads, and those of its columns that are meant to be.
        told: puts our sentences into the reader's language.
        source: the line to print beneath what is taken away.
        right_to_left: whether its reader's lines begin at the right.

    Raises:
        ValueError: if a number is below zero.
    """
    told_all = shown(figure, told)
    drawn = [at for at, column in enumerate(figure.columns, 1) if column.drawn and told_all.numbers[at - 1]]
    if figure.drawn is Drawn.NOT or figure.is_empty or not drawn:
        return None
    if figure.drawn is Drawn.BARS:
        drawn = drawn[:1]
    series = tuple(
        Series(
            in_words(figure.columns[at - 1].called or figure.columns[at - 1].head, told),
            tuple(_number(row[at]) for row in figure.rows),
            tuple(row[at] for row in told_all.rows),
        )
        for at in drawn
    )
    labels = tuple(row[0] for row in told_all.rows)
    return Chart(
        figure.name, told_all.title, told_all.says, labels, series, figure.drawn, source, right_to_left
    )


def _number(cell: Cell) -> float | None:
    return float(cell) if isinstance(cell, int | float) else None
