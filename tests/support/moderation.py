"""A moderated round with everything that those who lead can do in it, each thing once and accepted."""

from typing import Any

from tests.support.hall import Hall, Phone, connection, point


def moderated_round(hall: Hall, *, blind: bool = False) -> None:
    """Begin a round in which participants' places wait."""
    hall.do(hall.facilitator, "workshop.start_round", blind=blind, moderated=True)


def look_through(hall: Hall, author: Phone, other: Phone) -> None:
    """Let two people place in a moderated round, and go through all that can come of it."""
    lead = hall.facilitator
    moderated_round(hall, blind=True)
    first, second = hall.place(author, "Fern Hall"), hall.place(other, "The Fern Hall")
    third, line = hall.place(author, "Fern Park", geometry=point(-0.4)), author.new_id()
    done(hall, author, "connection.draw", **connection(line, first, third))
    done(hall, lead, "place.return", id=third, reason="other", words="Which of the two parks?")
    done(hall, author, "asset.edit", place=third, set={"title": "Fern Park, by the mill"})
    done(hall, lead, "place.approve", ids=[first, second, third, line])
    done(hall, lead, "place.queue", ids=[second])
    done(hall, lead, "place.approve", ids=[second])
    done(hall, lead, "places.reveal")
    done(hall, other, "me_too.add", place=third)
    done(hall, lead, "places.keep_apart", one=second, other=third)
    done(hall, lead, "places.merge", keep=second, others=[first])
    done(hall, lead, "places.split", places=[first])
    done(hall, other, "place.alarm", place=third)
    done(hall, other, "alarm.take_back", place=third)
    done(hall, other, "place.alarm", place=third)
    done(hall, lead, "alarm.answer", place=third, answer="show")
    done(hall, lead, "place.hide", id=line)
    done(hall, lead, "place.unhide", id=line)
    done(hall, lead, "person.revert", person=author.person)
    done(hall, lead, "person.restore", person=author.person)
    done(hall, lead, "places.conceal")


def done(hall: Hall, phone: Phone, kind: str, **payload: Any) -> None:
    """Ask for something that must be accepted."""
    operation = hall.do(phone, kind, **payload)
    assert operation in phone.accepted, phone.refused.get(operation)
