"""What of a file looks the same as a place that is on the map already, or as another one of the file."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kithmap.basics.geometry import positions
from kithmap.basics.records import Audience, Record
from kithmap.bringing_in.candidates import Candidate
from kithmap.shared_map.duplicates import duplicates
from kithmap.shared_map.model import ASSET, MEETING_PLACE

CROWD = 40
"""Places of one spot that are compared with each other: to compare all of 2,000 would take the square."""

SPOT_DECIMALS = 3
"""Of a degree: some 100 m."""


@dataclass(frozen=True, slots=True)
class Twin:
    """What looks the same as a candidate.

    Attributes:
        title: of the other place.
        metres: how far away it is.
        on_map: whether it is on the map already, or comes earlier in the same file.
    """

    title: str
    metres: float
    on_map: bool


def twins(
    candidates: Iterable[Candidate], on_map: Iterable[Record], boundary: Mapping[str, Any]
) -> dict[int, Twin]:
    """Return, by row, what looks the same as a candidate: on the map, or earlier in the same file.

    Args:
        candidates: of one file.
        on_map: the places that are on the map now.
        boundary: of the area, which sets the scale.
    """
    found, compared = _told_apart(candidates)
    by_id = {f"row {each.row:09}": each for each in compared}
    there = {record.id: record for record in on_map}
    records = [*there.values(), *(_record(name, each) for name, each in by_id.items())]
    for pair in duplicates(records, boundary):
        # Of a pair the one that came first is named first; ids of places on the map sort before rows.
        candidate = by_id.get(pair.other)
        if candidate is None or candidate.row in found:
            continue
        other = there.get(pair.one)
        title = by_id[pair.one].title if other is None else other.fields["title"]
        found[candidate.row] = Twin(title, pair.metres, other is not None)
    return found


def _record(name: str, each: Candidate) -> Record:
    fields = {"title": each.title, "geometry": each.geometry, "placed": {"blind": False, "revealed": False}}
    if each.kind is None:
        return Record(MEETING_PLACE, name, None, Audience.EVERYONE, fields)
    return Record(ASSET, name, None, Audience.EVERYONE, {**fields, "asset_kind": each.kind})


def _told_apart(candidates: Iterable[Candidate]) -> tuple[dict[int, Twin], list[Candidate]]:
    """Return what repeats a row before it, and what is left to be compared: of a crowd no more than is bearable."""
    found: dict[int, Twin] = {}
    compared: list[Candidate] = []
    seen: set[tuple[Any, ...]] = set()
    crowds: defaultdict[tuple[float, float], int] = defaultdict(int)
    for each in candidates:
        lon, lat = next(positions(each.geometry))
        spot = (round(lon, SPOT_DECIMALS), round(lat, SPOT_DECIMALS))
        same = (*spot, each.kind, each.title.casefold())
        if same in seen:
            found[each.row] = Twin(each.title, 0.0, on_map=False)
            continue
        seen.add(same)
        crowds[spot] += 1
        if crowds[spot] <= CROWD:
            compared.append(each)
    return found, compared
