"""Showing everyone what was placed blind, and taking that back."""

from dataclasses import replace
from typing import Any, ClassVar

from kithmap.basics.actors import LEADING, Role
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked, Operation
from kithmap.basics.records import Changes, Put, Record, View
from kithmap.shared_map.model import ASSET, CONNECTION, MEETING_PLACE, is_held_back
from kithmap.shared_map.overlay import by_id, together
from kithmap.shared_map.withheld import without
from kithmap.workshop.rules import require_running


class RevealPlaces(Operation):
    """Show everyone what people placed; what is for facilitators only, waits or was put aside stays so."""

    kind: ClassVar[str] = "places.reveal"
    roles: ClassVar[frozenset[Role]] = LEADING

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put every held-back place, then every connection, for its audience, and the round as revealed."""
        workshop = require_running(view, asked.actor)
        current = workshop.fields["round"]
        shown = [_shown(record, current["number"]) for record in _placed_blind(view) if _is_held(record)]
        told = workshop.with_fields(round={**current, "revealed": True})
        return (Put(told), *together(view, shown))


class ConcealPlaces(Operation):
    """Take the last reveal back: the round is blind again, and what that reveal showed is its author's again.

    What others did with it meanwhile is kept and hidden with it, until it is shown once more. What was placed since then, for
    everyone to see, stays.
    """

    kind: ClassVar[str] = "places.conceal"
    roles: ClassVar[frozenset[Role]] = LEADING

    def decide(self, view: View, asked: Asked) -> Changes:
        """Hold back again what the reveal of this round showed."""
        workshop = require_running(view, asked.actor)
        current = workshop.fields["round"]
        if not (current["blind"] and current["revealed"]):
            raise Refused(Reason.ALREADY_THERE, "Nothing was shown in this round that could be taken back.")
        hidden = [
            _concealed(record)
            for record in _placed_blind(view)
            if not _is_held(record) and _shown_in(record) == current["number"]
        ]
        told = workshop.with_fields(round={**current, "revealed": False})
        return (Put(told), *together(view, hidden))


def _placed_blind(view: View) -> list[Record]:
    records = (record for kind in (ASSET, MEETING_PLACE, CONNECTION) for record in by_id(view.of_kind(kind)))
    return [record for record in records if record.fields and record.fields["placed"]["blind"]]


def _is_held(record: Record) -> bool:
    return is_held_back(record.fields)


def _shown_in(record: Record) -> int:
    """Return the round whose reveal showed it: its own, unless it was passed over by that one."""
    placed: dict[str, Any] = record.fields["placed"]
    shown: int = placed.get("shown_in", placed["round"])
    return shown


def _shown(record: Record, number: int) -> Record:
    placed = {**record.fields["placed"], "revealed": True}
    return _with_placed(record, placed if placed["round"] == number else {**placed, "shown_in": number})


def _concealed(record: Record) -> Record:
    return _with_placed(record, {**without(record.fields["placed"], "shown_in"), "revealed": False})


def _with_placed(record: Record, placed: dict[str, Any]) -> Record:
    return replace(record, fields={**record.fields, "placed": placed})
