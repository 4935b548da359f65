from kithmap.basics.records import Put
from kithmap.shared_map.withdrawal import freed
from tests.support.hall import Hall


def test_only_others_places_are_freed_and_each_as_it_stood_before() -> None:
    hall = Hall()
    anna, bashir = hall.join(2), hall.join(3)
    hers, slip, his = hall.place(anna), hall.place(anna), hall.place(bashir, "Park")
    hall.do(hall.facilitator, "places.merge", keep=hers, others=[slip, his])
    view = hall.host.room.content
    theirs = list(view.of_author(anna.person))
    [change] = [each for each in freed(view, anna.person, theirs) if isinstance(each, Put)]
    assert change.record.id == his
    assert "merged" not in change.record.fields


def test_where_nothing_was_joined_nothing_is_freed() -> None:
    hall = Hall()
    anna = hall.join(2)
    hall.place(anna)
    view = hall.host.room.content
    assert freed(view, anna.person, list(view.of_author(anna.person))) == ()
