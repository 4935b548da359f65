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
Choice = Literal["strongly_for", "for", "can_live_with_it", "against", "cannot_accept", "not_clear", "skip"]
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
class Said:
    """One person's rating of a wording.

    Args:
        who: a participant's key.
        choice: what they say.
        reason: why, in their words; or empty.
    """

    who: str
    choice: Choice
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reworded:
    """Other words for something, as somebody suggested them and the room took them.

    Args:
        author: a participant's key.
        label: its name.
        meaning: what it means.
        said: what people say to it who do not say "for".
    """

    author: str
    label: str
    meaning: str
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A term or an indicator that the room decides on.

    Args:
        key: unique in the workshop.
        label: its name, as proposed.
        meaning: what it means, as proposed.
        author: a participant's key.
        minute: minutes after the doors opened.
        indicator: whether it is an indicator.
        concept: the id of the starting glossary's that it is proposed for.
        licence: whose wording an indicator is, where nobody holds the licence; or empty.
        examples: keys of places that show it.
        asked: who asked what, and what was said to it.
        said: what people say to the first wording that is rated who do not say "for".
        reworded: wordings that the room took, in order; the first before it rates, a second after somebody could not accept it.
        minority: who wants what to be known beside the result.
    """

    key: str
    label: str
    meaning: str
    author: str
    minute: int
    indicator: bool = False
    concept: str | None = None
    licence: str = ""
    examples: tuple[str, ...] = ()
    asked: tuple[str, str, str] | None = None
    said: tuple[Said, ...] = ()
    reworded: tuple[Reworded, ...] = ()
    minority: tuple[str, str] | None = None


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
        terms: in order of time.
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
    terms: tuple[Term, ...] = ()
