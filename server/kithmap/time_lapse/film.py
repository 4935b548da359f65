"""How a workshop's map grew, as those who watch may see it.

Everything is shown in its last form, and only what is still there and open to the watchers now: what was hidden, removed or
blanked since is in no frame, neither is an earlier wording that somebody took back. The log gives only the times.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from kithmap.basics.actors import Role
from kithmap.basics.clock import iso
from kithmap.basics.records import Audience, Changes, Put, Record
from kithmap.shared_map.exports import OUTSIDE_THE_ROOM, Reader, shown_geometry
from kithmap.shared_map.masking import Mask, middle
from kithmap.shared_map.model import CONNECTION, MEETING_PLACE, PLACES, Visibility
from kithmap.time_lapse.pacing import paced
from kithmap.workshop.model import KIND, Life

Json = dict[str, Any]


class Watchers(StrEnum):
    """For whom a film is made: it decides what is in it, and how exactly."""

    ROOM = "room"
    """The people of the workshop: all that the hall's screen shows."""
    PARTNERS = "partners"
    """The area's partners: what its authors gave to them or to everyone, as exactly as they said."""
    PUBLIC = "public"
    """Anyone: what its authors gave to everyone, as exactly as they said."""


OUTSIDE = Reader(Role.RESEARCHER)
"""Whoever was not in the room knows places as exactly as their authors said."""

VISIBLE_TO = {
    Watchers.PARTNERS: OUTSIDE_THE_ROOM,
    Watchers.PUBLIC: frozenset({Visibility.PUBLIC.value}),
}


@dataclass(frozen=True, slots=True)
class Moment:
    """What one entry of the log did, and when."""

    at: datetime
    changes: Changes


@dataclass(slots=True)
class Story:
    """What the moments together tell.

    Attributes:
        records: what is there at the end, by id.
        since: when each of them first came, also if it was gone for a while.
        stages: each change of the room's stage, pauses among them.
    """

    records: dict[str, Record] = field(default_factory=dict)
    since: dict[str, datetime] = field(default_factory=dict)
    stages: list[tuple[datetime, str]] = field(default_factory=list)

    def take(self, moment: Moment) -> None:
        """Take in the next moment."""
        for change in moment.changes:
            if isinstance(change, Put):
                self.since.setdefault(change.record.id, moment.at)
                self.records[change.record.id] = change.record
                if change.record.kind == KIND:
                    self._note_stage(moment.at, change.record)
            else:
                self.records.pop(change.id, None)

    def _note_stage(self, at: datetime, workshop: Record) -> None:
        life = workshop.fields.get("life")
        if life == Life.DRAFT:
            return
        now = Life.PAUSED.value if life == Life.PAUSED else str(workshop.fields["stage"])
        if not self.stages or self.stages[-1][1] != now:
            self.stages.append((at, now))


def film(moments: Iterable[Moment], watchers: Watchers, mask: Mask) -> Json:
    """Return the film of a workshop.

    Args:
        moments: the whole log, in order.
        watchers: for whom.
        mask: of the workshop, for places that they may not know exactly.

    Returns:
        ``{"length", "began", "kinds", "moments"}``: ``length`` in seconds; ``began`` the time of the first moment, or None where
        nothing has happened; ``kinds`` those of the workshop, each with its label and the kind it looks like; ``moments`` in
        order. Each of them has ``at`` in seconds of the film, ``time`` in UTC, and is one of: a place (``what`` "place", ``kind``,
        ``title``, ``where`` as longitude and latitude), a connection (``what`` "connection", ``ends`` as two indices into
        ``moments``), or a stage (``what`` "stage", ``stage``).
    """
    story = Story()
    for moment in moments:
        story.take(moment)
    frames = _in_order(story, watchers, mask)
    for frame, at in zip(frames, paced([when for when, _ in frames]), strict=True):
        frame[1]["at"] = at
    return {
        "length": frames[-1][1]["at"] if frames else 0.0,
        "began": iso(frames[0][0]) if frames else None,
        "kinds": _kinds(story.records),
        "moments": [{"time": iso(when), **shown} for when, shown in frames],
    }


Frame = tuple[datetime, Json]


def _in_order(story: Story, watchers: Watchers, mask: Mask) -> list[Frame]:
    """Return the moments that are shown, earliest first; a connection after both its places."""
    frames: list[Frame] = [(at, {"what": "stage", "stage": stage}) for at, stage in story.stages]
    places = [record for record in story.records.values() if record.kind in PLACES]
    shown = {record.id: _place(record, watchers, mask) for record in places if _may_see(record, watchers)}
    frames += [(story.since[place], frame) for place, frame in shown.items()]
    connections: list[tuple[Json, str, str]] = []
    for record in story.records.values():
        if record.kind != CONNECTION or not _may_see(record, watchers):
            continue
        start, end = record.fields["start"], record.fields["end"]
        if start in shown and end in shown:
            frame: Json = {"what": "connection"}
            connections.append((frame, start, end))
            # Joined to a place that was put back later, it still waits for both.
            since = max(story.since[each] for each in (record.id, start, end))
            frames.append((since, frame))
    frames.sort(key=lambda each: (each[0], each[1]["what"] == "connection"))
    number = {id(frame): index for index, (_, frame) in enumerate(frames)}
    for frame, start, end in connections:
        frame["ends"] = [number[id(shown[start])], number[id(shown[end])]]
    return frames


def _may_see(record: Record, watchers: Watchers) -> bool:
    # A blanked record has no fields left.
    if record.audience is not Audience.EVERYONE or not record.fields:
        return False
    visible = VISIBLE_TO.get(watchers)
    return visible is None or record.kind == CONNECTION or record.fields["visibility"] in visible


def _place(record: Record, watchers: Watchers, mask: Mask) -> Json:
    fields = record.fields
    in_room = watchers is Watchers.ROOM
    where = middle(fields["geometry"] if in_room else shown_geometry(record, OUTSIDE, mask))
    return {
        "what": "place",
        "kind": MEETING_PLACE if record.kind == MEETING_PLACE else fields["asset_kind"],
        "title": fields["title"],
        "where": [round(degrees, 7) for degrees in where],
    }


def _kinds(records: Mapping[str, Record]) -> list[Json]:
    workshops = (record for record in records.values() if record.kind == KIND)
    return [
        {"key": kind["key"], "label": kind["label"], "looks": kind["matches"]}
        for workshop in workshops
        for kind in workshop.fields["asset_kinds"]
    ]
