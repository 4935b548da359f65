"""Could someone be harmed if this is shown? One tap by anyone who sees a place puts it aside and tells those who lead."""

from enum import StrEnum
from typing import ClassVar

from kithmap.basics.actors import CONTRIBUTING, LEADING, Role
from kithmap.basics.clock import iso
from kithmap.basics.errors import Reason, Refused
from kithmap.basics.operations import Asked, Id, Operation
from kithmap.basics.records import Audience, Changes, Put, Record, Remove, View
from kithmap.shared_map.model import ALARM, PLACES
from kithmap.shared_map.operations.aside import cause_of, put_aside, taken_back
from kithmap.shared_map.operations.changing import find, require_single
from kithmap.shared_map.overlay import by_id, together
from kithmap.shared_map.withheld import Cause
from kithmap.workshop.rules import workshop_of

MOST_OPEN = 10
"""Alarms of one person that nobody has looked at: more, at a tap each, could empty the map before anybody sees it."""


class Answer(StrEnum):
    """What those who lead make of the alarms on a place."""

    OPEN = "open"
    """Nobody has looked yet, or somebody will look once more."""
    KEEP = "keep"
    """It stays put aside."""
    SHOW = "show"
    """It can be shown."""


class RaiseAlarm(Operation):
    """Say that someone could be harmed if a place is shown. It works at any time: harm does not wait for a stage."""

    kind: ClassVar[str] = "place.alarm"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    place: Id

    def decide(self, view: View, asked: Asked) -> Changes:
        """Put the alarm, and the place aside. Only whoever raised it and those who lead know of the alarm."""
        workshop_of(view)
        place = find(view, self.place, PLACES, asked.actor, "place")
        require_single(place, "place")
        require_fewer_alarms(view, place.id, asked.actor.person)
        fields = {"place": place.id, "at": iso(asked.at), "answer": Answer.OPEN.value}
        person = asked.actor.person
        alarm = Record(ALARM, alarm_id(place.id, person), person, Audience.AUTHOR, fields, (place.id,))
        return (*together(view, [put_aside(place, Cause.ALARM)]), Put(alarm))


class TakeBackAlarm(Operation):
    """Take one's own alarm back, for a slip of the thumb, while nobody has looked at it."""

    kind: ClassVar[str] = "alarm.take_back"
    roles: ClassVar[frozenset[Role]] = CONTRIBUTING

    place: Id

    def decide(self, view: View, asked: Asked) -> Changes:
        """Remove the alarm; without another one the place is shown again."""
        workshop_of(view)
        alarm = view.get(alarm_id(self.place, asked.actor.person))
        if alarm is None or alarm.fields.get("answer") != Answer.OPEN:
            raise Refused(Reason.NOT_ALLOWED, "The facilitators have looked at it already. Please ask them.")
        others = [each for each in open_alarms(view, self.place) if each.id != alarm.id]
        place = view.get(self.place)
        back = place is not None and not others and cause_of(place) is Cause.ALARM
        shown = together(view, [taken_back(place)]) if place is not None and back else ()
        return (*shown, Remove(alarm.id))


class AnswerAlarm(Operation):
    """Say what comes of the alarms on a place: it stays put aside, it can be shown, or they are looked at once more."""

    kind: ClassVar[str] = "alarm.answer"
    roles: ClassVar[frozenset[Role]] = LEADING

    place: Id
    answer: Answer

    def decide(self, view: View, asked: Asked) -> Changes:
        """Mark every alarm on the place as answered, and show the place or put it aside as the answer says."""
        workshop_of(view)
        place = find(view, self.place, PLACES, asked.actor, "place")
        alarms = alarms_on(view, self.place)
        if not alarms:
            raise Refused(Reason.NOT_FOUND, "Nobody has raised an alarm about this place.")
        shown = taken_back(place) if self.answer is Answer.SHOW else put_aside(place, Cause.ALARM)
        return (
            *together(view, [shown]),
            *(Put(alarm.with_fields(answer=self.answer.value)) for alarm in alarms),
        )


def alarm_id(place: str, person: str) -> str:
    """Return the id of a person's alarm about a place: one for each pair."""
    return f"alarm:{place}:{person}"


def require_fewer_alarms(view: View, place: str, person: str) -> None:
    """Let one person raise only so many alarms before somebody looks at them. To raise one again is to raise no more.

    Raises:
        Refused: if so many of theirs on other places are open.
    """
    theirs = [alarm for alarm in view.of_kind(ALARM) if alarm.author == person and is_open(alarm)]
    if sum(alarm.id != alarm_id(place, person) for alarm in theirs) >= MOST_OPEN:
        raise Refused(
            Reason.TOO_MUCH,
            "You have warned of many places, and the facilitator is looking at those first. Please go and tell them of this one.",
        )


def is_open(alarm: Record) -> bool:
    """Tell whether nobody has looked at an alarm."""
    return bool(alarm.fields.get("answer", Answer.OPEN) == Answer.OPEN)


def alarms_on(view: View, place: str) -> list[Record]:
    """Return all alarms about a place."""
    return by_id(record for record in view.standing_on(place) if record.kind == ALARM)


def open_alarms(view: View, place: str) -> list[Record]:
    """Return the alarms about a place that nobody has looked at."""
    return [alarm for alarm in alarms_on(view, place) if is_open(alarm)]
