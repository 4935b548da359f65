"""How much waits to be shown: what a screen may tell of a blind round without showing any of it."""

from dataclasses import dataclass

from kithmap.basics.records import Record, View
from kithmap.shared_map.model import ASSET, CONNECTION, MEETING_PLACE
from kithmap.shared_map.withheld import Withheld, reasons


@dataclass(frozen=True, slots=True)
class HeldBack:
    """Counts of what everyone will see once the facilitator shows it.

    Attributes:
        places: assets and meeting places.
        connections: connections that show then, because both their places do.
    """

    places: int
    connections: int


def held_back(view: View) -> HeldBack:
    """Count what was placed blind and is not shown yet.

    What stays hidden for another reason, with the facilitators, in the queue or put aside, is not counted.
    """
    places = [record for kind in (ASSET, MEETING_PLACE) for record in view.of_kind(kind)]
    waiting = sum(reasons(place.fields) == [Withheld.HELD_BACK] for place in places)
    connections = sum(
        reasons(record.fields) == [Withheld.HELD_BACK]
        and all(_will_show(view.get(end)) for end in record.stands_on)
        for record in view.of_kind(CONNECTION)
    )
    return HeldBack(places=waiting, connections=connections)


def _will_show(place: Record | None) -> bool:
    return place is not None and set(reasons(place.fields)) <= {Withheld.HELD_BACK}
