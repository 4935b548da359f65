"""Two to seven areas beside each other: counts, shares, and what the connections make of the places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from kithmap.basics.errors import BadInputError
from kithmap.basics.words import said
from kithmap.layers.model import LayerName
from kithmap.research.code_words import LAYERS
from kithmap.research.counting import PLACES, Counts
from kithmap.research.figures import Cell, Column, Drawn, Figure, Words
from kithmap.research.release_figures import NET_SAYS, net_rows
from kithmap.research.topics import TOPICS, Topic, has_any, values

FEWEST, MOST = 2, 7
"""Areas beside each other: the programme has seven, and more columns are read by nobody."""

MOST_GROUPED = 3
"""Areas whose bars stand together; from four on, each has a small chart of its own."""

FROM_FILES = Words(said("Places among them that came from files"))

SHOWN_LAYERS = (LayerName.ASSETS, LayerName.MEETING_PLACES, LayerName.CONNECTIONS)


@dataclass(frozen=True, slots=True)
class Side:
    """An area as it stands beside others.

    Attributes:
        area: what it is called.
        counts: of the release that is compared.
        residents: how many people live there, by its census profile; None without one.
    """

    area: str
    counts: Counts
    residents: int | None = None

    @property
    def name(self) -> Words:
        """What it is called, as people wrote it."""
        return Words(self.area, own=True)


def check_number(areas: int) -> None:
    """Refuse fewer areas than two, and more than seven.

    Raises:
        BadInputError: in words for whoever chose.
    """
    if areas < FEWEST:
        raise BadInputError("Please choose two areas or more, to put them side by side.")
    if areas > MOST:
        raise BadInputError("Please choose seven areas at most. More do not fit side by side.")


def how_drawn(areas: int) -> Drawn:
    """Return how figures of so many areas are drawn."""
    return Drawn.GROUPED if areas <= MOST_GROUPED else Drawn.PANELS


def figures(sides: Sequence[Side]) -> list[Figure]:
    """Return what is shown of several areas: how much was mapped, by residents, each topic in shares, and the nets.

    Raises:
        BadInputError: if there are fewer than two, or more than seven.
    """
    check_number(len(sides))
    return [
        how_much(sides),
        *([per_thousand(sides)] if any(side.residents for side in sides) else []),
        *(topic_figure(topic, sides) for topic in TOPICS if has_any(topic, [side.counts for side in sides])),
        *([_nets(sides)] if any(side.counts.net.ties for side in sides) else []),
    ]


def how_much(sides: Sequence[Side]) -> Figure:
    """Return how much was mapped in each area."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (LAYERS[layer], *(side.counts.layers.get(layer, 0) for side in sides)) for layer in SHOWN_LAYERS
    )
    from_files = [sum(map(side.counts.brought_in, PLACES)) for side in sides]
    if any(from_files):
        rows = (*rows, (FROM_FILES, *from_files))
    return Figure(
        "how-much-was-mapped",
        Words(said("How much was mapped")),
        Words(
            said(
                "How many places are on a map depends first on how many people mapped, and for how long. Fewer places do not mean "
                "that less is there."
            )
        ),
        Words(said("Layer")),
        tuple(Column(side.name) for side in sides),
        rows,
        how_drawn(len(sides)),
    )


def per_thousand(sides: Sequence[Side]) -> Figure:
    """Return how much people mapped for each thousand residents, where the census profile tells how many there are."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (LAYERS[layer], *(_rate(side, layer) for side in sides)) for layer in SHOWN_LAYERS
    )
    return Figure(
        "mapped-for-each-thousand-residents",
        Words(said("Mapped for each 1,000 residents")),
        Words(
            said(
                "Residents as the census profile of each area has them; a dash where there is none. Places from files that others "
                "made are not counted here."
            )
        ),
        Words(said("Layer")),
        tuple(Column(side.name, decimals=2) for side in sides),
        rows,
        how_drawn(len(sides)),
    )


def _rate(side: Side, layer: LayerName) -> float | None:
    if not side.residents:
        return None
    mapped = side.counts.layers.get(layer, 0) - side.counts.brought_in(layer)
    return 1000 * mapped / side.residents


def topic_figure(topic: Topic, sides: Sequence[Side]) -> Figure:
    """Return a topic's counts for each area, and drawn: its shares of the area's own map, which compare where counts do not."""
    every = [side.counts for side in sides]
    rows = (
        (words, *chain.from_iterable(_count_and_share(topic, value, counts) for counts in every))
        for value, words in values(topic, every)
    )
    return Figure(
        topic.name,
        topic.title,
        SEVERAL_IN_100 if topic.says.text else IN_100[topic.layer],
        topic.head,
        tuple(column for side in sides for column in _count_and_share_columns(side)),
        tuple(rows),
        how_drawn(len(sides)),
    )


def _count_and_share(topic: Topic, value: str, counts: Counts) -> tuple[Cell, Cell]:
    count, of = counts.of(topic.layer, topic.column).get(value, 0), counts.layers.get(topic.layer, 0)
    return count, 100 * count / of if of else None


def _count_and_share_columns(side: Side) -> tuple[Column, Column]:
    area = side.area
    return (
        Column(Words(said(f"{area}: how many")), drawn=False),
        Column(Words(said(f"{area}: in 100")), decimals=1, called=side.name),
    )


IN_100: Mapping[LayerName, Words] = {
    LayerName.ASSETS: Words(said("Of 100 assets that are on the map of the area.")),
    LayerName.MEETING_PLACES: Words(said("Of 100 meeting places that are on the map of the area.")),
    LayerName.CONNECTIONS: Words(said("Of 100 connections that are on the map of the area.")),
}
"""What shares are of."""

SEVERAL_IN_100 = Words(
    said(
        "Of 100 connections that are on the map of the area. One with several reasons counts for each of them."
    )
)
"""The same where a connection has several values."""


def _nets(sides: Sequence[Side]) -> Figure:
    each = [list(net_rows(side.counts.net)) for side in sides]
    rows = tuple((found[0][0], *(figure for _, figure in found)) for found in zip(*each, strict=True))
    return Figure(
        "how-places-hang-together",
        Words(said("How places hang together")),
        NET_SAYS,
        Words(said("Figure")),
        tuple(Column(side.name, drawn=False) for side in sides),
        rows,
    )
