"""An evening in which a room agrees, with one operation of every kind that this takes."""

from tests.support.hall import Hall, Json, Phone


def fix_rules(hall: Hall) -> None:
    """Fix the rule; the workshop must not be open yet."""
    _accepted(hall, hall.facilitator, "agreement.fix_rules", numbers={"least": 5}, groups=["new here"])


def agree(hall: Hall, people: list[Phone]) -> None:
    """Let people, five at the least, propose, ask, reword, rate and decide; the room is left at the stage of terms."""
    lou, first = hall.facilitator, people[0]
    _accepted(hall, lou, "workshop.move_to_stage", stage="terms")
    for person in people:
        _accepted(hall, person, "attendance.check_in", groups=["new here"])
    _accepted(hall, lou, "attendance.check_in", person=lou.new_id())
    _accepted(hall, people[-1], "attendance.check_out")
    _accepted(hall, people[-1], "attendance.check_in")
    item, other, dropped = first.new_id(), first.new_id(), first.new_id()
    for each in (item, other, dropped):
        _accepted(hall, first, "item.propose", **proposal(each))
    _accepted(hall, first, "item.edit", item=item, meaning="Where many ties meet.")
    _accepted(hall, first, "item.withdraw", item=dropped)
    _accepted(hall, lou, "item.merge", keep=item, others=[other])
    _accepted(hall, lou, "item.take_up", item=item)
    _talk(hall, people, item)
    _accepted(hall, lou, "rating.open", item=item, revision=1)
    for person in people[:-1]:
        _accepted(hall, person, "rating.give", item=item, revision=1, choice="for", reason="Short")
    _accepted(hall, people[1], "rating.give", item=item, revision=1, choice="against")
    _accepted(hall, lou, "rating.enter", item=item, revision=1, person=people[-1].person, choice="for")
    _accepted(hall, lou, "rating.close", item=item, revision=1)
    _accepted(hall, lou, "item.decide", item=item, revision=1)
    statement = people[1].new_id()
    _accepted(hall, people[1], "minority.state", item=item, statement=statement, text="Not in the valley.")
    _accepted(hall, lou, "minority.hide", item=item, statement=statement)


def _talk(hall: Hall, people: list[Phone], item: str) -> None:
    question, taken, left = (people[2].new_id() for _ in range(3))
    _accepted(hall, people[2], "question.ask", question=question, item=item, text="Is a bus stop one?")
    _accepted(hall, hall.facilitator, "question.answer", question=question, text="If people meet there.")
    for rewording in (taken, left):
        words = {"label": "heart", "meaning": "Where ties meet."}
        _accepted(hall, people[2], "rewording.suggest", rewording=rewording, item=item, revision=0, **words)
    _accepted(hall, hall.facilitator, "rewording.accept", rewording=taken, revision=0)
    _accepted(hall, hall.facilitator, "rewording.decline", rewording=left)


def proposal(item: str, **more: object) -> Json:
    """Return the payload that proposes a term."""
    return {"item": item, "type": "term", "label": "hub", "meaning": "A place with many ties.", **more}


def _accepted(hall: Hall, phone: Phone, kind: str, **payload: object) -> None:
    operation = hall.do(phone, kind, **payload)
    assert operation in phone.accepted, (kind, phone.refused.get(operation))
