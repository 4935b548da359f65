from tests.support.hall import Hall, connection


def test_revealing_shows_everyone_what_was_placed_blind_and_its_connections() -> None:
    hall = Hall(blind=True)
    anna, bashir = hall.join(2), hall.join(3)
    start, end = hall.place(anna, "Hall"), hall.place(anna, "Park")
    link = anna.new_id()
    hall.do(anna, "connection.draw", **connection(link, start, end))
    assert not {start, end, link} & bashir.records.keys()
    hall.do(hall.facilitator, "places.reveal")
    assert {start, end, link} <= bashir.records.keys()
    assert bashir.records[start]["fields"]["placed"] == {
        "round": 1,
        "blind": True,
        "revealed": True,
        "source": "phone",
    }


def test_what_is_for_facilitators_only_stays_hidden_when_the_round_is_shown() -> None:
    hall = Hall(blind=True)
    anna, bashir = hall.join(2), hall.join(3)
    refuge = hall.place(anna, "Refuge", visibility="facilitators")
    hall.do(hall.facilitator, "places.reveal")
    assert refuge not in bashir.records
    assert refuge in anna.records


def test_after_the_reveal_the_round_is_open_and_a_new_blind_round_hides_again() -> None:
    hall = Hall(blind=True)
    anna, bashir = hall.join(2), hall.join(3)
    hall.do(hall.facilitator, "places.reveal")
    assert hall.place(anna, "Seen at once") in bashir.records
    hall.do(hall.facilitator, "workshop.start_round", blind=True)
    assert hall.place(anna, "Hidden again") not in bashir.records
