from kithmap.basics.errors import Reason
from tests.support.hall import Hall


def test_a_mark_is_one_for_each_person_and_place_however_often_it_is_sent() -> None:
    hall = Hall()
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    for _ in range(3):
        hall.do(bashir, "me_too.add", place=place)
    marks = [record for record in anna.records.values() if record["kind"] == "me_too"]
    assert [(mark["author"], mark["stands_on"]) for mark in marks] == [(bashir.person, [place])]


def test_a_mark_can_be_taken_back_and_made_again() -> None:
    hall = Hall()
    anna, bashir = hall.join(2), hall.join(3)
    place = hall.place(anna)
    counts = []
    for kind in ("me_too.add", "me_too.remove", "me_too.remove", "me_too.add"):
        hall.do(bashir, kind, place=place)
        counts.append(sum(record["kind"] == "me_too" for record in anna.records.values()))
    assert counts == [1, 0, 0, 1]


def test_ones_own_place_needs_no_mark() -> None:
    hall = Hall()
    anna = hall.join(2)
    refused = hall.do(anna, "me_too.add", place=hall.place(anna))
    assert anna.refused[refused].reason is Reason.NOT_ALLOWED
