from kithmap.basics.actors import Role
from tests.agreement.room import AgreeingHall
from tests.support.hall import Hall, made_id


def test_the_rule_is_fixed_before_the_room_opens_and_never_after() -> None:
    hall = Hall(opened=False)
    hall.do(hall.facilitator, "agreement.fix_rules", numbers={"support": 80}, groups=["people under 25"])
    rules = hall.facilitator.records["agreement_rules"]["fields"]
    assert (rules["thresholds"]["support"], rules["thresholds"]["quorum"], rules["groups"]) == (
        80,
        60,
        ["people under 25"],
    )
    hall.do(hall.facilitator, "workshop.open")
    refused = hall.do(hall.facilitator, "agreement.fix_rules")
    assert "stays as it is" in hall.facilitator.refused[refused].message


def test_a_rule_that_would_tell_people_apart_or_makes_no_sense_is_refused() -> None:
    hall = Hall(opened=False)
    for payload, words in (
        ({"numbers": {"least": 4}}, "least"),
        ({"numbers": {"parked": 90}}, "lower share"),
        ({"groups": ["Young", "young"]}, "same name"),
        ({"numbers": {"quorum": 0}}, "quorum"),
    ):
        refused = hall.do(hall.facilitator, "agreement.fix_rules", **payload)
        assert words in hall.facilitator.refused[refused].message


def test_checking_in_is_once_and_can_be_taken_back(hall: AgreeingHall) -> None:
    anna = hall.people[0]
    record = f"attendance:{anna.person}"
    before = hall.facilitator.records[record]["version"]
    hall.do(anna, "attendance.check_in")
    assert hall.facilitator.records[record]["version"] == before
    hall.do(anna, "attendance.check_out")
    assert record not in hall.facilitator.records


def test_only_those_who_lead_check_others_in_and_never_themselves(hall: AgreeingHall) -> None:
    other = made_id(5)
    assert hall.refusal(hall.people[0], "attendance.check_in", person=other)[0] == "not_allowed"
    assert "do not rate" in hall.refusal(hall.facilitator, "attendance.check_in")[1]
    hall.lead("attendance.check_in", person=other)
    assert hall.fields(f"attendance:{other}")["source"] == "facilitator"


def test_who_is_here_for_which_group_is_not_told_to_others(hall: AgreeingHall) -> None:
    late = hall.join(700)
    wall = hall.join(701, Role.PROJECTOR)
    mine = [record for record in hall.people[0].records if record.startswith("attendance:")]
    assert mine == [f"attendance:{hall.people[0].person}"]
    assert not [
        record for phone in (late, wall) for record in phone.records if record.startswith("attendance:")
    ]


def test_a_group_has_to_be_one_that_is_shown(hall: AgreeingHall) -> None:
    assert (
        "groups that are shown" in hall.refusal(hall.people[0], "attendance.check_in", groups=["the loud"])[1]
    )


def test_nobody_comes_or_goes_while_a_rating_is_open(hall: AgreeingHall) -> None:
    item = hall.propose()
    hall.take_up(item)
    hall.lead("rating.open", item=item, revision=0)
    for kind in ("attendance.check_in", "attendance.check_out"):
        assert "from the next one on" in hall.refusal(hall.people[0], kind)[1]
