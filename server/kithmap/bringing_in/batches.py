"""What was brought into a workshop before: together, with whose data it is, and how much of it is in use by now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kithmap.basics.records import Record, View
from kithmap.shared_map.model import PLACES
from kithmap.shared_map.operations.bringing_in import in_use, joined_to
from kithmap.shared_map.provenance import FIELD, batch_of, provenance_line


@dataclass(frozen=True, slots=True)
class Batch:
    """Places that came in together and are on the map.

    Attributes:
        id: theirs.
        whose: whose data it is.
        line: whose data, of which day and on what terms, in one line.
        places: how many.
        free: ids of those that can be taken back.
        in_use: how many cannot, because people have built on them.
    """

    id: str
    whose: str
    line: str
    places: int
    free: tuple[str, ...]
    in_use: int


def batches(view: View) -> tuple[Batch, ...]:
    """Return what was brought into a workshop, the latest first."""
    found: dict[str, list[Record]] = {}
    for kind in sorted(PLACES):
        for place in view.of_kind(kind):
            batch = batch_of(place.fields)
            if batch is not None:
                found.setdefault(batch, []).append(place)
    joined = joined_to(view)
    return tuple(_batch(view, batch, found[batch], joined) for batch in sorted(found, reverse=True))


def _batch(view: View, batch: str, places: list[Record], joined: frozenset[str]) -> Batch:
    free = sorted(place.id for place in places if not in_use(view, place, joined))
    told: Mapping[str, Any] = places[0].fields[FIELD]
    return Batch(
        batch,
        told["whose"],
        provenance_line(places[0].fields),
        len(places),
        tuple(free),
        len(places) - len(free),
    )
