"""Assets, meeting places, connections and marks: their record kinds, their vocabularies, and who may see them."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from kithmap.basics.records import Audience, Record, View
from kithmap.shared_map.withheld import reasons

ASSET = "asset"
MEETING_PLACE = "meeting_place"
CONNECTION = "connection"
ME_TOO = "me_too"
ALARM = "alarm"
"""That somebody fears harm if a place is shown: for whoever raised it and those who lead."""
APART = "apart"
"""That two places are not the same, however alike: for those who lead."""

PLACES = frozenset({ASSET, MEETING_PLACE})
"""Record kinds that are places: they have a title and a geometry, and connections join them."""

REVIEWED = PLACES | {CONNECTION}
"""Record kinds that wait to be looked at when a participant adds them in a moderated round."""


class Visibility(StrEnum):
    """Who may see a place once the workshop is over; FACILITATORS holds in the room too."""

    ROOM = "room"
    PARTNERS = "partners"
    PUBLIC = "public"
    FACILITATORS = "facilitators"


class Precision(StrEnum):
    """How exactly a place is shown outside the room."""

    EXACT = "exact"
    HUNDRED_METRES = "100m"
    STREET = "street"
    NEIGHBOURHOOD = "neighbourhood"


METRES = {
    Precision.EXACT: 0,
    Precision.HUNDRED_METRES: 100,
    Precision.STREET: 250,
    Precision.NEIGHBOURHOOD: 1000,
}
"""The farthest, in metres, that a place is shown from where it is."""


LONGEST_SIDE = 1600
"""Of a photo, in pixels: sharp on a projector of 1920 by 1080, where it fills no more than half the width."""


class Source(StrEnum):
    """How a place came onto the map."""

    PHONE = "phone"
    FACILITATOR = "facilitator"
    PAPER = "paper"
    BROUGHT_IN = "brought_in"
    """From a file that others made before the workshop: nobody in the room placed it."""


class HowOften(StrEnum):
    """How often people meet or connect."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    FEW_TIMES_A_YEAR = "few_times_a_year"
    NOW_AND_THEN = "now_and_then"


class HowMany(StrEnum):
    """How many people meet."""

    FEW = "few"
    UP_TO_10 = "up_to_10"
    UP_TO_30 = "up_to_30"
    UP_TO_100 = "up_to_100"
    MORE = "more"


class OpenTo(StrEnum):
    """Who may come to a meeting place."""

    EVERYONE = "everyone"
    MEMBERS = "members"
    INVITED = "invited"
    NOT_SURE = "not_sure"


class Mode(StrEnum):
    """By what means people connect."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    ONLINE = "online"
    WRITTEN = "written"
    MIXED = "mixed"


class Strength(StrEnum):
    """How strong a connection is."""

    WEAK = "weak"
    STEADY = "steady"
    STRONG = "strong"


class Why(StrEnum):
    """Why people connect."""

    SUPPORT = "support"
    PRACTICAL_HELP = "practical_help"
    FUN = "fun"
    BELIEF = "belief"
    WORK = "work"
    CARING = "caring"
    CAMPAIGNING = "campaigning"
    LEARNING = "learning"


class Outcome(StrEnum):
    """What happens as a result of a connection."""

    NEW_FRIENDSHIP = "new_friendship"
    GOT_HELP = "got_help"
    GAVE_HELP = "gave_help"
    LEARNED = "learned"
    FOUND_WORK = "found_work"
    FELT_BETTER = "felt_better"
    TOOK_ACTION = "took_action"
    NOTHING_YET = "nothing_yet"
    OTHER = "other"


def is_place(record: Record) -> bool:
    """Tell whether a record is a place."""
    return record.kind in PLACES


def photo_of(place: Record) -> Mapping[str, Any] | None:
    """Return a place's photo as its record has it (id, alt, width, height), or None."""
    photo: Mapping[str, Any] | None = place.fields.get("photo")
    return photo


def mark_id(place: str, person: str) -> str:
    """Return the id of a person's "me too" on a place: one for each pair, so that repeats are harmless."""
    return f"{place}:{person}"


def audience_of(record: Record, view: View) -> Audience:
    """Return who may see a place, connection or mark, from its own fields and from what it stands on."""
    if record.kind in {ALARM, APART}:
        return record.audience
    if reasons(record.fields):
        return Audience.AUTHOR
    ends = (view.get(end) for end in record.stands_on)
    return (
        Audience.EVERYONE
        if all(end and end.audience is Audience.EVERYONE for end in ends)
        else Audience.AUTHOR
    )


def is_held_back(fields: Any) -> bool:
    """Tell whether something was placed blind and has not been shown to everyone yet."""
    # A record whose author withdrew says nothing any more, in a log that is replayed.
    placed = fields.get("placed", {"blind": False})
    return bool(placed["blind"]) and not placed["revealed"]


def for_its_audience(record: Record, view: View) -> Record:
    """Return the record with the audience that its fields give it."""
    return replace(record, audience=audience_of(record, view))
