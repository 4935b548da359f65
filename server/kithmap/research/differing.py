"""What is different from the release before, as counts and as a list to take away."""

from collections.abc import Iterator

from kithmap.basics.words import said
from kithmap.layers.differences import Changed, Differences, Moved, Named
from kithmap.research.code_words import LAYERS
from kithmap.research.figures import Column, Figure, Words

BECAME = {
    "added": Words(said("New")),
    "gone": Words(said("Gone")),
    "moved": Words(said("Shown elsewhere")),
    "changed": Words(said("Something else is told")),
}
"""What became of a feature, in the order in which it is told."""

MOST_SHOWN = 100
"""Differences that a page lists; all of them are in the table that is taken away."""


def counts_figure(found: Differences) -> Figure:
    """Return how many features came, went, are shown elsewhere, or say something else, by layer."""
    tallies = {became: [each.layer for each in getattr(found, became)] for became in BECAME}
    layers = [layer for layer in LAYERS if any(layer in every for every in tallies.values())]
    return Figure(
        "differences",
        Words(said("How much is different")),
        Words(said("Why something is gone, nobody outside is told.")),
        Words(said("Layer")),
        tuple(Column(words, drawn=False) for words in BECAME.values()),
        tuple((LAYERS[layer], *(tallies[became].count(layer) for became in BECAME)) for layer in layers),
    )


def list_figure(found: Differences, most: int | None = None) -> Figure:
    """Return what is different, one by one.

    Args:
        found: all that is different.
        most: so many at most; None for all.
    """
    rows = list(_rows(found))
    return Figure(
        "differences-one-by-one",
        Words(said("What is different, one by one")),
        Words("", own=True),
        Words(said("What people call it")),
        (
            Column(Words(said("Layer")), drawn=False),
            Column(Words(said("What became of it")), drawn=False),
            Column(Words(said("How")), drawn=False),
        ),
        tuple(rows[:most]),
    )


def how_many(found: Differences) -> int:
    """Return how many features are different."""
    return sum(len(getattr(found, became)) for became in BECAME)


def _rows(found: Differences) -> Iterator[tuple[Words, Words, Words, Words]]:
    for became, words in BECAME.items():
        every: tuple[Named | Moved | Changed, ...] = getattr(found, became)
        for each in every:
            yield Words(each.title, own=True), LAYERS[each.layer], words, _how(each)


def _how(each: Named | Moved | Changed) -> Words:
    if isinstance(each, Moved):
        if each.precision is not None:
            return Words(said("It is shown more or less exactly than before."))
        metres = f"{each.metres:.0f}"
        return Words(said(f"By {metres} metres."))
    if isinstance(each, Changed):
        return Words(", ".join(each.columns), own=True)
    return Words("", own=True)
