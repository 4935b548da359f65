from kithmap.shared_map.held_back import HeldBack, held_back
from tests.support.hall import Hall, connection, point


def counted(hall: Hall) -> HeldBack:
    return held_back(hall.host.room.content)


def test_what_is_placed_blind_is_counted_until_it_is_shown() -> None:
    hall = Hall(blind=True)
    anna = hall.join(2)
    start, end = hall.place(anna), hall.place(anna, geometry=point(-0.4))
    hall.do(anna, "connection.draw", **connection(anna.new_id(), start, end))
    assert counted(hall) == HeldBack(places=2, connections=1)
    hall.do(hall.facilitator, "places.reveal")
    assert counted(hall) == HeldBack(places=0, connections=0)


def test_what_stays_with_the_facilitators_is_told_by_no_count() -> None:
    hall = Hall(blind=True)
    anna = hall.join(2)
    start, secret = hall.place(anna), hall.place(anna, visibility="facilitators")
    hall.do(anna, "connection.draw", **connection(anna.new_id(), start, secret))
    assert counted(hall) == HeldBack(places=1, connections=0)


def test_what_is_taken_away_no_longer_counts() -> None:
    hall = Hall(blind=True)
    anna = hall.join(2)
    hall.do(anna, "place.remove", place=hall.place(anna))
    assert counted(hall) == HeldBack(places=0, connections=0)


def test_nothing_waits_in_an_open_round() -> None:
    hall = Hall()
    hall.place(hall.join(2))
    assert counted(hall) == HeldBack(places=0, connections=0)


def test_what_would_not_show_at_the_reveal_is_not_counted() -> None:
    hall = Hall()
    anna, lead = hall.join(2), hall.facilitator
    hall.do(lead, "workshop.start_round", blind=True, moderated=True)
    waiting, approved, aside = hall.place(anna), hall.place(anna), hall.place(anna)
    hall.do(lead, "place.approve", ids=[approved, aside])
    hall.do(lead, "place.hide", id=aside)
    hall.do(anna, "connection.draw", **connection(anna.new_id(), waiting, approved))
    assert counted(hall) == HeldBack(places=1, connections=0)
