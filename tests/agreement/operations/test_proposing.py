from tests.agreement.room import AgreeingHall


def test_anyone_proposes_with_places_that_show_it(hall: AgreeingHall) -> None:
    place = hall.place(hall.facilitator)
    item = hall.propose(examples=[place, place], concept="hub")
    fields = hall.fields(item)
    assert (fields["state"], fields["examples"], fields["concept"]) == ("draft", [place], "hub")
    assert fields["wordings"][0]["label"] == "hub"


def test_a_place_that_the_room_does_not_see_is_no_example(hall: AgreeingHall) -> None:
    hidden = hall.place(hall.facilitator, visibility="facilitators")
    anna = hall.people[0]
    payload = {"item": anna.new_id(), "type": "term", "label": "hub", "meaning": "A hub."}
    assert hall.refusal(anna, "item.propose", **payload, examples=[hidden])[0] == "not_found"
    mine = {**payload, "item": hall.facilitator.new_id()}
    assert "does not see" in hall.refusal(hall.facilitator, "item.propose", **mine, examples=[hidden])[1]


def test_a_proposal_can_be_changed_and_taken_back_until_the_room_takes_it_up(hall: AgreeingHall) -> None:
    anna, bashir = hall.people[:2]
    item = hall.propose(anna)
    hall.do(anna, "item.edit", item=item, meaning="Where many ties meet.")
    assert hall.fields(item)["wordings"][0]["meaning"] == "Where many ties meet."
    assert hall.refusal(bashir, "item.edit", item=item, label="heart")[0] == "not_yours"
    hall.take_up(item)
    assert "taken this up" in hall.refusal(anna, "item.edit", item=item, label="heart")[1]
    other = hall.propose(anna, "park")
    hall.do(anna, "item.withdraw", item=other)
    assert hall.fields(other)["state"] == "withdrawn"


def test_proposals_that_mean_the_same_become_one_and_the_originals_stay(hall: AgreeingHall) -> None:
    places = [hall.place(hall.facilitator) for _ in range(4)]
    keep = hall.propose(examples=places[:2])
    other = hall.propose(hall.people[1], "heart of the place", examples=places[1:])
    hall.lead("item.merge", keep=keep, others=[other])
    assert hall.fields(keep)["examples"] == places[:3]
    assert (hall.fields(other)["state"], hall.fields(other)["merged_into"]) == ("merged", keep)
    assert hall.refusal(hall.facilitator, "item.take_up", item=other)[0] == "changed_since"


def test_a_term_and_an_indicator_are_not_one(hall: AgreeingHall) -> None:
    one, other = hall.propose(), hall.propose(type="indicator")
    assert "cannot be made one" in hall.refusal(hall.facilitator, "item.merge", keep=one, others=[other])[1]
    assert hall.refusal(hall.facilitator, "item.merge", keep=one, others=[one])[0] == "bad_fields"
    assert hall.refusal(hall.people[0], "item.merge", keep=one, others=[other])[0] == "not_allowed"


def test_nothing_is_proposed_while_the_room_does_something_else() -> None:
    hall = AgreeingHall(people=0, stage="places")
    anna = hall.join(5)
    payload = {"item": anna.new_id(), "type": "term", "label": "hub", "meaning": "A hub."}
    assert hall.refusal(anna, "item.propose", **payload)[0] == "wrong_stage"
