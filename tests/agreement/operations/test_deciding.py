from typing import Any

import pytest

from tests.agreement.room import AgreeingHall


def rated(hall: AgreeingHall, *choices: str, **more: Any) -> str:
    item = hall.propose(**more)
    hall.take_up(item)
    hall.rate(item, *choices)
    return item


@pytest.mark.parametrize(
    ("choices", "state"),
    [
        (["for"] * 9, "adopted"),
        (["for"] * 6 + ["against"] * 6, "parked"),
        (["against"] * 9, "not_adopted"),
        (["for"] * 3, "clarifying"),
        (["for"] * 6 + ["not_clear"] * 6, "clarifying"),
        (["for"] * 11 + ["cannot_accept"], "integrating"),
    ],
)
def test_the_outcome_stands_as_the_rule_made_it(hall: AgreeingHall, choices: list[str], state: str) -> None:
    item = rated(hall, *choices)
    assert hall.decide(item, room="Fewer people under 35 than in the area") == state
    assert hall.fields(item)["result"]["room"] == "Fewer people under 35 than in the area"


def test_after_one_round_for_objections_the_room_goes_on_without_or_with_them(hall: AgreeingHall) -> None:
    item = rated(hall, *["for"] * 11, "cannot_accept")
    assert hall.decide(item) == "integrating"
    assert hall.fields(item)["minutes"] == 10
    hall.rate(item, *["for"] * 11, "cannot_accept")
    assert hall.decide(item) == "adopted_with_dissent"


def test_without_a_licence_an_indicator_goes_on_the_wish_list_at_best(hall: AgreeingHall) -> None:
    item = hall.propose(type="indicator", licence={"rights": "slot", "held": False, "source": "Its authors"})
    hall.take_up(item)
    hall.rate(item, *["for"] * 9, matters=9, fair=9)
    assert hall.decide(item) == "wish_list"


def test_a_minority_states_what_it_wants_to_be_known_without_a_name(hall: AgreeingHall) -> None:
    item = rated(hall, *["for"] * 9, "against")
    hall.decide(item)
    dissenter, statement = hall.people[9], hall.people[9].new_id()
    hall.do(dissenter, "minority.state", item=item, statement=statement, text="It leaves out the valley.")
    told = hall.people[0].records[item]["fields"]["minority"]
    assert told == [{"id": statement, "text": "It leaves out the valley.", "hidden": False}]
    assert statement not in hall.people[0].records
    assert statement not in hall.facilitator.records


def test_a_statement_is_for_those_who_did_not_agree(hall: AgreeingHall) -> None:
    item = rated(hall, *["for"] * 9, "against")
    given = {"item": item, "statement": hall.people[0].new_id(), "text": "Well done."}
    assert hall.refusal(hall.people[0], "minority.state", **given)[0] == "not_allowed"
    assert hall.refusal(hall.facilitator, "minority.state", **given)[0] == "not_allowed"
    hall.lead("minority.state", **given, person=hall.people[9].person)
    assert len(hall.fields(item)["minority"]) == 1


def test_a_hidden_statement_leaves_its_mark(hall: AgreeingHall) -> None:
    item = rated(hall, *["for"] * 9, "against")
    statement = hall.people[9].new_id()
    hall.do(hall.people[9], "minority.state", item=item, statement=statement, text="Ask for Jo at number 4.")
    hall.lead("minority.hide", item=item, statement=statement)
    (told,) = hall.fields(item)["minority"]
    assert (told["hidden"], told["text"]) == (True, "Hidden for somebody's safety.")


def test_nothing_is_decided_twice(hall: AgreeingHall) -> None:
    item = rated(hall, *["for"] * 9)
    hall.decide(item)
    assert "no result" in hall.refusal(hall.facilitator, "item.decide", item=item, revision=0)[1]


def test_what_was_parked_can_be_taken_up_again(hall: AgreeingHall) -> None:
    item = rated(hall, *["for"] * 6, *["against"] * 6)
    assert hall.decide(item) == "parked"
    hall.take_up(item)
    assert hall.fields(item)["state"] == "clarifying"
