"""What was chosen of a file as operations: in pieces, between which the room hears others, and the same whenever it is asked again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kithmap.basics.geometry import positions
from kithmap.basics.ids import derived_id
from kithmap.bringing_in.candidates import Candidate
from kithmap.shared_map.operations.bringing_in import MOST_AT_ONCE, BringInPlaces, TakeBackPlaces

MOST_CORNERS_AT_ONCE = 500
"""Of the shapes in one piece: as many as one person may draw at once."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One operation.

    Attributes:
        id: the operation's own.
        kind: the operation's.
        payload: what it asks.
        size: places in it.
    """

    id: str
    kind: str
    payload: Mapping[str, Any]
    size: int


def place_id(batch: str, row: int) -> str:
    """Return the id of the place that a row of a file becomes: sent twice, it is there once."""
    return derived_id(batch, f"place {row}")


def pieces(
    batch: str, chosen: Sequence[Candidate], provenance: Mapping[str, str], visibility: str
) -> Iterator[Piece]:
    """Yield the operations that put places on the map.

    Args:
        batch: an id that was made when the file was looked at.
        chosen: the places, in the order of the file.
        provenance: whose data it is.
        visibility: for whom they are.
    """
    for part in _parts(chosen):
        places = [_payload(batch, each) for each in part]
        payload = {
            "batch": batch,
            "provenance": dict(provenance),
            "visibility": visibility,
            "places": places,
        }
        name = " ".join(each["place"] for each in places)
        yield Piece(derived_id(batch, name), BringInPlaces.kind, payload, len(places))


def taking_back(asked: str, places: Sequence[str]) -> Iterator[Piece]:
    """Yield the operations that take places off the map again.

    Args:
        asked: an id of this wish.
        places: their ids.
    """
    for start in range(0, len(places), MOST_AT_ONCE):
        part = list(places[start : start + MOST_AT_ONCE])
        yield Piece(derived_id(asked, " ".join(part)), TakeBackPlaces.kind, {"places": part}, len(part))


def _payload(batch: str, each: Candidate) -> dict[str, Any]:
    return {
        "place": place_id(batch, each.row),
        "title": each.title,
        "note": each.note,
        "geometry": each.geometry,
        "asset_kind": each.kind,
    }


def _parts(chosen: Iterable[Candidate]) -> Iterator[list[Candidate]]:
    part: list[Candidate] = []
    corners = 0
    for each in chosen:
        own = sum(1 for _ in positions(each.geometry))
        if part and (len(part) == MOST_AT_ONCE or corners + own > MOST_CORNERS_AT_ONCE):
            yield part
            part, corners = [], 0
        part.append(each)
        corners += own
    if part:
        yield part
