from tests.support.hall import Hall, agrees, connection


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


def test_a_reveal_that_is_taken_back_leaves_each_with_their_own() -> None:
    hall = Hall(blind=True)
    anna, bashir = hall.join(2), hall.join(3)
    start, end = hall.place(anna, "Hall"), hall.place(anna, "Park")
    before = hall.host.room.content.get(start)
    hall.do(hall.facilitator, "places.reveal")
    hall.do(hall.facilitator, "places.conceal")
    assert not {start, end} & bashir.records.keys()
    assert {start, end} <= anna.records.keys()
    after = hall.host.room.content.get(start)
    assert before is not None
    assert after is not None
    assert after.fields == before.fields
    assert bashir.records["workshop"]["fields"]["round"]["revealed"] is False
    agrees(hall, anna, bashir, hall.facilitator)


def test_what_others_did_meanwhile_is_kept_and_hidden_until_it_is_shown_once_more() -> None:
    hall = Hall(blind=True)
    anna, bashir = hall.join(2), hall.join(3)
    start, end = hall.place(anna, "Hall"), hall.place(bashir, "Park")
    hall.do(hall.facilitator, "places.reveal")
    line, later = bashir.new_id(), hall.place(bashir, "Seen at once")
    hall.do(bashir, "connection.draw", **connection(line, start, end))
    hall.do(bashir, "me_too.add", place=start)
    hall.do(hall.facilitator, "places.conceal")
    assert line not in anna.records
    assert line in bashir.records
    assert later in anna.records
    hall.do(hall.facilitator, "places.reveal")
    assert {line, f"{start}:{bashir.person}"} <= anna.records.keys()
    agrees(hall, anna, bashir, hall.facilitator)


def test_taking_a_reveal_back_touches_no_earlier_one() -> None:
    hall = Hall(blind=True)
    lead, anna, bashir = hall.facilitator, hall.join(2), hall.join(3)
    first = hall.place(anna, "First round")
    hall.do(lead, "places.reveal")
    hall.do(lead, "workshop.start_round", blind=True)
    passed_over = hall.place(anna, "Second round")
    hall.do(lead, "workshop.start_round", blind=True)
    hall.do(lead, "places.reveal")
    assert {first, passed_over} <= bashir.records.keys()
    hall.do(lead, "places.conceal")
    assert first in bashir.records
    assert passed_over not in bashir.records


def test_only_a_reveal_of_this_round_can_be_taken_back() -> None:
    hall = Hall(blind=True)
    lead = hall.facilitator
    operation = hall.do(lead, "places.conceal")
    assert lead.refused[operation].reason == "already_there"
    hall.do(lead, "places.reveal")
    hall.do(lead, "workshop.start_round", blind=False)
    assert hall.do(lead, "places.conceal") in lead.refused


def test_what_waits_in_the_queue_is_not_shown_by_a_reveal() -> None:
    hall = Hall()
    anna, bashir = hall.join(2), hall.join(3)
    hall.do(hall.facilitator, "workshop.start_round", blind=True, moderated=True)
    place = hall.place(anna)
    hall.do(hall.facilitator, "places.reveal")
    assert place not in bashir.records
    hall.do(hall.facilitator, "place.approve", ids=[place])
    assert place in bashir.records


def test_a_facilitators_mark_on_a_hidden_place_shows_with_it() -> None:
    hall = Hall(blind=True)
    lead, anna, bashir = hall.facilitator, hall.join(2), hall.join(3)
    place = hall.place(anna)
    hall.do(lead, "me_too.add", place=place)
    hall.do(lead, "places.reveal")
    assert f"{place}:{lead.person}" in bashir.records
