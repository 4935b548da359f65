"""Showing everyone what was placed blind."""

from dataclasses import replace
from typing import ClassVar

from kithmap.basics.actors import LEADING, Role
from kithmap.basics.operations import Asked, Operation
from kithmap.basics.records import Changes, Put, Record, View
from kithmap.shared_map.model import ASSET, CONNECTION, MEETING_PLACE, for_its_audience, is_held_back
from kithmap.shared_map.operations.changing import With, by_id
from kithmap.workshop.rules import require_running


class RevealPlaces(Operation):
    """Show everyone what people placed; what is for facilitators only stays so."""

    kind: ClassVar[str] = "places.reveal"
    roles: ClassVar[frozenset[Role]] = LEADING

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put every held-back place, then every connection, for its audience, and the round as revealed."""
        workshop = require_running(view, asked.actor)
        places = [
            for_its_audience(_shown(record), view)
            for kind in (ASSET, MEETING_PLACE)
            for record in _held(view, kind)
        ]
        above = With(view, places)
        connections = [for_its_audience(_shown(record), above) for record in _held(view, CONNECTION)]
        told = workshop.with_fields(round={**workshop.fields["round"], "revealed": True})
        return tuple(Put(record) for record in (told, *places, *connections))


def _held(view: View, kind: str) -> list[Record]:
    return by_id(record for record in view.of_kind(kind) if is_held_back(record.fields))


def _shown(record: Record) -> Record:
    return replace(record, fields={**record.fields, "placed": {**record.fields["placed"], "revealed": True}})
