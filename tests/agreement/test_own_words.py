from kithmap.agreement.own_words import own_words
from tests.agreement.room import AgreeingHall


def test_people_read_all_that_they_said_once_and_nobody_elses() -> None:
    hall = AgreeingHall(people=6)
    anna, bashir = hall.people[:2]
    hall.propose(anna, "draft of mine")
    item = hall.propose(bashir, "hub")
    hall.take_up(item)
    hall.do(anna, "question.ask", question=anna.new_id(), item=item, text="A bus stop?")
    words = {"rewording": anna.new_id(), "item": item, "revision": 0, "label": "heart", "meaning": "Ties."}
    hall.do(anna, "rewording.suggest", **words)
    hall.lead("rating.open", item=item, revision=0)
    for person, reason in ((anna, "Too long"), (bashir, "Too short"), (hall.people[2], "")):
        given = {"item": item, "revision": 0, "choice": "against", "reason": reason}
        hall.do(person, "rating.give", **given)
    hall.lead("rating.close", item=item, revision=0)
    for text in ("Not in the valley.", "Too long"):
        hall.do(anna, "minority.state", item=item, statement=anna.new_id(), text=text)
    view = hall.host.room.content
    said = ["draft of mine", "A bus stop?", "heart", "Too long", "Not in the valley."]
    assert own_words(view, anna.person) == said
    assert own_words(view, bashir.person) == ["Too short"]
    hall.do(anna, "person.withdraw", person=anna.person)
    assert own_words(view, anna.person) == []
