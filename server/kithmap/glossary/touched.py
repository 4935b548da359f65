"""What on the maps hangs on a concept: what renaming or splitting it would touch."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kithmap.basics.records import View

ASSET = "asset"
"""The record kind of places that have a kind (``kithmap.shared_map.model``)."""


@dataclass(frozen=True, slots=True)
class Touched:
    """Places of one kind.

    Attributes:
        places: how many.
        workshops: in how many workshops.
    """

    places: int
    workshops: int


def touched(maps: Iterable[View]) -> dict[str, Touched]:
    """Return how many places hang on each concept.

    Args:
        maps: the records of the area's workshops.
    """
    places: Counter[str] = Counter()
    workshops: Counter[str] = Counter()
    for view in maps:
        # What its author took back says nothing any more.
        here = Counter(kind for each in view.of_kind(ASSET) if (kind := each.fields.get("asset_kind")))
        places += here
        workshops.update(here.keys())
    return {concept: Touched(count, workshops[concept]) for concept, count in sorted(places.items())}
