"""What figures tell of: for each topic the layer and column that are counted, by one release or by several beside each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kithmap.basics.words import said
from kithmap.layers.model import LayerName
from kithmap.research.code_words import BY_COLUMN, NOT_SAID, words_of
from kithmap.research.counting import EMPTY, Counts
from kithmap.research.figures import Words

NOTHING_MORE = Words("", own=True)
"""Where the title says it all."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What is counted.

    Attributes:
        name: in addresses and names of files.
        layer: in which layer.
        column: by which column.
        title: what it shows.
        head: what the rows are.
        says: how to read it; empty where the title says it all.
    """

    name: str
    layer: LayerName
    column: str
    title: Words
    head: Words
    says: Words = NOTHING_MORE


_SEVERAL = Words(said("A connection can have several reasons, and counts for each of them."))

TOPICS = (
    Topic(
        "assets-by-kind",
        LayerName.ASSETS,
        "kind",
        Words(said("Assets by kind")),
        Words(said("Kind of asset")),
    ),
    Topic(
        "meeting-places-by-how-often",
        LayerName.MEETING_PLACES,
        "how_often",
        Words(said("Meeting places by how often people meet")),
        Words(said("How often")),
    ),
    Topic(
        "meeting-places-by-how-many",
        LayerName.MEETING_PLACES,
        "how_many",
        Words(said("Meeting places by how many people meet")),
        Words(said("How many")),
    ),
    Topic(
        "meeting-places-by-who-may-come",
        LayerName.MEETING_PLACES,
        "open_to",
        Words(said("Meeting places by who may come")),
        Words(said("Who may come")),
    ),
    Topic(
        "connections-by-why",
        LayerName.CONNECTIONS,
        "why",
        Words(said("Connections by why people connect")),
        Words(said("Why")),
        _SEVERAL,
    ),
    Topic(
        "connections-by-how",
        LayerName.CONNECTIONS,
        "how_mode",
        Words(said("Connections by how people connect")),
        Words(said("How")),
    ),
    Topic(
        "connections-by-how-often",
        LayerName.CONNECTIONS,
        "how_frequency",
        Words(said("Connections by how often people connect")),
        Words(said("How often")),
    ),
    Topic(
        "connections-by-strength",
        LayerName.CONNECTIONS,
        "how_strength",
        Words(said("Connections by how strong they are")),
        Words(said("How strong")),
    ),
    Topic(
        "connections-by-outcome",
        LayerName.CONNECTIONS,
        "outcome",
        Words(said("Connections by what happens as a result")),
        Words(said("What happens")),
    ),
)
"""In the order in which they are shown."""


def values(topic: Topic, every: Sequence[Counts]) -> list[tuple[str, Words]]:
    """Return the rows of a topic: each value with what it is called.

    Codes stand in their own order, all of them, so that zero is told too; kinds stand with the most frequent first.

    Args:
        topic: what is counted.
        every: the counts that are shown together.
    """
    found = [each.of(topic.layer, topic.column) for each in every]
    if topic.column == "kind":
        return _kinds(found, every)
    known = BY_COLUMN[topic.column]
    others = sorted({value for tally in found for value in tally} - {EMPTY, *known})
    rows = [(value, words_of(topic.column, value)) for value in (*known, *others)]
    return [*rows, (EMPTY, NOT_SAID)] if any(tally.get(EMPTY) for tally in found) else rows


def _kinds(found: Sequence[Mapping[str, int]], every: Sequence[Counts]) -> list[tuple[str, Words]]:
    labels = {kind: label for each in reversed(every) for kind, label in each.kinds.items()}
    totals = {kind: sum(tally.get(kind, 0) for tally in found) for kind in labels}
    in_order = sorted(labels, key=lambda kind: (-totals[kind], labels[kind], kind))
    return [(kind, Words(labels[kind], own=True)) for kind in in_order]


def has_any(topic: Topic, every: Sequence[Counts]) -> bool:
    """Tell whether there is anything to show: a value that somebody gave."""
    return any(
        count
        for each in every
        for value, count in each.of(topic.layer, topic.column).items()
        if value != EMPTY
    )
