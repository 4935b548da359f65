"""What stands in no export because nobody has said that it belongs on the map as it is, counted by why."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kithmap.basics.records import Record, View
from kithmap.shared_map.model import ASSET, CONNECTION, MEETING_PLACE
from kithmap.shared_map.withheld import UNFIT, Withheld, reasons


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How much was left out, by its weightiest reason; a connection also for the reason of a place at its end.

    Attributes:
        places: assets and meeting places.
        connections: connections.
    """

    places: Mapping[str, int]
    connections: Mapping[str, int]


def left_out(view: View) -> LeftOut:
    """Count what no export holds."""
    places = (record for kind in (ASSET, MEETING_PLACE) for record in view.of_kind(kind))
    return LeftOut(_counted(places, view), _counted(view.of_kind(CONNECTION), view))


def why_left_out(record: Record, view: View) -> Withheld | None:
    """Return why a place or connection stands in no export, or None if it may stand in one."""
    ends = (view.get(end) for end in record.stands_on)
    grounds = (record, *(end for end in ends if end is not None))
    found = (reason for ground in grounds for reason in reasons(ground.fields) if reason in UNFIT)
    return next(found, None)


def _counted(records: Iterable[Record], view: View) -> dict[str, int]:
    counts = Counter(why for record in records if (why := why_left_out(record, view)) is not None)
    return {reason.value: counts[reason] for reason in Withheld if reason in UNFIT}
