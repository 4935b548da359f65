"""What a demo workshop holds: people, places, connections and marks, as plain records in the order of time.

Nothing here knows the engine: whoever fills a new installation turns these records into operations.
"""

from dataclasses import dataclass
from typing import Any, Literal

OPEN_TITLE = "Hazelmoor: where do people meet?"
"""Of the workshop that is told last, and stays open: by it an installation is known to be filled."""

Kind = Literal[
    "gift_or_skill",
    "association",
    "institution",
    "physical_place",
    "exchange",
    "story_or_culture",
    "meeting_place",
]
Visibility = Literal["room", "partners", "public", "facilitators"]
Precision = Literal["exact", "100m", "street", "neighbourhood"]
HowOften = Literal["daily", "weekly", "monthly", "few_times_a_year", "now_and_then"]
HowMany = Literal["few", "up_to_10", "up_to_30", "up_to_100", "more"]
OpenTo = Literal["everyone", "members", "invited", "not_sure"]
Mode = Literal["in_person", "phone", "online", "written", "mixed"]
Strength = Literal["weak", "steady", "strong"]
Why = Literal["support", "practical_help", "fun", "belief", "work", "caring", "campaigning", "learning"]
Outcome = Literal[
    "new_friendship",
    "got_help",
    "gave_help",
    "learned",
    "found_work",
    "felt_better",
    "took_action",
    "nothing_yet",
    "other",
]
Stage = Literal["lobby", "places", "connections", "terms", "indicators", "reflect", "closed"]

NO_FIXED_PLACE = "no_fixed_place"
"""Stands for the place of a connection that happens at no one place."""


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody in the room.

    Args:
        key: unique in the workshop.
        name: as they gave it; empty for one who gave none and goes by a colour and an animal.
        joined: minutes after the doors opened.
    """

    key: str
    name: str
    joined: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a meeting place has besides: who meets, how often, how many, open to whom."""

    who: str
    how_often: HowOften
    how_many: HowMany
    open_to: OpenTo


@dataclass(frozen=True, slots=True)
class Place:
    """An asset or a meeting place.

    Args:
        key: unique in the workshop.
        kind: one of the six kinds of asset, or a meeting place.
        title: at most 80 characters.
        note: at most 1,000 characters.
        geometry: GeoJSON point, line or polygon, longitude and latitude.
        author: a participant's key.
        minute: minutes after the doors opened.
        visibility: who may see it.
        precision: how exactly it is shown outside the room.
        meeting: only of a meeting place.
    """

    key: str
    kind: Kind
    title: str
    note: str
    geometry: dict[str, Any]
    author: str
    minute: int
    visibility: Visibility = "partners"
    precision: Precision = "exact"
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class How:
    """How people connect."""

    mode: Mode
    frequency: HowOften
    strength: Strength


@dataclass(frozen=True, slots=True)
class Connection:
    """What joins two places.

    Args:
        key: unique in the workshop.
        start: a place's key.
        end: another place's key.
        directed: whether it goes only from start to end.
        how: mode, frequency, strength.
        where: a place's key, or `NO_FIXED_PLACE`.
        why: one reason or more.
        outcome: what happens as a result; none where it was skipped.
        words: the same in the author's own words.
        author: a participant's key.
        minute: minutes after the doors opened.
    """

    key: str
    start: str
    end: str
    directed: bool
    how: How
    where: str
    why: tuple[Why, ...]
    outcome: Outcome | None
    words: str
    author: str
    minute: int


@dataclass(frozen=True, slots=True)
class MeToo:
    """One person's mark on another's place."""

    place: str
    author: str
    minute: int


@dataclass(frozen=True, slots=True)
class DemoWorkshop:
    """A workshop as it went, or as far as it has come.

    Args:
        key: unique in the programme.
        title: as on the invitation.
        area: the key of its area.
        venue: the named hall where the people sit.
        stages: when each stage began, minutes after the doors opened.
        reveal: when the blind round of places was shown to everyone, minutes; none = not yet.
        participants: in order of joining.
        places: in order of time.
        connections: in order of time.
        me_toos: in order of time.
    """

    key: str
    title: str
    area: str
    venue: str
    stages: tuple[tuple[int, Stage], ...]
    reveal: int | None
    participants: tuple[Participant, ...]
    places: tuple[Place, ...]
    connections: tuple[Connection, ...] = ()
    me_toos: tuple[MeToo, ...] = ()
